"""L010: procurement results and contracts are due later than 2 working days."""

from __future__ import annotations

from gicat.diagnostics import Phrase, Severity
from gicat.rules.law import Authority
from gicat.rules.limited import LimitRule

__all__ = ["ProcurementDeadline"]


class ProcurementDeadline(LimitRule):
    """Results and contracts of government procurement are published later than 2 working days.

    ## What it checks

    Items about procurement whose name or content speaks of results (中标、成交结果) or contracts have a deadline of
    at most 2 working days.

    ## Why

    政府采购法实施条例 wants the result published within 2 working days of the day the supplier is determined (Art.
    43), the contract within 2 working days of its signing (Art. 50).

    ## Known exceptions

    The buying of drugs and medical supplies for hospitals (药品、耗材) is no government procurement. Plans,
    intentions, catalogues and rules of procurement have other times.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政府采购 | 采购公告、中标结果、采购合同 | 《政府采购法》 | 形成后5个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政府采购 | 采购公告、中标结果、采购合同 | 《政府采购法》 | 形成后2个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    《中华人民共和国政府采购法实施条例》 (国务院令第658号) Arts. 43, 50.
    """

    code = "L010"
    name = "procurement-deadline"
    severity = Severity.WARNING
    title = Phrase(
        "procurement result or contract due after more than 2 working days", "采购结果、合同公开时限长于2个工作日"
    )
    authorities = (Authority("cn.sc.658.2015", "第四十三条、第五十条"),)
    longer = Phrase("is longer than 2 working days", "长于2个工作日")
    advice = Phrase(
        "write 中标、成交供应商确定（合同签订）之日起2个工作日内 (Arts. 43, 50)",
        "请改为“中标、成交供应商确定之日（合同签订之日）起2个工作日内”（政府采购法实施条例第四十三条、第五十条）",
    )

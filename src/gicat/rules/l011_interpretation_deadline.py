"""L011: interpretations are due later than 3 working days after the document."""

from __future__ import annotations

from gicat.diagnostics import Phrase, Severity
from gicat.rules.law import Authority
from gicat.rules.limited import LimitRule

__all__ = ["InterpretationDeadline"]


class InterpretationDeadline(LimitRule):
    """The interpretation of a policy is published later than 3 working days after the document.

    ## What it checks

    Items about interpretation (政策解读) have a deadline of at most 3 working days.

    ## Why

    The State Council's work plan of 2016 wants interpretations on the website and in the media within 3 working days
    of the document; many provinces want them at the same time (同步).

    ## Known exceptions

    Items that are about documents and their interpretation together, and rules about interpretation. 同步公开 is
    right. Limits of 4 and 5 calendar days may be within 3 working days.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政策解读 | 文字、图片解读 | 《政府信息公开条例》 | 自信息形成之日起20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政策解读 | 文字、图片解读 | 《政府信息公开条例》 | 文件公开后3个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    国办发〔2016〕19号: 相关解读材料应于文件公开后3个工作日内在政府网站和媒体发布.
    """

    code = "L011"
    name = "interpretation-deadline"
    severity = Severity.WARNING
    title = Phrase("interpretation due after more than 3 working days", "政策解读公开时限长于3个工作日")
    authorities = (Authority("cn.doc.guobanfa.2016.19"),)
    longer = Phrase("is longer than 3 working days", "长于3个工作日")
    advice = Phrase(
        "write 文件公开后3个工作日内, or 与文件同步公开 (国办发〔2016〕19号)",
        "请改为“文件公开后3个工作日内”或“与文件同步公开”（国办发〔2016〕19号）",
    )

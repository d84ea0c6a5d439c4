"""L009: penalty and licence decisions are due later than 7 working days."""

from __future__ import annotations

from gicat.diagnostics import Phrase, Severity
from gicat.rules.law import Authority
from gicat.rules.limited import LimitRule

__all__ = ["DecisionDeadline"]


class DecisionDeadline(LimitRule):
    """Penalty or licence decisions are published later than 7 working days after they are made.

    ## What it checks

    Items about penalties and licences whose name or content speaks of the decision or the result (处罚决定, 许可结果,
    办理结果) have a deadline of at most 7 working days.

    ## Why

    The State Council wants the decisions of licences and penalties on the web within 7 working days (双公示), and the
    rules for publishing enforcement repeat it; other enforcement has 20.

    ## Known exceptions

    Items about basis, conditions, procedure or guides only. A cell that gives 7 working days for decisions beside a
    longer limit for the rest is right. Limits between 9 and 11 calendar days may be within 7 working days.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 行政处罚 | 行政处罚决定信息 | 《行政处罚法》 | 自信息形成之日起20个工作日内 | 执法科 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 行政处罚 | 行政处罚决定信息 | 《行政处罚法》 | 自决定作出之日起7个工作日内 | 执法科 |
    ```

    ## Options

    None.

    ## Source

    国办发〔2018〕118号; 国发〔2016〕33号 (十七); 国办发〔2015〕51号 (十八).
    """

    code = "L009"
    name = "decision-deadline"
    severity = Severity.WARNING
    title = Phrase(
        "penalty or licence decision due after more than 7 working days", "处罚、许可决定公开时限长于7个工作日"
    )
    authorities = (
        Authority("cn.doc.guobanfa.2018.118"),
        Authority("cn.doc.guofa.2016.33", "（十七）"),
        Authority("cn.doc.guobanfa.2015.51", "（十八）"),
    )
    longer = Phrase("is longer than 7 working days", "长于7个工作日")
    advice = Phrase(
        "write 自决定作出之日起7个工作日内 (国办发〔2018〕118号)",
        "请改为“自行政决定作出之日起7个工作日内”（国办发〔2018〕118号）",
    )

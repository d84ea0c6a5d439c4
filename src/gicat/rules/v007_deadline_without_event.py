"""V007: a deadline that runs from nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.recognise.deadlines import deadline
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import cells
from gicat.text import squeeze

__all__ = ["DeadlineWithoutEvent"]


class DeadlineWithoutEvent(Rule):
    """A deadline gives an amount of time, but not what it runs from.

    ## What it checks

    A deadline with an amount of time (20个工作日内) names the event it is counted from (信息形成或者变更之日起).

    ## Why

    Without its first day a limit has no last day. 条例 Art. 26 counts from the day information is formed or
    changed.

    ## Known exceptions

    Quiet where any limit of the cell names its event, or the word 起 or 后 stands anywhere in the cell.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 建议提案 | 答复 | 《政府信息公开条例》 | 1个月内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 建议提案 | 答复 | 《政府信息公开条例》 | 正式答复后20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 26: 自政府信息形成或者变更之日起.
    """

    code = "V007"
    name = "deadline-without-event"
    severity = Severity.WARNING
    title = Phrase("deadline does not say what it runs from", "公开时限缺少起算点")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for cell in cells(document, "deadline"):
            terms = [term for term in deadline(cell.text).terms if term.kind == "within"]
            text = squeeze(cell.text)
            if not terms or any(term.event for term in terms) or any(word in text for word in "起后自"):
                continue
            yield self.found(
                Phrase(f"“{text}” does not say what it runs from", f"“{text}”未写明自何时起算"),
                Phrase(
                    f"name the event, e.g. 自信息形成或者变更之日起{text}",
                    f"请写明自何时起算{text}",
                ),
                quote=cell.text,
                **cell.where,
            )

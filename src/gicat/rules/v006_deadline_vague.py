"""V006: a deadline nobody can be held to."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.recognise.deadlines import deadline
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import cells
from gicat.text import key, squeeze

__all__ = ["VagueDeadline"]

_VAGUE = {"prompt", "as_needed", "real_time"}
_MISPLACED = {"standing", "periodic"}
_ADVICE = Phrase(
    "say how long after what event, at most 20 working days (Art. 26)",
    "请写明起算点和期限，一般不超过20个工作日（条例第二十六条）",
)


class VagueDeadline(Rule):
    """A deadline is vague, or says something else than a deadline.

    ## What it checks

    A deadline cell states more than 及时, 随时, 适时, 实时 or 根据工作需要, and it states when information is
    published, not how often it is renewed (每季度) or how long it stays (长期).

    ## Why

    条例 Art. 26 gives 20 working days from the day information is formed or changed; a vague word gives neither the
    reader nor the supervisor a day to hold the office to.

    ## Known exceptions

    Quiet where a vague word stands beside an amount of time, and where the column's own header asks for a frequency
    or a duration (更新频率, 公开时长).

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 服务指南 | 流程、材料 | 《政府信息公开条例》 | 根据工作需要随时公布 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 服务指南 | 流程、材料 | 《政府信息公开条例》 | 信息形成后20个工作日内及时公开 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 26.
    """

    code = "V006"
    name = "deadline-vague"
    severity = Severity.WARNING
    title = Phrase("deadline is vague or no deadline", "公开时限含糊或并非时限")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        other_sense = [_asks_for_other_sense(catalogue) for catalogue in document.catalogues]
        for cell in cells(document, "deadline"):
            kinds = {term.kind for term in deadline(cell.text).terms}
            text = squeeze(cell.text)
            if kinds and kinds <= _VAGUE:
                message = Phrase(f"the deadline “{text}” is vague", f"公开时限“{text}”含糊")
            elif kinds and kinds <= _VAGUE | _MISPLACED and not other_sense[cell.catalogue]:
                message = Phrase(f"“{text}” is a frequency or a duration, no deadline", f"“{text}”不是时限")
            else:
                continue
            yield self.found(message, _ADVICE, quote=cell.text, **cell.where)


def _asks_for_other_sense(catalogue: schema.Catalogue) -> bool:
    labels = [key("".join(column.label)) for column in catalogue.columns if column.field == "deadline"]
    return any(word in label for label in labels for word in ("频率", "时长", "周期", "更新"))

"""X002: an option that is listed twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.grid import Printed
from gicat.recognise.boxes import boxes
from gicat.recognise.options import Choice, choices
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.option_cells import LISTS, OptionCell, option_cells
from gicat.rules.printed_text import PrintedCell
from gicat.text import key

__all__ = ["OptionDoubled"]


class OptionDoubled(Rule):
    """An option is listed twice in one cell.

    ## What it checks

    Each label stands once in a list of options.

    ## Why

    Where one of two equal boxes is ticked and the other is not, nobody knows which one counts; where neither is,
    the list was pasted twice.

    ## Known exceptions

    None. gicat reads the option as ticked if one of its boxes is; the fix removes the second box only where none is
    ticked.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □图书馆 □档案馆 □图书馆 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □图书馆 □档案馆 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 25 (places where information is kept for reading).
    """

    code = "X002"
    name = "option-doubled"
    severity = Severity.WARNING
    title = Phrase("option listed twice", "选项重复")
    fixable = "safe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number in range(len(document.catalogues)):
            for each in option_cells(document, number, *LISTS):
                doubled = _doubled(document, each)
                if doubled:
                    labels = "、".join(label for label, _ in doubled)
                    open_ones = not any(ticked for _, ticked in doubled)
                    yield self.found(
                        Phrase(f"listed twice: {labels}", f"选项重复：{labels}"),
                        Phrase("remove the second box", "请删去重复的选项"),
                        quote=doubled[0][0],
                        fix=_fix(each.cell) if open_ones and each.cell.field in each.cell.within.printed else None,
                        **each.cell.where,
                    )


def _doubled(document: schema.Document, each: OptionCell) -> list[tuple[str, bool]]:
    """Labels printed more than once in a cell, and whether the option is ticked."""
    cell = each.cell
    if cell.field in cell.within.printed:
        read: tuple[Choice, ...] = choices(Printed(cell.text))
        return [(choice.label, choice.checked is not False) for choice in read if choice.times > 1]
    ticked = {key(option.label): option.checked is not False for option in each.options}
    said = [d for d in document.diagnostics if d.code == "P011" and d.field == cell.field]
    return [
        (option.label, ticked[key(option.label)])
        for option in each.options
        if any((d.catalogue, d.item) == (cell.catalogue, cell.item) and option.label in d.message for d in said)
    ]


def _fix(cell: PrintedCell) -> Fix | None:
    after = _without_doubles(cell.text)
    return Fix(_replaced(cell, after), True, cell.text, after) if after != cell.text else None


def _without_doubles(text: str) -> str:
    """A cell without the boxes whose label it has printed before."""
    found = boxes(Printed(text))
    ends = [*(box.start for box in found[1:]), len(text)]
    seen: set[str] = set()
    kept = [text[: found[0].start]] if found else [text]
    for box, end in zip(found, ends, strict=True):
        label = key(text[box.end : end])
        if not label or label not in seen:
            kept.append(text[box.start : end])
        seen.add(label)
    return "".join(kept).rstrip()


def _replaced(cell: PrintedCell, after: str) -> Callable[[schema.Document], None]:
    def apply(document: schema.Document) -> None:
        for index in cell.sharers:
            document.catalogues[cell.catalogue].items[index].printed[cell.field] = after

    return apply

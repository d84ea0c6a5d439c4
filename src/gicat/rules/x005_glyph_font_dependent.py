"""X005: a box that is one only in the font it was typed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.grid import Printed
from gicat.lexicon import OPTION_FIELDS
from gicat.marks import LETTER_BOXES
from gicat.recognise.boxes import boxes
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.option_cells import option_cells
from gicat.rules.printed_text import PrintedCell
from gicat.schema import FieldName

__all__ = ["FontDependentGlyph"]

_LOOK_ALIKE = {**LETTER_BOXES, "Þ": True, "Ü": True}
_TRUE = {True: "☑", False: "☐"}


class FontDependentGlyph(Rule):
    """A checkbox is a letter of a symbol font, or a look-alike.

    ## What it checks

    The boxes and ticks of option lists are characters that mean a box in every font (☑ ☐ □ ■ √), not letters that
    look like one in Wingdings (þ ¨ R £ ü) and not the Han character 口.

    ## Why

    Copied, searched, or opened without the font, þ政府网站 is a letter before a word: nobody can see any more what
    was ticked.

    ## Known exceptions

    Glyphs that Word stores as symbols are resolved while reading and are not reported. A sign that could not be
    encoded (?) is P015's.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | þ政府网站 □政府公报 □两微一端 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □政府公报 □两微一端 |
    ```

    ## Options

    None.

    ## Source

    ECMA-376 Part 1, 17.3.3.30 (sym); Unicode, Miscellaneous Symbols: U+2610 ☐, U+2611 ☑.
    """

    code = "X005"
    name = "glyph-font-dependent"
    severity = Severity.WARNING
    title = Phrase("checkbox depends on a font", "勾选符号依赖特定字体")
    fixable = "safe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        fields = cast(tuple[FieldName, ...], OPTION_FIELDS)
        for number in range(len(document.catalogues)):
            for each in option_cells(document, number, *fields):
                glyphs = list(dict.fromkeys(o.mark for o in each.options if o.mark in _LOOK_ALIKE))
                if glyphs:
                    shown = " ".join(map(str, glyphs))
                    after = _mended(each.cell.text)
                    yield self.found(
                        Phrase(f"{shown} is a box only in a symbol font", f"“{shown}”只在特定字体中显示为方框"),
                        Phrase("use ☑ and ☐", "请使用☑和☐"),
                        quote=glyphs[0],
                        fix=Fix(_applied(each.cell), True, each.cell.text, after),
                        **each.cell.where,
                    )


def _mended(text: str) -> str:
    """A cell with true boxes in place of letters; a tick cell of nothing but the letter too."""
    if text.strip() in _LOOK_ALIKE:
        return text.replace(text.strip(), _TRUE[_LOOK_ALIKE[text.strip()]])
    for box in boxes(Printed(text)):
        if box.glyph in _LOOK_ALIKE and box.end - box.start == 1:
            text = text[: box.start] + _TRUE[_LOOK_ALIKE[box.glyph]] + text[box.end :]
    return text


def _applied(cell: PrintedCell) -> Callable[[schema.Document], None]:
    def apply(document: schema.Document) -> None:
        for index in cell.sharers:
            item = document.catalogues[cell.catalogue].items[index]
            if cell.field in item.printed:
                item.printed[cell.field] = "\t".join(map(_mended, item.printed[cell.field].split("\t")))
            for option in getattr(item, cell.field):
                if option.mark in _LOOK_ALIKE:
                    option.mark = _TRUE[_LOOK_ALIKE[option.mark]]

    return apply

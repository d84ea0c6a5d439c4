"""Catalogues as the dump of a PDF: cells one after another, their lines as the column wrapped them, no delimiters.

`Row`s are what is printed; they come from a sheet (`sheet_rows`) or from a real dump whose values are known
(`dumped.dumped_rows`), may be changed, and are dumped again by `dump_text`: at other widths, with other page breaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.rendering.fixed import wrapped
from tests.rendering.flattened import Boxes, Covered, around, rows
from tests.rendering.model import Sheet

Row = list[tuple[int, list[str]]]
"""The cells that a row prints: column and paragraphs."""

_EDGE = "\n\n\n\n"
"""What a dump leaves at the edge of a page: more blank lines than between two lines of a cell."""


@dataclass(frozen=True, slots=True)
class Dump:
    """How to dump rows.

    Attributes:
        widths: positions of a line in every column.
        cuts: rows that a page break cuts, and after how many lines of its height.
        gaps: after how many line ends one is no blank line; 0 for never.
    """

    widths: tuple[int, ...]
    cuts: Mapping[int, int]
    gaps: int = 5


def sheet_rows(sheet: Sheet, boxes: Boxes) -> list[Row]:
    """The rows of a sheet, the header's first; merged cells in their first row only."""
    return [
        [(column, cell) for column, cell in enumerate(cells) if cell] for _, cells in rows(sheet, boxes, Covered.BLANK)
    ]


def sheet_dump(sheet: Sheet, boxes: Boxes, total: int, *, cut: bool = False) -> str:
    """A sheet as a dump: so many positions for all columns; `cut` lets a page break cut every fourth row."""
    widths = tuple(max(4, size * total // sum(sheet.table.widths)) for size in sheet.table.widths)
    printed = sheet_rows(sheet, boxes)
    heads = len(printed) - len(sheet.table.body)
    style = Dump(widths, dict.fromkeys(range(heads + 3, len(printed), 4), 4) if cut else {})
    before, after = around(sheet, boxes)
    return dump_text(before, printed, style, after)


def dump_text(before: Sequence[str], printed: Sequence[Row], style: Dump, after: Sequence[str] = ()) -> str:
    """Paragraphs, the rows, paragraphs. Cells of one line that stand beside each other share it."""
    out = list(before)
    edges: set[int] = set()
    for number, row in enumerate(printed):
        cells = [[part for text in texts for part in wrapped(text, style.widths[column])] for column, texts in row]
        above, *below = _cut(cells, style.cuts.get(number))
        out += _lines(above)
        if below:
            edges.add(len(out))
            out += _lines(below[0])
    out += after
    text = out[0]
    for number, line in enumerate(out[1:], 1):
        close = style.gaps and number % style.gaps == 0
        text += (_EDGE if number in edges else "\n" if close else "\n\n") + line
    return text + "\n"


def _cut(cells: list[list[str]], after: int | None) -> list[list[list[str]]]:
    """The cells above and below a page break; a cell stands in the middle of its row's height."""
    if after is None:
        return [cells]
    height = max(map(len, cells))
    upper = [max(0, after - (height - len(cell)) // 2) for cell in cells]
    above = [cell[:count] for cell, count in zip(cells, upper, strict=True)]
    below = [cell[count:] for cell, count in zip(cells, upper, strict=True)]
    return [[cell for cell in part if cell] for part in (above, below)]


def _lines(cells: list[list[str]]) -> list[str]:
    lines: list[str] = []
    single = False
    for cell in cells:
        if single and len(cell) == 1:
            lines[-1] += " " + cell[0]
        else:
            lines += cell
        single = len(cell) == 1
    return lines

"""Sheets as texts that lost some of their structure: one function a dialect.

What each dialect keeps is told by `dialects.RENDERINGS`. All of them print the cells in reading order; they differ in
what stands between cells, in what an empty cell leaves and in how often a merged cell is printed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from enum import Enum
from io import StringIO

from tests.rendering.model import Box, Line, Sheet

Boxes = tuple[str, str]
"""The ticked and the unticked box."""
Text = list[str]
"""The lines of a cell; none for an empty one."""


class Covered(Enum):
    """What a row prints of a cell that covers it from above or from the left."""

    REPEATED = "its text again, in every row"
    BLANK = "an empty cell"
    ABSENT = "no cell at all"


def rows(sheet: Sheet, boxes: Boxes, covered: Covered) -> Iterator[tuple[bool, list[Text]]]:
    """The rows of a sheet, each with whether it stands in the body; heads and spanned columns are never repeated."""
    front = len(sheet.table.front) + len(sheet.table.head)
    for number, slots in enumerate(sheet.table.slots()):
        found = []
        for cell, top, left in slots:
            shown = left and (top or (covered is Covered.REPEATED and number >= front))
            if shown:
                found.append([part for line in cell.lines for part in printed(line, boxes).split("\n")])
            elif covered is not Covered.ABSENT:
                found.append([])
        yield number >= front, found


def printed(line: Line, boxes: Boxes) -> str:
    """A paragraph with its boxes as characters."""
    return "".join((boxes[0] if piece.ticked else boxes[1]) if isinstance(piece, Box) else piece for piece in line)


def around(sheet: Sheet, boxes: Boxes) -> tuple[list[str], list[str]]:
    """The paragraphs before and after the table."""
    before = [sheet.title] if sheet.title else []
    return before + [printed(text, boxes) for text in sheet.before], [printed(text, boxes) for text in sheet.after]


def _whole(sheet: Sheet, boxes: Boxes, body: list[str], gap: str = "\n") -> str:
    before, after = around(sheet, boxes)
    return gap.join([*before, *body, *after]) + "\n"


def delimited(sheet: Sheet, boxes: Boxes, delimiter: str, covered: Covered = Covered.BLANK) -> str:
    """CSV or TSV as a spreadsheet writes it: every line as wide as the table, quotes where a cell needs them."""
    width = len(sheet.table.widths)
    before, after = around(sheet, boxes)
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([text, *[""] * (width - 1)] for text in before)
    writer.writerows(["\n".join(cell) for cell in cells] for _, cells in rows(sheet, boxes, covered))
    writer.writerows([text, *[""] * (width - 1)] for text in after)
    return out.getvalue()


def markdown(sheet: Sheet, boxes: Boxes, covered: Covered = Covered.BLANK) -> str:
    """A pipe table: one header row above the rule, `<br>` for line ends, a backslash before a pipe in a cell."""
    width = len(sheet.table.widths)
    lines = []
    for _, cells in rows(sheet, boxes, covered):
        lines.append("| " + " | ".join("<br>".join(cell).replace("|", "\\|") for cell in cells) + " |")
    lines.insert(1, "|" + " --- |" * width)
    return _whole(sheet, boxes, ["", *lines, ""])


def pipes(sheet: Sheet, boxes: Boxes, covered: Covered, *, packed: bool) -> str:
    """A row a line, a pipe behind every cell; `packed` pushes the empty cells to the row's end."""
    width = len(sheet.table.widths)
    lines = []
    for _, cells in rows(sheet, boxes, covered):
        texts = [" ".join(cell) for cell in cells if cell or not packed]
        lines.append(" | ".join(texts) + " | " + "|" * (width - len(texts)) if packed else " | ".join(texts) + " |")
    return _whole(sheet, boxes, lines)


def cell_lines(sheet: Sheet, boxes: Boxes, covered: Covered) -> str:
    """A cell a line with a pipe behind it, a lone pipe for an empty cell; short header rows are filled up behind.

    So a crawler writes an HTML table: the header's merged cells stand once, the pipes they lack on a line behind.
    """
    width = len(sheet.table.widths)
    lines = []
    for (body, cells), (_, own) in zip(rows(sheet, boxes, covered), rows(sheet, boxes, Covered.ABSENT), strict=True):
        shown = cells if body else own
        lines += [f"{' '.join(cell)} |".strip() for cell in shown]
        if not body and len(shown) < width:
            lines.append("|" * (width - len(shown)))
    return _whole(sheet, boxes, lines)


def paragraphs(
    sheet: Sheet, boxes: Boxes, covered: Covered = Covered.ABSENT, *, gap: str = "\n", empty: str = ""
) -> str:
    """A line for every paragraph of every cell, `gap` between them; an empty cell leaves `empty` or nothing."""
    lines: list[str] = []
    for _, cells in rows(sheet, boxes, covered):
        for cell in cells:
            lines += cell or ([empty] if empty else [])
    return _whole(sheet, boxes, lines, gap)


def word_text(sheet: Sheet, boxes: Boxes, *, empty: str = "") -> str:
    """What a word processor saves as plain text: a line for every paragraph, `empty` for an empty cell.

    A cell that is covered from above is there and empty; one that is covered from the left is none.
    """
    lines: list[str] = []
    for slots in sheet.table.slots():
        for cell, top, left in slots:
            if left:
                shown = [part for line in cell.lines for part in printed(line, boxes).split("\n")] if top else []
                lines += shown or [empty]
    return _whole(sheet, boxes, lines)


def cell_paragraphs(sheet: Sheet, boxes: Boxes, covered: Covered = Covered.ABSENT, *, gap: str = "\n") -> str:
    """A line for every cell that is not empty, its paragraphs joined by a space."""
    lines = [" ".join(cell) for _, cells in rows(sheet, boxes, covered) for cell in cells if cell]
    return _whole(sheet, boxes, lines, gap)


def glued(sheet: Sheet, boxes: Boxes, covered: Covered) -> str:
    """Cells with nothing between them; paragraphs of a cell are lines, a blank line ends a row of the body."""
    lines = []
    for body, cells in rows(sheet, boxes, covered):
        lines.append("".join("\n".join(cell) for cell in cells) + ("\n" if body else ""))
    return _whole(sheet, boxes, lines)

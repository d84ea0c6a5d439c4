"""Sheets as fixed-width text: columns by position, full-width characters two positions wide.

The way a layout-keeping PDF converter or a line printer writes a table: a cell is wrapped at its column's width,
a merged cell stands in the rows it covers, a form feed ends a page and the header is printed again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tests.rendering.flattened import Boxes, around, printed
from tests.rendering.model import Cell, Sheet


@dataclass(frozen=True, slots=True)
class Fixed:
    """How to set a table.

    Attributes:
        total: positions in a line, all columns and gaps together.
        gap: blank positions between columns.
        centred: whether cells stand in the middle of their rows' height, not at its top: half a line lower than
            their neighbours where need be, and so on a line of their own.
        ruled: whether a blank line stands between rows.
        page: lines of the body on a page; None for one page.
    """

    total: int = 240
    gap: int = 2
    centred: bool = False
    ruled: bool = False
    page: int | None = None


def width(text: str) -> int:
    """Positions a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


_TOKEN = re.compile(r"[A-Za-z0-9.]+-?|.", re.DOTALL)
_NEVER_FIRST, _NEVER_LAST = "，。、；：）》”？！,.;:)", "（《“("


def wrapped(text: str, room: int) -> list[str]:
    """A text in lines of at most so many positions: no punctuation at the wrong end, numbers and words whole.

    What is wider than the room even alone is cut anyway.
    """
    lines: list[str] = []
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        pieces = [token] if width(token) <= room else list(token)
        for piece in pieces:
            if tokens and width("".join(tokens)) + width(piece) > room:
                keep = _keep(tokens, piece)
                lines.append("".join(tokens[:keep]).rstrip())
                tokens = tokens[keep:]
            if piece != " " or tokens:
                tokens.append(piece)
    last = "".join(tokens).rstrip()
    return [*lines, last] if last or not lines else lines


def _keep(tokens: list[str], following: str) -> int:
    """How many tokens stay on a line that the following one no longer fits on."""
    keep = len(tokens)
    while keep > 1 and (following in _NEVER_FIRST or tokens[keep - 1] in _NEVER_LAST):
        keep -= 1
        following = tokens[keep]
    return keep if keep > 1 else len(tokens)


def fixed_text(sheet: Sheet, boxes: Boxes, style: Fixed = Fixed()) -> str:
    """The sheet as fixed-width text."""
    table = sheet.table
    room = style.total - style.gap * (len(table.widths) - 1)
    widths = [max(4, size * room // sum(table.widths)) for size in table.widths]
    heads = len(table.front) + len(table.head)
    placed = list(_placed(sheet, boxes, widths, style))
    heights = _heights(placed, len(table.rows))
    tops = [2 * sum(heights[:row]) for row in range(len(heights) + 1)]
    lines: dict[int, list[str]] = {}
    for row, column, cell, text in placed:
        space = tops[row + cell.rows] - tops[row]
        first = tops[row] + (space // 2 - len(text) if style.centred else 0)
        for offset, part in enumerate(text):
            lines.setdefault(first + 2 * offset, [""] * len(widths))[column] = part
    drawn = {half: _drawn(line, widths, style.gap) for half, line in sorted(lines.items())}
    rows = [[line for half, line in drawn.items() if tops[row] <= half < tops[row + 1]] for row in range(len(heights))]
    before, after = around(sheet, boxes)
    pages = _pages(rows[:heads], rows[heads:], style)
    return "\n".join([*before, "\n\f".join(pages), *after]) + "\n"


def _placed(sheet: Sheet, boxes: Boxes, widths: list[int], style: Fixed) -> Iterator[tuple[int, int, Cell, list[str]]]:
    """Row, column, cell and wrapped lines of every cell."""
    for row, slots in enumerate(sheet.table.slots()):
        for column, (cell, top, left) in enumerate(slots):
            if top and left:
                room = sum(widths[column : column + cell.columns]) + style.gap * (cell.columns - 1)
                parts = [part for line in cell.lines for part in printed(line, boxes).split("\n")]
                yield row, column, cell, [line for part in parts for line in wrapped(part, room)]


def _heights(placed: list[tuple[int, int, Cell, list[str]]], count: int) -> list[int]:
    """Lines of every row: its tallest cell; the last row of a merged cell makes room for what is left of it."""
    heights = [1] * count
    for row, _, cell, text in placed:
        if cell.rows == 1:
            heights[row] = max(heights[row], len(text))
    for row, _, cell, text in placed:
        lacking = len(text) - sum(heights[row : row + cell.rows])
        if lacking > 0:
            heights[row + cell.rows - 1] += lacking
    return heights


def _drawn(cells: list[str], widths: list[int], gap: int) -> str:
    """A line of text; a cell that spans columns runs on over the empty ones behind it."""
    line, start = "", 0
    for cell, room in zip(cells, widths, strict=True):
        if cell:
            line += " " * (start - width(line)) + cell
        start += room + gap
    return line


def _pages(head: list[list[str]], body: list[list[str]], style: Fixed) -> list[str]:
    """The pages; rows are cut where a page is full, between lines."""
    top = [line for row in head for line in row]
    lines = [line for row in body for line in (*row, *([""] if style.ruled else []))]
    step = style.page or len(lines) or 1
    return ["\n".join([*top, *lines[start : start + step]]) for start in range(0, len(lines), step)]

"""Titles between the tables of one stream: cells that stand before a header and belong to the next table."""

from __future__ import annotations

from collections.abc import Sequence

from gicat.grid import StreamCell
from gicat.recognise.titles import is_title


def split_titles(
    cells: Sequence[StreamCell], row_gap: int, *, last: bool
) -> tuple[Sequence[StreamCell], Sequence[StreamCell]]:
    """The cells of a table's body, and those behind it that announce the next table.

    The announcement starts at the last row of one cell that reads like a title; nothing does at the end of the text.
    """
    if last:
        return cells, ()
    for index in range(len(cells) - 1, -1, -1):
        cell = cells[index]
        alone = index + 1 == len(cells) or cells[index + 1].gap >= row_gap
        if cell.gap >= row_gap and alone and is_title(cell.printed.text):
            start = index
            while start and cells[start - 1].gap >= row_gap and is_title(cells[start - 1].printed.text):
                start -= 1
            return cells[:start], [c for c in cells[start:] if not c.printed.blank]
        if len(cells) - index > _REACH:
            break
    return cells, ()


_REACH = 6

"""Which rows of a grid are a header (表头): the one place where recovery and interpretation ask."""

from __future__ import annotations

from gicat.grid import Grid
from gicat.recognise.headers import is_header_row
from gicat.text import bare


def header_end(grid: Grid, row: int) -> int | None:
    """The row after the header that starts at a row, rows of inner labels included; None where none starts there.

    The same labels again under a header are no part of it: they begin another.
    """
    if not is_header_row(_texts(grid, row)):
        return None
    end = max(cell.row + cell.row_span for cell in grid.row_cells(row) if not cell.blank)
    first = [bare(text) for text in _texts(grid, row)]
    while end < grid.rows and is_header_row(_texts(grid, end)) and [bare(text) for text in _texts(grid, end)] != first:
        end += 1
    return end


def _texts(grid: Grid, row: int) -> list[str]:
    return [cell.text for cell in grid.row_cells(row)]

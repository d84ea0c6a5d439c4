"""A header (表头) that a page break cuts: its first lines end one page, the rest of it begins the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from gicat.grid import Break, Cell, Grid
from gicat.recognise.header_rows import header_end
from gicat.recognise.headers import is_label
from gicat.recover.alignment import in_common_columns

_HIGHEST = 4
"""Rows that the upper part may have: the two or three rows of a header."""


def whole_header(above: Grid, below: Grid) -> Grid | None:
    """The table whose header stands on both pages, or None if no break cuts it.

    The break may go through the lines of a row, or between two rows under cells that span both. Nothing is joined
    unless every cell of the header is a label then, and was not before.

    Args:
        above: what stands on the first page, without any row of items.
        below: the next page.
    """
    pages = above.page, below.page
    if None in pages or above.page == below.page or above.nested or below.nested or above.rows > _HIGHEST:
        return None
    both = in_common_columns(above, below)
    return both and (_through_a_row(*both) or _between_rows(*both))


def _through_a_row(above: Grid, below: Grid) -> Grid | None:
    """The first row below is the rest of the last row above, where one of the two does not make sense alone."""
    rest = below.row_cells(0)
    ends = _ends(above)
    if not rest or any(not _under(ends, cell) for cell in rest) or all(cell.blank for cell in rest):
        return None
    if _labels(rest) and _labels(above.row_cells(above.rows - 1)):
        return None
    joined = _joined(above, below, above.rows - 1, lambda cell: cell.row == 0)
    return joined if _is_header(joined, above.rows) else None


def _between_rows(above: Grid, below: Grid) -> Grid | None:
    """The first row below is the header's next row; its blank cells are the rest of those that span both."""
    ends = _ends(above)
    rest = below.row_cells(0)
    blank = [cell for cell in rest if cell.blank]
    if len(blank) in (0, len(rest)) or any(not _under(ends, cell) for cell in blank):
        return None
    joined = _joined(above, below, above.rows, lambda cell: cell.row == 0 and cell.blank)
    return joined if _is_header(joined, above.rows + 1) else None


def _joined(above: Grid, below: Grid, offset: int, is_rest: Callable[[Cell], bool]) -> Grid:
    cells = {(cell.row, cell.column): cell for cell in above.cells}
    ends = _ends(above)
    for cell in below.cells:
        moved = cell.lower(offset)
        if is_rest(cell):
            over = ends[cell.column]
            moved = replace(
                over,
                row_span=moved.row + moved.row_span - over.row,
                printed=over.printed.joined(cell.printed, Break.WRAP),
                fragments=(*over.fragments, *cell.fragments),
            )
        cells[moved.row, moved.column] = moved
    return replace(above, cells=tuple(cells.values()), rows=below.rows + offset, header_rows=None)


def _ends(grid: Grid) -> dict[int, Cell]:
    """The cells that end a grid, by their columns."""
    return {cell.column: cell for cell in grid.cells if cell.row + cell.row_span == grid.rows}


def _under(ends: dict[int, Cell], cell: Cell) -> bool:
    over = ends.get(cell.column)
    return over is not None and over.column_span == cell.column_span


def _is_header(grid: Grid, depth: int) -> bool:
    """Whether a grid begins with a header of so many rows at least, every printed cell of which is a label."""
    end = header_end(grid, 0)
    cells = [cell for cell in grid.cells if cell.row < (end or 0)]
    return end is not None and end >= depth and _labels(cells)


def _labels(cells: Sequence[Cell]) -> bool:
    return all(is_label(cell.text) for cell in cells if not cell.blank)

"""Grid columns that are none: a word processor's table has a column wherever any edge of any row ever stood."""

from __future__ import annotations

from dataclasses import replace

from gicat.grid import Grid


def compacted(grid: Grid) -> Grid:
    """A grid without the columns in which no cell starts; the cells that cover them span less.

    A column that only some rows divide stays: their cells are two.
    """
    starts = sorted({cell.column for cell in grid.cells})
    if len(starts) == grid.columns:
        return grid
    new = {column: index for index, column in enumerate(starts)}
    cells = tuple(
        replace(
            cell,
            column=new[cell.column],
            column_span=sum(cell.column <= start < cell.column + cell.column_span for start in starts),
        )
        for cell in grid.cells
    )
    return replace(grid, cells=cells, columns=len(starts))

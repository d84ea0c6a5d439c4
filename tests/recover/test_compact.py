"""Columns that no cell starts in."""

from __future__ import annotations

from gicat.grid import Cell, Grid, Printed
from gicat.recover.compact import compacted


def test_a_column_that_no_cell_starts_in_goes() -> None:
    grid = Grid((Cell(0, 0, 1, 2, Printed("甲")), Cell(0, 2, 1, 1, Printed("乙")), Cell(1, 0, 1, 2), Cell(1, 2)), 2, 3)
    whole = compacted(grid)
    assert whole.columns == 2
    assert [(c.row, c.column, c.column_span, c.text) for c in whole.cells] == [
        (0, 0, 1, "甲"), (0, 1, 1, "乙"), (1, 0, 1, ""), (1, 1, 1, ""),
    ]  # fmt: skip


def test_a_column_that_one_row_divides_stays() -> None:
    grid = Grid((Cell(0, 0, 1, 2, Printed("甲")), Cell(1, 0), Cell(1, 1)), 2, 2)
    assert compacted(grid) is grid

"""Cells to values: what a row has in a column, or takes from the row above, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gicat.grid import NOTHING, Cell, Grid, Origin, Printed
from gicat.interpret.columns import Column
from gicat.recognise.dittos import is_ditto
from gicat.recognise.shapes import fits
from gicat.text import squeeze

SHARED = frozenset({
    "level", "legal_basis", "deadline", "publishers", "responsible_units", "channels", "forms", "contacts",
    "contact_units", "audiences", "access_modes",
})  # fmt: skip
"""Columns whose filled cells are shared by the rows below them; a tick column is none."""


@dataclass(slots=True)
class Value:
    """What a row has in a column.

    Attributes:
        printed: the text that counts for this row.
        cells: the cells it is printed in; empty where nothing is.
        inherited: why a value that is not printed in this row counts: span, blank, missing, ditto.
        ditto: the printed ditto sign, where there is one.
        own: whether the cell stands in this row and has something in it.
        unplaced: whether the text lost which of several columns it belongs to.
    """

    printed: Printed = NOTHING
    cells: tuple[Cell, ...] = ()
    inherited: str | None = None
    ditto: str | None = None
    own: bool = False
    unplaced: bool = False
    absent: bool = False


class ValueReader:
    """Reads the values of a table's rows.

    Args:
        grid: the table.
        columns: its leaf columns.
        rows: those of its body.
    """

    def __init__(self, grid: Grid, columns: Sequence[Column], rows: Sequence[int]) -> None:
        self.grid, self.columns = grid, columns
        self.spanless = grid.spanless or not any(_merged(cell) for row in rows for cell in grid.row_cells(row))

    def value(self, index: int, column: Column, above: Sequence[Value]) -> Value:
        """What a row has in a column, below a row of values; none above begins a table."""
        cell, origin = self.grid.at(index, column.index)
        last = above[column.index] if above else None
        if cell is None:
            return _carried(last, "missing", column.role != "extra" and column.option is None)
        if cell.column_span > 1 and not cell.unplaced and column is not self._owner(cell, column):
            return Value()
        if origin is Origin.SPAN:
            return Value(cell.printed, (cell,), None if cell.blank else "span", unplaced=cell.unplaced)
        return self._blank(cell, column, last) if cell.blank else self._printed(cell, column, last)

    def _blank(self, cell: Cell, column: Column, last: Value | None) -> Value:
        if cell.unplaced:
            return Value(cell.printed, (cell,), unplaced=True)
        fill = self.spanless and column.role in SHARED and column.option is None
        value = _carried(last, "blank", fill)
        return value if value.inherited else Value(cell.printed, (cell,))

    @staticmethod
    def _printed(cell: Cell, column: Column, last: Value | None) -> Value:
        if is_ditto(cell.text):
            above_it = last.printed if last is not None else NOTHING
            why = None if above_it.blank and column.option is None else "ditto"
            return Value(above_it, (cell,), why, ditto=squeeze(cell.text), own=True)
        return Value(cell.printed, (cell,), own=True, unplaced=cell.unplaced)

    def _owner(self, cell: Cell, column: Column) -> Column:
        """Of the columns a merged cell covers, the one whose value it is: the one it looks most like, else the first.

        A tick over several options of one group counts for each of them.
        """
        covered = self.columns[cell.column : cell.column + cell.column_span]
        if len({c.role for c in covered}) == 1 and column.option is not None:
            return column
        return max(covered, key=lambda c: fits("tick" if c.option is not None else c.role, cell.printed))


def _merged(cell: Cell) -> bool:
    """Whether a cell covers several rows, and not only since it goes on over page breaks."""
    return cell.row_span > max(1, len({fragment.page for fragment in cell.fragments}))


def _carried(last: Value | None, why: str, allowed: bool) -> Value:
    """The value of the row above, for a cell that has none of its own."""
    if last is None or last.printed.blank or not allowed:
        return Value(absent=why == "missing")
    return Value(last.printed, last.cells, why, ditto=None, unplaced=last.unplaced)

"""Tables as they are printed: cells at their rows and columns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from gicat.grid.places import Fragment, Place
from gicat.grid.printed import NOTHING, Printed
from gicat.grid.record import record


class Origin(StrEnum):
    """How a row and column came by their cell."""

    PRINTED = "printed"  # a cell of its own with something in it
    SPAN = "span"  # covered by a real merge
    BLANK = "blank"  # a cell of its own, printed and empty
    MISSING = "missing"  # the row is shorter than its table


@record(frozen=True, slots=True)
class Cell:
    """A cell that is there on paper: where it starts in its grid, how far it spans, what it says.

    Attributes:
        row, column: its upper left corner in the grid, from 0.
        row_span, column_span: how many rows and columns it covers, at least 1.
        printed: its text.
        fragments: where it is printed; two where a page break cuts it.
        inferred: whether recovery decided that this text belongs here; `doubtful` whether it could almost as well
            have decided otherwise.
        unplaced: whether it holds the ticks of all the columns it covers, since the text lost which is whose.
    """

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    printed: Printed = NOTHING
    fragments: tuple[Fragment, ...] = ()
    inferred: bool = False
    unplaced: bool = False
    doubtful: bool = False

    @property
    def text(self) -> str:
        """The printed text, breaks as line feeds."""
        return self.printed.text

    @property
    def blank(self) -> bool:
        """Whether nothing but white space is printed in it."""
        return self.printed.blank

    def lower(self, rows: int) -> Cell:
        """The same cell so many rows further down."""
        return Cell(
            self.row + rows,
            self.column,
            self.row_span,
            self.column_span,
            self.printed,
            self.fragments,
            self.inferred,
            self.unplaced,
            self.doubtful,
        )

    def places(self, table: int) -> tuple[Place, ...]:
        """Every place this cell is printed at, as a cell of table number `table`."""
        fragments = self.fragments or (Fragment(),)
        return tuple(Place(f.page, table, self.row, self.column, f.line, f.bbox) for f in fragments)


@dataclass(frozen=True)
class Grid:
    """A table: cells in reading order, each starting at its own row and column.

    Attributes:
        cells: at most one covers any row and column; none where a row is short.
        rows, columns: the size.
        page: the page it starts on, from 1, where the format has pages.
        header_rows: how many rows the format itself declares to be the header, else None.
        spanless: whether the format carries no merges, so that a blank cell may be the rest of one.
        nested: the cell (row, column) of the previous grid this one stands in, else None.
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    page: int | None = None
    header_rows: int | None = None
    spanless: bool = False
    nested: tuple[int, int] | None = None

    @cached_property
    def _slots(self) -> dict[tuple[int, int], Cell]:
        covered: dict[tuple[int, int], Cell] = {}
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    covered.setdefault((row, column), cell)
        return covered

    def at(self, row: int, column: int) -> tuple[Cell | None, Origin]:
        """The cell that covers a row and column, and how it comes to do so.

        A cell that spans columns is `PRINTED` in every column of its first row.
        """
        cell = self._slots.get((row, column))
        if cell is None:
            return None, Origin.MISSING
        if cell.row != row:
            return cell, Origin.SPAN
        return cell, Origin.BLANK if cell.blank else Origin.PRINTED

    def row_cells(self, row: int) -> list[Cell]:
        """The cells that start in a row, left to right."""
        return self._by_row.get(row, [])

    @cached_property
    def _by_row(self) -> dict[int, list[Cell]]:
        rows: dict[int, list[Cell]] = {}
        for cell in sorted(self.cells, key=lambda c: (c.row, c.column)):
            rows.setdefault(cell.row, []).append(cell)
        return rows

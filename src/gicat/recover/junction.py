"""Joining two parts of a table at a page break: repeated header, cut row, merges that cross the break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from gicat.diagnostics import Diagnostic, found
from gicat.grid import Cell, Grid, Place
from gicat.recognise.headers import column_kinds
from gicat.recognise.shapes import is_tick
from gicat.recover.bond import CERTAIN, STRONG, bond
from gicat.recover.surroundings import Surroundings, lines
from gicat.text import bare

_OWN = frozenset({"number", "name", "content", "tick"})
"""Kinds of column in which every row has a cell of its own; those of the others are often merged over rows."""
_BLANK_IN_A_NEW_ROW = {"number": 4.0, "name": 2.5, "content": 1.5, "tick": 0.2}
"""How much a blank cell below the break speaks against a new row there."""
_ONLY_BELOW = {"number": -4.0, "name": -2.0, "content": -1.0, "tick": -1.0}
"""How much a cell that is printed only below the break speaks for one cut row."""


class Junction:
    """What happens between two parts of a table.

    Args:
        first: the first part of the table, for its header.
        depth: rows of header in it.
        above: the cells of the last part above the break, and those before that still end the table.
        rows: rows of the table so far.
        after: the part below the break.

    Attributes:
        header: rows of `after` that repeat the header.
        cut: whether the first row below them is the rest of the last row above.
        diagnostics: what was left out or joined.
    """

    def __init__(self, first: Grid, depth: int, above: Sequence[Cell], rows: int, after: Grid) -> None:
        self.after, self.rows = after, rows
        self.kinds = column_kinds([[c.text for c in over] for over in _header_cells(first, depth)])
        self.header = _repeated_header(first, depth, after)
        self.ends = {cell.column: cell for cell in above if cell.row + cell.row_span == rows and cell.row >= depth}
        below = [cell for cell in after.cells if cell.row >= self.header]
        self.around = Surroundings([*above, *below], [cell for cell in self.ends.values() if cell.row == rows - 1])
        self.bonds = {cell.column: self._bond(cell) for cell in self._first_row()}
        self.paged = any(fragment.page for cell in self.ends.values() for fragment in cell.fragments)
        """Whether the parts stand on pages: only there is a row or cell cut; elsewhere the author began anew."""
        self.cut = self.paged and self._row_is_cut()
        self.diagnostics = self._told()

    def _first_row(self) -> list[Cell]:
        """The cells at the top of the continuation's body."""
        return [cell for cell in self.after.row_cells(self.header) if cell.column_span < self.after.columns]

    def _above(self, cell: Cell) -> Cell | None:
        """The cell of the same columns that ends the table so far."""
        above = self.ends.get(cell.column)
        return above if above is not None and above.column_span == cell.column_span else None

    def _bond(self, cell: Cell) -> float | None:
        """What speaks for a cell below the break being the rest of the one above; None where there is none above."""
        above = self._above(cell)
        kind = self.kinds[cell.column]
        if above is None:
            return None
        if cell.blank:
            return _BLANK_IN_A_NEW_ROW.get(kind, 0.0)
        if above.blank:
            return _ONLY_BELOW.get(kind, 0.0)
        words = kind == "tick" and not is_tick(above.text) and not is_tick(cell.text)
        if kind in ("number", "tick") and not words:
            return -_BLANK_IN_A_NEW_ROW["number"]
        return self._evidence(kind, above, cell)

    def _evidence(self, kind: str, above: Cell, cell: Cell) -> float:
        """What the column's other cells, the room left above the break and the two texts say, the surest first."""
        strength = bond(kind, above.printed, cell.printed, full=partial(self.around.runs_full, above, cell))
        if abs(strength) >= CERTAIN:
            return strength
        values = self.around.others(cell.column, above, cell)
        if bare(above.text + cell.text) in values:
            return CERTAIN
        if kind in ("channels", "forms"):
            return strength
        if self._merged_like_a_list(above, cell):
            return STRONG
        starts_here = above.row == self.rows - 1
        room = self.around.free_lines(above) > 0 or (starts_here and lines(above) < self.around.fullest)
        if bare(cell.text) in values or room:
            return -STRONG
        return strength

    def _merged_like_a_list(self, above: Cell, cell: Cell) -> bool:
        """Whether a cell is merged over the same rows as an option list that goes on below the break."""
        if self.around.free_lines(above) > 0 or above.row_span + cell.row_span <= 2:
            return False
        for other in self._first_row():
            over = self._above(other)
            if over is None or other.blank or self.kinds[other.column] not in ("channels", "forms"):
                continue
            same = (over.row, over.row_span, other.row_span) == (above.row, above.row_span, cell.row_span)
            if same and bond(self.kinds[other.column], over.printed, other.printed, full=bool) > 0:
                return True
        return False

    def _row_is_cut(self) -> bool:
        """Whether the continuation starts with the rest of the last row, by the columns that rows do not share.

        The others only count where they are as sure that they do not go on: a merged cell may cross the break.
        """
        if not self.bonds or any(b is None for b in self.bonds.values()) or all(c.blank for c in self._first_row()):
            return False
        score = 0.0
        for column, strength in self.bonds.items():
            own = self.kinds[column] in _OWN
            score += (strength or 0.0) if own else min(strength or 0.0, _SHARED_AT_MOST)
        return score > 0

    def crossing(self, cell: Cell) -> Cell | None:
        """The cell above the break that a cell below it is a part of."""
        if cell.row != self.header or cell.column_span == self.after.columns:
            return None
        above = self._above(cell)
        if above is None or self.cut:
            return above
        kind = self.kinds[cell.column]
        if kind in _OWN or (kind == "extra" and cell.blank and above.row_span == cell.row_span == 1):
            return None
        if cell.blank or (above.blank and above.row_span > 1):
            return above
        return above if self.paged and (self.bonds.get(cell.column) or 0.0) > 0 else None

    def _told(self) -> list[Diagnostic]:
        told = []
        if self.header:
            texts = [cell for row in range(self.header) for cell in self.after.row_cells(row) if not cell.blank]
            place = Place(page=self.after.page)
            told.append(replace(found("P006", place), text="\n".join(cell.text for cell in texts)))
        if self.cut:
            where = self._first_row()[0].places(0)[0]
            told.append(found("P003", Place(page=where.page, bbox=where.bbox)))
        return told


_SHARED_AT_MOST = 0.5
"""What a shared column can say for a cut row: it may as well be a merged cell that crosses the break."""


def _header_cells(grid: Grid, depth: int) -> list[list[Cell]]:
    """The header cells over every column, top to bottom, full-width rows left out."""
    columns = []
    for column in range(grid.columns):
        over = [grid.at(row, column)[0] for row in range(depth)]
        columns.append([cell for cell in over if cell is not None and cell.column_span < grid.columns])
    return columns


def _repeated_header(first: Grid, depth: int, after: Grid) -> int:
    """How many rows at the top of a part repeat the header; 0 for none."""
    texts = header_texts(first, depth)
    return next((rows for rows in range(min(depth, after.rows), 0, -1) if header_texts(after, rows) == texts), 0)


def header_texts(grid: Grid, depth: int) -> list[str]:
    """The labels in the first rows of a grid without white space, full-width rows left out."""
    cells = [cell for row in range(depth) for cell in grid.row_cells(row)]
    return [bare(cell.text) for cell in cells if cell.column_span < grid.columns and not cell.blank]

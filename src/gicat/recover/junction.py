"""Joining two parts of a table at a page break: repeated header, cut row, merges that cross the break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gicat.diagnostics import Diagnostic, found
from gicat.grid import Break, Cell, Grid, Place
from gicat.recognise.headers import header_of, leaf_of
from gicat.recover.going_on import goes_on
from gicat.text import bare

_SHARED = frozenset({
    "level", "legal_basis", "deadline", "publishers", "responsible_units", "channels", "forms", "contacts", "contact_units",
    "access_modes", "audiences", "levels", "extra",
})  # fmt: skip
"""Kinds of column whose cells are merged over rows."""


class Junction:
    """One grid made of two parts; `diagnostics` tell what was left out or joined.

    Args:
        before: the table so far.
        after: its continuation.
        depth: rows of header in `before`.
    """

    def __init__(self, before: Grid, after: Grid, depth: int) -> None:
        self.before, self.after, self.depth = before, after, depth
        self.kinds = column_kinds(before, depth)
        self.header = self._repeated_header()
        self.cut = self._row_is_cut()
        self.diagnostics = self._told()

    def grid(self) -> Grid:
        """The joined grid."""
        offset = self.before.rows - self.header - (1 if self.cut else 0)
        cells = {(cell.row, cell.column): cell for cell in self.before.cells}
        for cell in self.after.cells:
            if cell.row < self.header:
                continue
            above = self._crossing(cell)
            if above is None:
                cells[cell.row + offset, cell.column] = replace(cell, row=cell.row + offset)
            else:
                cells[above.row, above.column] = _extended(cells[above.row, above.column], cell, offset, self.cut)
        rows = self.after.rows + offset
        return replace(self.before, cells=tuple(cells.values()), rows=rows)

    def _repeated_header(self) -> int:
        texts = self._texts(self.before, self.depth)
        for depth in range(self.depth, 0, -1):
            if self._texts(self.after, depth) == texts:
                return depth
        return 0

    @staticmethod
    def _texts(grid: Grid, depth: int) -> list[str]:
        cells = [cell for row in range(depth) for cell in grid.row_cells(row)]
        return [bare(cell.text) for cell in cells if cell.column_span < grid.columns and not cell.blank]

    def _first_row(self) -> list[Cell]:
        """The cells at the top of the continuation's body."""
        return [cell for cell in self.after.row_cells(self.header) if cell.column_span < self.after.columns]

    def _above(self, cell: Cell) -> Cell | None:
        """The cell of the same columns that ends the table so far."""
        above, _ = self.before.at(self.before.rows - 1, cell.column)
        if (
            above is None
            or (above.column, above.column_span) != (cell.column, cell.column_span)
            or above.row < self.depth
        ):
            return None
        return above

    def _row_is_cut(self) -> bool:
        """Whether the continuation starts with the rest of the last row.

        A row of its own has a number, or else a name or an option list that begins anew. The rest of a row
        has no number; without 序号, it has no name either, or its name goes on together with its option list.
        """
        first = self._first_row()
        if not first or any(self._above(cell) is None for cell in first) or all(cell.blank for cell in first):
            return False
        by_kind = {self.kinds[cell.column]: cell for cell in first}
        if "number" in by_kind:
            return by_kind["number"].blank
        lists = [self._goes_on(cell) for cell in first if self.kinds[cell.column] in ("channels", "forms")]
        named = by_kind.get("name")
        if named is None or False in lists:
            return False
        return named.blank or (True in lists and self._fills_its_row(named))

    def _fills_its_row(self, cell: Cell) -> bool:
        """Whether the text above a cell has as many lines as the fullest cell of its row, so that it may go on below."""
        above = self._above(cell)
        row = [c for c in self.before.row_cells(self.before.rows - 1) if c.row_span == 1 and not c.blank]
        fullest = max((c.text.count("\n") for c in row), default=0)
        return above is not None and above.text.count("\n") >= fullest - 1

    def _goes_on(self, cell: Cell) -> bool | None:
        """Whether a cell is the rest of the one above; None where it cannot be told."""
        above = self._above(cell)
        if above is None or above.blank or cell.blank:
            return None
        return goes_on(self.kinds[cell.column], above.printed, cell.printed)

    def _crossing(self, cell: Cell) -> Cell | None:
        """The cell above the break that a cell below it is a part of."""
        if cell.row != self.header or cell.column_span == self.after.columns:
            return None
        above = self._above(cell)
        if above is None or self.cut:
            return above
        if self.kinds[cell.column] not in _SHARED:
            return None
        if cell.blank or (above.blank and above.row_span > 1):
            return above
        return above if self._goes_on(cell) else None

    def _told(self) -> list[Diagnostic]:
        told = []
        if self.header:
            texts = [cell for row in range(self.header) for cell in self.after.row_cells(row) if not cell.blank]
            place = Place(page=self.after.page)
            told.append(replace(found("P006", place), text="\n".join(cell.text for cell in texts)))
        if self.cut:
            first = self._first_row()
            where = first[0].places(0)[0] if first else Place()
            told.append(found("P003", Place(page=where.page, bbox=where.bbox)))
        return told


def _extended(above: Cell, cell: Cell, offset: int, cut: bool) -> Cell:
    """A cell with its part below the break: texts joined, places added, the span carried on."""
    end = cell.row + offset + cell.row_span
    return replace(
        above,
        row_span=max(above.row_span, end - above.row),
        printed=above.printed.joined(cell.printed, Break.WRAP) if cut or cell.printed.text else above.printed,
        fragments=(*above.fragments, *cell.fragments),
    )


def column_kinds(grid: Grid, depth: int) -> Sequence[str]:
    """The kind of every column of a grid by the lowest label over it that is known: a role, "name", "tick" or "extra"."""
    kinds = []
    for column in range(grid.columns):
        kind = "extra"
        for row in range(depth):
            cell, _ = grid.at(row, column)
            if cell is None or cell.column_span == grid.columns:
                continue
            header = header_of(cell.text)
            if header:
                kind = header.role
            elif leaf_of(cell.text):
                kind = "tick"
        kinds.append("level" if kind == "skip" else kind)
    levels = [index for index, kind in enumerate(kinds) if kind == "level"]
    if levels:
        kinds[levels[-1]] = "name"
    return kinds

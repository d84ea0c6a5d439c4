"""The rows of a table's body: items, headings over all columns, notes, what goes on from the row above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gicat.diagnostics import FIELDS, Diagnostic, found
from gicat.grid import Break, Cell, Grid, Place
from gicat.interpret.columns import Column
from gicat.interpret.values import Value, ValueReader
from gicat.numerals import value as value_of
from gicat.recognise.shapes import is_number
from gicat.text import squeeze

_NOTE = re.compile(r"^(?:备?注[:：\d]|[（(]备?注[）)]|说明[:：]|[（(]?续上?表[）)]?$)")
_NUMBERED = 4
"""How many cells in sequence number the columns of a table."""


@dataclass(slots=True)
class Row:
    """An item's row: its values by column, its heading, its number in the grid."""

    index: int
    values: list[Value]
    headings: tuple[Cell, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)


@dataclass(slots=True)
class Body:
    """The rows of a table, the full-width rows after the last of them, notes among them, and what was left out."""

    rows: list[Row]
    trailing: list[Cell]
    notes: list[Cell]
    diagnostics: list[Diagnostic]


class RowReader:
    """Reads the body of a grid.

    Args:
        grid: the table.
        columns: its leaf columns.
        table: its number, for places.
    """

    def __init__(self, grid: Grid, columns: Sequence[Column], table: int) -> None:
        self.grid, self.columns, self.table = grid, list(columns), table
        self.headings: tuple[Cell, ...] = ()
        self.pending: list[Cell] = []
        self.body = Body([], [], [], [])
        self.levels = sorted(
            (c for c in columns if c.role in ("level", "name")), key=lambda c: (c.role == "name", c.rank, c.index)
        )

    def read(self, rows: Sequence[int]) -> Body:
        """The body: the given rows of the grid."""
        self.values = ValueReader(self.grid, self.columns, rows)
        for index in rows:
            cells = self.grid.row_cells(index)
            wide = self._full_width(cells)
            if wide is not None:
                self._full(wide)
            else:
                self._row(index)
        self.body.trailing = self.pending
        return self.body

    def _full_width(self, cells: Sequence[Cell]) -> Cell | None:
        if len(cells) == 1 and cells[0].column_span == self.grid.columns > 1 and not cells[0].unplaced:
            return cells[0]
        return None

    def _full(self, cell: Cell) -> None:
        if _NOTE.match(squeeze(cell.text)):
            self.body.notes.append(cell)
        elif not cell.blank:
            self.pending.append(cell)

    def _row(self, index: int) -> None:
        above = self.body.rows[-1] if self.body.rows and not self.pending else None
        carried = self.body.rows[-1].values if self.body.rows else ()
        values = [self.values.value(index, column, carried) for column in self.columns]
        own = {c.role for c, v in zip(self.columns, values, strict=True) if v.own}
        if not own - {"number"} or self._numbers_columns(values):
            self._drop(index, values)
            return
        if own == {"content"} and above is not None and self._spanned(values):
            self._continue(above, values, index)
            return
        if self.pending:
            self.headings, self.pending = tuple(self.pending), []
        self._levels(values, index)
        row = Row(index, values, self.headings)
        self._told(row)
        self.body.rows.append(row)

    @staticmethod
    def _numbers_columns(values: Sequence[Value]) -> bool:
        """Whether a row does nothing but number the columns: （1）（2）（3）."""
        texts = [value.printed.text for value in values if value.own]
        if len(texts) < _NUMBERED or not all(map(is_number, texts)):
            return False
        return [value_of(re.sub(r"\D", "", squeeze(text))) for text in texts] == list(range(1, len(texts) + 1))

    def _spanned(self, values: Sequence[Value]) -> bool:
        """Whether the other cells of a row are the ones above it, and it has no channels or ticks of its own."""
        return all(not v.own for c, v in zip(self.columns, values, strict=True) if c.role != "content")

    def _continue(self, above: Row, values: Sequence[Value], index: int) -> None:
        for column, value in zip(self.columns, values, strict=True):
            if column.role == "content" and value.own and value.ditto is None:
                last = above.values[column.index]
                printed = last.printed.joined(value.printed, Break.PARAGRAPH)
                above.values[column.index] = replace(last, printed=printed, cells=(*last.cells, *value.cells), own=True)
        above.diagnostics.append(found("P016", self._place(values, index)))

    def _drop(self, index: int, values: Sequence[Value]) -> None:
        printed = [v for v in values if v.own]
        text = "\n".join(v.printed.text for v in printed)
        dropped = replace(found("P007", self._place(values, index)), text=text or None)
        if printed or any(v.cells and v.inherited is None for v in values):
            self.body.diagnostics.append(dropped)

    def _place(self, values: Sequence[Value], index: int) -> Place:
        cell = next((cell for value in values for cell in value.cells if cell.row == index), None)
        return cell.places(self.table)[0] if cell else Place(table=self.table, row=index)

    def _levels(self, values: list[Value], index: int) -> None:
        """A level printed anew ends the levels inside it: they are not filled from the row above."""
        renewed = False
        for column in self.levels:
            value = values[column.index]
            if renewed and value.inherited in ("blank", "missing"):
                cell, _ = self.grid.at(index, column.index)
                values[column.index] = Value(cells=(cell,) if cell else ())
            renewed = renewed or value.own

    def _told(self, row: Row) -> None:
        for column, value in zip(self.columns, row.values, strict=True):
            field = _told_as(column.role)
            if value.own and (doubtful := [cell for cell in value.cells if cell.doubtful]):
                told = found("P024", doubtful[0].places(self.table)[0], field=FIELDS[field])
                row.diagnostics.append(replace(told, field=field, certainty="inferred"))
            if value.inherited == "blank":
                blank, _ = self.grid.at(row.index, column.index)
                place = blank.places(self.table)[0] if blank else Place(table=self.table, row=row.index)
                told = found("P001", place, field=FIELDS[field])
                row.diagnostics.append(replace(told, field=field, certainty="inferred"))


def _told_as(role: str) -> str:
    return {"level": "categories", "contact_units": "responsible_units"}.get(role, role)

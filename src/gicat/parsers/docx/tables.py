"""A w:tbl to a grid with real spans (ECMA-376 Part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gicat.grid import Cell, Grid, Place
from gicat.parsers.docx import checkboxes, names
from gicat.parsers.docx.names import (
    ALTERNATE,
    CELL_MERGE,
    CHANGED_MERGES,
    HMERGE,
    SDT,
    TBL,
    TC,
    TCPR,
    TR,
    TRPR,
    VAL,
    VMERGE,
    Element,
    P,
    R,
    T,
    attribute,
    child,
    w,
)
from gicat.parsers.docx.sinks import NOWHERE, CellSink, Layout

if TYPE_CHECKING:
    from gicat.parsers.docx.walk import Walk

_GRID_SPAN = w("gridSpan")
_BLOCKS = (P, TBL, R, T)
_BEFORE, _AFTER, _HEADER, _DELETED = w("gridBefore"), w("gridAfter"), w("tblHeader"), w("del")
_MOST_COLUMNS = 1024
"""More columns than any table has (Word allows 63); a wider span is taken for damage."""


@dataclass(slots=True)
class _Growing:
    """A cell that may still grow, right (w:hMerge) and down (w:vMerge)."""

    row: int
    column: int
    columns: int
    content: CellSink
    rows: int = 1


@dataclass(slots=True)
class _Table:
    """A table while it is read.

    Attributes:
        above: the vertical merges that reach the row before, by their first column.
        here: those that reach the current row.
        left: the horizontal merge that reaches the current column.
    """

    walk: Walk
    index: int
    cells: list[_Growing] = field(default_factory=list)
    above: dict[int, _Growing] = field(default_factory=dict)
    here: dict[int, _Growing] = field(default_factory=dict)
    left: _Growing | None = None
    rows: int = 0
    columns: int = 0
    header_rows: int = 0

    def add_row(self, element: Element) -> None:
        """Read a w:tr; rows deleted in a tracked change are left out (17.13.5.12)."""
        properties = child(element, TRPR)
        if child(properties, _DELETED) is not None:
            return
        header = child(properties, _HEADER)
        if header is not None and names.on(header.get(VAL)) and self.header_rows == self.rows:
            self.header_rows += 1
        column = _count(attribute(properties, _BEFORE), 0)
        after = _count(attribute(properties, _AFTER), 0)
        self.here, self.left = {}, None
        for cell in entries(element, TC, self.walk):
            if names.cell_deleted(cell):
                continue
            column += self._add_cell(cell, column)
        self.above = self.here
        self.rows += 1
        self.columns = max(self.columns, column + after)
        self.walk.budget.spend(max(1, column))

    def _add_cell(self, element: Element, column: int) -> int:
        """Read a w:tc at a column; how many columns it takes."""
        span, down, right = 1, None, None
        properties = child(element, TCPR)
        if properties is not None:
            for entry in properties.iterchildren(_GRID_SPAN, VMERGE, HMERGE, CELL_MERGE):
                if entry.tag == _GRID_SPAN:
                    span = max(1, _count(entry.get(VAL), 1))
                elif entry.tag == VMERGE:
                    down = entry.get(VAL, "continue")
                elif entry.tag == CELL_MERGE:
                    down = CHANGED_MERGES.get(entry.get(VMERGE, ""))
                else:
                    right = entry.get(VAL, "continue")
        origin = self._origin(column, span, down, right)
        content = self.walk.cell(element, self._place(origin, column), covered=origin is not None)
        cell = origin
        if cell is None:
            cell = _Growing(self.rows, column, span, content)
            self.cells.append(cell)
        else:
            cell.content.nested += content.nested
        if down is not None:
            self.here[cell.column] = cell
        self.left = cell if right is not None else None
        return span

    def _origin(self, column: int, span: int, down: str | None, right: str | None) -> _Growing | None:
        """The cell that covers this one, made to reach it; None for a cell of its own.

        A merge that continues nothing begins one (17.4.84: what it would continue is not there).
        """
        if right == "continue" and self.left is not None and self.left.row == self.rows:
            self.left.columns += span
            return self.left
        if right == "continue" and self.left is not None:
            return self.left  # the second row of a cell that spans both ways has its columns already
        if down == "continue":
            origin = self.above.get(column)
            if origin is not None and (right is not None or origin.columns == span):
                origin.rows += 1
                return origin
        return None

    def _place(self, origin: _Growing | None, column: int) -> Place:
        return Place(
            table=self.index,
            row=self.rows if origin is None else origin.row,
            column=column if origin is None else origin.column,
        )

    def layout(self) -> Layout:
        """The table as read so far."""
        cells, nested = [], []
        for cell in self.cells:
            printed = cell.content.text.printed()
            cells.append(Cell(cell.row, cell.column, cell.rows, cell.columns, printed, NOWHERE))
            nested += cell.content.nested
        return Layout(Grid(tuple(cells), self.rows, self.columns, header_rows=self.header_rows or None), nested)


def read_table(element: Element, walk: Walk) -> Layout:
    """Read a table, as far as the limits allow."""
    table = _Table(walk, walk.tables)
    walk.tables += 1
    for row in entries(element, TR, walk):
        if walk.budget.spent:
            break
        table.add_row(row)
    return table.layout()


def entries(parent: Element, wanted: str, walk: Walk) -> Iterator[Element]:
    """The rows of a table or the cells of a row, out of what wraps them (17.5.2.29 and others)."""
    for entry in parent:
        tag = entry.tag
        if tag == wanted:
            yield entry
        elif tag == SDT:
            walk.control = checkboxes.content_control(entry) or walk.control
            yield from entries(entry, wanted, walk)
            walk.control = None
        elif tag == ALTERNATE:
            branch = walk.inline.findings.branch(entry)
            if branch is not None:
                yield from entries(branch, wanted, walk)
        elif tag not in names.SILENT:
            if tag not in names.WRAPPERS:
                walk.inline.findings.unknown(entry)
            if tag in _BLOCKS:
                walk.strays.append(entry)
                continue
            yield from entries(entry, wanted, walk)


def _count(value: str | None, default: int) -> int:
    return min(_MOST_COLUMNS, max(0, names.number(value, default)))

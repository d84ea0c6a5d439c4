"""Decoded steps to a grid, and what stands outside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gicat.diagnostics import Diagnostic, found
from gicat.grid import NOTHING, Break, Cell, Fragment, Grid, Paragraph, Place, StreamCell
from gicat.recognise.shapes import is_tick
from gicat.recover.columns import Columns
from gicat.recover.flowing.atoms import Atom, printed
from gicat.recover.flowing.decode import FULL_WIDTH, OUTSIDE, Step
from gicat.recover.flowing.slots import Slot
from gicat.recover.flowing.ways import Reading
from gicat.recover.table import Table


class Decoded(Table):
    """The grid of a decoded table.

    Attributes:
        outside: lines that are no cells, in order.
        diagnostics: rows that a page's edge had cut.
    """

    def __init__(self, columns: Columns, slots: Sequence[Slot], atoms: Sequence[Atom], *, glued: bool) -> None:
        super().__init__(columns)
        self.glued = glued
        self.words = {slot.columns.start for slot in slots if slot.kind in ("level", "name", "content", "extra")}
        self.first = len(self.cells)
        self.slots, self.atoms = slots, atoms
        self.outside: list[Paragraph] = []
        self.diagnostics: list[Diagnostic] = []
        self.started = False

    def fill(self, reading: Reading) -> Grid:
        """The grid of all rows."""
        self.full = _full(reading.steps, self.slots, self.atoms)
        for step in reading.steps:
            self._take(step, self.atoms[step.start : step.end])
            if step in reading.doubtful and step.column >= 0:
                self.cells[-1] = replace(self.cells[-1], doubtful=True)
        self._finish_row()
        return self.grid()

    def _take(self, step: Step, atoms: Sequence[Atom]) -> None:
        if step.column == OUTSIDE:
            if not atoms[0].blank:
                self.outside.append(Paragraph(printed(atoms), (Fragment(line=atoms[0].line),)))
            return
        if step.opens or step.column == FULL_WIDTH:
            self._finish_row()
            self.started = True
        if step.column == FULL_WIDTH:
            self.add(_cell(atoms), 0, self.columns.width, inferred=True)
        elif step.resumed:
            self._resume(self.slots[step.column], atoms)
        else:
            self._cell(self.slots[step.column], atoms)

    def _finish_row(self) -> None:
        """A row without any tick says nothing of its tick columns; a glued one that lacks words has them elsewhere."""
        if self.started:
            row = self.cells[self.first :]
            covered = {c for cell in row for c in range(cell.column, cell.column + cell.column_span)}
            for slot in self.slots:
                if slot.kind == "ticks" and not covered.intersection(slot.columns):
                    self.unplaced((), slot.columns)
            if self.glued and row and not covered.issuperset(self.words):
                self.diagnostics.append(found("P023", Place(line=row[0].fragments[0].line)))
            self.row += 1
        self.started, self.first = False, len(self.cells)

    def _cell(self, slot: Slot, atoms: Sequence[Atom]) -> None:
        if slot.kind == "ticks":
            self._tick_block(slot, atoms)
        elif atoms[0].blank:
            fragment = (Fragment(line=atoms[0].line),)
            self.cells.append(Cell(self.row, slot.columns.start, 1, 1, NOTHING, fragment, inferred=True))
        else:
            self.add(_cell(atoms), slot.columns.start, inferred=True)

    def _tick_block(self, slot: Slot, atoms: Sequence[Atom]) -> None:
        if all(is_tick(atom.text) for atom in atoms):
            self.ticks([_cell([atom]) for atom in atoms], slot.columns, full=self.full)
        else:
            self.unplaced([_cell([atom]) for atom in atoms], slot.columns)

    def _resume(self, slot: Slot, atoms: Sequence[Atom]) -> None:
        """Put the rest of a cell behind what stands of it before the page's edge."""
        column = slot.columns.start
        for index in range(len(self.cells) - 1, -1, -1):
            cell = self.cells[index]
            if cell.row != self.row:
                break
            if cell.column == column:
                whole = cell.printed.joined(printed(atoms), Break.WRAP)
                fragments = (*cell.fragments, Fragment(line=atoms[0].line))
                self.cells.append(replace(self.cells.pop(index), printed=whole, fragments=fragments))
                self.diagnostics.append(found("P003", Place(line=atoms[0].line)))
                return
        self._cell(slot, atoms)


def _cell(atoms: Sequence[Atom]) -> StreamCell:
    return StreamCell(printed(atoms), atoms[0].line, atoms[0].gap)


def _full(steps: Sequence[Step], slots: Sequence[Slot], atoms: Sequence[Atom]) -> bool:
    """Whether a row of the table has a tick in every column of a block of ticks."""
    return any(
        slots[step.column].kind == "ticks" and step.end - step.start == slots[step.column].count
        for step in steps
        if step.column >= 0
    )

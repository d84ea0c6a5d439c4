"""The atoms of one table to its grid: its columns learned from a beginning, then the whole decoded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gicat.deadline import Deadline
from gicat.diagnostics import Result, found
from gicat.grid import Block, Place, StreamCell
from gicat.recover.columns import Columns
from gicat.recover.flowing import weights
from gicat.recover.flowing.atoms import Atom, lead
from gicat.recover.flowing.body import Body
from gicat.recover.flowing.boxes import Boxes
from gicat.recover.flowing.decode import decode
from gicat.recover.flowing.lessons import Lessons
from gicat.recover.flowing.pieces import Gap, width
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.slots import slots
from gicat.recover.flowing.tables import Decoded

SAMPLE = 600
"""Atoms from which the columns are learned."""
_BEGINNING = 200
"""Atoms by which two assumptions of what blank lines are can be told apart."""
_CONFIDENT = 0.6
"""What a reading is worth by the atom at least; below it, saying nothing is better."""


class TableReading:
    """A table as it is read.

    Args:
        table: the atoms of its body.
        columns: under its header.
        blank_cells: whether the text prints empty cells.
        whole_cells: whether every atom is a cell.
        glued: whether cells stand without anything between.
    """

    def __init__(
        self,
        table: Sequence[Atom],
        columns: Columns,
        *,
        blank_cells: bool,
        whole_cells: bool = False,
        glued: bool = False,
    ) -> None:
        self.table, self.columns, self.glued = table, columns, glued
        self.blank_cells, self.whole_cells = blank_cells, whole_cells
        self._slots = slots(columns, blank_cells=blank_cells or whole_cells)

    def beginning_worth(self) -> float:
        """What the beginning is worth by the atom, before anything is learned."""
        body = Body(self.table[:_BEGINNING], blank_cells=self.blank_cells, whole_cells=self.whole_cells)
        return decode(Scores(body, self._slots), thorough=False).worth / max(1, _words(body.atoms))

    def blocks(self, deadline: Deadline | None = None) -> Result[list[Block]] | None:
        """The grid of the table, and behind it the lines that are no cells.

        Returns:
            None where the best reading is hardly better than none, or not found by the deadline.
        """
        body = Body(self.table[:SAMPLE], blank_cells=self.blank_cells, whole_cells=self.whole_cells, keep=True)
        lesson = Lessons(body, self._slots, deadline).best()
        if len(self.table) > SAMPLE:
            body = Body(self.table, blank_cells=self.blank_cells, whole_cells=self.whole_cells)
        scores = Scores(body, lesson.slots, merged=lesson.merged, in_line=lesson.in_line)
        reading = decode(scores, doubt=weights.DOUBT, deadline=deadline)
        if reading.worth < _CONFIDENT * _words(self.table):
            return None
        decoded = Decoded(self.columns, lesson.slots, self.table, glued=self.glued)
        grid = decoded.fill(reading)
        told = replace(found("P022", Place(line=self.columns.tops[0].line)), certainty="inferred")
        return Result.of([grid, *decoded.outside], [told, *decoded.diagnostics])


def read_cells(cells: Sequence[StreamCell], columns: Columns) -> Result[list[Block]] | None:
    """The grid of a table whose cells are known, but not which of them start a row; see `TableReading.blocks`."""
    texts = ["" if cell.printed.blank else cell.printed.text for cell in cells]
    boxes = Boxes.of(word for text in texts for word in text.split())
    table = [_atom(cell, text, boxes) for cell, text in zip(cells, texts, strict=True)]
    return TableReading(table, columns, blank_cells=False, whole_cells=True).blocks()


def _words(atoms: Sequence[Atom]) -> int:
    return sum(not atom.blank for atom in atoms)


def _atom(cell: StreamCell, text: str, boxes: Boxes) -> Atom:
    widths = tuple(map(width, text.split("\n")))
    return Atom(
        text,
        cell.line,
        Gap.LINE,
        "",
        widths,
        lead(text),
        boxed=boxes.beside(text),
    )

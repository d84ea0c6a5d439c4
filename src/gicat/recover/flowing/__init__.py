"""Text without delimiters to tables: the sequence of its words decoded against what each column's cells look like."""

from __future__ import annotations

from dataclasses import replace

from gicat.deadline import Deadline
from gicat.diagnostics import Diagnostic, Result, found
from gicat.grid import Block, Lines
from gicat.recover.flowing.atoms import atoms
from gicat.recover.flowing.boxes import Boxes
from gicat.recover.flowing.page_numbers import without_page_numbers
from gicat.recover.flowing.pieces import pieces
from gicat.recover.flowing.reading import TableReading, read_cells
from gicat.recover.flowing.regions import Region, regions_of


def flowing_blocks(block: Lines, deadline: Deadline | None = None) -> Result[list[Block]]:
    """The tables of a text without delimiters, and the paragraphs around them.

    The text itself comes back where it has no header of a table, or one under which nothing can be read
    with any confidence, or not before the deadline.
    """
    reading = _Reading(block, blank_cells=block.blank_cells is True)
    if block.blank_cells is None and any(not line for line in block.lines) and reading.regions:
        other = _Reading(block, blank_cells=True)
        if other.regions and other.worth() > reading.worth():
            reading = other
    return reading.blocks(deadline) or Result([block])


class _Reading:
    """A text under one assumption of what its blank lines are."""

    def __init__(self, block: Lines, *, blank_cells: bool) -> None:
        words, self.page_numbers = without_page_numbers(pieces(block, blank_cells=blank_cells))
        self.regions, self.before, self.between = regions_of(words)
        self.boxes = Boxes.of(piece.text for piece in words)

    def worth(self) -> float:
        """What the first table's beginning is worth by the atom."""
        return self._table(self.regions[0]).beginning_worth()

    def blocks(self, deadline: Deadline | None) -> Result[list[Block]] | None:
        """Its paragraphs and tables; None without a table, and where one cannot be read with any confidence."""
        if not self.regions:
            return None
        found_blocks: list[Block] = [*self.page_numbers, *self.before]
        diagnostics: list[Diagnostic] = []
        for region, behind in zip(self.regions, self.between, strict=True):
            read = self._table(region).blocks(deadline)
            if read is None:
                return None
            found_blocks += [*read.value, *behind]
            diagnostics += read.diagnostics
            diagnostics += [replace(found("P006", head.place()), text=head.text) for head in region.repeated]
        return Result.of(found_blocks, diagnostics)

    def _table(self, region: Region) -> TableReading:
        return TableReading(
            atoms(region.body, self.boxes),
            region.header.columns,
            blank_cells=region.blank_cells,
            glued=region.header.glued,
        )


__all__ = ["flowing_blocks", "read_cells"]

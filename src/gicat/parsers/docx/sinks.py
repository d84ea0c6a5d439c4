"""Where the paragraphs and tables of a document go: the body, page furniture, or a cell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from gicat.grid import Block, Fragment, Grid, Paragraph, Printed
from gicat.parsers.docx.text import TextBuilder

NOWHERE = (Fragment(),)
"""Where a cell or paragraph stands in a file without pages."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A grid, and the grids nested in its cells, each after the one it stands in."""

    grid: Grid
    nested: list[Grid]


class Sink(Protocol):
    """Where paragraphs and tables go: the body, a cell, or page furniture."""

    def builder(self) -> TextBuilder:
        """The text that the next paragraph is written to."""
        ...

    def done(self, builder: TextBuilder) -> None:
        """Take a paragraph that was written."""
        ...

    def table(self, layout: Layout) -> None:
        """Take a table."""
        ...


@dataclass(slots=True)
class BodySink:
    """Collects blocks."""

    blocks: list[Block] = field(default_factory=list)
    furniture: bool = False

    def builder(self) -> TextBuilder:
        """A text of its own for each paragraph."""
        return TextBuilder()

    def done(self, builder: TextBuilder) -> None:
        """Keep a paragraph that prints something."""
        self._keep(builder.printed())

    def table(self, layout: Layout) -> None:
        """Keep a grid and those nested in it; page furniture keeps the texts of their cells."""
        if not self.furniture:
            self.blocks += [layout.grid, *layout.nested]
            return
        for grid in (layout.grid, *layout.nested):
            for cell in grid.cells:
                self._keep(cell.printed)

    def _keep(self, printed: Printed) -> None:
        if not printed.blank:
            self.blocks.append(Paragraph(printed, NOWHERE, furniture=self.furniture))


@dataclass(slots=True)
class CellSink:
    """Collects the text of one cell, and the grids in it."""

    row: int
    column: int
    text: TextBuilder = field(default_factory=TextBuilder)
    nested: list[Grid] = field(default_factory=list)

    def builder(self) -> TextBuilder:
        """One text for all paragraphs."""
        return self.text

    def done(self, builder: TextBuilder) -> None:
        """Nothing to do: the text is the cell's."""

    def table(self, layout: Layout) -> None:
        """Keep a nested grid with its place in this one."""
        self.nested += [replace(layout.grid, nested=(self.row, self.column)), *layout.nested]

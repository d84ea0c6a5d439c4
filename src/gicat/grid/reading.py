"""What a reader gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gicat.grid.places import NOWHERE, Place
from gicat.grid.running import Lines, Paragraph, Stream
from gicat.grid.tables import Grid

Block = Paragraph | Grid | Stream | Lines


@dataclass(frozen=True, slots=True)
class Sighting:
    """Some characters of a file and where they stand, counted without looking at cells; for the audit."""

    text: str
    place: Place = NOWHERE


@dataclass(frozen=True)
class Reading:
    """What a reader found in a file, in reading order.

    Attributes:
        blocks: paragraphs, grids and lines as printed.
        dialect: the kind of text export, for text; see `gicat formats`.
        engine: the library that read it, where there is a choice.
        encoding: the text encoding, for text.
        pages: how many pages the file has, where it has pages.
    """

    blocks: tuple[Block, ...]
    dialect: str | None = None
    engine: str | None = None
    encoding: str | None = None
    pages: int | None = None

    def grids(self) -> Iterator[Grid]:
        """The grids among the blocks."""
        return (block for block in self.blocks if isinstance(block, Grid))

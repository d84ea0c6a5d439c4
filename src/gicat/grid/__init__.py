"""What a page shows, before anybody says what it means: places, cells, grids, paragraphs, lines.

These types are public: a reader for another format is written against this module alone. A reader
makes a `Reading` out of bytes and says only what is printed; `recover` turns its blocks into
grids; `interpret` reads the grids.
"""

from __future__ import annotations

from gicat.grid.places import NOWHERE, Box, Fragment, Place
from gicat.grid.printed import NOTHING, WRAP_SIGN, Break, Mark, Printed
from gicat.grid.reading import Block, Reading, Sighting
from gicat.grid.running import Lines, Paragraph, Piece, Stream, StreamCell, Tag
from gicat.grid.tables import Cell, Grid, Origin

__all__ = [
    "NOTHING",
    "NOWHERE",
    "WRAP_SIGN",
    "Block",
    "Box",
    "Break",
    "Cell",
    "Fragment",
    "Grid",
    "Lines",
    "Mark",
    "Origin",
    "Paragraph",
    "Piece",
    "Place",
    "Printed",
    "Reading",
    "Sighting",
    "Stream",
    "StreamCell",
    "Tag",
]

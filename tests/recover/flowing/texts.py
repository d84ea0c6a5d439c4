"""Short ways to say what stands in a flowing text, and to show what became of it."""

from __future__ import annotations

from gicat.grid import Block, Grid, Lines, Paragraph
from gicat.recover.flowing import flowing_blocks
from gicat.recover.flowing.atoms import Atom, atoms
from gicat.recover.flowing.boxes import Boxes
from gicat.recover.flowing.pieces import Piece, pieces
from tests.building import drawn


def block(text: str, first: int = 1) -> Lines:
    """A text as recovery gets it: a form feed stands at the start of the first line of a page."""
    lines = text.split("\n")
    edges = tuple(number for number, line in enumerate(lines) if line.startswith("\f"))
    return Lines(tuple(line.removeprefix("\f") for line in lines), first, edges)


def cut(text: str, *, blank_cells: bool = False) -> list[Piece]:
    """The pieces of a text."""
    return pieces(block(text), blank_cells=blank_cells)


def joined(text: str, *, blank_cells: bool = False) -> list[Atom]:
    """The atoms of a text, its boxes found."""
    found = cut(text, blank_cells=blank_cells)
    return atoms(found, Boxes.of(piece.text for piece in found))


def texts(text: str, *, blank_cells: bool = False) -> list[str]:
    """The texts of the atoms of a text."""
    return [atom.text for atom in joined(text, blank_cells=blank_cells)]


def tables(text: str) -> list[list[list[str | None]]]:
    """The tables in a text, cell by cell, the header first."""
    return [drawn(grid) for grid in grids(text)]


def body(text: str) -> list[list[str | None]]:
    """The rows under the header of the one table in a text."""
    (grid,) = grids(text)
    return drawn(grid)[grid.header_rows or 0 :]


def grids(text: str) -> list[Grid]:
    """The tables in a text."""
    return [found for found in blocks(text) if isinstance(found, Grid)]


def outside(text: str) -> list[str]:
    """The paragraphs around the tables in a text."""
    return [found.text for found in blocks(text) if isinstance(found, Paragraph)]


def blocks(text: str) -> list[Block]:
    """What flowing text becomes."""
    return list(flowing_blocks(block(text)).value)

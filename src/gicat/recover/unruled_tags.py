"""Cells of a table without rulings in a tagged document: the tags tell the rows, where the text stands the columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gicat.grid import Box, Piece, Tag
from gicat.recover.bands import top_of
from gicat.recover.unruled_columns import Columns


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell: its row and column, how many of them it covers, its lines in pieces, its box where lines show it."""

    row: int
    column: int
    rows: int
    columns: int
    pieces: tuple[Piece, ...]
    box: Box | None = None


def tagged_slots(columns: Columns, pieces: Sequence[Piece]) -> tuple[tuple[Slot, ...], int] | None:
    """The cells of some pieces and how many rows they make; None where not all are tagged, or the tags contradict.

    Tags contradict what is printed if their rows do not follow each other down the page, or if two cells of a row
    stand in one column.
    """
    cells: dict[Tag, list[Piece]] = {}
    for piece in pieces:
        if piece.tag is None:
            return None
        cells.setdefault(piece.tag, []).append(piece)
    rows = sorted({tag.row for tag in cells})
    if not _in_order(cells, rows):
        return None
    slots: list[Slot] = []
    covered: set[tuple[int, int]] = set()
    for tag, held in cells.items():
        row, spans = rows.index(tag.row), [columns.of(piece) for piece in held]
        first, last = min(span[0] for span in spans), max(span[1] for span in spans)
        down = min(tag.rows, len(rows) - row)
        area = {(r, c) for r in range(row, row + down) for c in range(first, last + 1)}
        if area & covered:
            return None
        covered |= area
        slots.append(Slot(row, first, down, last - first + 1, tuple(held)))
    every = ((row, column) for row in range(len(rows)) for column in range(len(columns.kinds)))
    empty = (Slot(row, column, 1, 1, ()) for row, column in every if (row, column) not in covered)
    return (*slots, *empty), len(rows)


def _in_order(cells: Mapping[Tag, Sequence[Piece]], rows: Sequence[int]) -> bool:
    """Whether the rows, by their cells that span no others, stand under each other in their order."""
    tops: dict[int, float] = {}
    for tag, held in cells.items():
        if tag.rows == 1:
            top = min(map(top_of, held))
            tops[tag.row] = min(top, tops.get(tag.row, top))
    places = [tops[row] for row in rows if row in tops]
    return places == sorted(places)

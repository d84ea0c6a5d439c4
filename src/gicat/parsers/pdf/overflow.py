"""Text too long for its cell, printed on over the cells beside it: it stays together.

A text shown by one operator may as well be the text of several cells in a row. It is one text where a ruling goes
through a character; where rulings stand in gaps, each cell has its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gicat.grid import Box
from gicat.parsers.pdf.lattice import Lattice
from gicat.parsers.pdf.model import Char

_THROUGH = 0.12  # of the em: a ruling nearer to the edge of a character does not go through it
_NEAR = 1.0  # of the em: text that begins so near to the left border of a cell is set to it

CellChars = dict[int, list[Char]]
"""Characters by the index of their cell in `Lattice.spans`."""

Home = tuple[int, int] | None
"""A table and a cell of it; None outside."""

Piece = tuple[Home, list[Char]]
"""The characters of a run that stand in one cell."""


def gather(crossing: set[int], inside: list[CellChars], outside: list[Char], tables: Sequence[Lattice]) -> None:
    """Put every text that runs over a border into one cell.

    Args:
        crossing: the runs of characters that stand in more than one cell.
        inside, outside: where each character stands by its middle; they are changed.
        tables: their geometry.
    """
    pieces: dict[int, list[Piece]] = {run: [] for run in crossing}
    for home, chars in _homes(inside, outside):
        for run in {char.run for char in chars} & crossing:
            own = sorted((char for char in chars if char.run == run and not char.angle), key=lambda char: char.x0)
            if own:
                pieces[run].append((home, own))
    for found in pieces.values():
        ordered = sorted(found, key=lambda piece: piece[1][0].x0)
        for together in _whole(ordered, tables):
            _move(together, _home(together, tables), inside, outside)


def _homes(inside: list[CellChars], outside: list[Char]) -> Iterator[Piece]:
    yield None, outside
    for table, cells in enumerate(inside):
        for cell, chars in cells.items():
            yield (table, cell), chars


def _whole(pieces: list[Piece], tables: Sequence[Lattice]) -> Iterator[list[Piece]]:
    """Neighbouring pieces between which a border goes through a character, more than one each."""
    group = pieces[:1]
    for before, after in pairwise(pieces):
        if _through(before, after, tables):
            group.append(after)
        else:
            if len(group) > 1:
                yield group
            group = [after]
    if len(group) > 1:
        yield group


def _through(before: Piece, after: Piece, tables: Sequence[Lattice]) -> bool:
    left, right = _box(before[0], tables), _box(after[0], tables)
    border = left[2] if left else right[0] if right else 0.0
    last, first = before[1][-1], after[1][0]
    far = _THROUGH * last.size
    return last.x1 > border + far or first.x0 < border - far


def _move(pieces: list[Piece], home: Home, inside: list[CellChars], outside: list[Char]) -> None:
    """Take the pieces out of their cells and put them, in order, where the one stands that is at home."""
    moved = {id(char) for _, chars in pieces for char in chars}
    target = _chars(home, inside, outside)
    at = next(index for index, char in enumerate(target) if id(char) in moved)
    for place, _ in pieces:
        source = _chars(place, inside, outside)
        source[:] = [char for char in source if id(char) not in moved]
        if not source and place is not None and place != home:
            del inside[place[0]][place[1]]
    target[at:at] = [char for _, chars in pieces for char in chars]


def _chars(home: Home, inside: list[CellChars], outside: list[Char]) -> list[Char]:
    return outside if home is None else inside[home[0]][home[1]]


def _home(pieces: list[Piece], tables: Sequence[Lattice]) -> Home:
    """Where a text belongs: to the cell whose border it is set to, else to the one in which its middle stands."""
    start, end = pieces[0][1][0], pieces[-1][1][-1]
    first, last = _box(pieces[0][0], tables), _box(pieces[-1][0], tables)
    if first is not None and -_THROUGH * start.size <= start.x0 - first[0] <= _NEAR * start.size:
        return pieces[0][0]
    if last is not None and -_THROUGH * end.size <= last[2] - end.x1 <= _NEAR * end.size:
        return pieces[-1][0]
    middle = (start.x0 + end.x1) / 2
    return next((home for home, chars in pieces if chars[-1].x1 >= middle), pieces[-1][0])


def _box(home: Home, tables: Sequence[Lattice]) -> Box | None:
    return tables[home[0]].cell_box(tables[home[0]].spans[home[1]]) if home is not None else None

"""Rows of a table without rulings, and the cells in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gicat.grid import Box, Piece
from gicat.recover.bands import bands, bottom_of, top_of
from gicat.recover.unruled_columns import Columns
from gicat.recover.unruled_edges import LEVEL, OWN, SAME, line_white, middle_of, row_edges, row_of
from gicat.recover.unruled_tags import Slot, tagged_slots

_CENTRED = 0.5  # of the em: how far from the middle of its rows a centred cell may stand


@dataclass(frozen=True, slots=True)
class Body:
    """The cells under a header.

    Attributes:
        slots: the cells.
        rows: how many rows.
        ruled: whether lines told the rows, so that a merge is seen.
    """

    slots: tuple[Slot, ...]
    rows: int
    ruled: bool


def body_of(columns: Columns, pieces: Sequence[Piece], rules: Sequence[Box], shades: Sequence[Box]) -> Body | None:
    """The cells of some pieces; None where nothing tells which lines are a row.

    Args:
        columns: of the table.
        pieces: what stands under its header.
        rules: horizontal lines.
        shades: shading, as behind every other row.
    """
    tagged = tagged_slots(columns, pieces)
    if tagged is not None:
        return Body(*tagged, ruled=True)
    top, bottom = min(map(top_of, pieces)), max(map(bottom_of, pieces))
    inner = [rule for rule in rules if top < (rule[1] + rule[3]) / 2 < bottom]
    if inner:
        return _ruled(columns, pieces, inner, top, bottom)
    edges = row_edges(columns, pieces, shades)
    return _unruled(columns, pieces, edges) if edges else None


def _ruled(columns: Columns, pieces: Sequence[Piece], rules: Sequence[Box], top: float, bottom: float) -> Body:
    """Rows between horizontal lines; a cell that no line crosses spans them."""
    places: list[float] = []
    for y in sorted((rule[1] + rule[3]) / 2 for rule in rules):
        if not places or y - places[-1] > SAME:
            places.append(y)
    edges = [top - 1, *places, bottom + 1]
    slots: list[Slot] = []
    wide = [piece for piece in pieces if _alone(piece, columns, pieces, edges)]
    for piece in wide:
        slots.append(Slot(row_of(edges, piece), 0, 1, len(columns.kinds), (piece,)))
    full = {slot.row for slot in slots}
    for column in range(len(columns.kinds)):
        x = columns.middle(column)
        own = [y for y in places if any(r[0] <= x <= r[2] and abs((r[1] + r[3]) / 2 - y) <= SAME for r in rules)]
        bounds = [top - 1, *own, bottom + 1]
        for above, below in pairwise(bounds):
            first, end = edges.index(above), edges.index(below)
            if full.intersection(range(first, end)):
                continue
            held = [p for p in pieces if p not in wide and columns.of(p)[0] == column and above < middle_of(p) < below]
            box = (columns.edges[column], above, columns.edges[column + 1], below)
            slots.append(Slot(first, column, end - first, 1, tuple(held), box))
    return Body(tuple(slots), len(edges) - 1, ruled=True)


def _alone(piece: Piece, columns: Columns, pieces: Sequence[Piece], edges: Sequence[float]) -> bool:
    """Whether a piece runs over columns and is all that stands in its row."""
    first, last = columns.of(piece)
    row = row_of(edges, piece)
    return first < last and all(other is piece or row_of(edges, other) != row for other in pieces)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows: their borders, those that no full-width text takes, where each begins, the white between lines."""

    edges: list[float]
    free: list[int]
    tops: list[float]
    within: float


def _unruled(columns: Columns, pieces: Sequence[Piece], edges: list[float]) -> Body:
    rows = len(edges) - 1
    wide = [piece for piece in pieces if _alone(piece, columns, pieces, edges)]
    slots = [Slot(row_of(edges, piece), 0, 1, len(columns.kinds), (piece,)) for piece in wide]
    free = [row for row in range(rows) if row not in {slot.row for slot in slots}]
    tops = [min((top_of(p) for p in pieces if row_of(edges, p) == row), default=edges[row]) for row in range(rows)]
    known = _Rows(edges, free, tops, line_white(columns, pieces))
    for column, kind in enumerate(columns.kinds):
        held = [piece for piece in pieces if piece not in wide and columns.of(piece)[0] == column]
        if kind in OWN or kind == "tick":
            for row in free:
                slots.append(Slot(row, column, 1, 1, tuple(p for p in held if row_of(edges, p) == row)))
        else:
            slots += _shared(column, held, known)
    return Body(tuple(slots), rows, ruled=False)


def _shared(column: int, pieces: Iterable[Piece], rows: _Rows) -> list[Slot]:
    """Cells of a column whose cells may span rows: a text over a border does, and so do texts centred in their rows."""
    edges, free, tops = rows.edges, rows.free, rows.tops
    blocks = [band.pieces for band in bands(pieces, rows.within + 1.0)]
    if _each_on_top(blocks, edges, tops):
        blocks = [tuple(p for p in block if row_of(edges, p) == row) for block in blocks for row in _rows(edges, block)]
    centred = _centred(blocks, edges, free)
    taken: dict[int, Slot] = {}
    for index, block in enumerate(blocks):
        first, last = centred[index] if centred else (_rows(edges, block)[0], _rows(edges, block)[-1])
        if first in taken:
            block = (*taken[first].pieces, *block)
        taken[first] = Slot(first, column, last - first + 1, 1, tuple(block))
    covered = {row for slot in taken.values() for row in range(slot.row, slot.row + slot.rows)}
    return [*taken.values(), *(Slot(row, column, 1, 1, ()) for row in free if row not in covered)]


def _rows(edges: Sequence[float], block: Sequence[Piece]) -> list[int]:
    return sorted({row_of(edges, piece) for piece in block})


def _each_on_top(blocks: Sequence[Sequence[Piece]], edges: Sequence[float], tops: Sequence[float]) -> bool:
    """Whether a line of each text is the first of every row it stands in: then these are texts of close rows."""
    return all(
        min(abs(top_of(piece) - tops[row]) for piece in block if row_of(edges, piece) == row) <= LEVEL * block[0].size
        for block in blocks
        for row in _rows(edges, block)
    )


def _centred(blocks: Sequence[Sequence[Piece]], edges: list[float], free: list[int]) -> list[tuple[int, int]] | None:
    """The rows of every text, if each stands in the middle of as many rows as lie between its neighbours."""
    if len(blocks) == len(free) or not blocks or free != list(range(len(edges) - 1)):
        return None
    found: list[tuple[int, int]] = []
    start = 0
    for block in blocks:
        middle = (min(map(top_of, block)) + max(map(bottom_of, block))) / 2
        slack = _CENTRED * block[0].size
        ends = [end for end in range(start + 1, len(edges)) if abs((edges[start] + edges[end]) / 2 - middle) <= slack]
        if not ends:
            return None
        found.append((start, ends[0] - 1))
        start = ends[0]
    return found if start == len(edges) - 1 else None

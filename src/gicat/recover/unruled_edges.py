"""Borders of rows where no lines are drawn: shading, white paper, numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from gicat.grid import Box, Piece
from gicat.recover.bands import Band, bands, bottom_of, lines, top_of
from gicat.recover.unruled_columns import Columns

OWN = frozenset({"number", "name", "content"})
"""Kinds of column in which every row has a cell of its own."""

SAME = 2.0
"""Points: nearer lines are one."""

LEVEL = 0.4
"""Of the em: baselines as near as that are on one line."""

_MORE = 0.12  # of the em: how much more white there is between rows than between lines


def row_edges(columns: Columns, pieces: Sequence[Piece], shades: Sequence[Box]) -> list[float] | None:
    """The borders of all rows, one more than there are rows; None where nothing tells which lines are a row."""
    return _shaded_edges(columns, pieces, shades) or _white_edges(columns, pieces) or _numbered_edges(columns, pieces)


def middle_of(piece: Piece) -> float:
    """The middle of its print, from top to bottom."""
    return (top_of(piece) + bottom_of(piece)) / 2


def row_of(edges: Sequence[float], piece: Piece) -> int:
    """The row that the middle of a piece stands in."""
    return min(max(bisect_right(edges, middle_of(piece)) - 1, 0), len(edges) - 2)


def _shaded_edges(columns: Columns, pieces: Sequence[Piece], shades: Sequence[Box]) -> list[float] | None:
    """Borders of rows where shading begins and ends."""
    top, bottom = min(map(top_of, pieces)), max(map(bottom_of, pieces))
    places: list[float] = []
    for y in sorted(y for box in shades for y in (box[1], box[3]) if top < y < bottom):
        if not places or y - places[-1] > SAME:
            places.append(y)
    edges = [top - 1, *places, bottom + 1]
    return edges if places and _numbers_agree(columns, pieces, edges) else None


def _white_edges(columns: Columns, pieces: Sequence[Piece]) -> list[float] | None:
    """Borders of rows where the columns that rows do not share are whiter than between the lines of a cell."""
    own = [p for p in pieces if columns.kinds[columns.of(p)[0]] in OWN or len(set(columns.of(p))) > 1]
    within = line_white(columns, pieces)
    if not own:
        return None
    found = bands(own, within + _MORE * own[0].size)
    if _on_top(columns, pieces, found):
        edges = [band.top - within / 2 for band in found[1:]]
    else:
        edges = [(above.bottom + below.top) / 2 for above, below in pairwise(found)]
    edges = [min(map(top_of, pieces)) - 1, *edges, max(map(bottom_of, pieces)) + 1]
    return edges if _numbers_agree(columns, pieces, edges) else None


def _on_top(columns: Columns, pieces: Sequence[Piece], rows: Sequence[Band]) -> bool:
    """Whether cells are set to the top of their rows: nothing stands above the first, all begin on one line."""
    slack = LEVEL * pieces[0].size
    if min(map(top_of, pieces)) < rows[0].top - slack:
        return False
    for row in rows:
        firsts: dict[int, float] = {}
        for piece in row.pieces:
            column = columns.of(piece)[0]
            firsts[column] = min(firsts.get(column, top_of(piece)), top_of(piece))
        if max(firsts.values()) > row.top + slack:
            return False
    return True


def line_white(columns: Columns, pieces: Sequence[Piece]) -> float:
    """How much white there is between the lines of a cell: the least that is usual in a column; 0 for single lines."""
    gaps: Counter[float] = Counter()
    for column in range(len(columns.kinds)):
        rows = lines(piece for piece in pieces if columns.of(piece) == (column, column))
        for above, below in pairwise(rows):
            gaps[round(2 * (top_of(below[0]) - bottom_of(above[0]))) / 2] += 1
    if not gaps:
        return 0.0
    common = max(2, max(gaps.values()) // 4)
    return max(min((gap for gap, count in gaps.items() if count >= common), default=min(gaps)), 0.0)


def _numbers_agree(columns: Columns, pieces: Sequence[Piece], edges: Sequence[float]) -> bool:
    """Whether no row has two numbers."""
    if "number" not in columns.kinds:
        return True
    column = columns.kinds.index("number")
    numbers = [row_of(edges, piece) for piece in pieces if columns.of(piece) == (column, column)]
    return len(numbers) == len(set(numbers))


def _numbered_edges(columns: Columns, pieces: Sequence[Piece]) -> list[float] | None:
    """Borders of rows above their numbers, where every number stands on the first line of its row."""
    if "number" not in columns.kinds:
        return None
    column = columns.kinds.index("number")
    numbers = [piece for piece in pieces if columns.of(piece) == (column, column)]
    first = min(pieces, key=lambda piece: piece.y)
    if not numbers or abs(numbers[0].y - first.y) > LEVEL * first.size:
        return None
    own = [c for c, kind in enumerate(columns.kinds) if kind in OWN and c != column]
    for number in numbers:
        level = [p for p in pieces if abs(p.y - number.y) <= LEVEL * p.size]
        if not all(any(columns.of(p)[0] == c for p in level) for c in own):
            return None
    return [*(top_of(number) - 0.5 for number in sorted(numbers, key=lambda n: n.y)), max(map(bottom_of, pieces)) + 1]

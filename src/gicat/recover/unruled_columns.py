"""Columns of a table without rulings: strips of white paper between the labels of its header."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gicat.grid import Piece
from gicat.recover.unruled_header import Header

_STRIP = 0.1  # of the em: how wide a strip of white paper is at least
_OVER = 0.3  # of the em: how far a text may reach into a column it is not in


@dataclass(frozen=True, slots=True)
class Columns:
    """Where columns are.

    Attributes:
        edges: x of their borders, one more than there are columns.
        kinds: what their cells look like, in the terms of `recognise.shapes`.
    """

    edges: tuple[float, ...]
    kinds: tuple[str, ...]

    def of(self, piece: Piece) -> tuple[int, int]:
        """The first and the last column that a piece stands in."""
        inner, slack = self.edges[1:-1], _OVER * piece.size
        first = bisect_right(inner, min(piece.box[0] + slack, piece.box[2]))
        return first, max(first, bisect_right(inner, piece.box[2] - slack))

    def middle(self, column: int) -> float:
        """The middle of a column."""
        return (self.edges[column] + self.edges[column + 1]) / 2


def columns_under(header: Header, body: Sequence[Piece], kinds: Sequence[str]) -> Columns | None:
    """The columns under the labels of a header; None where the paper between two of them is not white."""
    leaves = [header.leaf(column) for column in range(len(header.leaves))]
    taken = [piece.box for leaf in leaves for piece in leaf.pieces]
    inner = []
    for left, right in pairwise(leaves):
        covering = [box for box in (*taken, *(piece.box for piece in body)) if not box[0] < left.x < right.x < box[2]]
        strip = _widest_white(left.x, right.x, [(box[0], box[2]) for box in covering])
        if strip is None or strip[1] - strip[0] < _STRIP * left.pieces[0].size:
            return None
        inner.append((strip[0] + strip[1]) / 2)
    if not inner:
        return None
    every = [*taken, *(piece.box for piece in body)]
    return Columns((min(box[0] for box in every), *inner, max(box[2] for box in every)), tuple(kinds))


def _widest_white(start: float, end: float, taken: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """The widest stretch between two places that nothing covers."""
    best: tuple[float, float] | None = None
    reached = start
    for left, right in [*sorted(taken), (end, end)]:
        if right <= reached:
            continue
        if left > end:
            left = right = end
        if left > reached and (best is None or left - reached > best[1] - best[0]):
            best = (reached, left)
        reached = max(reached, right)
        if reached >= end:
            break
    return best

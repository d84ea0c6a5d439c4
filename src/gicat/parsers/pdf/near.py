"""Small things on a page, found by where their middle is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Generic, TypeVar

from gicat.grid import Box

_SIDE = 16.0

T = TypeVar("T")


class Near(Generic[T]):
    """Things by their middles.

    Args:
        things: what is to be found.
        box: gives the box of a thing.
    """

    def __init__(self, things: Iterable[T], box: Callable[[T], Box]) -> None:
        self._buckets: dict[tuple[int, int], list[tuple[float, float, T]]] = defaultdict(list)
        for thing in things:
            x, y = centre(box(thing))
            self._buckets[int(x // _SIDE), int(y // _SIDE)].append((x, y, thing))

    def inside(self, box: Box) -> Iterator[T]:
        """What has its middle in a box, in no order."""
        x0, top, x1, bottom = box
        columns, rows = (range(int(a // _SIDE), int(b // _SIDE) + 1) for a, b in ((x0, x1), (top, bottom)))
        for column, row in self._taken(columns, rows):
            for x, y, thing in self._buckets.get((column, row), ()):
                if x0 <= x <= x1 and top <= y <= bottom:
                    yield thing

    def _taken(self, columns: range, rows: range) -> Iterable[tuple[int, int]]:
        """The buckets to look into: those of a box, or all there are, which are fewer than those of a huge box."""
        if len(columns) * len(rows) > len(self._buckets):
            return [(column, row) for column, row in self._buckets if column in columns and row in rows]
        return product(columns, rows)


def centre(box: Box) -> tuple[float, float]:
    """The middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2

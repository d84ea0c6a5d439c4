"""Small things on a page, found by where their middle is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
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
        for column in range(int(x0 // _SIDE), int(x1 // _SIDE) + 1):
            for row in range(int(top // _SIDE), int(bottom // _SIDE) + 1):
                for x, y, thing in self._buckets.get((column, row), ()):
                    if x0 <= x <= x1 and top <= y <= bottom:
                        yield thing


def centre(box: Box) -> tuple[float, float]:
    """The middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2

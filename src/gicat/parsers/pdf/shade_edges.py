"""Edges of shading that are borders: where the rulings across them end, nothing else is drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from gicat.parsers.pdf.ruling import SNAP, Ruling

_ENDS = 3  # rulings that end at an edge: two may be the sides of a box
_ON = 1.0  # points: how near to the edge they end

Edge = tuple[float, float, float]
"""Where an edge is, and from where to where it runs."""


def bordering(edges: Iterable[Edge], crossing: Sequence[Ruling], along: Sequence[Ruling]) -> list[Ruling]:
    """The edges of shaded areas at which rulings across them end although no ruling runs there.

    Args:
        edges: of the areas, in one direction.
        crossing: rulings of the other direction.
        along: rulings of the same direction.
    """
    ends = sorted((place, ruling.at) for ruling in crossing for place in (ruling.start, ruling.end))
    drawn = sorted((ruling.at, ruling.start, ruling.end) for ruling in along)
    found: dict[Edge, Ruling] = {}
    for at, start, end in edges:
        edge = (round(at, 1), round(start, 1), round(end, 1))
        if edge in found or _ending(ends, at, start, end) < _ENDS or _is_drawn(drawn, at, start, end):
            continue
        found[edge] = Ruling(at, start, end)
    return list(found.values())


def _ending(ends: Sequence[tuple[float, float]], at: float, start: float, end: float) -> int:
    """At how many places strictly inside an edge rulings end at it."""
    places = set()
    for place, x in ends[bisect_left(ends, (at - _ON,)) :]:
        if place > at + _ON:
            break
        if start + SNAP < x < end - SNAP:
            places.add(round(x))
    return len(places)


def _is_drawn(drawn: Sequence[Edge], at: float, start: float, end: float) -> bool:
    for place, low, high in drawn[bisect_left(drawn, (at - SNAP,)) :]:
        if place > at + SNAP:
            return False
        if low < end and start < high:
            return True
    return False

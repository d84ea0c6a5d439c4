"""Rulings: the straight lines of tables, snapped, joined and gathered into the frames they form together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from gicat.grid import Box
from gicat.parsers.pdf.model import Rect

SNAP = 3.0
"""Points within which lines are one, ends meet and lines cross: a double border is up to 3 pt wide."""

_JOIN = 4.0  # gaps in a dashed or dotted line; the gap that a merged cell leaves is a cell wide
_DOT = 1.5  # a dot of a dotted line, which may run either way
_SHORTEST = 4.0  # what stays shorter than that is no ruling


@dataclass(slots=True)
class Ruling:
    """A horizontal ruling at y = `at` from x = `start` to `end`, or a vertical one with x and y exchanged."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Frame:
    """Rulings that touch each other: a table, or something drawn."""

    horizontal: list[Ruling]
    vertical: list[Ruling]


def rulings(strokes: Iterable[Box], rects: Iterable[Rect]) -> tuple[list[Ruling], list[Ruling]]:
    """The horizontal and the vertical rulings of a page, in order of position.

    Filled rectangles are shading, whose edges count only on a page that draws no line at all.
    """
    across, down = [], []
    for x0, top, x1, bottom in strokes:
        width, height = x1 - x0, bottom - top
        dot = max(width, height) <= _DOT
        if width >= height or dot:
            across.append(Ruling((top + bottom) / 2, x0, x1))
        if height >= width or dot:
            down.append(Ruling((x0 + x1) / 2, top, bottom))
    drawn = [rect for rect in rects if rect.stroked]
    if not across and not down and not drawn:
        drawn = [rect for rect in rects if rect.fill is not None and rect.fill < 1]
    for rect in drawn:
        x0, top, x1, bottom = rect.box
        across += [Ruling(top, x0, x1), Ruling(bottom, x0, x1)]
        down += [Ruling(x0, top, bottom), Ruling(x1, top, bottom)]
    return _snapped(across), _snapped(down)


def _snapped(found: list[Ruling]) -> list[Ruling]:
    found.sort(key=lambda r: r.at)
    joined: list[Ruling] = []
    first = 0
    for i in range(1, len(found) + 1):
        if i == len(found) or found[i].at - found[first].at > SNAP:
            joined += _joined(found[first:i])
            first = i
    return joined


def _joined(near: list[Ruling]) -> list[Ruling]:
    at = max(near, key=lambda r: r.end - r.start).at
    near.sort(key=lambda r: r.start)
    whole: list[Ruling] = []
    for ruling in near:
        if whole and ruling.start <= whole[-1].end + _JOIN:
            whole[-1].end = max(whole[-1].end, ruling.end)
        else:
            whole.append(Ruling(at, ruling.start, ruling.end))
    return [ruling for ruling in whole if ruling.end - ruling.start >= _SHORTEST]


def frames(horizontal: list[Ruling], vertical: list[Ruling]) -> list[Frame]:
    """The rulings gathered by which of them cross or touch; those that touch none are left out."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    places = [ruling.at for ruling in horizontal]
    for j, upright in enumerate(vertical, len(horizontal)):
        first, last = bisect_left(places, upright.start - SNAP), bisect_right(places, upright.end + SNAP)
        for i in range(first, last):
            if horizontal[i].start - SNAP <= upright.at <= horizontal[i].end + SNAP:
                parent[root(i)] = root(j)
    gathered: dict[int, Frame] = {}
    for i, ruling in enumerate(horizontal):
        gathered.setdefault(root(i), Frame([], [])).horizontal.append(ruling)
    for j, ruling in enumerate(vertical, len(horizontal)):
        gathered.setdefault(root(j), Frame([], [])).vertical.append(ruling)
    return [frame for frame in gathered.values() if frame.horizontal and frame.vertical]

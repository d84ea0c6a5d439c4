"""Rulings: the straight lines of tables, snapped, joined and gathered into the frames they form together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from gicat.grid import Box
from gicat.parsers.pdf.model import Rect
from gicat.parsers.pdf.ruling import SNAP, Ruling
from gicat.parsers.pdf.shade_edges import bordering
from gicat.parsers.pdf.spread import Point, spread

_JOIN = 4.0  # gaps in a dashed or dotted line; the gap that a merged cell leaves is a cell wide
_DASH, _DASH_GAP = 15.0, 8.5  # longer dashes, or gaps, than that are no pattern but lines
_SPACED = 1.5  # times a dash: how wide the gap behind it is at most
_DASHES, _EVEN = 4, 1.3  # how many make a pattern, and how much its gaps may vary
_DOT = 1.5  # a dot of a dotted line, which may run either way
_SHORTEST = 4.0  # what stays shorter than that is no ruling
_MOST = 2_000  # areas of a page; one with more is a drawing
_CONTRAST = 0.3  # of lightness: a cell painted on so much darker ground has the ground for its border
_PANEL = 8.0  # points: smaller areas on dark ground are no cells


@dataclass(slots=True)
class Frame:
    """Rulings that touch each other: a table, or something drawn.

    Attributes:
        horizontal, vertical: its rulings.
        snap: how near lines are one, see `spread`.
    """

    horizontal: list[Ruling]
    vertical: list[Ruling]
    snap: float = SNAP


def frames(strokes: Iterable[Box], rects: Sequence[Rect], points: Callable[[], Sequence[Point]]) -> list[Frame]:
    """The rulings of a page by which of them cross or touch; those that touch none are left out.

    Args:
        strokes, rects: see `Page`. Filled rectangles are shading, see `shading`, but for those on darker ground.
        points: gives the middles of its characters.
    """
    across, down = _lines(strokes)
    _edges([rect for rect in rects if rect.stroked], across, down)
    _edges(_panels(rects), across, down)
    filled = [rect.box for rect in rects if rect.fill is not None and not rect.stroked]
    if len(filled) <= _MOST:
        levels = bordering([(top, x0, x1) for x0, y0, x1, y1 in filled for top in (y0, y1)], down, across)
        sides = bordering([(x, y0, y1) for x0, y0, x1, y1 in filled for x in (x0, x1)], across, down)
        across, down = across + levels, down + sides
    return _frames(across, down, points)


def shading(rects: Iterable[Rect], points: Callable[[], Sequence[Point]]) -> list[Frame]:
    """The edges of filled rectangles as rulings; they count only on a page that draws no line at all."""
    across: list[Ruling] = []
    down: list[Ruling] = []
    _edges([rect for rect in rects if rect.fill is not None and rect.fill < 1], across, down)
    return _frames(across, down, points)


def _lines(strokes: Iterable[Box]) -> tuple[list[Ruling], list[Ruling]]:
    across, down = [], []
    for x0, top, x1, bottom in strokes:
        width, height = x1 - x0, bottom - top
        dot = max(width, height) <= _DOT
        if width >= height or dot:
            across.append(Ruling((top + bottom) / 2, x0, x1))
        if height >= width or dot:
            down.append(Ruling((x0 + x1) / 2, top, bottom))
    return across, down


def _edges(rects: Iterable[Rect], across: list[Ruling], down: list[Ruling]) -> None:
    for rect in rects:
        x0, top, x1, bottom = rect.box
        across += [Ruling(top, x0, x1), Ruling(bottom, x0, x1)]
        down += [Ruling(x0, top, bottom), Ruling(x1, top, bottom)]


def _panels(rects: Sequence[Rect]) -> list[Rect]:
    """Light areas painted on one dark one, which shows between them: cells of `<table bgcolor cellspacing>`."""
    found: list[Rect] = []
    ground: Rect | None = None
    on_it: list[Rect] = []
    for rect in rects:
        if rect.fill is None or rect.stroked:
            continue
        if ground is not None and _on(rect, ground):
            on_it.append(rect)
            continue
        found += [ground, *on_it] if ground is not None and len(on_it) > 1 else []
        ground, on_it = rect, []
    return [*found, *([ground, *on_it] if ground is not None and len(on_it) > 1 else [])]


def _on(rect: Rect, ground: Rect) -> bool:
    (x0, top, x1, bottom), (left, high, right, low) = rect.box, ground.box
    inside = left - 1 <= x0 and high - 1 <= top and x1 <= right + 1 and bottom <= low + 1
    large = min(x1 - x0, bottom - top) >= _PANEL
    return inside and large and (rect.fill or 0.0) - (ground.fill or 0.0) >= _CONTRAST


def _snapped(found: list[Ruling], snap: float) -> list[Ruling]:
    found.sort(key=lambda r: r.at)
    joined: list[Ruling] = []
    first = 0
    for i in range(1, len(found) + 1):
        if i == len(found) or found[i].at - found[first].at > snap:
            joined += _joined(found[first:i], snap)
            first = i
    return joined


def _joined(near: list[Ruling], snap: float) -> list[Ruling]:
    at = max(near, key=lambda r: r.end - r.start).at
    band = min(r.at for r in near), max(r.at for r in near)
    near.sort(key=lambda r: r.start)
    dashes = _gap_of_dashes(near) if len(near) >= _DASHES else 0.0
    limit = max(_JOIN, snap, _EVEN * dashes)
    whole: list[Ruling] = []
    for ruling in near:
        if whole and ruling.start <= whole[-1].end + limit:
            whole[-1].end = max(whole[-1].end, ruling.end)
        else:
            whole.append(Ruling(at, ruling.start, ruling.end, band))
    for ruling in whole if dashes else ():  # a line of dashes may begin and end with a gap
        ruling.start, ruling.end = ruling.start - dashes, ruling.end + dashes
    return [ruling for ruling in whole if ruling.end - ruling.start >= _SHORTEST]


def _gap_of_dashes(near: list[Ruling]) -> float:
    """The usual gap in a line of dashes; 0 for rulings that are none."""
    dash = median(ruling.end - ruling.start for ruling in near)
    gaps = [after.start - before.end for before, after in pairwise(near) if after.start > before.end]
    usual = median(gaps) if len(gaps) >= _DASHES - 1 else 0.0
    return usual if dash <= _DASH and usual <= min(_DASH_GAP, _SPACED * dash) else 0.0


def _frames(across: list[Ruling], down: list[Ruling], points: Callable[[], Sequence[Point]]) -> list[Frame]:
    snap = spread(across, down, points)
    horizontal, vertical = _snapped(across, snap), _snapped(down, snap)
    parent = list(range(len(horizontal) + len(vertical)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    places = [ruling.at for ruling in horizontal]
    open_: list[int] = []
    for j, upright in enumerate(vertical, len(horizontal)):
        first, last = bisect_left(places, upright.start - snap), bisect_right(places, upright.end + snap)
        met = [i for i in range(first, last) if horizontal[i].start - snap <= upright.at <= horizontal[i].end + snap]
        for i in met:
            parent[root(i)] = root(j)
        if all(upright.start + snap < places[i] < upright.end - snap for i in met):
            open_.append(j)
    for i, j in pairwise(open_):
        one, other = vertical[i - len(horizontal)], vertical[j - len(horizontal)]
        if abs(one.start - other.start) <= snap and abs(one.end - other.end) <= snap:
            parent[root(i)] = root(j)  # a page of a table cut at both ends, all of whose rows some column merges
    gathered: dict[int, Frame] = {}
    for i, ruling in enumerate(horizontal):
        gathered.setdefault(root(i), Frame([], [], snap)).horizontal.append(ruling)
    for j, ruling in enumerate(vertical, len(horizontal)):
        gathered.setdefault(root(j), Frame([], [], snap)).vertical.append(ruling)
    return [frame for frame in gathered.values() if frame.horizontal and frame.vertical]

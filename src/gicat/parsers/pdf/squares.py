"""Drawn outlines that may be check boxes: small squares and rings that are no cells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from gicat.grid import Box
from gicat.parsers.pdf.model import Ink, Page, Rect
from gicat.parsers.pdf.near import Near

_LARGEST, _SMALLEST = 14.0, 4.0  # points: sides of a drawn check box
_SQUARE = 0.25  # of its side: how far a box may be from a square
_TOUCH = 0.5  # points: nearer than that, an edge lies on another line
_OVER = 0.6  # points: by how much squares overlap that are printed over each other
_MOST = 2_000  # of each kind on a page; one with more is a chart

Edge = tuple[float, float, float]
"""Where a line is, and from where to where it runs."""


@dataclass(slots=True)
class Square:
    """A drawn check box.

    Attributes:
        box: its outline.
        round: whether it is a ring.
        fills: the lightness of what fills its middle, in the order of painting.
        rects, strokes, inks: what it is drawn with.
    """

    box: Box
    round: bool = False
    fills: list[float] = field(default_factory=list)
    rects: list[Rect] = field(default_factory=list)
    strokes: list[Box] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=list)


def squares(page: Page) -> list[Square]:
    """The squares and rings of a page that are no cells of a table."""
    small = [rect for rect in page.rects if _is_small(rect.box)]
    short = [stroke for stroke in page.strokes if _is_short(stroke)]
    rings = [ink for ink in page.inks if ink.round and _is_small(ink.box)]
    if not (small or short or rings) or max(len(small), len(short), len(rings)) > _MOST:
        return []
    found = [*_nested(small, rings), *_of_strokes(short)]
    if not found:
        return []
    edges = Edges(page)
    others = Near(found, lambda square: square.box)
    return [square for square in found if not _is_cell(square, edges, others)]


def _is_small(box: Box) -> bool:
    short, long = sorted((box[2] - box[0], box[3] - box[1]))
    return short >= _SMALLEST and long <= _LARGEST and long - short <= _SQUARE * long


def _is_short(stroke: Box) -> bool:
    return _SMALLEST <= max(stroke[2] - stroke[0], stroke[3] - stroke[1]) <= _LARGEST


def _nested(rects: Sequence[Rect], rings: Sequence[Ink]) -> Iterator[Square]:
    """Rectangles and rings drawn in each other as one; a mere round spot is a bullet."""
    drawn: list[tuple[int, Rect | Ink]] = list(enumerate([*rects, *rings]))
    near = Near(drawn, lambda item: item[1].box)
    seen: set[int] = set()
    for index, shape in sorted(drawn, key=lambda item: -_area(item[1].box)):
        if index in seen:
            continue
        inside = sorted(item for item in near.inside(shape.box) if item[0] not in seen)
        seen.update(number for number, _ in inside)
        members = [member for _, member in inside]
        square = Square(shape.box, isinstance(shape, Ink))
        square.rects = [member for member in members if isinstance(member, Rect)]
        square.inks = [member for member in members if isinstance(member, Ink)]
        square.fills = [member.fill for member in members if member.fill is not None]
        if square.rects or any(ink.stroked for ink in square.inks):
            yield square


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _of_strokes(short: Sequence[Box]) -> Iterator[Square]:
    """Squares whose four sides are drawn one by one."""
    across = [stroke for stroke in short if stroke[2] - stroke[0] > stroke[3] - stroke[1]]
    down = [stroke for stroke in short if stroke[2] - stroke[0] < stroke[3] - stroke[1]]
    uprights = Near(down, lambda stroke: stroke)
    levels = Near(across, lambda stroke: stroke)
    for top in across:
        side = top[2] - top[0]
        y = (top[1] + top[3]) / 2
        box = (top[0] - 1, y + side * (1 - _SQUARE) - 1, top[2] + 1, y + side * (1 + _SQUARE) + 1)
        for low in levels.inside(box):
            frame = (top[0], y, top[2], (low[1] + low[3]) / 2)
            if not _is_small(frame) or abs(low[0] - top[0]) > 1 or abs(low[2] - top[2]) > 1:
                continue
            sides = [
                next((s for s in uprights.inside((x - 1, frame[1], x + 1, frame[3])) if _spans(s, frame)), None)
                for x in (frame[0], frame[2])
            ]
            if sides[0] is not None and sides[1] is not None:
                yield Square(frame, strokes=[top, low, sides[0], sides[1]])
                break


def _spans(upright: Box, frame: Box) -> bool:
    return abs(upright[1] - frame[1]) <= 1 and abs(upright[3] - frame[3]) <= 1


class Edges:
    """The lines of a page that are long enough to be sides of cells, by their places."""

    def __init__(self, page: Page) -> None:
        down: list[Edge] = []
        across: list[Edge] = []
        for x0, top, x1, bottom in page.strokes:
            if x1 - x0 >= bottom - top:
                across.append(((top + bottom) / 2, x0, x1))
            else:
                down.append(((x0 + x1) / 2, top, bottom))
        for rect in page.rects:
            if rect.stroked and not _is_small(rect.box):
                x0, top, x1, bottom = rect.box
                across += [(top, x0, x1), (bottom, x0, x1)]
                down += [(x0, top, bottom), (x1, top, bottom)]
        self.down, self.across = sorted(down), sorted(across)

    def touched(self, box: Box) -> int:
        """How many sides of a box lie on lines that go beyond it."""
        x0, top, x1, bottom = box
        upright = sum(_lies_on(self.down, x, top, bottom) for x in (x0, x1))
        return upright + sum(_lies_on(self.across, y, x0, x1) for y in (top, bottom))

    def divide(self, left: float, right: float, y: float) -> bool:
        """Whether a line runs down between two places at a height."""
        first = bisect_left(self.down, (left,))
        return any(start <= y <= end for at, start, end in takewhile(lambda edge: edge[0] <= right, self.down[first:]))

    def around(self, box: Box) -> bool:
        """Whether lines run on all four sides of a box, however far."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        upright = [at for at, start, end in self.down if start <= y <= end]
        level = [at for at, start, end in self.across if start <= x <= end]
        return _between(box[0], box[2], upright) and _between(box[1], box[3], level)


def _between(low: float, high: float, places: Sequence[float]) -> bool:
    return bool(places) and min(places) <= low + _TOUCH and max(places) >= high - _TOUCH


def _lies_on(edges: Sequence[Edge], at: float, start: float, end: float) -> bool:
    first = bisect_left(edges, (at - _TOUCH,))
    for place, low, high in edges[first:]:
        if place > at + _TOUCH:
            return False
        if low < end and start < high and (low < start - _TOUCH or high > end + _TOUCH):
            return True
    return False


def _is_cell(square: Square, edges: Edges, others: Near[Square]) -> bool:
    """Whether a square shares sides with lines that go on, or with squares beside it: then it is a cell."""
    x0, top, x1, bottom = square.box
    reach = (x0 - _LARGEST, top - _LARGEST, x1 + _LARGEST, bottom + _LARGEST)
    if any(_meet(square.box, other.box) for other in others.inside(reach) if other is not square):
        return True
    return not square.round and edges.touched(square.box) > 1


def _meet(a: Box, b: Box) -> bool:
    if min(a[2], b[2]) - max(a[0], b[0]) > _OVER and min(a[3], b[3]) - max(a[1], b[1]) > _OVER:
        return False  # one over the other: cells stand side by side
    beside = any(abs(p - q) <= _TOUCH for p in (a[0], a[2]) for q in (b[0], b[2]))
    level = any(abs(p - q) <= _TOUCH for p in (a[1], a[3]) for q in (b[1], b[3]))
    return (beside and a[1] < b[3] and b[1] < a[3] and not _same(a, b)) or (
        level and a[0] < b[2] and b[0] < a[2] and not _same(a, b)
    )


def _same(a: Box, b: Box) -> bool:
    return all(abs(p - q) <= _TOUCH for p, q in zip(a, b, strict=True))

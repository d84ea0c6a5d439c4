"""Drawn paths as strokes, rectangles and ink; shared by the engines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gicat.grid import Box
from gicat.parsers.pdf.model import Ink, Page, Rect
from gicat.parsers.pdf.outlines import is_tick, rounded_rectangle

THIN = 6.0
"""Points up to which a filled rectangle, or a pen, is that of a ruling: Word's widest border is 6 pt."""

_HAIR = 3.0  # a thinner one is a ruling however short; a thicker one is long
_LONG = 3.0  # times its width
_STRAIGHT = 0.6  # how far the ends of a line may differ and still be axis-parallel
_SMALL = 24.0  # larger drawings than this are no ticks
_ROUND = 0.25  # of its side: how far a closed curve may be from as wide as high


@dataclass(slots=True)
class Subpath:
    """Points joined by straight lines, or the points of a curved outline.

    Attributes:
        points: from the top left corner of the page as displayed.
        closed: whether the last point is joined to the first.
        curved: whether any part is a Bézier curve.
    """

    points: list[tuple[float, float]]
    closed: bool = False
    curved: bool = False


def draw(page: Page, subpaths: Iterable[Subpath], stroked: bool, width: float, fill: float | None) -> None:
    """Sort the subpaths of one painted path into the strokes, rects and inks of a page.

    Args:
        page: what they are drawn on.
        subpaths: see `Subpath`.
        stroked: whether the path is stroked.
        width: of the stroke, in points.
        fill: the lightness of its filling, None where it is not filled.
    """
    found = [subpath for subpath in subpaths if subpath.points]
    if len(found) == 2 and fill is not None and not stroked:
        ring = _ring(found)
        if ring is not None:
            found, stroked, fill, width = [ring], True, None, 0.0
    for subpath in found:
        box = _bounds(subpath.points)
        if subpath.curved and not rounded_rectangle(subpath.points, box):
            _ink(page, box, subpath, stroked, fill)
        elif subpath.curved or _rectangular(subpath, fill is not None):
            if thin(box) and (fill is not None or min(box[2] - box[0], box[3] - box[1]) <= _HAIR):
                page.strokes.append(box)
            else:
                page.rects.append(Rect(box, stroked, fill))
        elif stroked:
            _lines(page, subpath, width)
        else:
            _ink(page, box, subpath, stroked, fill)


def thin(box: Box) -> bool:
    """Whether a filled box is a ruling."""
    short, long = sorted((box[2] - box[0], box[3] - box[1]))
    return short <= _HAIR or (short <= THIN and long >= _LONG * short)


def _ring(pair: list[Subpath]) -> Subpath | None:
    """A border painted as the area between two outlines, as the line along its middle."""
    inner, outer = sorted((_bounds(subpath.points) for subpath in pair), key=lambda box: box[2] - box[0])
    gaps = [abs(p - q) for p, q in zip(inner, outer, strict=True)]
    if not (outer[0] < inner[0] and outer[1] < inner[1] and inner[2] < outer[2] and inner[3] < outer[3]):
        return None
    if max(gaps) > THIN or any(s.curved is not pair[0].curved for s in pair) or not all(_outlined(s) for s in pair):
        return None
    x0, top, x1, bottom = ((p + q) / 2 for p, q in zip(inner, outer, strict=True))
    if pair[0].curved and not rounded_rectangle(pair[0].points, _bounds(pair[0].points)):
        return max(pair, key=lambda subpath: _bounds(subpath.points)[2] - _bounds(subpath.points)[0])
    return Subpath([(x0, top), (x1, top), (x1, bottom), (x0, bottom)], closed=True)


def _outlined(subpath: Subpath) -> bool:
    return subpath.curved or _rectangular(subpath, filled=True)


def _lines(page: Page, subpath: Subpath, width: float) -> None:
    points = subpath.points
    ends = [*points[1:], points[0]] if subpath.closed else points[1:]
    slanted = False
    for (x0, y0), (x1, y1) in zip(points, ends, strict=False):
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        across, down = box[2] - box[0], box[3] - box[1]
        if min(across, down) > _STRAIGHT:
            slanted = True
        elif width <= THIN:
            page.strokes.append(box)
        elif max(across, down) > width:  # a bar: shading drawn with a wide pen
            dx, dy = (0.0, width / 2) if across > down else (width / 2, 0.0)
            page.rects.append(Rect((box[0] - dx, box[1] - dy, box[2] + dx, box[3] + dy), False, 1.0))
    if slanted:
        _ink(page, _bounds(points), subpath, True, None)


def _ink(page: Page, box: Box, subpath: Subpath, stroked: bool, fill: float | None) -> None:
    across, down = box[2] - box[0], box[3] - box[1]
    if across <= _SMALL and down <= _SMALL:
        closed = subpath.closed or _near(subpath.points[0], subpath.points[-1]) or not stroked
        whole = subpath.curved and closed and abs(across - down) <= _ROUND * max(across, down)
        tick = is_tick(subpath.points, box)
        page.inks.append(Ink(box, whole and not tick, stroked, fill, tick))


def _rectangular(subpath: Subpath, filled: bool) -> bool:
    """Whether it is a rectangle with sides along the axes; filling closes a path (ISO 32000-1, 8.5.3.3.1)."""
    points = subpath.points
    if len(points) == 5 and _near(points[0], points[4]):
        points = points[:4]
    elif not (subpath.closed or filled):
        return False
    if len(points) != 4:
        return False
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    upright = _same(ax, bx) and _same(by, cy) and _same(cx, dx) and _same(dy, ay)
    lying = _same(ay, by) and _same(bx, cx) and _same(cy, dy) and _same(dx, ax)
    return upright or lying


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= _STRAIGHT


def _near(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return _same(a[0], b[0]) and _same(a[1], b[1])


def _bounds(points: list[tuple[float, float]]) -> Box:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)

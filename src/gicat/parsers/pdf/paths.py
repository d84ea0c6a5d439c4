"""Drawn paths as strokes, rectangles and ink; shared by the engines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gicat.grid import Box
from gicat.parsers.pdf.model import Page, Rect

THIN = 3.0
"""Points up to which a filled rectangle is a ruling. Word and WPS draw borders of up to 3 pt that way."""

_STRAIGHT = 0.6  # how far the ends of a line may differ and still be axis-parallel
_SMALL = 24.0  # larger drawings than this are no ticks


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
    for subpath in subpaths:
        if not subpath.points:
            continue
        box = _bounds(subpath.points)
        if subpath.curved:
            _ink(page, box)
        elif _rectangular(subpath, fill is not None):
            if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
                page.strokes.append(box)
            else:
                page.rects.append(Rect(box, stroked, fill))
        elif stroked:
            _lines(page, subpath, width)
        else:
            _ink(page, box)


def _lines(page: Page, subpath: Subpath, width: float) -> None:
    points = subpath.points
    ends = [*points[1:], points[0]] if subpath.closed else points[1:]
    for (x0, y0), (x1, y1) in zip(points, ends, strict=False):
        box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        across, down = box[2] - box[0], box[3] - box[1]
        if min(across, down) > _STRAIGHT:
            _ink(page, box)
        elif width <= THIN:
            page.strokes.append(box)
        elif max(across, down) > width:  # a bar: shading drawn with a wide pen
            dx, dy = (0.0, width / 2) if across > down else (width / 2, 0.0)
            page.rects.append(Rect((box[0] - dx, box[1] - dy, box[2] + dx, box[3] + dy), False, 1.0))


def _ink(page: Page, box: Box) -> None:
    if box[2] - box[0] <= _SMALL and box[3] - box[1] <= _SMALL:
        page.inks.append(box)


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

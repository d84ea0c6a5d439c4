"""What the points of a small outline look like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gicat.grid import Box

_SIDE = 0.35  # of a side that the points of a rounded rectangle on it lie apart, at least
_ON = 0.1  # points: how near to its side a point lies on it
_LOW, _LOWEST = 0.1, 0.65  # of a tick's width: where its low point is
_HIGH = 0.75  # of a tick's width: right of that it ends on top
_FLAT = 0.35  # of its width: lower than that, it is no tick

Points = Sequence[tuple[float, float]]


def rounded_rectangle(points: Points, box: Box) -> bool:
    """Whether a curved outline runs along all four sides of its box: a rectangle with rounded corners."""
    x0, top, x1, bottom = box
    return (
        _run(y for x, y in points if x - x0 <= _ON) >= _SIDE * (bottom - top)
        and _run(y for x, y in points if x1 - x <= _ON) >= _SIDE * (bottom - top)
        and _run(x for x, y in points if y - top <= _ON) >= _SIDE * (x1 - x0)
        and _run(x for x, y in points if bottom - y <= _ON) >= _SIDE * (x1 - x0)
    )


def _run(places: Iterable[float]) -> float:
    found = list(places)
    return max(found) - min(found) if found else -1.0


def is_tick(points: Points, box: Box) -> bool:
    """Whether an outline falls to a low point and rises from there to its right end, like ✓."""
    x0, top, x1, bottom = box
    width, height = x1 - x0, bottom - top
    if len(points) < 3 or width <= 0 or height < _FLAT * width:
        return False
    low = max(points, key=lambda point: point[1])
    high = min(points, key=lambda point: point[1])
    left = min(y for x, y in points if x - x0 <= _ON * width)
    falls = _LOW <= (low[0] - x0) / width <= _LOWEST
    return falls and (high[0] - x0) / width >= _HIGH and left > top + _ON * height

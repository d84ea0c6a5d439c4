"""How far apart the two lines of one border are: wide double borders, and cells with space between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from gicat.parsers.pdf.ruling import SNAP, Ruling

_WIDEST = 10.5  # points: a wider band may be a column; `border-spacing` of 10 px is 7.5 pt, Word's borders are up to 9
_ROOM = 0.1
_DOT = 1.5  # points: what is shorter is a dot of a dotted line, which runs the other way
_SHARE = 0.6  # of the inner lines: so many must stand in pairs

Point = tuple[float, float]
Group = list[Ruling]


def spread(across: Sequence[Ruling], down: Sequence[Ruling], points: Callable[[], Sequence[Point]]) -> float:
    """Within how many points the lines of a page are one; `SNAP` where its borders are single lines.

    Args:
        across, down: its horizontal and vertical rulings.
        points: gives the middles of its characters: between the lines of one border there is no text.
    """
    return max(_paired(down, points), _paired(across, lambda: [(y, x) for x, y in points()]))


def _paired(rulings: Sequence[Ruling], points: Callable[[], Sequence[Point]]) -> float:
    groups = _groups(rulings)
    near = [(a, b) for a, b in pairwise(groups) if b[0].at - a[-1].at <= _WIDEST and _overlap(a, b)]
    if not _enough(near, groups):
        return SNAP
    places = points()
    empty = [(a, b) for a, b in near if not _text_between(a, b, places)]
    return max(b[-1].at - a[0].at for a, b in empty) + _ROOM if _enough(empty, groups) else SNAP


def _enough(pairs: Sequence[tuple[Group, Group]], groups: Sequence[Group]) -> bool:
    """Whether pairs are how borders are drawn: most lines stand in one, and no line in two, as in narrow columns."""
    chained = any(before[1] is after[0] for before, after in pairwise(pairs))
    return not chained and len(pairs) > 1 and 2 * len(pairs) >= _SHARE * (len(groups) - 2)


def _groups(rulings: Sequence[Ruling]) -> list[Group]:
    """Rulings by their places."""
    groups: list[Group] = []
    for ruling in sorted((r for r in rulings if r.end - r.start > _DOT), key=lambda ruling: ruling.at):
        if groups and ruling.at - groups[-1][0].at <= SNAP:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    return groups


def _extent(group: Group) -> tuple[float, float]:
    return min(ruling.start for ruling in group), max(ruling.end for ruling in group)


def _overlap(a: Group, b: Group) -> bool:
    (start, end), (other_start, other_end) = _extent(a), _extent(b)
    return min(end, other_end) > max(start, other_start)


def _text_between(a: Group, b: Group, places: Sequence[Point]) -> bool:
    start, end = _extent(a)
    other_start, other_end = _extent(b)
    low, high = max(start, other_start), min(end, other_end)
    return any(a[-1].at < at < b[0].at and low < along < high for at, along in places)

"""Cells with their spans, from the rulings of one frame.

The rulings' positions make a lattice of slots. A wall stands between two slots where a ruling runs along the
whole of their common edge; slots without a wall between them are one cell. So a merge is what it is on paper:
a gap in the rulings.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from gicat.grid import Box
from gicat.parsers.pdf.regions import Span, Walls, regions
from gicat.parsers.pdf.ruling import Ruling
from gicat.parsers.pdf.rulings import Frame

_SHARE = 0.4  # of a slot's edge that a ruling may fall short of at either end
_SHARE_SPACED = 0.5  # and where there is space between cells, each with borders of its own
_SPACES = 3.0  # times the space between cells with borders of their own: what a page break leaves above their rest
_NARROWEST = 8.0  # points by which lines must run beyond the outermost ruling to make a column or row there


@dataclass(slots=True)
class Lattice:
    """A table's geometry.

    Attributes:
        xs, ys: positions of the column and row boundaries, in order.
        spans: the cells, in boundaries' indices.
        owner: which of `spans` covers a slot (row, column); none outside a stepped outline.
        open: the cells of the last row that have no border below, where others have one.
        bands: for column boundaries that are several lines, the outermost of them.
    """

    xs: list[float]
    ys: list[float]
    spans: list[Span]
    owner: dict[tuple[int, int], int]
    bands: dict[float, tuple[float, float]] = field(default_factory=dict)
    open: tuple[int, ...] = ()

    @property
    def box(self) -> Box:
        """The table's outline."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_box(self, span: Span) -> Box:
        """Where a cell stands on the page."""
        return self.xs[span.left], self.ys[span.top], self.xs[span.right], self.ys[span.bottom]

    def inside(self, span: Span) -> tuple[float, float]:
        """From where to where there is room between a cell's left and right border."""
        left, right = self.xs[span.left], self.xs[span.right]
        return self.bands.get(left, (left, left))[1], self.bands.get(right, (right, right))[0]

    def find(self, x: float, y: float) -> int | None:
        """The index of the cell at a point, None outside the table."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        row = min(bisect_right(self.ys, y), len(self.ys) - 1) - 1
        return self.owner.get((row, column))


def contains(outer: Box, inner: Box) -> bool:
    """Whether a box lies in another."""
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def lattice(frame: Frame) -> Lattice | None:
    """The table that a frame of rulings makes; None if it makes fewer than two cells (a box around something)."""
    horizontal, vertical = list(frame.horizontal), list(frame.vertical)
    upright = _missing_sides(horizontal, vertical, frame.snap)
    level = _missing_sides(vertical, horizontal, frame.snap)
    _meet(upright, horizontal, level)
    _meet(level, vertical, upright)
    vertical += upright
    horizontal += level
    xs = sorted({ruling.at for ruling in vertical})
    ys = sorted({ruling.at for ruling in horizontal})
    if len(xs) < 2 or len(ys) < 2:
        return None
    space = max((r.band[1] - r.band[0] for r in (*vertical, *horizontal) if r.band), default=0.0)
    short = (max(frame.snap, _SPACES * space), _SHARE_SPACED if space else _SHARE)
    walls = _walls(vertical, xs, ys, *short), _walls(horizontal, ys, xs, *short)
    spans = regions(*walls, len(ys) - 1, len(xs) - 1)
    if len(spans) < 2:
        return None
    owner = {
        (row, column): i
        for i, span in enumerate(spans)
        for row in range(span.top, span.bottom)
        for column in range(span.left, span.right)
    }
    bands = {ruling.at: ruling.band for ruling in vertical if ruling.band is not None}
    return Lattice(xs, ys, spans, owner, bands, _open(spans, walls[1], len(ys) - 1))


def _open(spans: list[Span], walls: Walls, end: int) -> tuple[int, ...]:
    last = [i for i, span in enumerate(spans) if span.bottom == end]
    return tuple(i for i in last if any((end, column) not in walls for column in range(spans[i].left, spans[i].right)))


def _missing_sides(along: list[Ruling], across: list[Ruling], snap: float) -> list[Ruling]:
    """Borders that are not drawn: where two or more rulings `along` end beyond the outermost ruling `across`."""
    first, last = min(r.at for r in across), max(r.at for r in across)
    added = []
    for edge, ends in ((min(r.start for r in along), "start"), (max(r.end for r in along), "end")):
        if first - _NARROWEST <= edge <= last + _NARROWEST:
            continue
        reaching = [r.at for r in along if abs(getattr(r, ends) - edge) <= snap]
        if len(reaching) > 1:
            added.append(Ruling(edge, min(reaching), max(reaching)))
    return added


def _meet(sides: list[Ruling], across: list[Ruling], added: list[Ruling]) -> None:
    """Let borders that were added reach the added ones across them, beyond the outermost drawn ruling."""
    first, last = min(r.at for r in across), max(r.at for r in across)
    for side in sides:
        if side.start <= first:
            side.start = min([side.start, *(r.at for r in added)])
        if side.end >= last:
            side.end = max([side.end, *(r.at for r in added)])


def _walls(
    rulings: list[Ruling], places: list[float], steps: list[float], short: float, share: float
) -> set[tuple[int, int]]:
    """(boundary, step) for every step between two of `steps` along which a ruling at boundary `places` runs.

    At either end it may fall `short` of it by so many points, and by so large a `share` of it.
    """
    index = {place: i for i, place in enumerate(places)}
    walls = set()
    for ruling in rulings:
        boundary = index[ruling.at]
        for step in range(max(0, bisect_right(steps, ruling.start - short) - 1), len(steps) - 1):
            low, high = steps[step], steps[step + 1]
            if low > ruling.end:
                break
            slack = min(short, share * (high - low))
            if ruling.start <= low + slack and ruling.end >= high - slack:
                walls.add((boundary, step))
    return walls

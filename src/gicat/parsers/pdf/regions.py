"""Slots of a lattice that no wall parts, as rectangular spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

Slot = tuple[int, int]
Walls = set[tuple[int, int]]


class Span(NamedTuple):
    """A rectangle of slots: rows `top` up to before `bottom`, columns `left` up to before `right`."""

    top: int
    left: int
    bottom: int
    right: int

    def slots(self) -> Iterator[Slot]:
        """Every (row, column) it covers."""
        return ((row, column) for row in range(self.top, self.bottom) for column in range(self.left, self.right))


def regions(vertical: Walls, horizontal: Walls, rows: int, columns: int) -> list[Span]:
    """The cells, in reading order.

    Args:
        vertical: (column boundary, row) of every vertical wall.
        horizontal: (row boundary, column) of every horizontal wall.
        rows, columns: size of the lattice.

    A region that is open to the outside on two sides or more is no cell but paper beside a stepped outline.
    A region that is not rectangular (a wall is missing) becomes several cells, so that no text moves.
    """
    seen: set[Slot] = set()
    spans: list[Span] = []
    for row in range(rows):
        for column in range(columns):
            if (
                (column, row) in vertical
                and (column + 1, row) in vertical
                and (row, column) in horizontal
                and (row + 1, column) in horizontal
            ):  # walls all around, as most cells have
                spans.append(Span(row, column, row + 1, column + 1))
                continue
            if (row, column) in seen:
                continue
            region, open_sides = _flood((row, column), vertical, horizontal, rows, columns)
            seen |= region
            if open_sides < 2:
                spans += _rectangles(region)
    return sorted(spans)


def _flood(start: Slot, vertical: Walls, horizontal: Walls, rows: int, columns: int) -> tuple[set[Slot], int]:
    region, edge = {start}, [start]
    open_sides = set()
    while edge:
        row, column = edge.pop()
        for side, walled, slot in (
            ("left", (column, row) in vertical, (row, column - 1)),
            ("right", (column + 1, row) in vertical, (row, column + 1)),
            ("top", (row, column) in horizontal, (row - 1, column)),
            ("bottom", (row + 1, column) in horizontal, (row + 1, column)),
        ):
            if walled or slot in region:
                continue
            if 0 <= slot[0] < rows and 0 <= slot[1] < columns:
                region.add(slot)
                edge.append(slot)
            else:
                open_sides.add(side)
    return region, len(open_sides)


def _rectangles(region: set[Slot]) -> Iterator[Span]:
    left = set(region)
    while left:
        top, first = min(left)
        right = first + 1
        while (top, right) in left:
            right += 1
        bottom = top + 1
        while all((bottom, column) in left for column in range(first, right)):
            bottom += 1
        span = Span(top, first, bottom, right)
        left.difference_update(span.slots())
        yield span

"""Ticks of fixed-width text: which column each stands in, where columns have moved against their labels.

A program that keeps the layout sets the narrow columns of ticks anew for every block of lines. A line is certain if its
ticks stand under labels, or at the positions of which the page has as many as there are columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gicat.recognise.shapes import is_tick
from gicat.recover.fixed_width.model import Line

Spans = Sequence[tuple[int, int]]
_ASTRAY = 0.2
"""The share of lines with ticks under no label from which on the columns have moved."""


def blocks(kinds: Sequence[str]) -> list[range]:
    """Runs of neighbouring columns of ticks, two at least."""
    edges = [0, *(n for n in range(1, len(kinds)) if (kinds[n] == "tick") != (kinds[n - 1] == "tick")), len(kinds)]
    return [range(first, last) for first, last in pairwise(edges) if kinds[first] == "tick" and last - first > 1]


def settle_ticks(lines: Sequence[Line], placed: Sequence[list[int]], kinds: Sequence[str], spans: Spans) -> set[int]:
    """Put the ticks of a page into their columns.

    Args:
        lines: of the page.
        placed: the column of every run of every line; changed for ticks.
        kinds: of the columns.
        spans: the positions of their labels.

    Returns:
        The lines whose ticks are in doubt.
    """
    doubtful: set[int] = set()
    for block in blocks(kinds):
        marks: dict[int, list[int]] = {}
        for index, (line, columns) in enumerate(zip(lines, placed, strict=True)):
            inside = [n for n, column in enumerate(columns) if column in block]
            if inside and all(is_tick(line.runs[n].text) for n in inside):
                marks[index] = inside
        ticks = [_ticks(lines[index], placed[index], runs, block) for index, runs in marks.items()]
        told = tick_columns(ticks, spans[block.start : block.stop])
        for (index, runs), columns_of in zip(marks.items(), told, strict=True):
            if columns_of is None:
                doubtful.add(index)
            else:
                for n, column in zip(runs, columns_of, strict=True):
                    placed[index][n] = block[column]
    return doubtful


def _ticks(line: Line, columns: Sequence[int], runs: Sequence[int], block: range) -> Ticks:
    before = [line.runs[n].start for n, column in enumerate(columns) if column == block.start - 1]
    return Ticks(tuple(line.runs[n].start for n in runs), before[0] if before else None)


@dataclass(frozen=True, slots=True)
class Ticks:
    """The ticks of a line.

    Attributes:
        positions: where they stand.
        anchor: where the text in the column before them stands; None without any.
    """

    positions: tuple[int, ...]
    anchor: int | None = None


def tick_columns(lines: Sequence[Ticks], labels: Spans) -> list[tuple[int, ...] | None]:
    """For every line the columns of its ticks, from 0; None where they are in doubt.

    Args:
        lines: the ticks of a page.
        labels: the positions of the labels over the columns.
    """
    under = [_under(line.positions, labels) for line in lines]
    moved = sum(told is None for told in under) > _ASTRAY * len(lines)
    found = _moved(lines, labels, under) if moved else under
    every = tuple(range(len(labels)))
    return [every if len(line.positions) == len(labels) else told for line, told in zip(lines, found, strict=True)]


def _moved(
    lines: Sequence[Ticks], labels: Spans, under: Sequence[tuple[int, ...] | None]
) -> list[tuple[int, ...] | None]:
    """The columns where they have moved against their labels.

    Lines close to the header may still stand under it to the position. The others have as many places as there are
    columns, or move with the text before them: then a line that stands under labels tells of those like it.
    """
    starts = {start for start, _ in labels}
    exact = [starts.issuperset(line.positions) for line in lines]
    places = _places([at for line, told in zip(lines, exact, strict=True) if not told for at in line.positions])
    least = min(right - left for (left, _), (right, _) in pairwise(labels))
    if len(places) == len(labels) and all(right - left >= least - 1 for (_, left), (right, _) in pairwise(places)):
        at_places = [_at(line.positions, places) for line in lines]
        return [
            at if not sure else told if at in (None, told) else None
            for at, told, sure in zip(at_places, under, exact, strict=True)
        ]
    columns: dict[int, set[int]] = {}
    for line, told in zip(lines, under, strict=True):
        for at, column in zip(line.positions, told or (), strict=False):
            columns.setdefault(at - (line.anchor or 0), set()).add(column)
    return [_alike(line, columns) for line in lines]


def _alike(line: Ticks, columns: Mapping[int, set[int]]) -> tuple[int, ...] | None:
    """The columns that ticks as far behind the text before them stand in, by distance."""
    told = [columns.get(at - (line.anchor or 0), set()) for at in line.positions]
    found = tuple(column for one in told for column in one)
    return (
        found
        if line.anchor is not None and all(len(one) == 1 for one in told) and sorted(set(found)) == list(found)
        else None
    )


def _under(line: Sequence[int], labels: Spans) -> tuple[int, ...] | None:
    """The labels that ticks stand under, each under its own; None if one stands under none, or beside two."""
    found: list[int] = []
    for at in line:
        near = [number for number, (start, end) in enumerate(labels) if start <= at < max(end, start + 2)]
        near = near or [number for number, (start, end) in enumerate(labels) if start - 1 <= at <= end]
        if len(near) != 1 or near[0] in found:
            return None
        found.append(near[0])
    return tuple(found)


def _places(positions: Sequence[int]) -> list[tuple[int, int]]:
    """Where ticks stand: positions side by side are one place."""
    ordered = sorted(set(positions))
    edges = [0, *(number for number, (left, right) in enumerate(pairwise(ordered), 1) if right - left > 1)]
    parts = [ordered[start:end] for start, end in zip(edges, [*edges[1:], len(ordered)], strict=True)]
    return [(part[0], part[-1]) for part in parts if part]


def _at(line: Sequence[int], places: Sequence[tuple[int, int]]) -> tuple[int, ...] | None:
    """The places of the ticks of a line, None if one stands at none."""
    found = [number for at in line for number, (first, last) in enumerate(places) if first <= at <= last]
    return tuple(found) if places and len(found) == len(line) == len(set(found)) else None

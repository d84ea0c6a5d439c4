"""Where one column ends and the next begins: the position that hardly any line prints across.

A strip of white through all lines need not be there: programs that keep a layout shift whole blocks of lines by some
positions, and put columns one position apart where they are full.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gicat.recover.fixed_width.model import Line, Run

APART = 2
"""Positions between two runs from which on they are two texts for certain."""
_DRIFT = 12
"""Positions by which a column may have moved from the label over it, or from where it stands in other lines."""
_CROSSED, _MOVED, _LEAST = 1.0, 0.1, 0.5
"""What a run across a cut costs, against one that starts at it; what a position costs that a cut has moved; the least
share of its usual width that a column keeps."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """The columns of a page: column n starts at `starts[n]`; `crossed` is how many runs print across a cut."""

    starts: tuple[int, ...]
    crossed: int = 0

    def of(self, run: Run) -> int:
        """The column that a run starts in."""
        return max(bisect_right(self.starts, run.start) - 1, 0)


def texts(line: Line) -> list[list[Run]]:
    """The runs of a line, those together that only one position divides."""
    found: list[list[Run]] = []
    for run in line.runs:
        if found and run.start - found[-1][-1].end < APART:
            found[-1].append(run)
        else:
            found.append([run])
    return found


class Crossings:
    """How many runs that are set apart print across a position, and how many start at it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        runs = [text[0] for line in lines for text in texts(line)]
        self.starts = Counter(run.start for run in runs)
        change = [0] * (max((run.end for run in runs), default=0) + 2)
        for run in runs:
            change[run.start + 1] += 1
            change[run.end] -= 1
        self._across, current = [], 0
        for step in change:
            current += step
            self._across.append(current)

    def at(self, position: int) -> int:
        """How many runs begin before a position and end behind it."""
        return self._across[position] if position < len(self._across) else 0

    def worth(self, position: int, usual: int) -> float:
        """How good a place for a cut a position is, where it usually is at another."""
        return self.starts[position] - _CROSSED * self.at(position) - _MOVED * abs(position - usual)


def cut_under(spans: Sequence[tuple[int, int]], lines: Sequence[Line]) -> Cuts:
    """The columns of lines under labels that stand at these positions, one a column, left to right."""
    windows = [(0, 0)]
    for (first, end), (start, _) in itertools.pairwise(spans):
        windows.append(((first + end) // 2, max(start, end) + _DRIFT))
    return _cut([0, *(start for start, _ in spans[1:])], windows, lines)


def cut_like(usual: Cuts, lines: Sequence[Line]) -> Cuts:
    """The columns of lines that are those of others, moved a little."""
    windows = [(0, 0), *((start - _DRIFT, start + _DRIFT) for start in usual.starts[1:])]
    return _cut(usual.starts, windows, lines)


def _cut(usual: Sequence[int], windows: Sequence[tuple[int, int]], lines: Sequence[Line]) -> Cuts:
    """The best cuts within their windows, in order; each column keeps some of its room."""
    crossings = Crossings(lines)
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, (0,))]
    for number in range(1, len(usual)):
        least = max(1, int(_LEAST * (usual[number] - usual[number - 1])))
        following = []
        first, last = windows[number]
        for position in range(max(first, 1), last + 1):
            before = max((way for way in best if way[1][-1] + least <= position), default=None)
            if before is not None:
                following.append((before[0] + crossings.worth(position, usual[number]), (*before[1], position)))
        best = following or [(worth, (*way, way[-1] + least)) for worth, way in best]
    starts = max(best)[1]
    return Cuts(starts, sum(crossings.at(start) for start in starts))


def spans_columns(line: Line, cuts: Cuts) -> bool:
    """Whether a line is a single run that reaches far over a cut."""
    if len(line.runs) != 1:
        return False
    run = line.runs[0]
    return any(run.start + 2 < start < run.end - 2 for start in cuts.starts)

"""Runs of a page into columns: by where they start, and where a line ran columns together by what divides them.

A program that keeps the layout sets apart what stands apart in print; neighbours whose cells are full to the edge it
joins with one space, and whole blocks of lines it shifts. So a column is where it last was; and there is no space
between two Han characters of one text, boxes stand in columns of options, ticks and telephone numbers in their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from gicat.marks import TICKED, UNTICKED
from gicat.recognise.shapes import is_tick
from gicat.recover.fixed_width.cuts import APART, Cuts, texts
from gicat.recover.fixed_width.measure import Metric
from gicat.recover.fixed_width.model import Line, Run

_AWAY, _FURTHEST, _APART_INSIDE, _WIDER, _OVERFULL, _JOINED, _NOT_FULL, _SKIPPED, _IN_HAN, _MISPLACED = (
    0.15, 12, 1.0, 0.5, 4.0, 1.0, 1.0, 5.0, 3.0, 4.0
)  # fmt: skip
"""What it costs: every position by which a run set apart does not start where its column does, so many at most; that
it goes on with a cell though it is set apart; every half ideograph by which a cell is wider than its column, at most;
that a run joined to the one before begins a column, and that it does though that one had room; that a column is
skipped without being set apart; that a space stands between two Han characters of a cell; that a box, a tick or a
telephone number stands in a column of another kind."""
_MOST, _FEW = 0.85, 0.03
_SPARE = 3
"""Half ideographs that a full line may lack: the next character was wider, or must not stand first."""
_INF = float("inf")
_HAN, _QUOTES = "\u2e80", "“”‘’—…·"
_BOXES = frozenset(TICKED) | frozenset(UNTICKED)
_PHONE = re.compile(r"[（(]?\d{3,4}[)）]?[-－—]?\d{7,8}|\d{7,8}|\d{3,4}-")
_HOMES: Mapping[str, frozenset[str]] = {
    "box": frozenset({"channels", "forms"}),
    "tick": frozenset({"tick"}),
    "phone": frozenset({"contacts", "contact_units"}),
}
"""What shows of itself in which kinds of column it stands."""


def sure_widths(cuts: Cuts, lines: Sequence[Line], metric: Metric) -> list[list[int]]:
    """For every column how wide the texts are that stand in it for certain: set apart, between two cuts, undivided."""
    found: list[list[int]] = [[] for _ in cuts.starts]
    for line in lines:
        for runs in texts(line):
            column = cuts.of(runs[0])
            divided = len(runs) > 1 and any(run.text[0] not in _BOXES for run in runs)
            if not divided and cuts.of(Run(runs[-1].end - 1, runs[-1].end, "")) == column:
                found[column].append(sum(metric.width(run.text) for run in runs))
    return found


def room(widths: Sequence[int]) -> int:
    """How wide a column is, by the texts in it: most are no wider, a few may hold two cells; 0 if empty."""
    return sorted(widths)[int(_MOST * (len(widths) - 1))] if widths else 0


def widest(widths: Sequence[int]) -> int:
    """How wide a column is, by all texts in it: as the widest of which there are several, but for a character.

    A text that is wider than all others may be that of two cells.
    """
    ordered = sorted(widths)
    enough = max(2, _FEW * len(ordered))
    for index in range(len(ordered) - 1, -1, -1):
        if index + 1 - bisect_left(ordered, ordered[index] - 2) >= enough:
            return ordered[index]
    return max(ordered, default=0)


class Placing:
    """Where the runs of a page's lines belong; asked line by line, downwards.

    Args:
        cuts: of the page.
        widths: of the columns in print, in half ideographs; 0 where not known.
        kinds: of the columns, see `recognise.shapes`.
        metric: how wide characters are.
    """

    def __init__(self, cuts: Cuts, widths: Sequence[int], kinds: Sequence[str], metric: Metric) -> None:
        self.cuts, self.widths, self._width = cuts, widths, metric.width
        self._homes = {
            what: [kind in homes for kind in kinds] if any(kind in homes for kind in kinds) else None
            for what, homes in _HOMES.items()
        }
        self._latest = list(cuts.starts)

    def columns(self, line: Line) -> list[int]:
        """The column of every run of a line."""
        found = self._plain(line) or self._best(line)
        end, last = -APART, -1
        for run, column in zip(line.runs, found, strict=True):
            if column != last and run.start - end >= APART:
                self._latest[column] = run.start
            end, last = run.end, column
        return found

    def _plain(self, line: Line) -> list[int] | None:
        """The columns of a line in which everything stands where it last stood; None for any other line."""
        found: list[int] = []
        for runs in texts(line):
            column = next((n for n, start in enumerate(self._latest) if abs(start - runs[0].start) <= 1), None)
            if column is None or (found and column <= found[-1]):
                return None
            if any(self._strange(run, column) for run in runs) or any(map(_in_han, runs, runs[1:])):
                return None
            if sum(self._width(run.text) for run in runs) > self.widths[column] > 0 and len(runs) > 1:
                return None
            found += [column] * len(runs)
        return found

    def _strange(self, run: Run, column: int) -> bool:
        """Whether a run stands in a column of a kind that it is not of, though there is one of its own."""
        what = "tick" if is_tick(run.text) else "box" if run.text[0] in _BOXES else ""
        what = what or ("phone" if _PHONE.match(run.text) else "")
        homes = self._homes[what] if what else None
        return homes is not None and not homes[column]

    def _best(self, line: Line) -> list[int]:
        """The cheapest columns, by dynamic programming over the runs; the state is the column and where it began."""
        states: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(-1, 0): (0.0, ())}
        for number, run in enumerate(line.runs):
            following: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {}
            strange = [_MISPLACED if self._strange(run, column) else 0.0 for column in range(len(self.widths))]
            for (column, first), (cost, way) in states.items():
                for target in range(max(column, 0), len(self.widths)):
                    begins = first if target == column else number
                    step = strange[target] + self._held(line.runs[begins : number + 1], target)
                    step += self._step(line.runs[first : number + 1], column, target)
                    if cost + step < following.get((target, begins), (_INF, ()))[0]:
                        following[target, begins] = (cost + step, (*way, target))
            states = following
        return list(min(states.values())[1])

    def _held(self, runs: Sequence[Run], column: int) -> float:
        """What it costs that a column holds these runs: more than it has room for, in print and in positions."""
        over = sum(self._width(run.text) for run in runs) - self.widths[column]
        if self.widths[column] == 0 or over <= 0 or column + 1 == len(self.widths):
            return 0.0
        room = self._latest[column + 1] - self._latest[column]
        return min(_OVERFULL, _WIDER * over) if runs[-1].end - runs[0].start >= room else 0.0

    def _step(self, runs: Sequence[Run], column: int, target: int) -> float:
        """What it costs that the last of these runs stands in a column, those before it in another or the same."""
        *held, run = runs
        if not held:
            return self._apart(run, target)
        divided = _in_han(held[-1], run)
        gap = run.start - held[-1].end
        if target == column:
            return (_IN_HAN if divided else 0.0) + (_APART_INSIDE if gap > APART else 0.0)
        if gap >= APART:
            return self._apart(run, target)
        if target > column + 1:
            return _SKIPPED
        spare = self.widths[column] - sum(self._width(other.text) for other in held)
        if divided or (run.text[0] in _BOXES and spare < self._width(run.text)):
            return 0.0
        return _JOINED + (_NOT_FULL if spare > _SPARE else 0.0)

    def _apart(self, run: Run, target: int) -> float:
        """What it costs that a run set apart starts a column: how far that is from where the column is."""
        away = min(abs(run.start - self._latest[target]), abs(run.start - self.cuts.starts[target]))
        return _AWAY * min(away, _FURTHEST) if away > 1 else 0.0


def _in_han(before: Run, run: Run) -> bool:
    """Whether a space divides two Han characters, boxes not counted."""
    return _is_han(before.text[-1]) and _is_han(run.text[0])


def _is_han(char: str) -> bool:
    return (char >= _HAN or char in _QUOTES) and char not in _BOXES

"""Runs of a page into columns: by where they start, and where a line ran columns together by what divides them.

A program that keeps the layout sets apart what stands apart in print; neighbours whose cells are full to the edge it
joins with one space, and whole blocks of lines it shifts. So a column is where it last was; and there is no space
between two Han characters of one text, boxes stand in columns of options, ticks and telephone numbers in their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from gicat.lexicon import lexicon, remembered
from gicat.marks import TICKED, UNTICKED
from gicat.recognise.shapes import is_tick
from gicat.recover.fixed_width.cuts import APART, Cuts, texts
from gicat.recover.fixed_width.measure import Metric
from gicat.recover.fixed_width.model import Line, Run
from gicat.text import key

_AWAY, _FURTHEST, _APART_INSIDE, _WIDER, _OVERFULL, _IN_HAN, _MISPLACED = 0.15, 12, 1.0, 0.5, 4.0, 3.0, 4.0
_JOINED, _AWAITED, _THERE, _PASSED, _NOT_FULL = 1.0, 0.3, 0.1, 0.5, 1.0
"""What it costs: every position by which a run set apart does not start where its column does, so many at most; that
it goes on with a cell though it is set apart; every half ideograph by which a cell is wider than its column, at most;
that a space stands between two Han characters of a cell; that a box, a tick or a telephone number stands in a column of
another kind; that a run joined to the one before begins a column, less where that was full on the line above, hardly
anything where the column starts there, what it costs if it does not begin one there, and that it does though the one
before had room."""
_MOST, _FEW = 0.85, 0.03
_SPARE = 3
"""Half ideographs that a full line may lack: the next character was wider, or must not stand first."""
_KEPT = 10
"""Ways to place the first runs of a line that are followed."""
_OPENING, _CLOSING = "（《“〔〈【", "）》”〕〉】，。、；：！？"
_HAN, _QUOTES = "\u2e80", "“”‘’—…·"
_BOXES = frozenset(TICKED) | frozenset(UNTICKED)
_ENUMERATED = re.compile(r"\d{1,2}[.．、]\D")
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
        self.cuts, self.widths, self.kinds, self.metric, self._width = cuts, widths, kinds, metric, metric.width
        self._homes = {
            what: [kind in homes for kind in kinds] if any(kind in homes for kind in kinds) else None
            for what, homes in _HOMES.items()
        }
        self._options = {field: [kind == field for kind in kinds] for field in _HOMES["box"] if field in kinds}
        self._latest = list(cuts.starts)
        self._waits = [False] * len(widths)

    def columns(self, line: Line) -> list[int]:
        """The column of every run of a line."""
        found = self._plain(line) or self._best(line)
        end, last = -APART, -1
        held = [0] * len(self.widths)
        for run, column in zip(line.runs, found, strict=True):
            if column != last and run.start - end >= APART:
                self._latest[column] = run.start
            end, last = run.end, column
            held[column] += self._width(run.text)
        self._waits = [wide > 0 and wide + _SPARE >= room for wide, room in zip(held, self.widths, strict=True)]
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
            if any(self._there(before, run, column + 1) for before, run in pairwise(runs)):
                return None
            if sum(self._width(run.text) for run in runs) > self.widths[column] > 0 and len(runs) > 1:
                return None
            found += [column] * len(runs)
        return found

    def _strange(self, run: Run, column: int) -> bool:
        """Whether a run stands in a column of a kind that it is not of, though there is one of its own."""
        homes = self._home(run)
        return homes is not None and not homes[column]

    def _home(self, run: Run) -> list[bool] | None:
        """For every column whether what a run shows of itself belongs there; None where it shows nothing."""
        if run.text[0] in _BOXES and not is_tick(run.text):
            return self._options.get(option_field(run.text[1:]) or "", self._homes["box"])
        if is_tick(run.text):
            return self._homes["tick"]
        return self._homes["phone"] if _PHONE.match(run.text) else None

    def _best(self, line: Line) -> list[int]:
        """The cheapest columns, by dynamic programming over the runs.

        A state is the column and what it holds: how wide that is, and where it starts. Few of them are kept.
        """
        states = [_State(0.0, -1, 0, 0, ())]
        before: Run | None = None
        for run in line.runs:
            wide, home = self._width(run.text), self._home(run)
            apart = before is None or run.start - before.end >= APART
            divided = before is not None and _in_han(before, run)
            away = [self._away(run, column) for column in range(len(self.widths))] if apart else []
            found: dict[tuple[int, int], _State] = {}
            for state in states:
                last = len(self.widths) if apart else min(state.column + 2, len(self.widths))
                for target in range(max(state.column, 0), last):
                    cost = state.cost + (_MISPLACED if home is not None and not home[target] else 0.0)
                    start, holds = run.start, wide
                    if target == state.column:
                        start, holds = state.start, state.wide + wide
                        far = before is not None and run.start - before.end > APART
                        cost += (_IN_HAN if divided else 0.0) + (_APART_INSIDE if far else 0.0)
                        if before is not None and home is None and self._there(before, run, target + 1):
                            cost += _PASSED
                    elif apart:
                        cost += away[target]
                    elif not divided:
                        cost += self._joined(state, before, run, wide)
                    cost += self._over(target, holds, run.end - start)
                    at = (target, start)
                    if at not in found or cost < found[at].cost:
                        found[at] = _State(cost, target, holds, start, (*state.way, target))
            states = sorted(found.values(), key=lambda state: (state.cost, state.column))[:_KEPT]
            before = run
        return list(states[0].way)

    def _joined(self, state: _State, before: Run | None, run: Run, wide: int) -> float:
        """What it costs that a run one position behind a column begins the next."""
        spare, target = self.widths[state.column] - state.wide, state.column + 1
        if run.text[0] in _BOXES and spare < wide:
            return 0.0
        if before is not None and self._there(before, run, target):
            return _THERE
        joined = _AWAITED if self._waits[target] else _JOINED
        return joined + (_NOT_FULL if spare > _SPARE else 0.0)

    def _there(self, before: Run, run: Run, column: int) -> bool:
        """Whether a run starts where a column does, and no number or Latin word in a Han text."""
        if column == len(self.widths) or run.start not in (self._latest[column], self.cuts.starts[column]):
            return False
        mixed = before.text[-1].isascii() != run.text[0].isascii()
        return not mixed or bool(_ENUMERATED.match(run.text) or _PHONE.match(run.text))

    def _over(self, column: int, wide: int, positions: int) -> float:
        """What it costs that a column holds so much: more than it has room for, in print and in positions."""
        over = wide - self.widths[column]
        if over <= 0 or self.widths[column] == 0 or column + 1 == len(self.widths):
            return 0.0
        room = self._latest[column + 1] - self._latest[column]
        return min(_OVERFULL, _WIDER * over) if positions >= room else 0.0

    def _away(self, run: Run, target: int) -> float:
        """What it costs that a run set apart starts a column: how far that is from where the column is."""
        away = min(abs(run.start - self._latest[target]), abs(run.start - self.cuts.starts[target]))
        return _AWAY * min(away, _FURTHEST) if away > 1 else 0.0


@remembered(maxsize=2_000)
def option_field(label: str) -> str | None:
    """The one kind of column whose options a label is among; None if it is in no codelist, or in several."""
    found = [field for field, labels in lexicon().options.items() if key(label) in labels]
    return found[0] if len(found) == 1 else None


class _State(NamedTuple):
    """A way to place the first runs of a line: its cost, the last column, how much that holds and where it starts."""

    cost: float
    column: int
    wide: int
    start: int
    way: tuple[int, ...]


def _in_han(before: Run, run: Run) -> bool:
    """Whether a space divides two Han characters, boxes not counted.

    Between punctuation it divides nothing: print sets it half as wide there, which programs take for a space.
    """
    if before.text[-1] in _CLOSING and run.text[0] in _OPENING:
        return False
    return _is_han(before.text[-1]) and _is_han(run.text[0])


def _is_han(char: str) -> bool:
    return (char >= _HAN or char in _QUOTES) and char not in _BOXES

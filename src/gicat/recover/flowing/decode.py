"""Decoding a sequence of atoms into rows and cells: the best path through atoms × columns (Viterbi).

A row fills its columns from left to right; a column may be skipped. Behind the edge of a page the last row may go
on: cells that were cut are resumed in the order of their columns. Cost is linear in the atoms for a given number
of columns, since a cell has a limited number of atoms.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from gicat.recover.flowing import weights
from gicat.recover.flowing.atoms import Atom
from gicat.recover.flowing.pieces import Gap
from gicat.recover.flowing.scores import Scores

_NEVER = float("-inf")
_EDGE = -1
CLOSED = -1
"""The state between rows."""


@dataclass(frozen=True, slots=True)
class Step:
    """Atoms `start`..`end` read as one cell.

    Attributes:
        column: of the slots; -1 for text outside the table, -2 for a row of one cell.
        opens: whether the cell starts a row.
        resumed: whether it is behind a page's edge, in the row before it.
    """

    start: int
    end: int
    column: int
    opens: bool = False
    resumed: bool = False


OUTSIDE, FULL_WIDTH = -1, -2


@dataclass(slots=True)
class _State:
    """The best way to a place: what it is worth, its last step and the state before that.

    `filled` has, once a page's edge was crossed in a row, the atoms of each column of that row.
    """

    score: float
    step: Step | None
    before: _State | None
    filled: Mapping[int, tuple[int, int]] | None = None


def decode(atoms: Sequence[Atom], scores: Scores) -> tuple[list[Step], float]:
    """The best reading of atoms as rows, and what it is worth."""
    decoder = _Decoder(atoms, scores)
    for position in range(len(atoms)):
        decoder.leave(position)
    return decoder.steps()


class _Decoder:
    def __init__(self, atoms: Sequence[Atom], scores: Scores) -> None:
        self.atoms, self.scores = atoms, scores
        self.slots = len(scores.slots)
        self.own = {n for n, slot in enumerate(scores.slots) if slot.kind in ("name", "content")}
        self.skips = [0.0]
        for slot in scores.slots:
            self.skips.append(self.skips[-1] + scores.skipped(slot))
        self.best: list[dict[int, _State]] = [{} for _ in range(len(atoms) + 1)]
        self.best[0][CLOSED] = _State(0.0, None, None)

    def _close(self, states: dict[int, _State]) -> None:
        """A row may end behind any of its cells; the columns that it has not filled are skipped."""
        closed = states.get(CLOSED)
        for column, state in list(states.items()):
            if column == CLOSED:
                continue
            score = state.score + self._rest(state, column)
            if closed is None or score > closed.score:
                closed = _State(score, None, state)
        if closed is not None:
            states[CLOSED] = closed

    def _rest(self, state: _State, column: int) -> float:
        if state.filled is None:
            skipped = self.skips[-1] - self.skips[column + 1]
            if column in self.own and self._has_category(state):
                skipped += weights.CATEGORY_ALONE
            return skipped + (self.scores.skips_next if column < self.slots - 1 else 0.0)
        return self._between(state, column, self.slots)

    def _has_category(self, state: _State | None) -> bool:
        """Whether the row that a state stands in starts with a category."""
        while state is not None:
            step = state.step
            if step is not None and step.opens:
                return self.scores.slots[step.column].kind == "level"
            state = state.before
        return False

    def _between(self, state: _State, column: int, to: int) -> float:
        """What skipping the columns between two costs in a row that a page's edge cuts."""
        filled = state.filled or {}
        reached = max(filled, default=-1)
        return sum(self.skips[c + 1] - self.skips[c] for c in range(max(column, reached) + 1, to) if c not in filled)

    def leave(self, position: int) -> None:
        """Every way on from a position."""
        states = self.best[position]
        if not states:
            return
        if self.atoms[position].gap == Gap.PAGE:
            for column, state in list(states.items()):
                if column != CLOSED:
                    states[column] = _State(state.score, None, state, self._filled(state, position))
        self._close(states)
        closed = states[CLOSED]
        entries = self._entries(states, closed, position)
        for segment in self.scores.segments(position):
            for column, score, _ in segment.scores:
                value, before, opens = entries[column]
                step = Step(position, segment.end, column, opens)
                self._arrive(segment.end, column, _State(value + score, step, before))
        for end, column, score in self.scores.asides(position):
            self._arrive(end, CLOSED, _State(closed.score + score, Step(position, end, column), closed))
        self._resume(position, states)

    def _entries(self, states: dict[int, _State], closed: _State, position: int) -> list[tuple[float, _State, bool]]:
        """For every column the best state to enter it from, with the score there, and whether that opens a row."""
        entries: list[tuple[float, _State, bool]] = []
        opening = closed.score + self.scores.row_start(position)
        inside = self.scores.cell_start(position)
        far: tuple[float, _State] | None = None
        for column in range(self.slots):
            options = [(opening + self.skips[column] + (self.scores.skips_first if column else 0.0), closed, True)]
            if far is not None:
                options.append((far[0] + self.skips[column] + self.scores.skips_next, far[1], False))
            previous = states.get(column - 1) if column else None
            if previous is not None and previous.filled is None:
                value = previous.score + inside
                options.append((value, previous, False))
                if far is None or value - self.skips[column] > far[0]:
                    far = (value - self.skips[column], previous)
            entries.append(max(options, key=itemgetter(0)))
        return entries

    def _arrive(self, position: int, column: int, state: _State) -> None:
        have = self.best[position].get(column)
        if have is None or state.score > have.score:
            self.best[position][column] = state

    @staticmethod
    def _filled(state: _State, edge: int) -> Mapping[int, tuple[int, int]]:
        """The atoms of every column of the row that a state stands in, and under `_EDGE` those behind a page's edge."""
        filled: dict[int, tuple[int, int]] = {**(state.filled or {}), _EDGE: (edge, edge)}
        walk: _State | None = state
        while walk is not None and state.filled is None:
            step = walk.step
            if step is not None:
                filled.setdefault(step.column, (step.start, step.end))
                if step.opens:
                    break
            walk = walk.before
        return filled

    def _resume(self, position: int, states: dict[int, _State]) -> None:
        """Behind a page's edge: the rest of a cell of the row before it, or a cell which that row still lacks."""
        cut = [(column, state) for column, state in states.items() if state.filled is not None and column != CLOSED]
        if not cut:
            return
        edge = self.atoms[position].gap == Gap.PAGE
        for segment in self.scores.segments(position, rest=True):
            for column, score, joined in segment.scores:
                for last, state in cut:
                    if not edge and column <= last:
                        continue
                    filled = state.filled or {}
                    value = (
                        state.score
                        + self._between(state, last, column)
                        + (0.0 if edge else self.scores.cell_start(position))
                    )
                    if column in filled:
                        value += joined + self.scores.resumed(filled[column], segment.start, segment.end, column)
                    else:
                        value += score + self._late(filled, column)
                    now = {**filled, column: (segment.start, segment.end)}
                    step = Step(segment.start, segment.end, column, resumed=True)
                    self._arrive(segment.end, column, _State(value, step, state, now))

    def _late(self, filled: Mapping[int, tuple[int, int]], column: int) -> float:
        """What it means that a cell is printed behind a page's edge only: nothing, unless its column was passed.

        Where cells are centred, those of few lines stand behind the edge as a whole; then the name does.
        """
        if column > max(filled, default=-1):
            return 0.0
        if any(filled[number][0] < filled[_EDGE][0] for number in self.own & filled.keys()):
            return weights.LACKING
        return weights.LATE - (self.skips[column + 1] - self.skips[column])

    def steps(self) -> tuple[list[Step], float]:
        """The steps of the best way to the end."""
        states = self.best[-1]
        self._close(states)
        state: _State | None = states.get(CLOSED)
        score = state.score if state else _NEVER
        found: list[Step] = []
        while state is not None:
            if state.step is not None:
                found.append(state.step)
            state = state.before
        return found[::-1], score

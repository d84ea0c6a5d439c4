"""Decoding a sequence of atoms into rows and cells: the best path through atoms × columns (Viterbi).

A row fills its columns from left to right; a column may be skipped. Behind the edge of a page the last row may go
on: cells that were cut are resumed in the order of their columns. Cost is linear in the atoms for a given number
of columns, since a cell has a limited number of atoms.
"""

from __future__ import annotations

from operator import itemgetter

from gicat.recover.flowing import weights
from gicat.recover.flowing.edges import Edges, Rest, row_so_far
from gicat.recover.flowing.growth import Growth
from gicat.recover.flowing.pieces import Gap
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.ways import CLOSED, FULL_WIDTH, OUTSIDE, State, Step

__all__ = ["FULL_WIDTH", "OUTSIDE", "Step", "decode"]

_NEVER = float("-inf")
_BEAM = 3.0
"""How far behind the best a way is given up, besides what all columns cost to skip."""
_FAR = 3.0
"""How much farther a cell that still grows may be behind the best way through its parts."""
_TINY = 1e-6
"""More than sums of weights in another order differ by."""
_Entries = list[tuple[float, State, bool]]
_Candidate = tuple[float, int, Growth, tuple[float, State, bool], float]


def decode(scores: Scores) -> tuple[list[Step], float]:
    """The best reading of the atoms of a table as rows, and what it is worth."""
    decoder = _Decoder(scores)
    for position in range(len(scores.atoms)):
        decoder.leave(position)
        decoder.advance(position)
    return decoder.steps()


def _later(have: State, growth: Growth) -> bool:
    """Whether what a place was reached by starts behind what grows: of equals the longer counts."""
    return have.step is not None and growth.span.start < have.step.start


class _Decoder:
    def __init__(self, scores: Scores) -> None:
        self.atoms, self.scores = scores.atoms, scores
        self.slots = len(scores.slots)
        self.own = {n for n, slot in enumerate(scores.slots) if slot.kind in ("name", "content")}
        self.skips = [0.0]
        for slot in scores.slots:
            self.skips.append(self.skips[-1] + scores.skipped(slot))
        self.edges = Edges(scores, self.skips)
        self.best: list[dict[int, State]] = [{} for _ in range(len(self.atoms) + 1)]
        self.best[0][CLOSED] = State(0.0, None, None)
        self.growing: list[tuple[Growth, _Entries]] = []
        self.resting: list[Rest] = []
        self.beam = _BEAM - self.skips[-1]
        self.limit = _NEVER

    def _close(self, states: dict[int, State]) -> None:
        """A row may end behind any of its cells; the columns that it has not filled are skipped."""
        closed = states.get(CLOSED)
        for column, state in list(states.items()):
            if column == CLOSED:
                continue
            score = state.score + self._rest(state, column)
            if closed is None or score > closed.score:
                closed = State(score, None, state)
        if closed is not None:
            states[CLOSED] = closed

    def _rest(self, state: State, column: int) -> float:
        if state.filled is None:
            skipped = self.skips[-1] - self.skips[column + 1]
            if column in self.own and self._has_category(state):
                skipped += weights.CATEGORY_ALONE
            return skipped + (self.scores.skips_next if column < self.slots - 1 else 0.0)
        return self.edges.between(state, column, self.slots)

    def _has_category(self, state: State | None) -> bool:
        """Whether the row that a state stands in starts with a category."""
        while state is not None:
            step = state.step
            if step is not None and step.opens:
                return self.scores.slots[step.column].kind == "level"
            state = state.before
        return False

    def leave(self, position: int) -> None:
        """Every way on from a position; those that are cells start to grow here."""
        states = self.best[position]
        if not states:
            return
        if self.atoms[position].gap == Gap.PAGE:
            for column, state in list(states.items()):
                if column != CLOSED:
                    states[column] = State(state.score, None, state, row_so_far(state, position))
        self._close(states)
        closed = states[CLOSED]
        entries = self._entries(states, closed, position)
        if self.atoms[position].blank:
            for column, (value, before, opens) in enumerate(entries):
                step = Step(position, position + 1, column, opens)
                self._arrive(position + 1, column, State(value + self.scores.empty(column), step, before))
        else:
            self.growing.append((self.scores.open(position), entries))
        for end, column, score in self.scores.body.asides(position):
            self._arrive(end, CLOSED, State(closed.score + score, Step(position, end, column), closed))
        self._cross(position, states)
        self.best[position] = {}

    def _cross(self, position: int, states: dict[int, State]) -> None:
        """Ways on behind a page's edge, in the row before it."""
        floor = max(state.score for state in states.values()) - self.beam
        if self.atoms[position].blank:
            for column, state in self.edges.empties(position, states, floor):
                self._arrive(position + 1, column, state)
        elif rest := self.edges.open(position, states, floor):
            self.resting.append(rest)

    def advance(self, position: int) -> None:
        """The cells that can end behind an atom: the most promising first, so that most need no closer look."""
        end = position + 1
        self.growing = [one for one in self.growing if self._goes_on(one[0], end)]
        self.resting = [rest for rest in self.resting if self._goes_on(rest.growth, end)]
        states = self.best[end]
        best = max((state.score for state in states.values()), default=_NEVER)
        for bound, column, growth, (value, before, opens), beside in self._hopeful():
            if bound < best - self.beam:
                break
            have = states.get(column)
            if have is not None and bound < have.score:
                continue
            score = value + self.scores.worth(growth.span, column, beside)
            if have is None or score > have.score or (score == have.score and _later(have, growth)):
                states[column] = State(score, Step(growth.span.start, end, column, opens), before)
                best = max(best, score)
        for rest in self.resting:
            for column, state in self.edges.arrivals(rest, best, self.beam):
                self._arrive(end, column, state)
        self.limit = best - self.beam - _FAR

    def _goes_on(self, growth: Growth, end: int) -> bool:
        """Let a cell reach an end; False where it cannot."""
        if growth.span.end == end:
            return bool(growth.columns)
        return bool(growth.columns) and not self.scores.body.whole_cells and growth.grow()

    def _hopeful(self) -> list[_Candidate]:
        """The cells that grow, by the most they can be worth; those that are hopelessly behind end here."""
        found: list[_Candidate] = []
        bounds, limit = self.scores.bounds, self.limit
        for growth, entries in self.growing:
            has, boxed, sums = growth.span.signs, growth.span.boxed, growth.beside
            left: list[int] = []
            for column in growth.columns:
                entry, bound = entries[column], bounds[column]
                beside = sums[column]
                value = entry[0] + beside
                if value + bound.most < limit:
                    continue
                left.append(column)
                found.append((value + bound.of(has, boxed=boxed) + _TINY, column, growth, entry, beside))
            growth.columns = left
        found.sort(key=itemgetter(0), reverse=True)
        return found

    def _entries(self, states: dict[int, State], closed: State, position: int) -> _Entries:
        """For every column the best state to enter it from, with the score there, and whether that opens a row."""
        entries: _Entries = []
        skips, next_skip = self.skips, self.scores.skips_next
        opening = closed.score + self.scores.row_start(position)
        inside = self.scores.cell_start(position)
        far, far_state = _NEVER, closed
        for column in range(self.slots):
            skipped = skips[column]
            best = (opening + skipped + (self.scores.skips_first if column else 0.0), closed, True)
            if far + skipped + next_skip > best[0]:
                best = (far + skipped + next_skip, far_state, False)
            previous = states.get(column - 1) if column else None
            if previous is not None and previous.filled is None:
                value = previous.score + inside
                if value > best[0]:
                    best = (value, previous, False)
                if value - skipped > far:
                    far, far_state = value - skipped, previous
            entries.append(best)
        return entries

    def _arrive(self, position: int, column: int, state: State) -> None:
        have = self.best[position].get(column)
        if have is None or state.score > have.score:
            self.best[position][column] = state

    def steps(self) -> tuple[list[Step], float]:
        """The steps of the best way to the end."""
        states = self.best[-1]
        self._close(states)
        state: State | None = states.get(CLOSED)
        score = state.score if state else _NEVER
        found: list[Step] = []
        while state is not None:
            if state.step is not None:
                found.append(state.step)
            state = state.before
        return found[::-1], score

"""Decoding a sequence of atoms into rows and cells: the best path through atoms × columns (Viterbi).

A row fills its columns from left to right; a column may be skipped. Behind the edge of a page the last row may go
on: cells that were cut are resumed in the order of their columns. Cost is linear in the atoms for a given number
of columns, since a cell has a limited number of atoms.
"""

from __future__ import annotations

from operator import itemgetter

from gicat.deadline import Deadline
from gicat.recover.flowing import weights
from gicat.recover.flowing.doubts import doubtful
from gicat.recover.flowing.edges import Edges, Rest, row_so_far
from gicat.recover.flowing.entries import Entries, Way, Ways, near_edges
from gicat.recover.flowing.growth import Growth
from gicat.recover.flowing.looks import FEW_TEXTS
from gicat.recover.flowing.pieces import Gap
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.ways import CLOSED, FULL_WIDTH, OUTSIDE, Reading, State, Step, cell_above

__all__ = ["FULL_WIDTH", "OUTSIDE", "Step", "decode"]

_NEVER = float("-inf")
_BEAM = 3.0
"""How far behind the best a way is given up, besides what all columns cost to skip."""
_FAR = 3.0
"""How much farther a cell that still grows may be behind the best way through its parts."""
_NEAR_EDGE = 13.0
"""How much farther behind it may be near a page's edge, where ways that fill other columns are kept apart: cells that
the edge cuts look like nothing until their rests are found."""
_CUT = 10
"""How many ways to go on behind the edge are kept."""
_PAUSE = 100
"""Atoms after which the clock is looked at."""
_TINY = 1e-6
"""More than sums of weights in another order differ by."""
_Candidate = tuple[float, int, Growth, list[Way], float]


def decode(scores: Scores, *, doubt: float = 0.0, thorough: bool = True, deadline: Deadline | None = None) -> Reading:
    """The best reading of the atoms of a table as rows.

    Args:
        scores: what they are worth.
        doubt: how much less a reading may be worth to make the cells that it lacks doubtful; with 0 none are.
        thorough: whether rows that a page's edge cuts are followed with every way to fill them: what is learned from
            a reading hardly needs that, and it takes twice the time.
        deadline: when to stop; then there is no reading, which is worth less than any.
    """
    decoder = _Decoder(scores, doubt, thorough=thorough)
    for position in range(len(scores.atoms)):
        if deadline is not None and position % _PAUSE == 0 and deadline.over():
            return Reading((), _NEVER)
        decoder.leave(position)
        decoder.advance(position)
    return decoder.reading()


def _longer(state: State, have: State) -> bool:
    """Whether the last step of a way starts before that of another."""
    return state.step is not None and have.step is not None and state.step.start < have.step.start


class _Decoder:
    def __init__(self, scores: Scores, doubt: float, *, thorough: bool) -> None:
        self.atoms, self.scores, self.doubt = scores.atoms, scores, doubt
        self.slots = len(scores.slots)
        self.own = {n for n, slot in enumerate(scores.slots) if slot.kind in ("name", "content")}
        self.names = {n for n, slot in enumerate(scores.slots) if slot.kind in FEW_TEXTS}
        self.levels = sum(1 << n for n, slot in enumerate(scores.slots) if slot.kind == "level")
        self.skips = [0.0]
        for slot in scores.slots:
            self.skips.append(self.skips[-1] + scores.skipped(slot))
        self.edges, self.entries = Edges(scores, self.skips), Ways(scores, self.skips, doubt)
        self.best: list[dict[int, State]] = [{} for _ in range(len(self.atoms) + 1)]
        self.best[0][CLOSED] = State(0.0, None, None)
        self.growing: list[tuple[Growth, Entries]] = []
        self.resting: list[Rest] = []
        self.near = near_edges(self.atoms) if thorough else [False] * (len(self.atoms) + 1)
        usual = _BEAM - self.skips[-1]
        self.beams = [usual + _NEAR_EDGE if near else usual for near in self.near]
        self.limit = _NEVER

    def _close(self, states: dict[int, State]) -> None:
        """A row may end behind any of its cells; the columns that it has not filled are skipped."""
        for column, state in list(states.items()):
            if column != CLOSED:
                self._reach(states, CLOSED, State(state.score + self._rest(state, column % self.slots), None, state))

    def _rest(self, state: State, column: int) -> float:
        if state.filled is None:
            skipped = self.skips[-1] - self.skips[column + 1]
            if column in self.own and self._has_category(state):
                skipped += weights.CATEGORY_ALONE
            return skipped + (self.scores.skips_next if column < self.slots - 1 else 0.0)
        return self.edges.close(state, column)

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
        self._close(states)
        if self.atoms[position].gap == Gap.PAGE:
            self._cut(position, states)
        closed = states[CLOSED]
        find = self.entries.every if self.near[position] else self.entries.best
        entries = find(states, closed, position)
        if self.atoms[position].blank:
            for column, ways in enumerate(entries):
                for way in ways:
                    self._enter(way, Step(position, position + 1, column, way[2]), self.scores.empty(column))
        else:
            self.growing.append((self.scores.open(position), entries))
        for end, column, score in self.scores.body.asides(position):
            aside = State(closed.score + score, Step(position, end, column), closed)
            self._reach(self.best[end], CLOSED, aside)
        self._cross(position, states)
        self.best[position] = {}

    def _cut(self, position: int, states: dict[int, State]) -> None:
        """A page's edge cuts every row that is not closed: see `State.filled`."""
        rows = [(key % self.slots, state) for key, state in states.items() if key != CLOSED]
        closed = states[CLOSED]
        states.clear()
        states[CLOSED] = closed
        for column, state in rows:
            filled = row_so_far(state, position)
            self._arrive(position, column, State(state.score, None, state, filled, state.marks))

    def _cross(self, position: int, states: dict[int, State]) -> None:
        """Ways on behind a page's edge, in the row before it."""
        floor = max(state.score for state in states.values()) - self.beams[position]
        cut = [
            (state.score + self.edges.promise(state.filled), key % self.slots, state)
            for key, state in states.items()
            if state.filled is not None and key != CLOSED
        ]
        cut = [way for way in sorted(cut, key=itemgetter(0), reverse=True) if way[0] >= floor][:_CUT]
        if self.atoms[position].blank:
            for column, state in self.edges.empties(position, [way[1:] for way in cut]):
                self._arrive(position + 1, column, state)
        elif rest := self.edges.open(position, [way[1:] for way in cut]):
            self.resting.append(rest)

    def advance(self, position: int) -> None:
        """The cells that can end behind an atom: the most promising first, so that most need no closer look."""
        end = position + 1
        self.growing = [one for one in self.growing if self._goes_on(one[0], end)]
        self.resting = [rest for rest in self.resting if self._goes_on(rest.growth, end)]
        states, beam = self.best[end], self.beams[end]
        best = max((state.score for state in states.values()), default=_NEVER)
        for bound, column, growth, ways, beside in self._hopeful():
            if bound < best - beam:
                break
            have = states.get(column)
            if have is not None and bound < have.score - self.doubt:
                continue
            worth = self.scores.worth(growth.span, column, beside)
            for way in ways:
                self._enter(way, Step(growth.span.start, end, column, way[2]), worth)
            best = max(best, ways[0][0] + worth)
        for rest in self.resting:
            for column, state in self.edges.arrivals(rest, best, beam):
                self._arrive(end, column, state)
        self.limit = best - beam - _FAR

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
                value = entry[0][0] + beside
                if value + bound.most < limit:
                    continue
                left.append(column)
                found.append((value + bound.of(has, boxed=boxed) + _TINY, column, growth, entry, beside))
            growth.columns = left
        found.sort(key=itemgetter(0), reverse=True)
        return found

    def _enter(self, way: Way, step: Step, worth: float) -> None:
        """Reach the end of a cell by a way into its column."""
        value, before, opens = way
        if step.column in self.names and (above := cell_above(before, step.column)):
            worth += self.scores.again((above.start, above.end), (step.start, step.end))
        marks = (0 if opens else before.marks) | 1 << step.column
        self._arrive(step.end, step.column, State(value + worth, step, before, None, marks))

    def _arrive(self, position: int, column: int, state: State) -> None:
        """Reach a column: a row that a page's edge cuts is elsewhere, and near one, so is each way to fill a row."""
        place = column if state.filled is None else column + self.slots
        if state.filled is None and column in self.own and state.marks & self.levels:
            place += 2 * self.slots
        if self.near[position]:
            place = place % (2 * self.slots) + 4 * self.slots * (1 + state.marks)
        self._reach(self.best[position], place, state)

    def _reach(self, states: dict[int, State], column: int, state: State) -> None:
        """Reach a place by a way: the best counts, of equals the longer."""
        have = states.get(column)
        if have is None:
            states[column] = state
        elif state.score > have.score or (state.score == have.score and _longer(state, have)):
            states[column] = state
            if self.doubt:
                state.beat(have, self.doubt)
        elif self.doubt:
            have.beat(state, self.doubt)

    def reading(self) -> Reading:
        """The best way to the end."""
        states = self.best[-1]
        self._close(states)
        state: State | None = states.get(CLOSED)
        score = state.score if state else _NEVER
        path: list[State] = []
        while state is not None:
            path.append(state)
            state = state.before
        path.reverse()
        steps = [state.step for state in path if state.step is not None]
        return Reading(steps, score, doubtful(path) if self.doubt else frozenset())

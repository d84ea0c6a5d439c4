"""The edge of a page: the row before it may go on behind it, with the rests of cells and with cells it still lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gicat.recover.flowing import weights
from gicat.recover.flowing.growth import Growth
from gicat.recover.flowing.pieces import Gap
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.ways import State, Step

_EDGE, _LATE = -1, -2
"""Keys of `State.filled`: where the atoms behind the edge start, and a cell behind it in a column passed before."""
_MOST = 15.0
"""More than any text is worth as the rest of a cell."""
_Filled = Mapping[int, tuple[int, int]]
_Way = tuple[float, State, _Filled]


class Rest(NamedTuple):
    """Atoms behind a page's edge as a cell of the row before it.

    Attributes:
        growth: the atoms.
        ways: by column, the states they go on from, and what the row is worth up to here.
    """

    growth: Growth
    ways: Sequence[Sequence[_Way]]


def row_so_far(state: State, edge: int) -> Mapping[int, tuple[int, int]]:
    """The atoms of every column of the row that a state stands in, and under `_EDGE` those behind a page's edge."""
    filled: dict[int, tuple[int, int]] = {**(state.filled or {}), _EDGE: (edge, edge)}
    walk: State | None = state
    while walk is not None and state.filled is None:
        step = walk.step
        if step is not None:
            filled.setdefault(step.column, (step.start, step.end))
            if step.opens:
                break
        walk = walk.before
    return filled


class Edges:
    """What rows are worth that a page's edge cuts.

    Args:
        scores: of the text.
        skips: what skipping all columns before each costs.
    """

    def __init__(self, scores: Scores, skips: Sequence[float]) -> None:
        self.atoms, self.scores, self.skips = scores.atoms, scores, skips
        self._lacking: dict[tuple[int, tuple[int, int]], float] = {}

    def open(self, position: int, cut: Sequence[tuple[int, State]]) -> Rest | None:
        """What begins behind a page's edge: the rest of a cell of the row before it, or a cell which that row lacks.

        Args:
            position: of an atom behind the edge, from which on the row may go on.
            cut: the states that reach it in a row before the edge, with their columns.
        """
        ways = self._ways(position, cut)
        if not any(ways):
            return None
        growth = self.scores.open(position, rest=True)
        growth.columns = [column for column in growth.columns if ways[column]]
        return Rest(growth, ways)

    def empties(self, position: int, cut: Sequence[tuple[int, State]]) -> Iterator[tuple[int, State]]:
        """The columns and states that an empty cell behind a page's edge leads to; arguments as for `open`."""
        for column, ways in enumerate(self._ways(position, cut)):
            for way, state, filled in ways:
                worth = weights.NO_REST if column in filled else self.scores.empty(column) + self._late(filled, column)
                now = self._filled(filled, column, (position, position + 1))
                step = Step(position, position + 1, column, resumed=True)
                yield column, State(way + worth, step, state, now, state.marks | 1 << column)

    def _ways(self, position: int, cut: Sequence[tuple[int, State]]) -> list[list[_Way]]:
        """By column, the states from which the row may go on in it."""
        edge = self.atoms[position].gap == Gap.PAGE
        inside = 0.0 if edge else self.scores.cell_start(position)
        inside += weights.ROW_CUT if edge else 0.0
        return [
            [
                (state.score + self.between(state, last, column) + inside, state, state.filled or {})
                for last, state in cut
                if edge or column > last
            ]
            for column in range(len(self.scores.slots))
        ]

    def arrivals(self, rest: Rest, best: float, beam: float) -> Iterator[tuple[int, State]]:
        """The columns and states that are reached where a rest ends now, unless they are hopelessly behind.

        Args:
            rest: what has grown.
            best: what the best state there is worth.
            beam: how far behind it is hopeless.
        """
        growth, span = rest.growth, rest.growth.span
        left: list[int] = []
        for column in growth.columns:
            beside = growth.beside[column]
            most = beside + _MOST
            if max(way[0] for way in rest.ways[column]) + most < best - 2 * beam:
                continue
            left.append(column)
            own: float | None = None
            for way, state, filled in rest.ways[column]:
                if way + most < best - beam:
                    continue
                if column in filled:
                    value = way + (beside + self.scores.resumed(filled[column], span.start, span.end, column))
                else:
                    own = self.scores.worth(span, column, beside) if own is None else own
                    value = way + (own + self._late(filled, column))
                now = self._filled(filled, column, (span.start, span.end))
                step = Step(span.start, span.end, column, resumed=True)
                yield column, State(value, step, state, now, state.marks | 1 << column)
        growth.columns = left

    def _filled(self, filled: _Filled, column: int, atoms: tuple[int, int]) -> _Filled:
        late = column not in filled and column < max(filled)
        return {**filled, column: atoms, _LATE: atoms} if late else {**filled, column: atoms}

    def promise(self, filled: _Filled) -> float:
        """What the cells before an edge that look like nothing may yet be worth with their rests."""
        edge = filled.get(_EDGE, (0, 0))[0]
        return sum(self._lacks(column, atoms) for column, atoms in filled.items() if column >= 0 and atoms[0] < edge)

    def _lacks(self, column: int, atoms: tuple[int, int]) -> float:
        known = (column, atoms)
        if self.atoms[atoms[0]].blank:
            return 0.0
        if known not in self._lacking:
            growth = self.scores.open(atoms[0])
            while growth.span.end < atoms[1] and growth.grow():
                pass
            self._lacking[known] = max(0.0, -self.scores.worth(growth.span, column, 0.0))
        return self._lacking[known]

    def between(self, state: State, column: int, to: int) -> float:
        """What skipping the columns between two costs in a row that a page's edge cuts."""
        filled = state.filled or {}
        reached = max(filled, default=-1)
        return sum(self.skips[c + 1] - self.skips[c] for c in range(max(column, reached) + 1, to) if c not in filled)

    def _late(self, filled: _Filled, column: int) -> float:
        """What it means that a cell is printed behind a page's edge only: nothing, unless its column was passed.

        Where cells are centred, those of few lines stand behind the edge as a whole.
        """
        if column > max(filled, default=-1):
            return 0.0
        return weights.LATE - (self.skips[column + 1] - self.skips[column])

    def close(self, state: State, column: int) -> float:
        """What it costs that a row which a page's edge cuts ends behind a column.

        Cells that stand behind the edge as a whole are shorter than those that it cuts; none stands before it then.
        """
        skipped = self.between(state, column, len(self.scores.slots))
        filled = state.filled or {}
        edge = filled.get(_EDGE, (0, 0))[0]
        if not filled.get(_LATE):
            return skipped
        return skipped + weights.NOT_CUT * sum(start < edge for number, (start, _) in filled.items() if number >= 0)

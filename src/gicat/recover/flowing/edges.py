"""The edge of a page: the row before it may go on behind it, with the rests of cells and with cells it still lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gicat.recover.flowing import weights
from gicat.recover.flowing.atoms import Atom
from gicat.recover.flowing.pieces import Gap
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.ways import CLOSED, State, Step

_EDGE = -1


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
        atoms, scores: of the text.
        skips: what skipping all columns before each costs.
    """

    def __init__(self, atoms: Sequence[Atom], scores: Scores, skips: Sequence[float]) -> None:
        self.atoms, self.scores, self.skips = atoms, scores, skips
        self.own = {n for n, slot in enumerate(scores.slots) if slot.kind in ("name", "content")}

    def resumed(self, position: int, states: Mapping[int, State]) -> Iterator[tuple[int, int, State]]:
        """Behind a page's edge: the rest of a cell of the row before it, or a cell which that row still lacks."""
        cut = [(column, state) for column, state in states.items() if state.filled is not None and column != CLOSED]
        if not cut:
            return
        edge = self.atoms[position].gap == Gap.PAGE
        for segment in self.scores.rests(position):
            for column, score, joined in segment.scores:
                for last, state in cut:
                    if not edge and column <= last:
                        continue
                    filled = state.filled or {}
                    value = (
                        state.score
                        + self.between(state, last, column)
                        + (0.0 if edge else self.scores.cell_start(position))
                    )
                    if column in filled:
                        value += joined + self.scores.resumed(filled[column], segment.start, segment.end, column)
                    else:
                        value += score + self._late(filled, column)
                    now = {**filled, column: (segment.start, segment.end)}
                    step = Step(segment.start, segment.end, column, resumed=True)
                    yield segment.end, column, State(value, step, state, now)

    def between(self, state: State, column: int, to: int) -> float:
        """What skipping the columns between two costs in a row that a page's edge cuts."""
        filled = state.filled or {}
        reached = max(filled, default=-1)
        return sum(self.skips[c + 1] - self.skips[c] for c in range(max(column, reached) + 1, to) if c not in filled)

    def _late(self, filled: Mapping[int, tuple[int, int]], column: int) -> float:
        """What it means that a cell is printed behind a page's edge only: nothing, unless its column was passed.

        Where cells are centred, those of few lines stand behind the edge as a whole; then the name does.
        """
        if column > max(filled, default=-1):
            return 0.0
        if any(filled[number][0] < filled[_EDGE][0] for number in self.own & filled.keys()):
            return weights.LACKING
        return weights.LATE - (self.skips[column + 1] - self.skips[column])

"""Ways through a text: the steps of a reading, and the best way to each place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_FAR = 100
"""How many states back a cell above is looked for."""
CLOSED = -1
"""The state between rows."""
OUTSIDE, FULL_WIDTH = -1, -2
"""Columns of steps that are no cells: text outside the table, and a row of one cell."""


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


class Reading(NamedTuple):
    """The best way through a text.

    Attributes:
        steps: its cells, in order.
        worth: what all of them are worth.
        doubtful: the steps that a reading which is worth nearly as much lacks.
    """

    steps: Sequence[Step]
    worth: float
    doubtful: frozenset[Step] = frozenset()


class Rival(NamedTuple):
    """Another way to a place: what it is worth, its last step and the state before that."""

    score: float
    step: Step | None
    before: State


@dataclass(slots=True)
class State:
    """The best way to a place: what it is worth, its last step and the state before that.

    `filled` has, once a page's edge was crossed in a row, the atoms of each column of that row; `marks` a bit for
    every column that its row filled; `rivals` the other ways to the place that were looked at.
    """

    score: float
    step: Step | None
    before: State | None
    filled: Mapping[int, tuple[int, int]] | None = None
    marks: int = 0
    rivals: list[Rival] = field(default_factory=list)

    def beat(self, other: State, doubt: float) -> None:
        """Remember another way to the same place, and its rivals, as far as they are hardly worse."""
        if other.before is not None:
            rivals = [Rival(other.score, other.step, other.before), *other.rivals]
            self.rivals += [rival for rival in rivals if rival.score > self.score - doubt]


def cell_above(state: State | None, column: int) -> Step | None:
    """The last cell of a column on the way to a state, if it is not far."""
    for _ in range(_FAR):
        if state is None:
            return None
        if state.step is not None and state.step.column == column:
            return state.step
        state = state.before
    return None

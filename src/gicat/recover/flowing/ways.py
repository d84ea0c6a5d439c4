"""Ways through a text: the steps of a reading, and the best way to each place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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


@dataclass(slots=True)
class State:
    """The best way to a place: what it is worth, its last step and the state before that.

    `filled` has, once a page's edge was crossed in a row, the atoms of each column of that row.
    """

    score: float
    step: Step | None
    before: State | None
    filled: Mapping[int, tuple[int, int]] | None = None

"""The ways into every column from a place: from the column before, past columns that are skipped, from a new row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from gicat.recover.flowing.atoms import Atom
from gicat.recover.flowing.pieces import Gap
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.ways import CLOSED, State

_NEVER = float("-inf")
_REACH = 15
"""How many atoms before a page's edge and behind it are near it."""
_MOST = 12
"""How many ways into a column are kept near a page's edge."""
Way = tuple[float, State, bool]
"""The score at the start of a cell, the state before, and whether the cell opens a row."""
Entries = Sequence[list[Way]]
"""For every column the ways into it, the best first."""


def near_edges(atoms: Sequence[Atom]) -> list[bool]:
    """Whether a page's edge is near, at every place between atoms."""
    found = [False] * (len(atoms) + 1)
    for edge, atom in enumerate(atoms):
        if atom.gap == Gap.PAGE:
            start, end = max(0, edge - _REACH), min(len(atoms), edge + _REACH) + 1
            found[start:end] = [True] * (end - start)
    return found


class Ways:
    """The ways into the columns of a table.

    Args:
        scores: of its atoms.
        skips: what skipping all columns before each costs.
        doubt: how much less than the best a way may be worth and still count.
    """

    def __init__(self, scores: Scores, skips: Sequence[float], doubt: float) -> None:
        self.scores, self.skips, self.doubt = scores, skips, doubt
        self.slots = len(scores.slots)

    def best(self, states: Mapping[int, State], closed: State, position: int) -> Entries:
        """The best way into every column, and those that are hardly worse.

        Args:
            states: that reach the place.
            closed: the one of them between rows.
            position: of the atom that starts a cell.
        """
        entries: list[list[Way]] = []
        inside, next_skip = self.scores.cell_start(position), self.scores.skips_next
        far, far_state = _NEVER, closed
        for column, skipped in enumerate(self.skips[:-1]):
            ways = [self._opening(closed, position, column)]
            if far > _NEVER:
                ways.append((far + skipped + next_skip, far_state, False))
            for place in (column - 1, column - 1 + 2 * self.slots) if column else ():
                previous = states.get(place)
                if previous is not None:
                    value = previous.score + inside
                    ways.append((value, previous, False))
                    if value - skipped > far:
                        far, far_state = value - skipped, previous
            best = max(ways, key=itemgetter(0))
            entries.append([best, *(way for way in ways if way is not best and way[0] > best[0] - self.doubt)])
        return entries

    def every(self, states: Mapping[int, State], closed: State, position: int) -> Entries:
        """The same near a page's edge, with every way to fill the columns before."""
        inside = self.scores.cell_start(position)
        rows = [(place % self.slots, state) for place, state in states.items() if place != CLOSED]
        rows = [(column, state) for column, state in rows if state.filled is None]
        entries: list[list[Way]] = []
        for column, skipped in enumerate(self.skips[:-1]):
            ways = [self._opening(closed, position, column)]
            for last, state in rows:
                if last < column:
                    value = state.score + inside + skipped - self.skips[last + 1]
                    ways.append((value + (self.scores.skips_next if last + 1 < column else 0.0), state, False))
            ways.sort(key=itemgetter(0), reverse=True)
            entries.append(ways[:_MOST])
        return entries

    def _opening(self, closed: State, position: int, column: int) -> Way:
        value = closed.score + self.scores.row_start(position) + self.skips[column]
        return value + (self.scores.skips_first if column else 0.0), closed, True

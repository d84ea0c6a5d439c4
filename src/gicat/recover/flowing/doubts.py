"""Which cells of a reading are in doubt: those that another reading, hardly worse, lacks."""

from __future__ import annotations

from collections.abc import Sequence

from gicat.recover.flowing.ways import State, Step


def doubtful(path: Sequence[State]) -> frozenset[Step]:
    """The steps of a way through a text that other ways lack which are worth nearly as much.

    Another way leaves the best somewhere and comes back to a place of it, where it is a rival.

    Args:
        path: the states of the best way, in order, with the rivals that are hardly worse.
    """
    places = {id(state): number for number, state in enumerate(path)}
    found: set[Step] = set()
    for number, state in enumerate(path):
        for rival in state.rivals:
            steps = {rival.step}
            walk = rival.before
            while id(walk) not in places and walk.before is not None:
                steps.add(walk.step)
                walk = walk.before
            passed = path[places[id(walk)] + 1 : number + 1]
            found.update(one.step for one in passed if one.step is not None and one.step not in steps)
    return frozenset(found)

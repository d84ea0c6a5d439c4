"""Ticks whose column was lost: rows whose empty cells an export pushed to the end.

`√ | √ | √ | ||||` under seven tick columns says how many ticks there are and in which order, not where. All
ways to put them are enumerated; only what they agree on is asserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

_MOST_WAYS = 20_000


@dataclass(frozen=True, slots=True)
class Settled:
    """What is certain of a block of tick columns.

    Attributes:
        ticks: column in the block → index of the printed tick that stands there in every way.
        empty: columns that are empty in every way.
    """

    ticks: dict[int, int]
    empty: frozenset[int]


@lru_cache(maxsize=1_000)
def settle(count: int, groups: tuple[int, ...], one_each: bool) -> Settled:
    """What all ways of putting `count` ticks into columns agree on.

    Args:
        count: how many ticks are printed.
        groups: the header group of every column of the block, left to right.
        one_each: whether every group is known to have a tick.
    """
    width = len(groups)
    ways = (
        [
            way
            for way in combinations(range(width), count)
            if not one_each or len({groups[column] for column in way}) == len(set(groups))
        ]
        if _few(width, count)
        else []
    )
    if not ways:
        return Settled({}, frozenset())
    ticks = {column: ways[0].index(column) for column in ways[0] if all(_same(way, ways[0], column) for way in ways)}
    empty = frozenset(range(width)).difference(*ways)
    return Settled(ticks, empty)


def _same(way: Sequence[int], first: Sequence[int], column: int) -> bool:
    return column in way and way.index(column) == first.index(column)


def _few(width: int, count: int) -> bool:
    ways = 1
    for step in range(min(count, width - count)):
        ways = ways * (width - step) // (step + 1)
    return ways <= _MOST_WAYS

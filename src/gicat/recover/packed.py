"""Ticks whose column was lost: rows whose empty cells an export pushed to the end.

`√ | √ | √ | ||||` under seven tick columns says how many ticks there are and in which order, not where. All
ways to put them are enumerated; only what they agree on is asserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from gicat.grid import Break, Cell, Printed, StreamCell
from gicat.recognise.shapes import fits
from gicat.recover.columns import Columns
from gicat.recover.placement import place

_MOST_WAYS = 20_000


def is_packed(rows: Sequence[Sequence[StreamCell]], columns: Columns) -> bool:
    """Whether the blank cells of a table were pushed to the ends of its rows.

    So they were where no row nor the header has one among its cells, and either the header's own were, or the last
    column is one of ticks, or the cells look better in other columns than in the first ones. A blank that has a line
    of its own, where every cell has one, was not pushed anywhere.
    """
    printed = [row for row in rows if len(row) > 1 and not all(cell.printed.blank for cell in row)]
    if any(_last(row) + 1 > sum(not cell.printed.blank for cell in row) for row in (*printed, columns.tops)):
        return False
    if any(cell.printed.blank for cell in columns.subs[: _last(columns.subs) + 1]):
        return False
    short = [row for row in printed if any(cell.gap == 0 for cell in row[_last(row) + 1 :])]
    return bool(short) and (columns.padded or columns.kinds[-1] == "tick" or _look_better(short, columns.kinds))


def _last(row: Sequence[StreamCell]) -> int:
    """The index of the last cell of a row that is not blank, -1 without any."""
    return max((index for index, cell in enumerate(row) if not cell.printed.blank), default=-1)


def _look_better(rows: Sequence[Sequence[StreamCell]], kinds: Sequence[str]) -> bool:
    """Whether most of these rows fit better with blanks before or among their cells than with all of them behind."""
    better = 0
    for row in rows:
        printed = [cell.printed for cell in row if not cell.printed.blank]
        columns = place(printed, kinds)
        if columns and columns != list(range(len(printed))):
            placed = sum(fits(kinds[column], text) for column, text in zip(columns, printed, strict=True))
            better += placed > sum(fits(kind, text) for kind, text in zip(kinds, printed, strict=False))
    return 2 * better > len(rows)


@dataclass(frozen=True, slots=True)
class Settled:
    """What is certain of a block of tick columns.

    Attributes:
        ticks: column in the block → index of the printed tick that stands there in every way.
        empty: columns that are empty in every way.
    """

    ticks: dict[int, int]
    empty: frozenset[int]


def placed_ticks(
    ticks: Sequence[Cell], row: int, block: range, groups: tuple[int | None, ...], *, one_each: bool
) -> list[Cell]:
    """Ticks in a block of tick columns: what is not certain stays over all the columns it may be in.

    Args:
        ticks: in order of print.
        row: the one they stand in.
        block: the columns.
        groups: the header group of every column.
        one_each: whether rows of this table have a tick under every group label.
    """
    settled = settle(len(ticks), groups, one_each)
    found: list[Cell] = []
    run: list[int] = []
    left = [tick for index, tick in enumerate(ticks) if index not in settled.ticks.values()]
    for offset, column in enumerate([*block, None]):
        if column is not None and offset not in settled.ticks and offset not in settled.empty:
            run.append(column)
            continue
        if run:
            found.append(unplaced(left, run, row))
            left, run = [], []
        if column is not None and offset in settled.ticks:
            found.append(replace(ticks[settled.ticks[offset]], column=column, inferred=len(ticks) < len(block)))
    return found


def unplaced(ticks: Sequence[Cell], run: Sequence[int], row: int) -> Cell:
    """Ticks over all the columns that they may stand in."""
    printed = Printed("\n".join(tick.text for tick in ticks), (Break.LINE,) * max(len(ticks) - 1, 0))
    fragments = ticks[0].fragments if ticks else ()
    return Cell(row, run[0], 1, len(run), printed, fragments, inferred=True, unplaced=True)


@lru_cache(maxsize=1_000)
def settle(count: int, groups: tuple[int | None, ...], one_each: bool) -> Settled:
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

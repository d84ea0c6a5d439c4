"""Which cells of a stream make a row: the cheapest cut into rows of the header's width.

A row can start only where the text has a line end (or a blank line). Rows of full width cost nothing,
others more the less they look like one; a cell that does not look like its column costs too. The cut is
found by dynamic programming, linear in the cells for a given width.
"""

from __future__ import annotations

from collections.abc import Sequence

from gicat.grid import StreamCell
from gicat.recognise.shapes import fits, is_tick

_SHORT = 1.5
_SHORTER = 0.05
_SINGLE = 1.2
_BLANK = 0.4
_OPENED = 0.1
_MISFIT = 0.6
_NUMBERLESS = 0.5
_IMPOSSIBLE = 1e9


def cut_rows(cells: Sequence[StreamCell], kinds: Sequence[str], row_gap: int) -> list[list[StreamCell]]:
    """The rows of a table's cells.

    A row that an opening pipe starts has lost that pipe's empty cell; blank cells beyond the width are cut.
    """
    width, count = len(kinds), len(cells)
    best = [0.0] + [_IMPOSSIBLE] * count
    came = [0] * (count + 1)
    for start in range(count):
        if best[start] >= _IMPOSSIBLE or (start and cells[start].gap < row_gap):
            continue
        for length in _lengths(cells, start, width, row_gap):
            end = start + length
            cost = best[start] + _cost(cells[start:end], kinds)
            if cost < best[end]:
                best[end], came[end] = cost, start
    rows: list[list[StreamCell]] = []
    end = count
    while end > 0:
        rows.append(_clean(list(cells[came[end] : end]), width))
        end = came[end]
    return rows[::-1]


def _lengths(cells: Sequence[StreamCell], start: int, width: int, row_gap: int) -> list[int]:
    """Lengths a row from `start` can have: up to the width, and beyond it as long as blanks follow."""
    lengths = []
    for length in range(1, len(cells) - start + 1):
        end = start + length
        if length > width + 1 and not cells[end - 1].printed.blank:
            break
        if end == len(cells) or cells[end].gap >= row_gap:
            lengths.append(length)
    return lengths or [len(cells) - start]


def _cost(row: Sequence[StreamCell], kinds: Sequence[str]) -> float:
    width = len(kinds)
    printed = sum(not cell.printed.blank for cell in row)
    if not printed:
        return _BLANK
    if len(row) == width:
        return _misfit(row, kinds)
    if len(row) == width + 1 and row[0].printed.blank:
        return _OPENED + _misfit(row[1:], kinds)
    if len(row) > width:
        extra = row[width:]
        return _misfit(row, kinds) + _BLANK * len(extra) if all(c.printed.blank for c in extra) else _IMPOSSIBLE
    if len(row) == 1:
        return _SINGLE + (_SHORT if is_tick(row[0].printed.text) else 0.0)
    return _SHORT + _SHORTER * (width - len(row))


def _misfit(row: Sequence[StreamCell], kinds: Sequence[str]) -> float:
    """What it costs that cells do not look like their columns; a packed row may be shifted by its lost cells."""
    cost = 0.0
    for cell, kind in zip(row, kinds, strict=False):
        if fits(kind, cell.printed) < -0.5:
            cost += _MISFIT
    if kinds[0] == "number" and row[0].printed.blank:
        cost += _NUMBERLESS
    return min(cost, _SHORT)


def _clean(row: list[StreamCell], width: int) -> list[StreamCell]:
    if len(row) == width + 1 and row[0].printed.blank:
        return row[1:]
    while len(row) > width and row[-1].printed.blank:
        row.pop()
    return row

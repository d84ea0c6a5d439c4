"""Which cells of a stream make a row: the cheapest cut into rows of the header's width.

A row can start only where the text has a line end (or a blank line). Rows of full width cost nothing,
others more the less they look like one; a cell that does not look like its column costs too. The cut is
found by dynamic programming, linear in the cells for a given width.
"""

from __future__ import annotations

from collections.abc import Sequence

from gicat.grid import Printed, StreamCell
from gicat.recognise.shapes import fits, is_tick
from gicat.recover.placement import place

_SHORT = 0.8
_SHORTER = 0.05
_SINGLE = 1.2
_BLANK = 0.4
_OPENED = 0.1
_SHIFTED = 0.3
_MISFIT = 1.0
_NUMBERLESS = 0.5
_CONTENTLESS = 1.0
_MISFITS_FROM = -0.5
_OVERLONG = 50.0
_IMPOSSIBLE = 1e9


def printed_rows(cells: Sequence[StreamCell], row_gap: int) -> list[list[StreamCell]]:
    """The rows of a stream in which one starts wherever it can."""
    rows: list[list[StreamCell]] = []
    for cell in cells:
        if not rows or cell.gap >= row_gap:
            rows.append([])
        rows[-1].append(cell)
    return rows


def cut_rows(cells: Sequence[StreamCell], kinds: Sequence[str], row_gap: int) -> tuple[list[list[StreamCell]], float]:
    """The rows of a table's cells, and what the cut costs.

    A row that an opening pipe starts has lost that pipe's empty cell; blank cells beyond the width are cut.
    """
    width, count = len(kinds), len(cells)
    best = [0.0] + [_IMPOSSIBLE] * count
    came = [0] * (count + 1)
    for start in range(count):
        if best[start] >= _IMPOSSIBLE or (start and cells[start].gap < row_gap):
            continue
        for length, cost in _candidates(cells, start, kinds, row_gap):
            end = start + length
            if best[start] + cost < best[end]:
                best[end], came[end] = best[start] + cost, start
    rows: list[list[StreamCell]] = []
    end = count
    while end > 0:
        rows.append(_clean(list(cells[came[end] : end]), width))
        end = came[end]
    return rows[::-1], best[count]


def _candidates(cells: Sequence[StreamCell], start: int, kinds: Sequence[str], row_gap: int) -> list[tuple[int, float]]:
    """Lengths a row from `start` can have, with their costs; a row that fits in every column is the only one."""
    width = len(kinds)
    lengths = _lengths(cells, start, width, row_gap)
    if width in lengths and _cost(cells[start : start + width], kinds) == 0:
        return [(width, 0.0)]
    return [(length, _cost(cells[start : start + length], kinds)) for length in lengths]


def _lengths(cells: Sequence[StreamCell], start: int, width: int, row_gap: int) -> list[int]:
    """Lengths a row from `start` can have: up to the width, and beyond it as long as blanks follow.

    Where the text ends no row there, the one length is that up to the next row, however long.
    """
    lengths = []
    for length in range(1, len(cells) - start + 1):
        end = start + length
        if length > width + 1 and not cells[end - 1].printed.blank:
            break
        if end == len(cells) or cells[end].gap >= row_gap:
            lengths.append(length)
    if lengths:
        return lengths
    return [next((end for end in range(start + 1, len(cells)) if cells[end].gap >= row_gap), len(cells)) - start]


def _cost(row: Sequence[StreamCell], kinds: Sequence[str]) -> float:
    width = len(kinds)
    printed = [cell.printed for cell in row if not cell.printed.blank]
    if not printed:
        return _BLANK
    if len(row) == width + 1 and row[0].printed.blank:
        return _OPENED + _full([cell.printed for cell in row[1:]], kinds)
    if len(row) >= width:
        extra = row[width:]
        blank = all(cell.printed.blank for cell in extra)
        return _full([c.printed for c in row[:width]], kinds) + _BLANK * len(extra) if blank else _OVERLONG
    if len(row) == 1:
        return _SINGLE + (_MISFIT if is_tick(row[0].printed.text) else 0.0)
    return _SHORT + _SHORTER * (width - len(row)) + _placed([cell.printed for cell in row], kinds)


def _full(row: Sequence[Printed], kinds: Sequence[str]) -> float:
    """What a row as wide as the table costs: as it stands, or with its blanks pushed to the end."""
    cost = _misfits(row, kinds)
    if kinds[0] == "number" and row[0].blank:
        cost += _NUMBERLESS
    if cost and row[-1].blank:
        cost = min(cost, _SHIFTED + _placed([printed for printed in row if not printed.blank], kinds))
    return cost


def _placed(row: Sequence[Printed], kinds: Sequence[str]) -> float:
    """What the best placement of a short row costs; a row that prints no content hardly is one."""
    columns = place(row, kinds)
    if not columns:
        return _IMPOSSIBLE
    placed = [kinds[column] for column in columns]
    contentless = "content" in kinds and not any(
        k == "content" and not p.blank for k, p in zip(placed, row, strict=True)
    )
    return _misfits(row, placed) + (_CONTENTLESS if contentless else 0.0)


def _misfits(row: Sequence[Printed], kinds: Sequence[str]) -> float:
    return _MISFIT * sum(fits(kind, printed) < _MISFITS_FROM for printed, kind in zip(row, kinds, strict=False))


def _clean(row: list[StreamCell], width: int) -> list[StreamCell]:
    if len(row) == width + 1 and row[0].printed.blank:
        return row[1:]
    while len(row) > width and row[-1].printed.blank:
        row.pop()
    return row

"""Where in a stream of cells a header stands, and which cells of it are its first and second row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gicat.grid import StreamCell
from gicat.recognise.headers import header_of, is_header_row, is_label, leaf_of
from gicat.recover.columns import Columns, columns_of

_ENOUGH = 3
_LONGEST_OWN = 12
_WIDEST = 300
"""Columns of a table at most; what would have more is one header printed again and again."""


@dataclass(frozen=True, slots=True)
class Region:
    """Cells `start`..`end` of a stream are a header."""

    start: int
    end: int
    columns: Columns


def header_regions(cells: Sequence[StreamCell], row_gap: int) -> list[Region]:
    """The headers of a stream, in order; labels for more columns than any table has are none."""
    regions: list[Region] = []
    index = 0
    while index < len(cells):
        region = _region_at(cells, index, row_gap) if cells[index].gap >= row_gap or index == 0 else None
        if region and region.columns.width <= _WIDEST:
            regions.append(region)
        index = region.end if region else index + 1
    return regions


def _region_at(cells: Sequence[StreamCell], start: int, row_gap: int) -> Region | None:
    if not _label(cells[start]) or _run(cells, start) < _ENOUGH:
        return None
    end = _labelled(cells, start, start + _run(cells, start), row_gap)
    end = _whole_row(cells, end, row_gap)
    columns = columns_in(cells[start:end], row_gap)
    return Region(start, end, columns) if columns else None


def columns_in(labels: Sequence[StreamCell], row_gap: int) -> Columns | None:
    """The columns that the labels of a header announce, in one row or two; None where they do not fit together."""
    return columns_of(_rows(labels, row_gap))


def _label(cell: StreamCell) -> bool:
    return is_label(cell.printed.text.rpartition("\n\n")[2]) or is_label(cell.printed.text)


def _run(cells: Sequence[StreamCell], start: int) -> int:
    """How many cells from `start` on belong to a header: labels and blanks, up to the last blank after a label.

    A label of one's own among known ones (an agency's extra column) belongs to it, two in a row end it.
    """
    length, unknown, seen = 0, 0, 0
    for offset, cell in enumerate(cells[start:], 1):
        if cell.printed.blank:
            length = offset if unknown == 0 else length
        elif _label(cell):
            length, unknown, seen = offset, 0, seen + 1
        elif unknown or seen < 2 or not _short(cell):
            break
        else:
            unknown += 1
    return length if seen >= _ENOUGH else 0


def _labelled(cells: Sequence[StreamCell], start: int, end: int, row_gap: int) -> int:
    """The end of a header without rows of items below it that begin with labels by chance: 机构概况 | 联系方式 | …"""
    while row := next((index for index in range(end - 1, start, -1) if cells[index].gap >= row_gap), None):
        after = next((index for index in range(row + 1, len(cells)) if cells[index].gap >= row_gap), len(cells))
        whole = [cell.printed.text for cell in cells[row:after]]
        labels = [cell.printed.text for cell in cells[row:end] if not cell.printed.blank]
        if len(whole) == 1 or is_header_row(whole) or (len(labels) > 1 and all(map(is_label, labels))):
            break
        end = row
    return end


def _whole_row(cells: Sequence[StreamCell], end: int, row_gap: int) -> int:
    """The end of the row that a header ends in, if nothing but short words stands there: labels of one's own."""
    row_end = end
    while row_end < len(cells) and cells[row_end].gap < row_gap and _short(cells[row_end]):
        row_end += 1
    return row_end if row_end == len(cells) or cells[row_end].gap >= row_gap else end


def _short(cell: StreamCell) -> bool:
    return len(cell.printed.text) <= _LONGEST_OWN and not any(char.isdigit() for char in cell.printed.text)


def _rows(cells: Sequence[StreamCell], row_gap: int) -> list[list[StreamCell]]:
    """One or two rows: the second starts at the last row end before the first label of an inner level or a leaf."""
    inner = first_inner(cells)
    starts = [index for index in range(2, inner + 1) if cells[index].gap >= row_gap]
    return [list(cells[: starts[-1]]), list(cells[starts[-1] :])] if starts else [list(cells)]


def first_inner(cells: Sequence[StreamCell]) -> int:
    """The index of the first label of an inner level or a leaf; 0 where there is none."""
    return next((index for index, cell in enumerate(cells) if _inner(cell.printed.text)), 0)


def _inner(text: str) -> bool:
    header = header_of(text)
    return leaf_of(text) is not None or (header is not None and header.role == "level" and 2 <= header.rank <= 7)

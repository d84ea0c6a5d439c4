"""A grid as segments: rows before a header, the header, the body; repeated headers found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gicat.grid import Cell, Grid
from gicat.recognise.header_rows import header_end
from gicat.recognise.headers import header_of, leaf_of
from gicat.text import bare

_DISTINCTIVE = frozenset({
    "content", "legal_basis", "deadline", "publishers", "responsible_units", "channels", "forms", "access_modes",
    "audiences", "levels", "contact_units",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows of a grid under one header.

    Attributes:
        above: full-width rows and other rows before the header; what reaches into it is a label.
        top, depth: the header rows `top`..`depth`.
        end: the row after the last of the body.
        repeats: header rows inside the body that only repeat it.
    """

    above: tuple[Cell, ...]
    top: int
    depth: int
    end: int
    repeats: tuple[int, ...] = ()


def segments(grid: Grid) -> list[Segment]:
    """The parts of a grid that have a catalogue's header; none if there is no such header."""
    headers = list(_headers(grid))
    if not headers or not is_catalogue(grid, *headers[0]):
        return []
    found: list[Segment] = []
    above_from = 0
    for index, (top, depth) in enumerate(headers):
        titled = _full_width_above(grid, top, above_from if not found else found[-1].depth)
        same = found and _texts(grid, top, depth) == _texts(grid, found[-1].top, found[-1].depth)
        end = headers[index + 1][0] if index + 1 < len(headers) else grid.rows
        if same and titled == top:
            last = found[-1]
            found[-1] = Segment(last.above, last.top, last.depth, end, (*last.repeats, *range(top, depth)))
            continue
        start = titled if found else above_from
        if found:
            last = found[-1]
            found[-1] = Segment(last.above, last.top, last.depth, start, last.repeats)
        before = (cell for row in range(start, top) for cell in grid.row_cells(row))
        above = tuple(cell for cell in before if not cell.blank and cell.row + cell.row_span <= top)
        found.append(Segment(above, top, depth, end))
    return found


def _headers(grid: Grid) -> Iterator[tuple[int, int]]:
    """The headers of a grid: first row, and the row after the last."""
    row = 0
    while row < grid.rows:
        end = header_end(grid, row)
        if end is not None:
            yield row, end
        row = end or row + 1


def _full_width_above(grid: Grid, top: int, floor: int) -> int:
    """The first of the full-width rows that end right above a header."""
    row = top
    while row > floor:
        cells = grid.row_cells(row - 1)
        if len(cells) != 1 or cells[0].column_span < grid.columns:
            break
        row -= 1
    return row


def _texts(grid: Grid, top: int, depth: int) -> list[str]:
    return [bare(cell.text) for row in range(top, depth) for cell in grid.row_cells(row) if not cell.blank]


def is_catalogue(grid: Grid, top: int, depth: int) -> bool:
    """Whether a header is a catalogue's: it names what is disclosed, and in two columns how, by whom or when."""
    roles: set[str] = set()
    for row in range(top, depth):
        for cell in grid.row_cells(row):
            header = header_of(cell.text)
            roles |= {header.role} if header else set()
            leaf = leaf_of(cell.text)
            roles |= {leaf} if leaf else set()
    return len(roles & _DISTINCTIVE) >= 2 and bool(roles & {"level", "content", "skip"})

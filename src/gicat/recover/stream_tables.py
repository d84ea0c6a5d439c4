"""Delimited text to grids: headers found, rows cut, cells put into their columns."""

from __future__ import annotations

from collections.abc import Sequence

from gicat.diagnostics import Diagnostic, Result
from gicat.grid import Block, Stream, StreamCell
from gicat.recognise.shapes import is_number
from gicat.recover.columns import Columns
from gicat.recover.flowing import read_cells
from gicat.recover.header_region import header_regions
from gicat.recover.headerless import headerless_blocks
from gicat.recover.rows import cut_rows, printed_rows
from gicat.recover.stream_rows import StreamTable
from gicat.recover.tails import split_tail
from gicat.recover.titles import split_titles

_SHORT = 0.2
"""The share of rows without a cell for every column from which on their cells are placed all at once."""


def stream_blocks(stream: Stream) -> Result[list[Block]]:
    """The grids of a stream, with the cells before the first header as paragraphs.

    A stream without any header is a grid of the width most of its lines have, or paragraphs, one a cell.
    """
    cells = stream.cells
    regions = header_regions(cells, stream.row_gap)
    if not regions:
        return Result(headerless_blocks(stream))
    blocks: list[Block] = []
    diagnostics: list[Diagnostic] = []
    before = cells[: regions[0].start]
    blocks += [cell.paragraph() for cell in before if not cell.printed.blank]
    for index, region in enumerate(regions):
        end = regions[index + 1].start if index + 1 < len(regions) else len(cells)
        body, titles = split_titles(cells[region.end : end], stream.row_gap, last=end == len(cells))
        columns, rows = _cut(body, region.columns, stream)
        decoded = _decoded(body, columns, rows, stream)
        if decoded is not None:
            blocks += [*decoded.value, *(cell.paragraph() for cell in titles)]
            diagnostics += decoded.diagnostics
            continue
        rows, tail = split_tail(rows, columns.kinds)
        table = StreamTable(columns, may_be_packed=stream.row_gap == 1 and not stream.exact, exact=stream.exact)
        table.fill(rows)
        blocks.append(table.grid())
        blocks += (cell.paragraph() for cell in (*table.overlong, *tail, *titles))
        diagnostics += table.diagnostics
    return Result.of(blocks, diagnostics)


def _cut(body: Sequence[StreamCell], columns: Columns, stream: Stream) -> tuple[Columns, list[list[StreamCell]]]:
    """The rows of a body; where they are numbered and the header has no 序号, its column is added without a label."""
    if stream.exact:
        return _as_printed(printed_rows(body, stream.row_gap), columns)
    rows, cost = cut_rows(body, columns.kinds, stream.row_gap)
    if "number" not in columns.kinds and rows and is_number(rows[0][0].printed.text):
        numbered = columns.numbered()
        other, other_cost = cut_rows(body, numbered.kinds, stream.row_gap)
        if other_cost < cost:
            return numbered, other
    return columns, rows


def _decoded(
    body: Sequence[StreamCell], columns: Columns, rows: Sequence[Sequence[StreamCell]], stream: Stream
) -> Result[list[Block]] | None:
    """The table decoded cell by cell, where every cell stands on its own line and many rows come out too short."""
    if stream.exact or any(cell.gap < stream.row_gap for cell in body[1:]):
        return None
    short = sum(len(row) < columns.width for row in rows)
    return read_cells(body, columns) if short > max(1, _SHORT * len(rows)) else None


def _as_printed(rows: list[list[StreamCell]], columns: Columns) -> tuple[Columns, list[list[StreamCell]]]:
    """The rows of an exact stream; one column more than the header has is that of the row numbers."""
    longer = sum(len(row) > columns.width and is_number(row[0].printed.text) for row in rows)
    if "number" not in columns.kinds and 2 * longer > len(rows):
        columns = columns.numbered()
    return columns, [_trimmed(row, columns.width) for row in rows]


def _trimmed(row: list[StreamCell], width: int) -> list[StreamCell]:
    """A row without the blank cells beyond the last column."""
    while len(row) > width and row[-1].printed.blank:
        row.pop()
    return row

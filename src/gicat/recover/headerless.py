"""Streams without a header: the width is that of most of their rows."""

from __future__ import annotations

from collections import Counter

from gicat.grid import Block, Cell, Fragment, Grid, Stream
from gicat.recover.rows import printed_rows

_LEAST_ROWS, _LEAST_COLUMNS = 2, 4


def headerless_blocks(stream: Stream) -> list[Block]:
    """A grid of the rows that have the commonest width, if there are two such rows; the rest as paragraphs."""
    rows = printed_rows(stream.cells, stream.row_gap)
    width, count = next(iter(Counter(map(len, rows)).most_common(1)), (0, 0))
    if count < _LEAST_ROWS or width < _LEAST_COLUMNS:
        return [cell.paragraph() for cell in stream.cells if not cell.printed.blank]
    blocks: list[Block] = []
    cells: list[Cell] = []
    number = 0
    for row in rows:
        if len(row) == width:
            cells += [
                Cell(number, i, 1, 1, c.printed, (Fragment(line=c.line),), inferred=True) for i, c in enumerate(row)
            ]
            number += 1
        else:
            blocks += [cell.paragraph() for cell in row if not cell.printed.blank]
    return [*blocks, Grid(tuple(cells), number, width, header_rows=0, spanless=True)]

"""Streams of a cell a line whose rows are short: nothing but the looks of the cells tells where a row ends."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from gicat.diagnostics import Diagnostic
from gicat.grid import Block, Grid, Lines, Stream

_SHORT = 0.2
"""Share of rows with too few cells from which on the cut into rows is not to be trusted."""


def as_lines(stream: Stream, blocks: Sequence[Block], diagnostics: Sequence[Diagnostic]) -> Lines | None:
    """The cells of a stream as lines of text, for the decoder of text without delimiters.

    Args:
        stream: the cells.
        blocks: what came of it cut into rows.
        diagnostics: what was said of that.

    Returns:
        None unless every cell has a line of its own, no cell below the first header is empty and many rows are short.
    """
    grids = [block for block in blocks if isinstance(block, Grid)]
    short = sum(found.code == "P012" for found in diagnostics)
    if not grids or short < _SHORT * sum(grid.rows for grid in grids):
        return None
    if any(cell.blank for grid in grids for cell in grid.cells if cell.row >= (grid.header_rows or 0)):
        return None
    cells = [cell for cell in stream.cells if not cell.printed.blank]
    if any(left.line == right.line for left, right in itertools.pairwise(cells)):
        return None
    first = cells[0].line
    lines = [""] * (cells[-1].line - first + 1 + cells[-1].printed.text.count("\n"))
    for cell in cells:
        for offset, text in enumerate(cell.printed.text.split("\n")):
            lines[cell.line - first + offset] = text
    return Lines(tuple(lines), first=first)

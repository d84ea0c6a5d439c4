"""Tables continued on the next page (续表): which grids are one table, and their joining."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gicat.diagnostics import Diagnostic, Result, found
from gicat.grid import Block, Grid, Paragraph, Place
from gicat.recognise.headers import is_header_row
from gicat.recover.junction import Junction
from gicat.text import bare

_CONTINUED = re.compile(
    r"^[（(]?(?:续|接)(?:上?[表页]?)(?:[\d一二三四五六七八九十]+)?[）)]?$|^第?\d+页.*$|^[-—\s]*\d+[-—\s]*$"
)


def join_continued(blocks: Sequence[Block]) -> Result[list[Block]]:
    """The blocks with every table in one piece.

    A grid continues the one before it if nothing but page furniture or a word such as 续表 stands between and
    it has as many columns and either no header or the same; what stood between follows the table.
    """
    joined: list[Block] = []
    diagnostics: list[Diagnostic] = []
    between: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _between(block) and joined:
            between.append(block)
            continue
        last = joined[-1] if joined else None
        if isinstance(block, Grid) and isinstance(last, Grid) and continues(last, block):
            junction = Junction(last, block, header_depth(last))
            joined[-1] = junction.grid()
            diagnostics += junction.diagnostics
            joined_between = [replace(b, furniture=True) if isinstance(b, Paragraph) else b for b in between]
            diagnostics += [found("P014", Place(page=block.page))]
            _keep(joined, joined_between)
            between = []
            continue
        joined += between
        between = []
        joined.append(block)
    return Result.of([*joined, *between], diagnostics)


def _keep(joined: list[Block], furniture: Sequence[Block]) -> None:
    """Page furniture between two parts of a table goes before the table, so that a third part still joins it."""
    joined[-1:-1] = furniture


def _between(paragraph: Paragraph) -> bool:
    return paragraph.furniture or not paragraph.text.strip() or _CONTINUED.match(bare(paragraph.text)) is not None


def continues(before: Grid, after: Grid) -> bool:
    """Whether a grid goes on with the table of the one before it."""
    depth = header_depth(before)
    if before.columns != after.columns or before.nested != after.nested or not depth:
        return False
    own = header_depth(after)
    return own == 0 or header_texts(before, depth) == header_texts(after, own)


def header_depth(grid: Grid) -> int:
    """How many rows at the top of a grid are its header, with any full-width rows above them; 0 for none."""
    for row in range(min(grid.rows, _SEARCHED)):
        cells = grid.row_cells(row)
        if is_header_row([cell.text for cell in cells]):
            deepest = max(cell.row + cell.row_span for cell in cells if not cell.blank)
            if deepest == row + 1 and row + 1 < grid.rows and is_header_row([c.text for c in grid.row_cells(row + 1)]):
                deepest += 1
            return deepest
    return 0


_SEARCHED = 12


def header_texts(grid: Grid, depth: int) -> list[str]:
    """The labels of a header without white space, full-width rows above it left out."""
    cells = [cell for row in range(depth) for cell in grid.row_cells(row)]
    return [bare(cell.text) for cell in cells if cell.column_span < grid.columns and not cell.blank]

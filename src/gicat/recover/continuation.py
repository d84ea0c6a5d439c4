"""Tables continued on the next page (续表): which grids are one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gicat.diagnostics import Diagnostic, Result, found
from gicat.grid import Block, Grid, Paragraph, Place
from gicat.recognise.header_rows import header_end
from gicat.recover.captions import says_continued
from gicat.recover.junction import header_texts
from gicat.recover.parts import Parts
from gicat.text import bare

_FIRST = frozenset({"1", "01", "001", "一", "１"})
_SEARCHED = 12
"""Rows at the top of a grid among which its header is looked for."""


def join_continued(blocks: Sequence[Block]) -> Result[list[Block]]:
    """The blocks with every table in one piece.

    A grid continues the one before it if nothing but page furniture or a word such as 续表 stands between and
    it has the same columns (see `alignment`) and either no header or the same; what stood between comes out before
    the table. The title printed again is such a word too, unless the rows are numbered anew.
    """
    joiner = _Joiner()
    for block in blocks:
        joiner.take(block)
    joiner.close()
    return Result.of(joiner.blocks, joiner.diagnostics)


class _Joiner:
    """Collects blocks; holds the last table back for as long as it may go on."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.diagnostics: list[Diagnostic] = []
        self.table: Parts | None = None
        self.between: list[Paragraph] = []
        self.titles: set[str] = set()

    def take(self, block: Block) -> None:
        if self.table is not None and isinstance(block, Paragraph) and self._goes_on(block):
            self.between.append(block)
        elif self.table is not None and isinstance(block, Grid) and (whole := self.table.with_header_of(block)):
            self.diagnostics += [found("P003", Place(page=block.page)), found("P014", Place(page=block.page))]
            self.table = Parts(whole, header_depth(whole))
        elif (
            self.table is not None
            and isinstance(block, Grid)
            and (part := _continuation(self.table, block, self._repeated()))
        ):
            self.diagnostics += [*self.table.add(part), found("P014", Place(page=block.page))]
            self.blocks += [replace(paragraph, furniture=True) for paragraph in self.between]
            self.between = []
        else:
            self.close()
            if isinstance(block, Grid):
                self.table = Parts(block, header_depth(block))
            else:
                self.blocks.append(block)
            if isinstance(block, Paragraph):
                self.titles.add(bare(block.text))

    def _goes_on(self, paragraph: Paragraph) -> bool:
        words = bare(paragraph.text)
        return paragraph.furniture or words in self.titles or says_continued(words, self.titles)

    def _repeated(self) -> bool:
        return any(bare(paragraph.text) in self.titles for paragraph in self.between if not paragraph.furniture)

    def close(self) -> None:
        """Give out the table held back, and what stands behind it."""
        if self.table is not None:
            self.blocks.append(self.table.grid())
        self.blocks += self.between
        self.table, self.between = None, []


def _continuation(table: Parts, part: Grid, repeated: bool) -> Grid | None:
    """A grid in the columns of the table that it goes on with, whose title may be `repeated`; None if it does not."""
    first = table.first
    if first.nested != part.nested or not table.depth:
        return None
    own = header_depth(part)
    if repeated and any(bare(cell.text).strip(".．、") in _FIRST for cell in part.row_cells(own)):
        return None
    goes_on = own == 0 or header_texts(first, table.depth) == header_texts(part, own)
    return table.fitted(part) if goes_on else None


def header_depth(grid: Grid) -> int:
    """How many rows at the top of a grid are its header, with any full-width rows above them; 0 for none."""
    return next((end for row in range(min(grid.rows, _SEARCHED)) if (end := header_end(grid, row))), 0)

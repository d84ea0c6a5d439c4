"""Building a grid under columns that a text announces: header cells, ticks whose columns are in doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gicat.grid import Cell, Fragment, Grid, StreamCell
from gicat.recognise.headers import Leaf
from gicat.recover.columns import Columns
from gicat.recover.packed import placed_ticks, unplaced


class Table:
    """Collects the cells of one table, its header first; `row` is the row that cells are added to."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.cells: list[Cell] = []
        self.depth = 2 if any(leaf.sub is not None for leaf in columns.leaves) else 1
        self.row = 0
        self._header()

    def grid(self) -> Grid:
        """The table so far."""
        return Grid(tuple(self.cells), self.row, self.columns.width, header_rows=self.depth, spanless=True)

    def _header(self) -> None:
        leaves = self.columns.leaves
        under: dict[int | None, list[Leaf]] = defaultdict(list)
        for leaf in leaves:
            under[leaf.top].append(leaf)
        for column, leaf in enumerate(leaves):
            if leaf.top is None:
                continue
            top = self.columns.tops[leaf.top]
            if column == 0 or leaves[column - 1].top != leaf.top:
                group = under[leaf.top]
                self.add(top, column, len(group), self.depth if all(other.sub is None for other in group) else 1)
            if leaf.sub is not None:
                self.row += 1
                self.add(self.columns.subs[leaf.sub], column)
                self.row -= 1
        self.row = self.depth

    def add(self, cell: StreamCell, column: int, columns: int = 1, rows: int = 1, *, inferred: bool = False) -> None:
        """Put a cell of the text into the current row."""
        fragment = (Fragment(line=cell.line),)
        self.cells.append(Cell(self.row, column, rows, columns, cell.printed, fragment, inferred))

    def ticks(self, ticks: Sequence[StreamCell], block: range, *, full: bool) -> None:
        """Put the ticks of a block of tick columns into the current row; what is not certain stays over them all.

        Args:
            ticks: in order of print.
            block: the columns.
            full: whether rows of this table have a tick under every group label.
        """
        groups = tuple(self.columns.leaves[column].top for column in block)
        self.cells += placed_ticks(self._of(ticks), self.row, block, groups, one_each=full)

    def unplaced(self, ticks: Sequence[StreamCell], block: range) -> None:
        """Put what stands in a block of tick columns into the current row, over all of them."""
        self.cells.append(unplaced(self._of(ticks), block, self.row))

    def _of(self, ticks: Sequence[StreamCell]) -> list[Cell]:
        return [Cell(self.row, 0, 1, 1, tick.printed, (Fragment(line=tick.line),)) for tick in ticks]


def tick_blocks(kinds: Sequence[str]) -> list[range]:
    """Runs of neighbouring tick columns."""
    blocks: list[range] = []
    for column, kind in enumerate(kinds):
        if kind != "tick":
            continue
        if blocks and blocks[-1].stop == column:
            blocks[-1] = range(blocks[-1].start, column + 1)
        else:
            blocks.append(range(column, column + 1))
    return blocks

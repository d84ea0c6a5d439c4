"""Building a grid under columns that a text announces: header cells, ticks whose columns are in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from gicat.grid import Break, Cell, Fragment, Grid, Printed, StreamCell
from gicat.recover.columns import Columns
from gicat.recover.packed import settle


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
        for column, leaf in enumerate(leaves):
            if leaf.top is None:
                continue
            top = self.columns.tops[leaf.top]
            if column == 0 or leaves[column - 1].top != leaf.top:
                under = [other for other in leaves if other.top == leaf.top]
                self.add(top, column, len(under), self.depth if all(o.sub is None for o in under) else 1)
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
        settled = settle(len(ticks), groups, full)
        run: list[int] = []
        left = [tick for index, tick in enumerate(ticks) if index not in settled.ticks.values()]
        for offset, column in enumerate([*block, None]):
            open_ = column is not None and offset not in settled.ticks and offset not in settled.empty
            if open_ and column is not None:
                run.append(column)
            elif run:
                self._unplaced(left, run)
                left, run = [], []
            if column is not None and offset in settled.ticks:
                self.add(ticks[settled.ticks[offset]], column, inferred=len(ticks) < len(block))

    def _unplaced(self, ticks: Sequence[StreamCell], run: Sequence[int]) -> None:
        printed = Printed("\n".join(t.printed.text for t in ticks), (Break.LINE,) * max(len(ticks) - 1, 0))
        fragment = (Fragment(line=ticks[0].line),) if ticks else ()
        self.cells.append(Cell(self.row, run[0], 1, len(run), printed, fragment, inferred=True, unplaced=True))


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

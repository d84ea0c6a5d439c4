"""Rows of a stream to a grid: every cell put into its column, as it stands or by what it looks like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gicat.diagnostics import Diagnostic, found
from gicat.grid import Break, Cell, Fragment, Grid, Place, Printed, StreamCell
from gicat.recognise.shapes import is_number, is_tick
from gicat.recover.columns import Columns
from gicat.recover.packed import is_packed, settle
from gicat.recover.placement import is_prefix, place


@dataclass
class Table:
    """Collects the cells of one table.

    Attributes:
        columns: of its header.
        may_be_packed: whether blanks of the text may have been pushed to the ends of rows.
        exact: whether every cell of a row stands in its own column, however short the row is.
        cells, diagnostics: what was found.
        overlong: rows with more cells than columns, each as one cell.
        row: how many rows there are.
    """

    columns: Columns
    may_be_packed: bool
    exact: bool = False
    cells: list[Cell] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    overlong: list[StreamCell] = field(default_factory=list)
    row: int = 0

    def grid(self) -> Grid:
        """The table so far."""
        return Grid(tuple(self.cells), self.row, self.columns.width, header_rows=self._depth, spanless=True)

    @property
    def _depth(self) -> int:
        return 2 if any(leaf.sub is not None for leaf in self.columns.leaves) else 1

    def fill(self, rows: Sequence[Sequence[StreamCell]]) -> None:
        """Put the header and these rows into the table."""
        self._header()
        packed = self.may_be_packed and is_packed(rows, self.columns)
        tick_columns = sum(kind == "tick" for kind in self.columns.kinds)
        full = any(sum(is_tick(c.printed.text) for c in row) == tick_columns for row in rows)
        for index, row in enumerate(rows):
            printed = [cell for cell in row if not cell.printed.blank]
            if not printed:
                continue
            if len(printed if packed else row) > self.columns.width:
                self._too_long(printed, len(row))
                continue
            if len(row) == 1 or _alone(row):
                self._add(row[0], 0, self.columns.width)
            elif packed or (self.may_be_packed and self._ticks_short(row)):
                self._packed_row(printed, full)
            else:
                self._plain_row(row, index == len(rows) - 1)
            self.row += 1

    def _too_long(self, printed: Sequence[StreamCell], have: int) -> None:
        """A row with more cells than columns: which cell is which is not known, so it stands behind the table."""
        self.overlong.append(_joined(printed))
        self.diagnostics.append(found("P018", Place(line=printed[0].line), have=have, want=self.columns.width))

    def _ticks_short(self, row: Sequence[StreamCell]) -> bool:
        """Whether a row of piped text has all its words and too few ticks: nobody says which ones are missing."""
        words = sum(kind != "tick" for kind in self.columns.kinds)
        return words < len(row) < self.columns.width and all(is_tick(c.printed.text) for c in row[words:])

    def _header(self) -> None:
        leaves, depth = self.columns.leaves, self._depth
        for column, leaf in enumerate(leaves):
            if leaf.top is None:
                continue
            top = self.columns.tops[leaf.top]
            if column == 0 or leaves[column - 1].top != leaf.top:
                span = sum(other.top == leaf.top for other in leaves)
                self._add(top, column, span, 1 if leaf.sub is not None else depth)
            if leaf.sub is not None:
                self.row += 1
                self._add(self.columns.subs[leaf.sub], column)
                self.row -= 1
        self.row = depth

    def _add(self, cell: StreamCell, column: int, columns: int = 1, rows: int = 1, *, inferred: bool = False) -> None:
        fragment = (Fragment(line=cell.line),)
        self.cells.append(Cell(self.row, column, rows, columns, cell.printed, fragment, inferred))

    def _plain_row(self, row: Sequence[StreamCell], last: bool) -> None:
        kinds = self.columns.kinds
        columns: Sequence[int] | None = range(len(row))
        if len(row) < len(kinds) and not self.exact:
            place_of = Place(line=row[0].line)
            if last and is_prefix(row, kinds):
                self.diagnostics.append(found("P004", place_of, have=len(row), want=len(kinds)))
            else:
                columns = place([cell.printed for cell in row], kinds)
                self.diagnostics.append(found("P012", place_of, have=len(row), want=len(kinds)))
        short = len(row) < len(kinds) and not self.exact
        for cell, column in zip(row, columns or (), strict=False):
            self._add(cell, column, inferred=short)

    def _packed_row(self, row: Sequence[StreamCell], full: bool) -> None:
        kinds = self.columns.kinds
        columns = place([cell.printed for cell in row], kinds) or []
        texts = sum(kind != "tick" for kind in kinds)
        have = sum(kinds[column] != "tick" for column in columns)
        if have < texts:
            self.diagnostics.append(found("P012", Place(line=row[0].line), have=have, want=texts))
        for cell, column in zip(row, columns, strict=True):
            if kinds[column] != "tick":
                self._add(cell, column, inferred=have < texts)
        for block in _blocks(kinds):
            inside = [cell for cell, column in zip(row, columns, strict=True) if column in block]
            self._ticks(inside, block, full)

    def _ticks(self, ticks: Sequence[StreamCell], block: range, full: bool) -> None:
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
                self._add(ticks[settled.ticks[offset]], column, inferred=len(ticks) < len(block))

    def _unplaced(self, ticks: Sequence[StreamCell], run: Sequence[int]) -> None:
        printed = Printed("\n".join(t.printed.text for t in ticks), (Break.LINE,) * max(len(ticks) - 1, 0))
        fragment = (Fragment(line=ticks[0].line),) if ticks else ()
        self.cells.append(Cell(self.row, run[0], 1, len(run), printed, fragment, inferred=True, unplaced=True))


def _alone(row: Sequence[StreamCell]) -> bool:
    """Whether nothing but a first cell is printed, no number: a full-width row whose merge was lost."""
    return not row[0].printed.blank and not is_number(row[0].printed.text) and all(c.printed.blank for c in row[1:])


def _joined(row: Sequence[StreamCell]) -> StreamCell:
    text = "\n".join(cell.printed.text for cell in row)
    return StreamCell(Printed(text, (Break.LINE,) * text.count("\n")), row[0].line, row[0].gap)


def _blocks(kinds: Sequence[str]) -> list[range]:
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

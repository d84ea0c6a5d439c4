"""Delimited text to grids: headers found, rows cut, cells put into their columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gicat.diagnostics import Diagnostic, Result, found
from gicat.grid import Block, Break, Cell, Fragment, Grid, Place, Printed, Stream, StreamCell
from gicat.recognise.shapes import is_number, is_tick
from gicat.recover.columns import Columns
from gicat.recover.header_region import header_regions
from gicat.recover.headerless import headerless_blocks
from gicat.recover.packed import settle
from gicat.recover.placement import is_prefix, place
from gicat.recover.rows import cut_rows
from gicat.recover.tails import split_tail
from gicat.recover.titles import split_titles


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
        columns, rows = _cut(body, region.columns, stream.row_gap)
        rows, tail = split_tail(rows, columns.kinds)
        table = _Table(columns, stream.row_gap == 1)
        table.fill(rows)
        blocks.append(table.grid())
        blocks += (cell.paragraph() for cell in (*table.overlong, *tail, *titles))
        diagnostics += table.diagnostics
    return Result.of(blocks, diagnostics)


def _cut(body: Sequence[StreamCell], columns: Columns, row_gap: int) -> tuple[Columns, list[list[StreamCell]]]:
    """The rows of a body; where they are numbered and the header has no 序号, its column is added without a label."""
    rows, cost = cut_rows(body, columns.kinds, row_gap)
    if "number" not in columns.kinds and rows and is_number(rows[0][0].printed.text):
        numbered = columns.numbered()
        other, other_cost = cut_rows(body, numbered.kinds, row_gap)
        if other_cost < cost:
            return numbered, other
    return columns, rows


@dataclass
class _Table:
    """Collects the cells of one table."""

    columns: Columns
    may_be_packed: bool
    cells: list[Cell] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    overlong: list[StreamCell] = field(default_factory=list)
    row: int = 0

    def grid(self) -> Grid:
        return Grid(tuple(self.cells), self.row, self.columns.width, header_rows=self._depth, spanless=True)

    @property
    def _depth(self) -> int:
        return 2 if any(leaf.sub is not None for leaf in self.columns.leaves) else 1

    def fill(self, rows: Sequence[Sequence[StreamCell]]) -> None:
        self._header()
        packed = self.may_be_packed and self._is_packed(rows)
        tick_columns = sum(kind == "tick" for kind in self.columns.kinds)
        full = any(sum(is_tick(c.printed.text) for c in row) == tick_columns for row in rows)
        for index, row in enumerate(rows):
            printed = [cell for cell in row if not cell.printed.blank]
            if not printed:
                continue
            if len(printed if packed else row) > self.columns.width:
                self._too_long(printed, len(row))
                continue
            if len(row) == 1:
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

    def _is_packed(self, rows: Sequence[Sequence[StreamCell]]) -> bool:
        """Whether blanks stand only at the ends of rows, under a header that pushed its own there or in ticks."""
        trailing = False
        for row in rows:
            blanks = [cell.printed.blank for cell in row]
            if len(row) < 2 or all(blanks):
                continue
            last = max(i for i, blank in enumerate(blanks) if not blank)
            if any(blanks[:last]):
                return False
            trailing = trailing or last < len(row) - 1
        return trailing and (self.columns.padded or self.columns.kinds[-1] == "tick")

    def _plain_row(self, row: Sequence[StreamCell], last: bool) -> None:
        kinds = self.columns.kinds
        columns: Sequence[int] | None = range(len(row))
        if len(row) < len(kinds):
            place_of = Place(line=row[0].line)
            if last and is_prefix(row, kinds):
                self.diagnostics.append(found("P004", place_of, have=len(row), want=len(kinds)))
            else:
                columns = place([cell.printed for cell in row], kinds)
                self.diagnostics.append(found("P012", place_of, have=len(row), want=len(kinds)))
        short = len(row) < len(kinds)
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

"""The body of a table on a page as a grid: rows cut, cells put into them, the header above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gicat.grid import Break, Cell, Fragment, Grid, Printed
from gicat.recover.fixed_width.heads import Label
from gicat.recover.fixed_width.lists import restarts
from gicat.recover.fixed_width.merges import Merged, Shared, centred_cells
from gicat.recover.fixed_width.model import Band, Piece, printed
from gicat.recover.fixed_width.rows import OWN, Row, RowCutter
from gicat.recover.fixed_width.tables import Sheet, Table
from gicat.recover.fixed_width.ticks import blocks
from gicat.recover.fixed_width.tops import cells_at_top
from gicat.recover.packed import placed_ticks

_MOST_HEADS = 2


class GridMaker:
    """Makes the grid of one page, or of all as if they were one.

    Args:
        table: the table it is part of.
        sheet, band: the page, and its body cut into columns.
        orders: of the options, by the columns of option lists.
        centred: whether cells stand in the middle of their rows.

    Attributes:
        cost: of the rows and of cells in their middle, as decided.
    """

    def __init__(
        self, table: Table, sheet: Sheet, band: Band, orders: dict[int, dict[str, int]], *, centred: bool
    ) -> None:
        self.table, self.sheet, self.band, self.orders, self.centred = table, sheet, band, orders, centred
        self.cutter = RowCutter(band, table.kinds, centred=centred)
        self.cells: dict[tuple[int, int], Cell] = {}
        self.row = 0
        self.cost = 0.0

    def grid(self) -> Grid:
        """The table on this page, its header above."""
        depth = self._header() if self.sheet.head else 0
        self.row = depth
        start = 0
        for line, text in enumerate(self.sheet.body):
            if line in self.band.across:
                self._part(start, line)
                fragment = (self.band.fragment(line),)
                self.cells[self.row, 0] = Cell(self.row, 0, 1, self._width, Printed(text.text), fragment)
                self.row += 1
                start = line + 1
        self._part(start, len(self.sheet.body))
        cells = tuple(self.cells[at] for at in sorted(self.cells))
        return Grid(cells, self.row, self._width, page=self.sheet.page, header_rows=depth, spanless=not self.centred)

    @property
    def _width(self) -> int:
        return len(self.table.kinds)

    def _header(self) -> int:
        """The labels: those of groups over their columns, the others over both rows."""
        assert self.sheet.head is not None
        labels = self.sheet.head.labels
        depth = 2 if any(label.group for label in labels) else 1
        for column, label in enumerate(labels):
            if label.group is None:
                self.cells[0, column] = self._label(label, 0, column, depth, 1)
                continue
            self.cells[1, column] = self._label(label, 1, column, 1, 1)
            if column == 0 or labels[column - 1].group is not label.group:
                under = [other for other in labels[column:] if other.group is label.group]
                self.cells[0, column] = self._label(label.group, 0, column, 1, len(under))
        return depth

    def _label(self, label: Label, row: int, column: int, rows: int, columns: int) -> Cell:
        fragments = (Fragment(page=self.sheet.page, line=self.sheet.line + label.lines[0]),)
        return Cell(row, column, rows, columns, Printed(label.own), fragments)

    def _part(self, first: int, last: int) -> None:
        """The rows between two rows of full width."""
        while first < last and not self.sheet.body[first].runs:
            first += 1
        while last > first and not self.sheet.body[last - 1].runs:
            last -= 1
        if first >= last:
            return
        led = self._rest_of_lists(first, last)
        if led > first:
            self._rows(first, led, [self.cutter.row(first, led)])
        if led < last:
            rows, cost = self.cutter.rows(led, last)
            self.cost += cost
            self._rows(led, last, rows)

    def _rest_of_lists(self, first: int, last: int) -> int:
        """The line at which the first list of a further page begins, if what stands above is the rest of one."""
        if self.row > _MOST_HEADS or self.sheet.line == self.table.sheets[0].line:
            return first
        own = min((pieces[0].line for kind, pieces in self._columns() if kind in OWN and pieces), default=last)
        anew = []
        for column, order in self.orders.items():
            pieces = self.band.columns[column]
            starts = [pieces[index].line for index in restarts(pieces, order)] or [last]
            anew.append(min(starts))
        return min(anew) if anew and first < min(anew) <= own else first

    def _columns(self) -> Iterator[tuple[str, list[Piece]]]:
        return zip(self.table.kinds, self.band.columns, strict=True)

    def _rows(self, first: int, last: int, rows: Sequence[Row]) -> None:
        """Rows and the cells in them."""
        shared: dict[int, Shared] = {}
        for column, kind in enumerate(self.table.kinds):
            pieces = [piece for piece in self.band.columns[column] if first <= piece.line < last]
            if kind in OWN:
                self._own(column, pieces, rows)
            else:
                shared[column] = Shared(kind, pieces, rows, self.band.y, self.orders.get(column, {}))
        for column, cells in self._shared(shared).items():
            for cell in cells:
                self._put(cell, column)
        for column, kind in enumerate(self.table.kinds):
            self._blanks(column, len(rows), merged=kind not in OWN and self.centred)
        for block in blocks(self.table.kinds):
            self._settle(block, rows)
        self.row += len(rows)

    def _own(self, column: int, pieces: Sequence[Piece], rows: Sequence[Row]) -> None:
        """The cells of a column in which every row has its own."""
        for number, row in enumerate(rows):
            inside = tuple(piece for piece in pieces if row.first <= piece.line < row.last)
            if inside:
                self._put(Merged(number, number + 1, inside), column)

    def _shared(self, shared: dict[int, Shared]) -> dict[int, list[Merged]]:
        """The cells of the columns whose cells rows share."""
        if self.centred:
            found = {column: centred_cells(one) for column, one in shared.items()}
            self.cost += sum(cost for _, cost in found.values())
            return {column: cells for column, (cells, _) in found.items()}
        return cells_at_top(shared)

    def _put(self, merged: Merged, column: int) -> None:
        """A cell into its place; lines that have none of their own go on with the cell that is there."""
        row = self.row + merged.first
        text = printed(list(merged.pieces))
        there = self._covering(row, column)
        if there is not None:
            joined = there.printed.joined(text, Break.LINE)
            self.cells[there.row, column] = replace(there, printed=joined)
        else:
            fragments = (self.band.fragment(merged.pieces[0].line),)
            self.cells[row, column] = Cell(row, column, merged.last - merged.first, 1, text, fragments, inferred=True)

    def _settle(self, block: range, rows: Sequence[Row]) -> None:
        """Take the ticks of a block out of the columns that they were put in where these are in doubt."""
        printed = [[self.cells[self.row + number, column] for column in block] for number in range(len(rows))]
        groups = tuple(id(self.table.labels[column].group) for column in block)
        doubtful = [any(row.first <= line < row.last for line in self.band.doubtful) for row in rows]
        ticked = [
            {group for cell, group in zip(cells, groups, strict=True) if not cell.blank}
            for cells, doubt in zip(printed, doubtful, strict=True)
            if not doubt
        ]
        full = bool(ticked) and all(found == set(groups) for found in ticked)
        for number, cells in enumerate(printed):
            if doubtful[number]:
                ticks = [cell for cell in cells if not cell.blank]
                for column in block:
                    del self.cells[self.row + number, column]
                for cell in placed_ticks(ticks, self.row + number, block, groups, one_each=full):
                    self.cells[cell.row, cell.column] = replace(cell, inferred=True)

    def _blanks(self, column: int, count: int, *, merged: bool) -> None:
        """Empty cells where no others are; neighbours as one, if they may be the rest of a cell on another page."""
        empty = [row for row in range(self.row, self.row + count) if self._covering(row, column) is None]
        for row in empty:
            above = self._covering(row - 1, column) if merged and row > self.row else None
            if above is not None and above.blank:
                self.cells[above.row, column] = replace(above, row_span=row + 1 - above.row)
            else:
                self.cells[row, column] = Cell(row, column)

    def _covering(self, row: int, column: int) -> Cell | None:
        """The cell of this part of the table that covers a place."""
        for above in range(row, self.row - 1, -1):
            cell = self.cells.get((above, column))
            if cell is not None:
                return cell if above + cell.row_span > row else None
        return None

"""A table that grows by the parts a format cut it into; what each junction needs is kept at hand, so that the
work for a page does not depend on how many came before."""

from __future__ import annotations

from dataclasses import replace

from gicat.diagnostics import Diagnostic
from gicat.grid import Break, Cell, Grid
from gicat.recover.alignment import column_edges, common_columns, spread_out
from gicat.recover.cut_headers import whole_header
from gicat.recover.junction import Junction


class Parts:
    """A table so far.

    Args:
        first: its first part.
        depth: rows of header in it, full-width rows above included.
    """

    def __init__(self, first: Grid, depth: int) -> None:
        self.first, self.depth, self.rows = first, depth, first.rows
        self._cells = {(cell.row, cell.column): cell for cell in first.cells}
        self._last = [cell for cell in first.cells if cell.row >= depth]
        self._grown = False

    def grid(self) -> Grid:
        """The whole table."""
        if not self._grown:
            return self.first
        return replace(self.first, cells=tuple(self._cells.values()), rows=self.rows)

    def fitted(self, part: Grid) -> Grid | None:
        """A part in the columns of the table, which itself takes those that only the part shows; None if it is another.

        Nothing changes for a part that has as many columns.
        """
        if part.columns == self.first.columns:
            return part
        edges, edges_of_part = column_edges(self.first), column_edges(part)
        both = common_columns(edges, edges_of_part) if edges and edges_of_part else None
        if both is None:
            return None
        mine, its = both
        if mine[-1] != self.first.columns:
            self.first = replace(self.first, cells=tuple(spread_out(self.first.cells, mine)), columns=mine[-1])
            self._cells = {(cell.row, cell.column): cell for cell in spread_out(self._cells.values(), mine)}
            self._last = spread_out(self._last, mine)
        return replace(part, cells=tuple(spread_out(part.cells, its)), columns=its[-1])

    def with_header_of(self, part: Grid) -> Grid | None:
        """The table with the next part, where the break between them cuts its header; None where it does not."""
        if self._grown or self.depth not in (0, self.rows):
            return None
        return whole_header(self.first, part)

    def add(self, part: Grid) -> tuple[Diagnostic, ...]:
        """Put the next part under what is there; gives what there is to say about the junction."""
        junction = Junction(self.first, self.depth, self._last, self.rows, part)
        offset = self.rows - junction.header - (1 if junction.cut else 0)
        last: dict[tuple[int, int], Cell] = {}
        for cell in part.cells:
            if cell.row < junction.header:
                continue
            above = junction.crossing(cell)
            moved = cell.lower(offset) if above is None else _extended(above, cell, offset)
            last[moved.row, moved.column] = moved
        self._cells |= last
        self._grown = True
        self.rows = part.rows + offset
        self._last = [*(cell for cell in self._last if _reaches(cell, self.rows, last)), *last.values()]
        return tuple(junction.diagnostics)


def _reaches(cell: Cell, rows: int, replaced: dict[tuple[int, int], Cell]) -> bool:
    """Whether a cell of an earlier part still ends the table."""
    return cell.row + cell.row_span >= rows and (cell.row, cell.column) not in replaced


def _extended(above: Cell, cell: Cell, offset: int) -> Cell:
    """A cell with its part below the break: texts joined, places added, the span carried on."""
    end = cell.row + offset + cell.row_span
    return replace(
        above,
        row_span=max(above.row_span, end - above.row),
        printed=above.printed.joined(cell.printed, Break.WRAP),
        fragments=(*above.fragments, *cell.fragments),
    )

"""Cells that stand at the top of their rows, in the columns whose cells rows share: where each begins, and how far it
goes on beside rows that print nothing there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from gicat.recover.bond import STRONG
from gicat.recover.fixed_width.merges import NAMES, Merged, Shared
from gicat.recover.fixed_width.model import Piece
from gicat.recover.fixed_width.rows import Row


def cells_at_top(columns: Mapping[int, Shared]) -> dict[int, list[Merged]]:
    """The cells of all such columns of a page, by column."""
    sure = {number: _Tops(column, frozenset()).cells() for number, column in columns.items()}
    starts = Counter(cell.first for cells in sure.values() for cell in cells)
    found = {}
    for number, column in columns.items():
        others = sum(bool(cells) for at, cells in sure.items() if at != number)
        own = {cell.first for cell in sure[number]}
        grouped = frozenset(row for row, count in starts.items() if 2 * (count - (row in own)) >= others)
        found[number] = _Tops(column, frozenset(starts), grouped).cells()
    return found


class _Tops:
    """The cells of a column.

    Args:
        column: the column.
        agreed: rows in which a cell of some column begins for sure: there a weak sign is enough.
        grouped: rows in which most columns begin a cell, where that is known.
    """

    def __init__(self, column: Shared, agreed: frozenset[int], grouped: frozenset[int] | None = None) -> None:
        self.column, self.pieces, self.rows = column, column.pieces, column.rows
        self.agreed, self.grouped = agreed, grouped
        self.starts = {row.first: number for number, row in enumerate(column.rows)}

    def cells(self) -> list[Merged]:
        """The cells, top to bottom, each over the rows that its lines reach."""
        found: list[Merged] = []
        first = begun = 0
        lists = self._lists()
        for index, piece in enumerate(self.pieces):
            row = self.starts.get(piece.line)
            if index and self._begins(index, first) and not (index in lists and row not in (self.grouped or ())):
                found.append(self._cell(begun, self.pieces[first:index]))
                first = index
            if index == first:
                begun = row if row is not None else _row_of(piece.line, self.rows)
        return [*found, self._cell(begun, self.pieces[first:])] if self.pieces else found

    def _begins(self, index: int, first: int) -> bool:
        """Whether a cell begins at a line: at the top of a row, if the texts do not say otherwise."""
        row = self.starts.get(self.pieces[index].line)
        if self.column.apart(index):
            strength = self.column.strength(index, first)
            if self.column.near(index) and strength >= STRONG and self.column.unfinished(index, first):
                return False
            return row is not None or strength <= -STRONG
        return row is not None and self.column.begins(index, first, surely=row not in self.agreed)

    def _lists(self) -> frozenset[int]:
        """The lines without a gap above that stand in a list of names, which may go on beside the next row: some name
        of it begins within a row. There is none in a column where rows have cells of their own for sure."""
        if self.column.kind not in NAMES or self.grouped is None:
            return frozenset()
        found: set[int] = set()
        for first, last in self._blocks():
            begin = [index for index in range(first + 1, last) if self.column.strength(index, first) < 0]
            if any(self.pieces[index].line not in self.starts for index in begin):
                found.update(range(first + 1, last))
            elif first and self.starts.get(self.pieces[first].line, -1) not in self.grouped:
                return frozenset()
        return frozenset(found)

    def _blocks(self) -> list[tuple[int, int]]:
        """The lines of the column without a gap between."""
        edges = [index for index in range(1, len(self.pieces)) if self.column.apart(index)]
        return list(zip([0, *edges], [*edges, len(self.pieces)], strict=True))

    def _cell(self, row: int, pieces: Sequence[Piece]) -> Merged:
        return Merged(row, max(row, _row_of(pieces[-1].line, self.rows)) + 1, tuple(pieces))


def _row_of(line: int, rows: Sequence[Row]) -> int:
    return next((number for number, row in enumerate(rows) if row.first <= line < row.last), len(rows) - 1)

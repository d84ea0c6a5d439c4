"""Rows of a stream to a grid: every cell put into its column, as it stands or by what it looks like."""

from __future__ import annotations

from collections.abc import Sequence

from gicat.diagnostics import Diagnostic, found
from gicat.grid import Break, Place, Printed, StreamCell
from gicat.recognise.shapes import is_number, is_tick
from gicat.recover.columns import Columns
from gicat.recover.packed import is_packed
from gicat.recover.placement import is_prefix, place
from gicat.recover.table import Table, tick_blocks


class StreamTable(Table):
    """Collects the rows of one table of a stream.

    Attributes:
        may_be_packed: whether blanks of the text may have been pushed to the ends of rows.
        exact: whether every cell of a row stands in its own column, however short the row is.
        diagnostics: what was found.
        overlong: rows with more cells than columns, each as one cell.
    """

    def __init__(self, columns: Columns, *, may_be_packed: bool, exact: bool = False) -> None:
        super().__init__(columns)
        self.may_be_packed, self.exact = may_be_packed, exact
        self.diagnostics: list[Diagnostic] = []
        self.overlong: list[StreamCell] = []

    def fill(self, rows: Sequence[Sequence[StreamCell]]) -> None:
        """Put rows into the table."""
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
            if len(row) == 1 or (not (packed and self.columns.padded) and _alone(row)):
                self.add(row[0], 0, self.columns.width)
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
            self.add(cell, column, inferred=short)

    def _packed_row(self, row: Sequence[StreamCell], full: bool) -> None:
        kinds = self.columns.kinds
        columns = place([cell.printed for cell in row], kinds) or []
        texts = sum(kind != "tick" for kind in kinds)
        have = sum(kinds[column] != "tick" for column in columns)
        if have < texts:
            self.diagnostics.append(found("P012", Place(line=row[0].line), have=have, want=texts))
        for cell, column in zip(row, columns, strict=True):
            if kinds[column] != "tick":
                self.add(cell, column, inferred=have < texts)
        for block in tick_blocks(kinds):
            inside = [cell for cell, column in zip(row, columns, strict=True) if column in block]
            self.ticks(inside, block, full=full)


def _alone(row: Sequence[StreamCell]) -> bool:
    """Whether nothing but a first cell is printed, no number: a full-width row whose merge was lost."""
    return not row[0].printed.blank and not is_number(row[0].printed.text) and all(c.printed.blank for c in row[1:])


def _joined(row: Sequence[StreamCell]) -> StreamCell:
    text = "\n".join(cell.printed.text for cell in row)
    return StreamCell(Printed(text, (Break.LINE,) * text.count("\n")), row[0].line, row[0].gap)

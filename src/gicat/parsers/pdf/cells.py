"""The text of a table's cells: characters parted among them, lines and breaks in each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from gicat.grid import Box, Break, Cell, Fragment, Grid, Printed
from gicat.parsers.pdf.breaks import printed
from gicat.parsers.pdf.lattice import Lattice
from gicat.parsers.pdf.lines import Line, into_lines
from gicat.parsers.pdf.model import Char, divided
from gicat.parsers.pdf.overflow import CellChars, gather
from gicat.parsers.pdf.spilled import take_back
from gicat.parsers.pdf.turning import Turn, direction, quarter

_PADDING = 6.0  # points; Word pads cells with 5.4 (0.19 cm), LibreOffice with 2.8
_RISE = 0.33  # of the em: the middle of a character above its baseline

_EMPTY = Printed()
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


def parted(chars: Iterable[Char], tables: list[Lattice]) -> tuple[list[CellChars], list[Char]]:
    """Characters by table and cell, and those outside of all tables.

    A character of a table in a cell of another table belongs to the inner one. Text askew (a watermark) lies
    over tables, not in them. Text that runs over the border of its cell stays together, see `overflow`.
    """
    parting = _Parting(tables)
    parting.take(chars)
    if parting.crossing:
        gather(parting.crossing, parting.inside, parting.outside, tables)
    return parting.inside, parting.outside


class _Parting:
    """Puts characters into cells, and remembers the runs that stand in several."""

    def __init__(self, tables: list[Lattice]) -> None:
        self.inside: list[CellChars] = [{} for _ in tables]
        self.outside: list[Char] = []
        self.crossing: set[int] = set()
        self._tables = sorted(enumerate(tables), key=lambda item: _area(item[1].box))
        self._current, self._run = self.outside, 0
        self._cell = _NOWHERE  # of the character before, where no other table can lie in it

    def take(self, chars: Iterable[Char]) -> None:
        """Put characters into their cells, one by one those of a block that stands in several."""
        left, top, right, bottom = self._cell
        for char in chars:
            y = (char.top + char.bottom) / 2 if char.angle else char.y - _RISE * char.size
            half = (char.x1 - char.x0) / len(char.text) / 2
            if left < char.x0 + half and char.x1 - half < right and top < y < bottom and not char.angle:
                self._current.append(char)
                self._run = char.run
                continue
            self._elsewhere(char, half, y)
            left, top, right, bottom = self._cell

    def _elsewhere(self, char: Char, half: float, y: float) -> None:
        home = self._home(char.x0 + half, y) if quarter(char.angle) is not None else None
        if len(char.text) > 1 and self._home(char.x1 - half, y) != home:
            self.take(divided(char))
            return
        before, self._current = self._current, self.outside
        self._cell = _NOWHERE
        if home is not None:
            table, cell = home
            self._current = self.inside[table].setdefault(cell, [])
            if len(self._tables) == 1:
                lattice = self._tables[0][1]
                self._cell = lattice.cell_box(lattice.spans[cell])
        self._current.append(char)
        if char.run == self._run and char.run and before is not self._current:
            self.crossing.add(char.run)
        self._run = char.run

    def _home(self, x: float, y: float) -> tuple[int, int] | None:
        """The innermost table at a point, and its cell."""
        for index, table in self._tables:
            cell = table.find(x, y)
            if cell is not None:
                return index, cell
        return None


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def grid_of(table: Lattice, chars: CellChars, page: int, turn: Turn) -> Grid:
    """A table as a grid with dense coordinates.

    Args:
        table: its geometry.
        chars: its characters.
        page: its page, from 1.
        turn: how the page was turned upright.
    """
    tops, lefts = {span.top for span in table.spans}, {span.left for span in table.spans}
    row_of, column_of = _dense(tops, len(table.ys)), _dense(lefts, len(table.xs))
    lines = {i: into_lines([char for char in found if not quarter(char.angle)]) for i, found in chars.items()}
    take_back(table, lines)
    room = {i: table.inside(table.spans[i]) for i in lines}
    padding = _padding(room, lines)
    cells = []
    for i, span in enumerate(table.spans):
        box = table.cell_box(span)
        text = _text(chars.get(i, []), lines[i], room[i], box, padding) if i in lines else _EMPTY
        row, column = row_of[span.top], column_of[span.left]
        rows, columns = row_of[span.bottom] - row, column_of[span.right] - column
        cells.append(Cell(row, column, rows, columns, text, (Fragment(page, bbox=turn.back(box)),)))
    return Grid(tuple(cells), len(tops), len(lefts), page)


def _dense(used: set[int], count: int) -> list[int]:
    """For each of `count` boundaries how many of those come before it at which a cell begins."""
    return [0, *accumulate(boundary in used for boundary in range(count - 1))]


def _padding(room: dict[int, tuple[float, float]], lines: dict[int, list[Line]]) -> float:
    """How far text keeps from the borders: the least distance seen in the table, at most what is usual."""
    gaps = [line.x0 - room[i][0] for i, found in lines.items() for line in found]
    return max(0.0, min(gaps, default=_PADDING, key=abs)) if lines else _PADDING


def _text(chars: list[Char], lines: list[Line], inside: tuple[float, float], box: Box, padding: float) -> Printed:
    """The text of one cell; what runs sideways in it follows what is upright."""
    text = printed(lines, inside[1] - inside[0] - 2 * padding)
    sideways = [char for char in chars if char.angle and quarter(char.angle)]
    while sideways:
        turn = Turn(direction(sideways), 0.0, 0.0)
        same = [turn.char(char) for char in sideways if quarter(char.angle) == turn.angle]
        sideways = [char for char in sideways if quarter(char.angle) != turn.angle]
        text = text.joined(printed(into_lines(same), box[3] - box[1] - 2 * padding), Break.LINE)
    return text

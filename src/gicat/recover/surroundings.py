"""What the two parts of a table around a page break show of their columns: widths, heights, values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from gicat.grid import Cell
from gicat.text import bare

_UNBROKEN = re.compile(r"[（《“〈【]*.?[，。、；：）》”？！〉】]*")
"""What a line break leaves whole: a character with the punctuation that must not stand apart from it."""
_SPARE = 0.3
"""Share of a line that may be missing from a free line's height: the padding of the cell."""


class Surroundings:
    """The cells around a page break.

    Args:
        cells: those of the parts above and below it, headers left out.
        last_row: those that start in the last row above it.
    """

    def __init__(self, cells: Sequence[Cell], last_row: Sequence[Cell]) -> None:
        self.cells = cells
        self._widths: dict[int, int] = {}
        self._values: dict[int, Counter[str]] = {}
        self.fullest = max(map(lines, last_row), default=0)
        """The most lines of a cell that starts in the last row above the break."""
        self._unused = max(0, min((self._room(cell) for cell in last_row if not cell.blank), default=0))

    def runs_full(self, above: Cell, below: Cell) -> bool:
        """Whether the last line above the break had no room for the first character below it."""
        last = above.text.rstrip().rpartition("\n")[2]
        needed = _UNBROKEN.match(below.text.lstrip())
        return _width(last) + _width(needed.group() if needed else "") > self._widest(above.column)

    def _widest(self, column: int) -> int:
        """The widest printed line of a column."""
        if column not in self._widths:
            lines_of = (cell.text.split("\n") for cell in self.cells if cell.column == column and cell.column_span == 1)
            self._widths[column] = max((_width(line) for each in lines_of for line in each), default=0)
        return self._widths[column]

    def free_lines(self, cell: Cell) -> int:
        """How many more lines would fit into a cell above the break; 0 where the format has no boxes.

        What even the fullest cell of the last row leaves is no room: the space that borders keep from text.
        """
        return self._room(cell) - self._unused

    def _room(self, cell: Cell) -> int:
        boxes = [fragment.bbox for fragment in cell.fragments if fragment.bbox is not None]
        if not self._line_height or len(boxes) < len(cell.fragments):
            return 0
        return sum(int((box[3] - box[1]) / self._line_height + _SPARE) for box in boxes) - lines(cell)

    @cached_property
    def _line_height(self) -> float:
        """The least height a cell has for each of its lines; 0 where the format has no boxes."""
        heights = [
            (box[3] - box[1]) / (cell.text.count("\n") + 1)
            for cell in self.cells
            if len(cell.fragments) == 1 and not cell.blank and (box := cell.fragments[0].bbox) is not None
        ]
        return min(heights, default=0.0)

    def others(self, column: int, *but: Cell) -> set[str]:
        """The values of a column in all its other cells, without white space."""
        if column not in self._values:
            inside = (bare(cell.text) for cell in self.cells if cell.column == column and not cell.blank)
            self._values[column] = Counter(inside)
        own = Counter(bare(cell.text) for cell in but if cell.column == column and not cell.blank)
        return {text for text, count in self._values[column].items() if count > own[text]}


def lines(cell: Cell) -> int:
    """How many lines a cell prints."""
    return 0 if cell.blank else cell.text.count("\n") + 1


def _width(text: str) -> int:
    """How wide a text is in half-width characters: GBK has one byte for these and two for the others."""
    return len(text.encode("gbk", "replace"))

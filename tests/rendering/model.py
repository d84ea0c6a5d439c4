"""What is printed on paper, whatever the format: paragraphs and tables of cells with spans and boxes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A checkbox; how it looks or is stored is the format's business."""

    ticked: bool


Piece = str | Box
Line = tuple[Piece, ...]
"""One paragraph: texts and boxes in order. A line feed in a text is a manual line break."""


def line(text: str) -> Line:
    """A paragraph of plain text."""
    return (text,) if text else ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell where it starts: its paragraphs, and how many rows and columns it covers."""

    lines: tuple[Line, ...] = ()
    rows: int = 1
    columns: int = 1

    @property
    def blank(self) -> bool:
        """Whether nothing is printed in it."""
        return not any(self.lines)


Row = tuple[Cell, ...]
"""The cells that start in a row, left to right; columns covered from above have none, as in HTML."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        widths: of the leaf columns, in any unit.
        front: full-width rows above the header.
        head: the header rows; a format with pages repeats them on every page if there is no front.
        body: the rows of the items.
    """

    widths: tuple[int, ...]
    front: tuple[Row, ...] = ()
    head: tuple[Row, ...] = ()
    body: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in order."""
        return self.front + self.head + self.body

    def slots(self) -> list[list[tuple[Cell, bool, bool]]]:
        """The table as a full grid: per row and column its cell, whether it starts in this row, and in this column."""
        grid: list[list[tuple[Cell, bool, bool] | None]] = [[None] * len(self.widths) for _ in self.rows]
        for r, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while grid[r][column] is not None:
                    column += 1
                for y in range(cell.rows):
                    for x in range(cell.columns):
                        grid[r + y][column + x] = (cell, y == 0, x == 0)
        if any(slot is None for row in grid for slot in row):
            raise ValueError("the rows do not fill the table")
        return [[slot for slot in row if slot is not None] for row in grid]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document: a title, paragraphs before the table, the table, paragraphs after it."""

    title: str
    before: tuple[Line, ...]
    table: Table
    after: tuple[Line, ...] = ()

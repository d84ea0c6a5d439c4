"""What fixed-width text is made of: pages of lines, runs of characters at positions, columns between gutters."""

from __future__ import annotations

from dataclasses import dataclass, field

from gicat.grid import Break, Fragment, Printed


@dataclass(frozen=True, slots=True)
class Run:
    """Characters without white space between them: positions `start` to `end` of a line."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its number in the file, from 1, and its runs."""

    number: int
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The line without its indentation, white space as single spaces."""
        return " ".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Page:
    """The printed lines between two page breaks; `number` counts from 1."""

    number: int
    lines: tuple[Line, ...]


@dataclass(slots=True)
class Piece:
    """What one line prints in one column.

    Attributes:
        line: index of the line in the table.
        text: as printed.
        full: whether the next piece of the column may go on with it: the line had no room for more.
        anew: whether it is likely the first of its cell: others like it stand in the column, behind different ones.
    """

    line: int
    text: str
    full: bool = False
    anew: bool = False


@dataclass(slots=True)
class Band:
    """The lines of a table on a page, or on several, cut into columns.

    Attributes:
        pages: the page of every line.
        numbers: the number in the file of every line.
        columns: the pieces of every column, top to bottom.
        across: the lines that are one text over the columns.
        doubtful: the lines of whose ticks nobody knows which column they stand in.
        y: the height of every line in lines; half a line where columns stand between each other's lines.
    """

    pages: list[int]
    numbers: list[int]
    columns: list[list[Piece]]
    across: set[int] = field(default_factory=set)
    doubtful: set[int] = field(default_factory=set)
    y: list[float] = field(default_factory=list)

    def fragment(self, line: int) -> Fragment:
        """Where a line stands in the file."""
        return Fragment(page=self.pages[line], line=self.numbers[line])


def printed(pieces: list[Piece]) -> Printed:
    """The text of a cell; a line that was full is wrapped, any other ends on purpose."""
    breaks = tuple(Break.WRAP if piece.full else Break.LINE for piece in pieces[:-1])
    return Printed("\n".join(piece.text for piece in pieces), breaks)

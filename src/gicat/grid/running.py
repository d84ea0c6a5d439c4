"""What is printed outside ruled tables: paragraphs, lines, and cells of which only the order is known."""

from __future__ import annotations

from dataclasses import dataclass

from gicat.grid.places import Box, Fragment, Place
from gicat.grid.printed import Printed
from gicat.grid.record import record


@dataclass(frozen=True, slots=True)
class Tag:
    """What the structure tree of a document says of a text in a table, although no lines show it.

    Attributes:
        row, cell: numbers of its row and cell among those of its page.
        rows: how many rows the cell spans.
    """

    row: int
    cell: int
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a printed line between two gaps: where a table has no rulings, the text of a cell's line.

    Attributes:
        printed: its text.
        box: where it stands.
        y: its baseline, from the top of the page as it reads.
        size: its em.
        tag: which cell it belongs to, where the document says so.
    """

    printed: Printed
    box: Box
    y: float
    size: float
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside tables.

    Attributes:
        printed: its text.
        fragments: where it stands.
        furniture: whether it is page furniture: a running head or foot, a page number.
        pieces: its lines in pieces, where they may be those of a table without rulings.
        rules: boxes of horizontal lines of no table that are drawn between this paragraph and the one before it.
        shades: boxes of shading that begins there.
    """

    printed: Printed
    fragments: tuple[Fragment, ...] = ()
    furniture: bool = False
    pieces: tuple[Piece, ...] = ()
    rules: tuple[Box, ...] = ()
    shades: tuple[Box, ...] = ()

    @property
    def text(self) -> str:
        """The printed text, breaks as line feeds."""
        return self.printed.text

    def place(self) -> Place:
        """The first place it is printed at."""
        first = self.fragments[0] if self.fragments else Fragment()
        return Place(page=first.page, line=first.line, bbox=first.bbox)


@dataclass(frozen=True, slots=True)
class Lines:
    """Text whose tables, if it has any, lost their structure: one entry a line, blank ones kept.

    Attributes:
        lines: the lines without their line ends.
        first: the number of the first line in the file, from 1.
        breaks: indices into `lines` before which a page break stands.
        aligned: whether the columns of a table stand at the same position of every line (fixed-width text).
        blank_cells: whether every blank line is an empty cell; None where that is to be found out.
    """

    lines: tuple[str, ...]
    first: int = 1
    breaks: tuple[int, ...] = ()
    aligned: bool = False
    blank_cells: bool | None = None


@record(frozen=True, slots=True)
class StreamCell:
    """A cell of a delimited text.

    Attributes:
        printed: its text, outer white space removed.
        line: the line it starts on, from 1.
        gap: what stands before it: 0 nothing but a delimiter, 1 a line end, 2 a blank line.
    """

    printed: Printed
    line: int
    gap: int

    def paragraph(self) -> Paragraph:
        """The same text outside any table."""
        return Paragraph(self.printed, (Fragment(line=self.line),))


@dataclass(frozen=True, slots=True)
class Stream:
    """The cells of a delimited text in order of print, where the text does not say for certain which end a row.

    Attributes:
        cells: the cells.
        row_gap: the smallest `StreamCell.gap` that a row can start after.
        exact: whether a row does start after every such gap, and a blank cell stands in its own column.
    """

    cells: tuple[StreamCell, ...]
    row_gap: int = 1
    exact: bool = False

"""What a page shows, before anybody says what it means: places, cells, grids, paragraphs, lines.

These types are public: a reader for another format is written against this module alone. A reader
makes a `Reading` out of bytes and says only what is printed; `recover` turns its blocks into
grids; `interpret` reads the grids.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

_NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff \t\n\u3000\xa0"

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the top left corner of the page."""


class Break(StrEnum):
    """Why a line of a cell ends. The n-th line feed of `Cell.text` has the n-th of `Cell.breaks`."""

    PARAGRAPH = "paragraph"  # a paragraph of its own: the author pressed Enter
    LINE = "line"  # a manual line break (w:br, <br>), or a line of a text export
    WRAP = "wrap"  # the layout ran out of room; the words go on


class Origin(StrEnum):
    """How a row and column came by their cell."""

    PRINTED = "printed"  # a cell of its own with something in it
    SPAN = "span"  # covered by a real merge
    BLANK = "blank"  # a cell of its own, printed and empty
    MISSING = "missing"  # the row is shorter than its table


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is printed. Pages and lines count from 1, the rest from 0.

    `table`, `row` and `column` name a cell of the recovered grid (the whole table, over all its
    pages); `page`, `line` and `bbox` say where that cell stands in the file.
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int | None = None
    bbox: Box | None = None


NOWHERE = Place()
"""The place of what has none."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A checkbox or tick of whose nature the reader knows more than the character says.

    Attributes:
        offset: index into the text of its cell or paragraph, where `glyph` stands.
        glyph: the Unicode character that looks like what is printed.
        font: the symbol font it was set in, where one was ("Wingdings 2"), else None.
        code: the character code in that font (0x52), else None.
        state: what a form control says of itself; None for a mere glyph.
        control: whether it is a form control.
    """

    offset: int
    glyph: str
    font: str | None = None
    code: int | None = None
    state: bool | None = None
    control: bool = False


@dataclass(frozen=True, slots=True)
class Fragment:
    """One stretch of paper that a cell or paragraph is printed on: a page and box, or a line of a text."""

    page: int | None = None
    line: int | None = None
    bbox: Box | None = None


WRAP_SIGN = "\u200b"
"""Zero width space: white space that divides nothing."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Text as printed: line feeds for breaks, their kinds, and the marks in it."""

    text: str = ""
    breaks: tuple[Break, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing but white space is printed, that of no width included."""
        text = self.text.strip()
        return not text or (text[0] in _NO_WIDTH and not text.strip(_NO_WIDTH))

    def unwrapped(self) -> Printed:
        """The same text with `WRAP_SIGN` for every line feed where the layout only ran out of room."""
        if Break.WRAP not in self.breaks:
            return self
        pieces = self.text.split("\n")
        signs = [WRAP_SIGN if kind is Break.WRAP else "\n" for kind in self.breaks]
        text = pieces[0] + "".join(sign + piece for sign, piece in zip(signs, pieces[1:], strict=True))
        return replace(self, text=text, breaks=tuple(kind for kind in self.breaks if kind is not Break.WRAP))

    def joined(self, other: Printed, how: Break) -> Printed:
        """This text, a break of kind `how`, then the other; an empty side adds no break."""
        if not other.text:
            return self
        if not self.text:
            return other
        shift = len(self.text) + 1
        moved = tuple(replace(mark, offset=mark.offset + shift) for mark in other.marks)
        return Printed(f"{self.text}\n{other.text}", (*self.breaks, how, *other.breaks), (*self.marks, *moved))


NOTHING = Printed()
"""What an empty cell prints."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is there on paper: where it starts in its grid, how far it spans, what it says.

    Attributes:
        row, column: its upper left corner in the grid, from 0.
        row_span, column_span: how many rows and columns it covers, at least 1.
        printed: its text.
        fragments: where it is printed; two where a page break cuts it.
        inferred: whether recovery decided that this text belongs here; `doubtful` whether it could almost as well
            have decided otherwise.
        unplaced: whether it holds the ticks of all the columns it covers, since the text lost which is whose.
    """

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    printed: Printed = NOTHING
    fragments: tuple[Fragment, ...] = ()
    inferred: bool = False
    unplaced: bool = False
    doubtful: bool = False

    @property
    def text(self) -> str:
        """The printed text, breaks as line feeds."""
        return self.printed.text

    @property
    def blank(self) -> bool:
        """Whether nothing but white space is printed in it."""
        return self.printed.blank

    def lower(self, rows: int) -> Cell:
        """The same cell so many rows further down."""
        return Cell(
            self.row + rows,
            self.column,
            self.row_span,
            self.column_span,
            self.printed,
            self.fragments,
            self.inferred,
            self.unplaced,
            self.doubtful,
        )

    def places(self, table: int) -> tuple[Place, ...]:
        """Every place this cell is printed at, as a cell of table number `table`."""
        fragments = self.fragments or (Fragment(),)
        return tuple(Place(f.page, table, self.row, self.column, f.line, f.bbox) for f in fragments)


@dataclass(frozen=True)
class Grid:
    """A table: cells in reading order, each starting at its own row and column.

    Attributes:
        cells: at most one covers any row and column; none where a row is short.
        rows, columns: the size.
        page: the page it starts on, from 1, where the format has pages.
        header_rows: how many rows the format itself declares to be the header, else None.
        spanless: whether the format carries no merges, so that a blank cell may be the rest of one.
        nested: the cell (row, column) of the previous grid this one stands in, else None.
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    page: int | None = None
    header_rows: int | None = None
    spanless: bool = False
    nested: tuple[int, int] | None = None

    @cached_property
    def _slots(self) -> dict[tuple[int, int], Cell]:
        covered: dict[tuple[int, int], Cell] = {}
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    covered.setdefault((row, column), cell)
        return covered

    def at(self, row: int, column: int) -> tuple[Cell | None, Origin]:
        """The cell that covers a row and column, and how it comes to do so.

        A cell that spans columns is `PRINTED` in every column of its first row.
        """
        cell = self._slots.get((row, column))
        if cell is None:
            return None, Origin.MISSING
        if cell.row != row:
            return cell, Origin.SPAN
        return cell, Origin.BLANK if cell.blank else Origin.PRINTED

    def row_cells(self, row: int) -> list[Cell]:
        """The cells that start in a row, left to right."""
        return self._by_row.get(row, [])

    @cached_property
    def _by_row(self) -> dict[int, list[Cell]]:
        rows: dict[int, list[Cell]] = {}
        for cell in sorted(self.cells, key=lambda c: (c.row, c.column)):
            rows.setdefault(cell.row, []).append(cell)
        return rows


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


@dataclass(frozen=True, slots=True)
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


Block = Paragraph | Grid | Stream | Lines


@dataclass(frozen=True, slots=True)
class Sighting:
    """Some characters of a file and where they stand, counted without looking at cells; for the audit."""

    text: str
    place: Place = NOWHERE


@dataclass(frozen=True)
class Reading:
    """What a reader found in a file, in reading order.

    Attributes:
        blocks: paragraphs, grids and lines as printed.
        dialect: the kind of text export, for text; see `gicat formats`.
        engine: the library that read it, where there is a choice.
        encoding: the text encoding, for text.
        pages: how many pages the file has, where it has pages.
    """

    blocks: tuple[Block, ...]
    dialect: str | None = None
    engine: str | None = None
    encoding: str | None = None
    pages: int | None = None

    def grids(self) -> Iterator[Grid]:
        """The grids among the blocks."""
        return (block for block in self.blocks if isinstance(block, Grid))

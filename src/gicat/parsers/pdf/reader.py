"""The PDF reader: engine, page by page, to blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gicat.diagnostics import Diagnostic, Phrase, Result, found, pictured
from gicat.errors import UnreadableError
from gicat.grid import Grid, Place, Reading, Sighting
from gicat.parsers.base import ReadOptions, Source
from gicat.parsers.pdf.boxes import take_boxes
from gicat.parsers.pdf.doubles import printed_once
from gicat.parsers.pdf.drawing import Drawing
from gicat.parsers.pdf.engines import open_engine
from gicat.parsers.pdf.furniture import without_furniture
from gicat.parsers.pdf.glyphs import Glyphs
from gicat.parsers.pdf.layout import Placed, TooManyCells, blocks_of
from gicat.parsers.pdf.lines import into_lines
from gicat.parsers.pdf.model import MOST_SEGMENTS, EngineDocument, Page, PageError
from gicat.parsers.pdf.second import SecondOpinion
from gicat.parsers.pdf.turning import Turn, direction

_DRAWN = Phrase(
    "too much to draw on each page (forms count every time they are drawn)",
    "每页绘图指令过多（表单对象每绘制一次计一次）",
)


class PdfReader:
    """Reads born-digital PDFs: ruled tables as grids, everything else as paragraphs."""

    def read(self, source: Source, options: ReadOptions) -> Result[Reading]:
        """The blocks of a PDF, page by page from top to bottom.

        Tables are not joined over pages. A page that cannot be read is left out with R013, what goes beyond
        a limit with R005.

        Raises:
            UnreadableError: R001 (password), R003 (damaged, no pages), R004 (no text on any page), R018 (too much
                to draw on every page).
        """
        with open_engine(options.pdf_engine, source.data, options.password) as document:
            if len(document) == 0:
                raise UnreadableError("R003", reason="it has no pages")
            run = _Run(document, source.data, options)
            placed = run.blocks()
            pages = len(document)
        if run.read == 0 and run.beyond:
            raise UnreadableError("R018", what=_DRAWN, limit=f"drawing={options.limits.drawing}")
        if run.read == 0 and run.failed:
            raise UnreadableError("R003", reason="none of its pages can be read")
        if not run.text and run.complete:
            raise UnreadableError("R004")
        reading = Reading(tuple(without_furniture(placed)), engine=options.pdf_engine, pages=pages)
        return Result.of(reading, [*run.diagnostics, *run.glyphs.diagnostics()])

    def sightings(self, source: Source, options: ReadOptions) -> Iterator[Sighting]:
        """The characters of each page, line by line over its whole width."""
        with open_engine(options.pdf_engine, source.data, options.password) as document:
            for page, turn in _Run(document, source.data, options).pages():
                for line in into_lines(page.chars):
                    yield Sighting(line.printed()[0], Place(page.number, bbox=turn.back(line.box)))


@dataclass
class _Run:
    """One way through the pages of a document.

    Attributes:
        document, data, options: what is read and how.
        glyphs: resolves characters.
        diagnostics: what was found on the way.
        pictures: how many small pictures stand where boxes stand.
        read, failed, beyond: how many pages could be read, could not, and were not since there is too much on them.
        text: whether any character was found.
        complete: whether no limit cut the run short.
    """

    document: EngineDocument
    data: bytes
    options: ReadOptions
    glyphs: Glyphs = field(default_factory=Glyphs)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    pictures: int = 0
    read: int = 0
    failed: int = 0
    beyond: int = 0
    text: bool = False
    complete: bool = True

    def blocks(self) -> list[Placed]:
        """The blocks of all pages."""
        placed: list[Placed] = []
        left = self.options.limits.cells
        for page, turn in self.pages():
            try:
                found_here = blocks_of(page, turn, left)
            except TooManyCells:
                self._limit(f"{self.options.limits.cells} cells", f"page {page.number} and what follows")
                break
            left -= sum(len(item.block.cells) for item in found_here if isinstance(item.block, Grid))
            placed += found_here
        return placed

    def pages(self) -> Iterator[tuple[Page, Turn]]:
        """The chosen pages, turned upright, their characters resolved, and how each was turned."""
        wanted = self._wanted()
        clock, seconds = self.options.clock, self.options.limits.seconds
        start = clock() if clock else 0.0
        drawing = Drawing(self.data, self.options.password, self.options.limits.drawing)
        with SecondOpinion(self.data, self.options.password) as second:
            for number in wanted:
                if clock and clock() - start > seconds:
                    self._limit(f"{seconds:g} seconds", f"page {number} and what follows")
                    break
                if drawing.beyond(number):
                    self.beyond += 1
                    self._limit(f"{drawing.most} bytes of drawing a page", f"page {number}")
                    continue
                page = self._page(number)
                if page is not None:
                    if self.options.pdf_engine == "pdfium":
                        second.fill(page)
                    yield self._resolved(page)
            self.diagnostics += second.diagnostics()
        if self.pictures:
            self.diagnostics.append(pictured(self.pictures))

    def _page(self, number: int) -> Page | None:
        try:
            page = self.document.page(number)
        except PageError as error:
            self.failed += 1
            self.diagnostics.append(found("R013", Place(number), reason=f"page {number}: {error}"))
            return None
        self.read += 1
        if page.cut:
            self._limit(f"{MOST_SEGMENTS} drawn segments a page", f"the rest of the drawing on page {number}")
        return page

    def _resolved(self, page: Page) -> tuple[Page, Turn]:
        turn = Turn(direction(page.chars), page.width, page.height)
        page = turn.page(page)
        page.chars = printed_once(self.glyphs.resolve(page.chars))
        self.pictures += take_boxes(page)
        self.text = self.text or any(not char.text.isspace() for char in page.chars)
        return page, turn

    def _wanted(self) -> Iterable[int]:
        total, most = len(self.document), self.options.limits.pages
        wanted = [n for n in range(1, total + 1) if self.options.pages is None or n in self.options.pages]
        if len(wanted) > most:
            self._limit(f"{most} pages", f"page {wanted[most]} and what follows")
            wanted = wanted[:most]
        if len(wanted) < total:
            self.complete = False
        return wanted

    def _limit(self, limit: str, what: str) -> None:
        self.complete = False
        self.diagnostics.append(found("R005", limit=limit, what=what))

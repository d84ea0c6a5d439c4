"""Walks the blocks of a document part: paragraphs, tables and what wraps them, into sinks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from gicat.grid import Block, Grid, Paragraph, Place, Printed
from gicat.parsers.docx import checkboxes
from gicat.parsers.docx.findings import Budget
from gicat.parsers.docx.inline import Inline
from gicat.parsers.docx.names import (
    ALTERNATE, DROPPED, IGNORED, PPR, SDT, SDT_CONTENT, TBL, TR, WRAPPERS, Element, P, alternative, attribute, child, w,
)  # fmt: skip
from gicat.parsers.docx.numbering import Numbering
from gicat.parsers.docx.styles import PSTYLE
from gicat.parsers.docx.tables import NOWHERE, Layout, read_table
from gicat.parsers.docx.text import TextBuilder

_ALT_CHUNK, _SUBDOCUMENT = w("altChunk"), w("subDoc")


class Sink(Protocol):
    """Where paragraphs and tables go: the body, a cell, or page furniture."""

    def builder(self) -> TextBuilder:
        """The text that the next paragraph is written to."""
        ...

    def done(self, builder: TextBuilder) -> None:
        """Take a paragraph that was written."""
        ...

    def table(self, layout: Layout) -> None:
        """Take a table."""
        ...


@dataclass(slots=True)
class BodySink:
    """Collects blocks."""

    blocks: list[Block] = field(default_factory=list)
    furniture: bool = False

    def builder(self) -> TextBuilder:
        """A text of its own for each paragraph."""
        return TextBuilder()

    def done(self, builder: TextBuilder) -> None:
        """Keep a paragraph that prints something."""
        self._keep(builder.printed())

    def table(self, layout: Layout) -> None:
        """Keep a grid and those nested in it; page furniture keeps the texts of their cells."""
        if not self.furniture:
            self.blocks += [layout.grid, *layout.nested]
            return
        for grid in (layout.grid, *layout.nested):
            for cell in grid.cells:
                self._keep(cell.printed)

    def _keep(self, printed: Printed) -> None:
        if not printed.blank:
            self.blocks.append(Paragraph(printed, NOWHERE, furniture=self.furniture))


@dataclass(slots=True)
class CellSink:
    """Collects the text of one cell, and the grids in it."""

    row: int
    column: int
    text: TextBuilder = field(default_factory=TextBuilder)
    nested: list[Grid] = field(default_factory=list)

    def builder(self) -> TextBuilder:
        """One text for all paragraphs."""
        return self.text

    def done(self, builder: TextBuilder) -> None:
        """Nothing to do: the text is the cell's."""

    def table(self, layout: Layout) -> None:
        """Keep a nested grid with its place in this one."""
        self.nested += [replace(layout.grid, nested=(self.row, self.column)), *layout.nested]


@dataclass(slots=True)
class Walk:
    """Reads blocks in reading order.

    Attributes:
        tables: how many tables were begun.
        control: the state of the checkbox control that the next paragraph belongs to.
    """

    inline: Inline
    numbering: Numbering
    budget: Budget
    tables: int = 0
    control: bool | None = None

    def blocks(self, parent: Element, sink: Sink) -> None:
        """Read the blocks of a body, cell, text box or wrapper into a sink."""
        for entry in parent:
            tag = entry.tag
            if tag == P:
                self._paragraph(entry, sink)
            elif tag == TBL:
                if not self.budget.spent and next(entry.iter(TR), None) is not None:
                    sink.table(read_table(entry, self))
            elif tag == SDT:
                self._content_control(entry, sink)
            elif tag in WRAPPERS:
                self.blocks(entry, sink)
            elif tag == ALTERNATE:
                branch = alternative(entry)
                if branch is not None:
                    self.blocks(branch, sink)
            elif tag in (_ALT_CHUNK, _SUBDOCUMENT):
                self.inline.findings.say("R013", reason="a document embedded in it is not read")
            elif tag not in IGNORED and tag not in DROPPED:
                self.inline.findings.unknown(entry)
                self.blocks(entry, sink)

    def cell(self, element: Element, place: Place, *, covered: bool) -> CellSink:
        """Read a w:tc that starts at a place.

        Args:
            element: the cell.
            place: table, row and column.
            covered: whether a merge covers it: its list numbers count but do not print, its text is reported.
        """
        findings, inline = self.inline.findings, self.inline
        outer, tab = findings.place, inline.tab
        findings.place, inline.tab = place, " "
        sink = CellSink(place.row or 0, place.column or 0)
        silent = self.numbering.silent
        self.numbering.silent = silent or covered
        self.blocks(element, sink)
        self.numbering.silent = silent
        if covered and (text := sink.text.printed().text).strip():
            findings.say("R010", text=text)
        findings.place, inline.tab = outer, tab
        return sink

    def _paragraph(self, element: Element, sink: Sink) -> None:
        if self.budget.spent or not self.budget.spend(0):
            return
        out, inline = sink.builder(), self.inline
        properties = child(element, PPR)
        style = attribute(properties, PSTYLE)
        out.start_paragraph()
        label, gap = self.numbering.label(properties, style)
        inline.pieces(label, out)
        if gap:
            out.gap(gap)
        start = out.length
        aside, inline.aside = inline.aside, []
        inline.content(element, out, inline.styles.paragraph(style))
        if self.control is not None:
            inline.settle(self.control, start, out)
            self.control = None
        out.end_paragraph()
        sink.done(out)
        beside, inline.aside = inline.aside, aside
        for entry in beside:
            self._aside(entry, sink)

    def _aside(self, entry: Element | str, sink: Sink) -> None:
        if not isinstance(entry, str):
            self.blocks(entry, sink)
            return
        out = sink.builder()
        out.start_paragraph()
        out.add(entry)
        out.end_paragraph()
        sink.done(out)

    def _content_control(self, element: Element, sink: Sink) -> None:
        """Read a control around blocks; a checkbox is tied to the first paragraph in it."""
        content = child(element, SDT_CONTENT)
        if content is not None:
            self.control = checkboxes.content_control_state(element)
            self.blocks(content, sink)
            self.control = None

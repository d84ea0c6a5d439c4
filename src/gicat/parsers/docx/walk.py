"""Walks the blocks of a document part: paragraphs, tables and what wraps them, into sinks."""

from __future__ import annotations

from dataclasses import dataclass

from gicat.grid import Place
from gicat.parsers.docx import checkboxes, names
from gicat.parsers.docx.findings import Budget
from gicat.parsers.docx.inline import Inline
from gicat.parsers.docx.names import ALTERNATE, PPR, SDT, SDT_CONTENT, TBL, TR, Element, P, attribute, child, w
from gicat.parsers.docx.numbering import Numbering
from gicat.parsers.docx.sinks import CellSink, Sink
from gicat.parsers.docx.styles import PSTYLE
from gicat.parsers.docx.tables import read_table

_ALT_CHUNK, _SUBDOCUMENT = w("altChunk"), w("subDoc")


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
            elif tag in names.WRAPPERS:
                self.blocks(entry, sink)
            elif tag not in names.IGNORED and tag not in names.DROPPED:
                self._other(entry, sink)

    def _other(self, element: Element, sink: Sink) -> None:
        if element.tag == ALTERNATE:
            branch = names.alternative(element)
            if branch is not None:
                self.blocks(branch, sink)
                return
        elif element.tag in (_ALT_CHUNK, _SUBDOCUMENT):
            self.inline.findings.say("R013", reason="a document embedded in it is not read")
            return
        self.inline.findings.unknown(element)
        if element.tag == ALTERNATE:
            return
        if next(element.iter(P, TBL), None) is None:
            self._paragraph(element, sink)  # a run, say, that stands in no paragraph
        else:
            self.blocks(element, sink)

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

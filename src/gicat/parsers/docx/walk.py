"""Walks the blocks of a document part: paragraphs, tables and what wraps them, into sinks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from gicat.grid import Place
from gicat.parsers.docx import checkboxes, names
from gicat.parsers.docx.checkboxes import Control
from gicat.parsers.docx.findings import Budget
from gicat.parsers.docx.inline import Inline
from gicat.parsers.docx.names import ALTERNATE, PPR, SDT, TBL, TEXTBOX, TR, Element, P, R, T, attribute, child, w
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
        control: the checkbox control that the next paragraph belongs to.
        carried: paragraphs whose end was deleted, so that the next one goes on with them.
        strays: blocks that stand in a table outside its cells.
    """

    inline: Inline
    numbering: Numbering
    budget: Budget
    tables: int = 0
    control: Control | None = None
    carried: list[Element] = field(default_factory=list)
    strays: list[Element] = field(default_factory=list)

    def story(self, parent: Iterable[Element], sink: Sink) -> None:
        """Read all that a body, note, cell or text box holds."""
        self.blocks(parent, sink)
        self._settle_carried(sink)

    def blocks(self, parent: Iterable[Element], sink: Sink) -> None:
        """Read the blocks of a body, cell, text box or wrapper into a sink."""
        for entry in parent:
            tag = entry.tag
            if tag == P:
                self._paragraph(entry, sink)
            elif tag == TBL:
                self._settle_carried(sink)
                if not self.budget.spent and next(entry.iter(TR, P, R, T), None) is not None:
                    self._table(entry, sink)
            elif tag == SDT:
                self._content_control(entry, sink)
            elif tag in names.WRAPPERS:
                self.blocks(entry, sink)
            elif tag not in names.SILENT:
                self._other(entry, sink)

    def _table(self, element: Element, sink: Sink) -> None:
        """Read a table, then the blocks that stand in it outside its cells."""
        outer, self.strays = self.strays, []
        layout, strays = read_table(element, self), self.strays
        self.strays = outer
        if layout.grid.cells:
            sink.table(layout)
        self.blocks(strays, sink)

    def _other(self, element: Element, sink: Sink) -> None:
        tag, findings = element.tag, self.inline.findings
        if tag == ALTERNATE:
            branch = findings.branch(element)
            if branch is None:
                findings.unknown(element)
            else:
                self.blocks(branch, sink)
        elif tag in (_ALT_CHUNK, _SUBDOCUMENT):
            findings.say("R013", reason="a document embedded in it is not read")
        elif next(element.iter(P, TBL), None) is not None:
            findings.unknown(element)
            self.blocks(element, sink)
        else:  # a run, say, that stands in no paragraph
            if tag == R or tag in self.inline.handlers:
                findings.unknown(element)
            self._paragraph(element, sink)

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
        carried, self.carried = self.carried, []
        self.story(element, sink)
        self.carried = carried
        self.numbering.silent = silent
        if covered and (text := sink.text.printed().text).strip():
            findings.say("R010", text=text)
        findings.place, inline.tab = outer, tab
        return sink

    def _paragraph(self, element: Element, sink: Sink) -> None:
        if self.budget.spent or not self.budget.spend(0):
            return
        if element.tag == P and names.mark_deleted(child(element, PPR)):
            self.carried.append(element)
        else:
            self._print(element, sink)

    def _settle_carried(self, sink: Sink) -> None:
        """Print the paragraphs that nothing goes on with."""
        if self.carried:
            self._print(None, sink)

    def _print(self, element: Element | None, sink: Sink) -> None:
        """Write a paragraph, behind those whose ends were deleted; it alone is counted by its list."""
        out, inline = sink.builder(), self.inline
        out.start_paragraph()
        if element is not None and element.tag == P:
            properties = child(element, PPR)
            label, gap = self.numbering.label(properties, attribute(properties, PSTYLE))
            inline.pieces(label, out)
            if gap:
                out.gap(gap)
        start = out.length
        aside, inline.aside = inline.aside, []
        carried, self.carried = self.carried, []
        for part in (*carried, *([] if element is None else [element])):
            inline.content(
                part if part.tag == P else (part,), out, inline.styles.paragraph(attribute(child(part, PPR), PSTYLE))
            )
        if self.control is not None:
            inline.settle(self.control, start, out, inline.aside)
            self.control = None
        out.end_paragraph()
        sink.done(out)
        beside, inline.aside = inline.aside, aside
        for entry in beside:
            self._aside(entry, sink)

    def _aside(self, entry: Element | str, sink: Sink) -> None:
        if not isinstance(entry, str):
            self.story(entry if entry.tag == TEXTBOX else (entry,), sink)
            return
        out = sink.builder()
        out.start_paragraph()
        out.add(entry)
        out.end_paragraph()
        sink.done(out)

    def _content_control(self, element: Element, sink: Sink) -> None:
        """Read a control around blocks; a checkbox is tied to the first paragraph in it, or stands alone."""
        control = checkboxes.content_control(element)
        if control is not None:
            self.control = control
        self.blocks(element, sink)
        if control is not None and self.control is control:
            self._print(None, sink)

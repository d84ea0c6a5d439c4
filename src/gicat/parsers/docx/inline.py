"""What stands in a paragraph: runs, what wraps them, and what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from gicat import marks
from gicat.parsers.docx import checkboxes, field_codes, glyphs
from gicat.parsers.docx.checkboxes import Control
from gicat.parsers.docx.fields import Field, Fields
from gicat.parsers.docx.findings import Findings
from gicat.parsers.docx.glyphs import Glyph
from gicat.parsers.docx.names import (
    FLD_CHAR,
    INSTR_TEXT,
    LEAVES,
    PPR,
    RPR,
    SILENT,
    SYM,
    WRAPPERS,
    XML,
    Element,
    P,
    R,
    T,
    attribute,
    child,
)
from gicat.parsers.docx.styles import PSTYLE, Look, Styles
from gicat.parsers.docx.text import TextBuilder

Handler = Callable[["Inline", Element, TextBuilder, Look], None]
"""Writes an element of a paragraph or run into a text; the last argument is the look it has there."""

_SPACE = f"{{{XML}}}space"
_BLANK = " \t\r\n"
_PRINTING = (R, T, SYM, FLD_CHAR)
"""What may print something where nothing should, as in the data of a form field."""


@dataclass(slots=True)
class Inline:
    """Writes the content of paragraphs into text builders.

    Attributes:
        handlers: what is done with the elements that print something, by name; see `handlers.HANDLERS`.
        tab: what a tab is written as.
        aside: what is printed beside the paragraph being read and comes after it: text boxes (their
            w:txbxContent) and the small characters of ruby.
        notes: the footnotes and endnotes referred to, as (element name, id).
    """

    styles: Styles
    findings: Findings
    handlers: Mapping[str, Handler]
    tab: str = "\t"
    aside: list[Element | str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    _single: dict[tuple[str, Look], list[str | Glyph]] = field(default_factory=dict)

    def content(self, parent: Iterable[Element], out: TextBuilder, look: Look) -> None:
        """Write what a paragraph, or a wrapper in it, holds."""
        for entry in parent:
            tag = entry.tag
            if tag == R:
                self.run(entry, out, look)
            elif tag in WRAPPERS:
                self.content(entry, out, look)
            elif tag in LEAVES and self.fields.muted:
                self._mutter(entry, look)
            elif tag not in SILENT:
                self._handle(entry, out, look)

    def run(self, element: Element, out: TextBuilder, look: Look) -> None:
        """Write a w:r (17.3.2.25)."""
        fields = self.fields
        for entry in element:
            tag = entry.tag
            if tag == RPR:
                look = self.styles.run(entry, look)
            elif tag == FLD_CHAR:
                self._field_character(entry, out, look)
            elif tag == INSTR_TEXT:
                self._instruct(entry, out, look)
            elif fields.muted:
                self._mutter(entry, look)
            elif look.hidden or tag in SILENT:
                continue
            elif tag == T:
                self.text(entry, out, look)
                if len(entry):
                    self._strange(entry, out, look)
            else:
                self._handle(entry, out, look)

    def _field_character(self, element: Element, out: TextBuilder, look: Look) -> None:
        """Begin, go on with, or end a field."""
        ended = self.fields.step(element, out, hidden=look.hidden)
        if ended is not None and not look.hidden:
            self._end(ended, out)
        strange = len(element) and not look.hidden and next(element.iterdescendants(*_PRINTING), None) is not None
        if strange and not self.fields.muted:
            self._strange(element, out, look)

    def _instruct(self, element: Element, out: TextBuilder, look: Look) -> None:
        """Take a w:instrText as code of the field it is in."""
        self.fields.instruct(glyphs.text_of(glyphs.rendered(element.text or "", look)))
        if len(element) and not (self.fields.muted or look.hidden):
            self._strange(element, out, look)

    def _mutter(self, element: Element, look: Look) -> None:
        """Pass over what is not printed, since a field prints something else; it may be a part of that field's code."""
        if element.tag == T:
            self.fields.mutter(glyphs.text_of(glyphs.rendered(element.text or "", look)))
        elif element.tag == SYM:
            self.fields.mutter(glyphs.symbol(element).text)

    def text(self, element: Element, out: TextBuilder, look: Look) -> None:
        """Write a w:t."""
        text = element.text
        if not text:
            return
        if text[0] in _BLANK or text[-1] in _BLANK or "\n" in text or "\t" in text:
            text = glyphs.trimmed(text, preserved=preserved(element))
        if not look.symbolic and (text.isascii() or not glyphs.private(text)):
            out.add(text)
        else:
            self.pieces(self._rendered(text, look), out)

    def pieces(self, pieces: Iterable[str | Glyph], out: TextBuilder) -> None:
        """Write rendered text."""
        for piece in pieces:
            if isinstance(piece, str):
                out.add(piece)
            else:
                out.glyph(piece)
                if piece.unresolved:
                    self.findings.unresolved(piece)

    def settle(self, control: Control, start: int, out: TextBuilder, beside: Iterable[Element | str]) -> None:
        """Tie a checkbox control to the box printed since `start`; report where the two contradict (R009).

        A control that prints nothing, nor `beside` the paragraph, gets the glyph of its state; one overwritten with
        words has no box.
        """
        printed = out.since(start)
        shown = printed.strip()
        if not shown:
            if any(map(_prints, beside)):
                return
            out.control(checkboxes.box(control.state), control.state)
            return
        box = next((index for index, char in enumerate(printed) if control.says(char) is not None), None)
        if box is None:
            if len(shown) > 1:
                self._contradiction(control.state, shown)
                return
            box = printed.index(shown)
        says = control.says(printed[box])
        if says is not None and says != control.state:
            self._contradiction(control.state, printed[box])
            out.make_control(start + box, None)
        else:
            out.make_control(start + box, control.state)

    def _contradiction(self, state: bool, shown: str) -> None:
        self.findings.say("R009", state="ticked" if state else "not ticked", glyph=shown)

    def _rendered(self, text: str, look: Look) -> Iterable[str | Glyph]:
        """Rendered text; single characters, as boxes are, recur and are kept."""
        if len(text) > 1:
            return glyphs.rendered(text, look)
        known = self._single.get((text, look))
        if known is None:
            known = self._single[text, look] = list(glyphs.rendered(text, look))
        return known

    def _handle(self, element: Element, out: TextBuilder, look: Look) -> None:
        handler = self.handlers.get(element.tag)
        if handler is None:
            self.findings.unknown(element)
            if element.tag == R:
                self.run(element, out, look)
            else:
                own = self.styles.paragraph(attribute(child(element, PPR), PSTYLE)) if element.tag == P else look
                self.content(element, out, own)
            return
        handler(self, element, out, look)
        if element.tag in LEAVES and len(element):
            self._strange(element, out, look)

    def _strange(self, element: Element, out: TextBuilder, look: Look) -> None:
        """Write what an element holds that should hold nothing: text is not lost for standing in a strange place."""
        self.findings.unknown(element[0])
        self.content(element, out, look)

    def _end(self, ended: Field, out: TextBuilder) -> None:
        """Write what a field that ends prints by itself; in the code of another field it is a part of that."""
        said = "".join(ended.said)
        if self.fields.muted:
            said = said or glyphs.text_of(field_codes.computed("".join(ended.code))[0])
            self.fields.instruct(said)
            self.fields.mutter(said)
        elif ended.state is not None:
            says = marks.state_of(said.strip())
            if says is not None and says != ended.state:
                self._contradiction(ended.state, said.strip())
                out.make_control(ended.box, None)
        elif not ended.stored(out.length):
            self.computed("".join(ended.code), out, report=not ended.result)

    def computed(self, code: str, out: TextBuilder, *, report: bool) -> None:
        """Write what a field prints for which no result is stored."""
        pieces, unknown = field_codes.computed(code)
        self.pieces(pieces, out)
        if unknown and report:
            self.findings.unknown(f"field {unknown}")


def _prints(entry: Element | str) -> bool:
    """Whether a text box, or another text that stands beside its paragraph, has any characters."""
    if isinstance(entry, str):
        return bool(entry.strip())
    return any(text.tag == SYM or (text.text or "").strip() for text in entry.iter(T, SYM))


def preserved(element: Element) -> bool:
    """Whether white space at the ends of a w:t counts (xml:space, inherited)."""
    said = element.get(_SPACE)
    if said is None:
        said = next((s for above in element.iterancestors() if (s := above.get(_SPACE)) is not None), None)
    return said == "preserve"

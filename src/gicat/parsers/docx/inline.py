"""What stands in a paragraph: runs and their wrappers, symbols, fields, checkbox controls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gicat import marks
from gicat.parsers.docx import checkboxes, fields, glyphs
from gicat.parsers.docx.drawings import drawn
from gicat.parsers.docx.fields import Field
from gicat.parsers.docx.findings import Findings
from gicat.parsers.docx.glyphs import Glyph
from gicat.parsers.docx.names import (
    ALTERNATE, DROPPED, FLD_CHAR, IGNORED, INSTR_TEXT, MATH, MATH_TEXT, RPR, SDT, SDT_CONTENT, SYM, WRAPPERS, XML,
    Element, R, T, alternative, child, w,
)  # fmt: skip
from gicat.parsers.docx.styles import Look, Styles
from gicat.parsers.docx.text import TextBuilder

SPACE = f"{{{XML}}}space"
_ID = w("id")
Handler = Callable[["Inline", Element, TextBuilder, Look], None]


@dataclass(slots=True)
class Inline:
    """Writes the content of paragraphs into text builders; one for each story, since fields may span paragraphs.

    Attributes:
        aside: what is printed beside the paragraph being read and comes after it: text boxes (their
            w:txbxContent) and the small characters of ruby.
        notes: ids of the footnotes and endnotes referred to, as (element name, id).
    """

    styles: Styles
    findings: Findings
    tab: str = "\t"
    aside: list[Element | str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    _paired: set[Element] = field(default_factory=set)
    _open: list[Field] = field(default_factory=list)
    _muted: bool = False

    def enter(self, story: Element) -> None:
        """Begin another part of the document."""
        self._paired = fields.paired(story)
        self._open, self._muted = [], False

    def content(self, parent: Element, out: TextBuilder, look: Look) -> None:
        """Write what a paragraph, or a wrapper in it, holds."""
        for entry in parent:
            tag = entry.tag
            if tag == R:
                self.run(entry, out, look)
            elif tag in WRAPPERS:
                self.content(entry, out, look)
            elif tag not in IGNORED and tag not in DROPPED:
                HANDLERS.get(tag, _unknown)(self, entry, out, look)

    def run(self, element: Element, out: TextBuilder, look: Look) -> None:
        """Write a w:r (17.3.2.25)."""
        for entry in element:
            tag = entry.tag
            if tag == T:
                if not (self._muted or look.hidden):
                    self.text(entry, out, look)
            elif tag == RPR:
                look = self.styles.run(entry, look)
            elif tag in IGNORED or tag in DROPPED:
                continue
            elif tag == FLD_CHAR:
                self._field(entry, out, look)
            elif tag == INSTR_TEXT:
                if self._open and not self._open[-1].result:
                    self._open[-1].code.append(fields.text_of(glyphs.rendered(entry.text or "", look)))
            elif not (self._muted or look.hidden):
                HANDLERS.get(tag, _unknown)(self, entry, out, look)

    def text(self, element: Element, out: TextBuilder, look: Look) -> None:
        """Write a w:t."""
        text = element.text
        if not text:
            return
        if glyphs.peculiar(text):
            text = glyphs.trimmed(text, preserved=preserved(element))
        elif not look.symbolic:
            out.add(text)
            return
        self.pieces(list(glyphs.rendered(text, look)), out)

    def pieces(self, pieces: list[str | Glyph], out: TextBuilder) -> None:
        """Write rendered text."""
        for piece in pieces:
            if isinstance(piece, str):
                out.add(piece)
            else:
                out.glyph(piece)
                if piece.unresolved:
                    self.findings.unresolved(piece)

    def settle(self, state: bool, start: int, out: TextBuilder) -> None:
        """Tie a checkbox control to the glyph printed since `start`; report where the two contradict (R009).

        A control that prints nothing gets the glyph of its state.
        """
        printed = out.since(start)
        glyph = printed.strip()[:1]
        if not glyph:
            out.control(checkboxes.box(state), state)
            return
        says = marks.state_of(glyph)
        if says is not None and says != state:
            self.findings.say("R009", state="ticked" if state else "not ticked", glyph=glyph)
        offset = start + printed.index(glyph)
        out.make_control(offset, None if says is not None and says != state else state)

    def _field(self, element: Element, out: TextBuilder, look: Look) -> None:
        """Go on with a complex field at a w:fldChar."""
        kind = element.get(fields.TYPE)
        visible = not (self._muted or look.hidden)
        if kind == "begin":
            begun = Field(replaced=visible and self._form_field(element, out))
            if element in self._paired:
                self._open.append(begun)
        elif element in self._paired and self._open:
            if kind == "separate":
                self._open[-1].result = True
                self._open[-1].start = out.length
            else:
                self._end(self._open.pop(), out, look)
        self._muted = any(entry.mutes for entry in self._open)

    def _form_field(self, element: Element, out: TextBuilder) -> bool:
        """Write the legacy form field that begins here, if one does."""
        state = checkboxes.form_field_state(element)
        if state is not None:
            out.control(checkboxes.box(state), state)
            return True
        entry = checkboxes.chosen_entry(element)
        if entry is not None:
            out.add(entry)
        return entry is not None

    def _end(self, ended: Field, out: TextBuilder, look: Look) -> None:
        """Write what a field prints by itself, where no result is stored with it."""
        outer = any(entry.mutes for entry in self._open)
        if ended.replaced or outer or look.hidden or (ended.result and out.length != ended.start):
            return
        pieces, unknown = fields.computed("".join(ended.code))
        self.pieces(pieces, out)
        if unknown and not ended.result:
            self.findings.unknown(f"field {unknown}")


def preserved(element: Element) -> bool:
    """Whether white space at the ends of a w:t counts (xml:space, inherited)."""
    said = element.get(SPACE)
    if said is None:
        said = next((s for above in element.iterancestors() if (s := above.get(SPACE)) is not None), None)
    return said == "preserve"


def _unknown(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """Report an element, and read on in it: text is not lost for standing in a strange place."""
    inline.findings.unknown(element)
    inline.content(element, out, look)


def _text(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    inline.text(element, out, look)


def _tab(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    out.add(inline.tab)


def _break(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    out.line_break()


def _hyphen(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    out.add("-")


def _symbol(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    inline.pieces([glyphs.symbol(element)], out)


def _content_control(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    state, start = checkboxes.content_control_state(element), out.length
    content = child(element, SDT_CONTENT)
    if content is not None:
        inline.content(content, out, look)
    if state is not None:
        inline.settle(state, start, out)


def _alternative(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    branch = alternative(element)
    if branch is None:
        inline.findings.unknown(element)
    elif element.getparent().tag == R:  # type: ignore[union-attr]
        inline.run(branch, out, look)
    else:
        inline.content(branch, out, look)


def _math(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    for text in element.iter(MATH_TEXT, T):
        inline.text(text, out, look)


def _ruby(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """Write the base (17.3.3.25); the small characters above it come after the paragraph, not between its words."""
    base, above = child(element, w("rubyBase")), child(element, w("rt"))
    if base is not None:
        inline.content(base, out, look)
    if above is not None:
        small = TextBuilder()
        inline.content(above, small, look)
        inline.aside.append(small.printed().text)


def _drawing(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    inline.aside.extend(drawn(element, inline.findings))


def _note(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    kind = "footnote" if element.tag == w("footnoteReference") else "endnote"
    inline.notes.append((kind, element.get(_ID) or ""))


HANDLERS: Mapping[str, Handler] = {
    T: _text,
    SYM: _symbol,
    SDT: _content_control,
    ALTERNATE: _alternative,
    w("tab"): _tab,
    w("ptab"): _tab,
    w("br"): _break,
    w("cr"): _break,
    w("noBreakHyphen"): _hyphen,
    w("ruby"): _ruby,
    w("drawing"): _drawing,
    w("pict"): _drawing,
    w("object"): _drawing,
    w("footnoteReference"): _note,
    w("endnoteReference"): _note,
    f"{{{MATH}}}oMath": _math,
    f"{{{MATH}}}oMathPara": _math,
}
"""What is done with each element that prints something; see `names.IGNORED` for those that do not."""


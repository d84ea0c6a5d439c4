"""The printed characters of a document, straight from its XML and without cells, for the audit.

Styles, lists and symbol fonts are looked up as the reader does it; which elements print, and in which
order, is found anew: one flat pass over the marked-up text instead of a walk over blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from gicat.grid import Sighting
from gicat.parsers.docx import checkboxes, field_codes, fields, glyphs, names, pictures
from gicat.parsers.docx.glyphs import text_of
from gicat.parsers.docx.names import (
    FLD_CHAR,
    FLD_SIMPLE,
    INSTR_TEXT,
    PPR,
    RPR,
    SDT,
    SYM,
    TC,
    TCPR,
    TEXTPATH,
    TR,
    TRPR,
    Element,
    P,
    R,
    T,
    attribute,
    child,
    w,
)
from gicat.parsers.docx.stories import Stories
from gicat.parsers.docx.styles import PSTYLE, Look

_HYPHEN, _FOOTNOTE, _ENDNOTE = w("noBreakHyphen"), w("footnoteReference"), w("endnoteReference")
_SEEN = (P, T, names.MATH_TEXT, SYM, SDT, FLD_CHAR, INSTR_TEXT, TEXTPATH, _HYPHEN, _FOOTNOTE, _ENDNOTE,
         names.DRAWN_T, FLD_SIMPLE, names.ALTERNATE, names.CHOICE, names.FALLBACK, TR, TC,
         names.W_DRAWING, names.PICT, *names.SILENT)  # fmt: skip

_TEXTS = frozenset({T, names.MATH_TEXT, names.DRAWN_T})
"""Elements whose characters are print; those that stand loose in others are none."""


@dataclass(slots=True)
class _Field:
    """A complex field that has begun: where it is, and how much had been seen when its result began."""

    code: str = ""
    result: bool = False
    replaced: bool = False
    start: int = -1
    said: str = ""


@dataclass(slots=True)
class Sighter:
    """Goes through the printed parts of a document."""

    stories: Stories
    _notes: list[tuple[str, str]] = field(default_factory=list)
    _open: list[tuple[list[str], Look]] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)
    _paired: set[Element] = field(default_factory=set)
    _before: list[int] = field(default_factory=list)
    _loose: list[str] = field(default_factory=list)
    _seen: int = 0
    _ink: int = 0

    def all(self) -> Iterator[Sighting]:
        """One sighting a paragraph, in the order the lists count: body, headers, notes, footers."""
        stories = self.stories
        yield from self._read([stories.body])
        yield from self._read(stories.headers())
        yield from self._read(stories.notes(self._notes))
        yield from self._read(stories.footers())

    def _read(self, roots: Iterable[Element]) -> Iterator[Sighting]:
        for root in roots:
            self._paired, self._fields = fields.paired(root), []
            walker = etree.iterwalk(root, events=("start", "end"), tag=_SEEN)
            for event, element in walker:
                if event == "end":
                    self._end(element)
                elif element is not root and _left_out(element):
                    walker.skip_subtree()
                else:
                    self._start(element)
                if self._loose:
                    yield Sighting("".join(self._loose))
                    self._loose = []

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag == P:
            self._begin(element)
        elif tag in (SDT, FLD_SIMPLE):
            self._before.append(self._ink if tag == SDT else self._seen)
        elif tag in (FLD_CHAR, INSTR_TEXT):
            self._field(element)
        elif not self._silent(element):
            if tag in (_FOOTNOTE, _ENDNOTE):
                self._notes.append(("footnote" if tag == _FOOTNOTE else "endnote", element.get(w("id")) or ""))
            else:
                self._see(self._text(element))
        elif tag in (T, SYM) and self._fields and self._fields[-1].result:
            self._fields[-1].said += self._text(element)

    def _end(self, element: Element) -> None:
        if element.tag == P:
            text, _ = self._open.pop()
            self._loose.append("".join(text))
        elif element.tag == SDT:
            before = self._before.pop()
            control = checkboxes.content_control(element)
            if control is not None and before == self._ink:
                self._see(checkboxes.box(control.state))
        elif element.tag == FLD_SIMPLE and self._before.pop() == self._seen and not self._silent(element):
            self._see(text_of(field_codes.computed(element.get(w("instr")) or "")[0]))

    def _begin(self, element: Element) -> None:
        properties = child(element, PPR)
        style = attribute(properties, PSTYLE)
        self.stories.numbering.silent = any(_covered(cell) for cell in element.iterancestors(TC))
        self._open.append(([], self.stories.styles.paragraph(style)))
        if not names.mark_deleted(properties):
            self._see(text_of(self.stories.numbering.label(properties, style)[0]))

    def _text(self, element: Element) -> str:
        if element.tag == SYM:
            return glyphs.symbol(element).text
        if element.tag == TEXTPATH:
            return element.get("string") or ""
        if element.tag == _HYPHEN:
            return "-"
        if element.tag in (names.W_DRAWING, names.PICT):
            return pictures.UNKNOWN if pictures.like_a_box(element) else ""
        if element.tag not in _TEXTS or not element.text:
            return ""
        return text_of(glyphs.rendered(element.text, self._look(element)))

    def _look(self, element: Element) -> Look:
        look = self._open[-1][1] if self._open else Look()
        for properties in reversed(list(_run_properties(element))):
            look = self.stories.styles.run(properties, look)
        return look

    def _silent(self, element: Element) -> bool:
        return any(f.replaced or not f.result for f in self._fields) or self._look(element).hidden

    def _see(self, text: str) -> None:
        self._seen += len(text)
        self._ink += len(text.strip())
        (self._open[-1][0] if self._open else self._loose).append(text)

    def _field(self, element: Element) -> None:
        kind = element.get(fields.TYPE)
        if element.tag == INSTR_TEXT:
            if self._fields and not self._fields[-1].result:
                self._fields[-1].code += text_of(glyphs.rendered(element.text or "", self._look(element)))
        elif kind == "begin":
            shown = None if self._silent(element) else _form_text(element)
            self._see(shown or "")
            if element in self._paired:
                self._fields.append(_Field(replaced=shown is not None))
        elif element in self._paired and self._fields:
            last = self._fields[-1]
            if kind == "separate":
                last.result, last.start = True, self._seen
            else:
                self._fields.pop()
                self._field_end(last, element)

    def _field_end(self, last: _Field, element: Element) -> None:
        above = self._fields[-1] if self._fields else None
        if above is not None and self._silent(element):
            said = last.said or text_of(field_codes.computed(last.code)[0])
            if above.result:
                above.said += said
            else:
                above.code += said
        elif not (last.replaced or self._silent(element) or (last.result and self._seen != last.start)):
            self._see(text_of(field_codes.computed(last.code)[0]))


def _run_properties(element: Element) -> Iterator[Element]:
    """The w:rPr that count for what stands in a run, or in runs in runs, the nearest first: they stand before it."""
    while (parent := element.getparent()) is not None and element.tag != P:
        if parent.tag == R:
            yield from element.itersiblings(RPR, preceding=True)
        element = parent


def _form_text(begin: Element) -> str | None:
    state = checkboxes.form_field_state(begin)
    return checkboxes.chosen_entry(begin) if state is None else checkboxes.box(state)


def _left_out(element: Element) -> bool:
    """Whether an element and all in it are not printed."""
    tag = element.tag
    if tag in (names.CHOICE, names.FALLBACK):
        above = element.getparent()
        return above is not None and above.tag == names.ALTERNATE and names.alternative(above) is not element
    if tag == TR:
        return child(child(element, TRPR), w("del")) is not None
    return tag in names.SILENT or (tag == TC and names.cell_deleted(element))


def _covered(cell: Element) -> bool:
    properties = child(cell, TCPR)
    merges = () if properties is None else properties.iterchildren(names.VMERGE, names.HMERGE, names.CELL_MERGE)
    return any(_continues(merge) for merge in merges)


def _continues(merge: Element) -> bool:
    if merge.tag == names.CELL_MERGE:
        return merge.get(names.VMERGE) == "cont"
    return merge.get(names.VAL, "continue") == "continue"

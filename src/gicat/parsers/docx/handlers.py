"""What is done with each element in a paragraph that prints something; `names.IGNORED` are those that do not."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gicat.parsers.docx import checkboxes, glyphs
from gicat.parsers.docx.drawings import drawn
from gicat.parsers.docx.inline import Handler, Inline
from gicat.parsers.docx.names import (
    ALTERNATE,
    FLD_SIMPLE,
    MATH,
    MATH_TEXT,
    PICT,
    SDT,
    SYM,
    W_DRAWING,
    Element,
    R,
    T,
    w,
)
from gicat.parsers.docx.pictures import UNKNOWN, like_a_box
from gicat.parsers.docx.styles import Look
from gicat.parsers.docx.text import TextBuilder


def text(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """A w:t outside a run."""
    inline.text(element, out, look)


def tab(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """w:tab and w:ptab."""
    out.add(inline.tab)


def line_break(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """w:br, of lines, columns and pages alike, and w:cr."""
    out.line_break()


def hyphen(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """w:noBreakHyphen."""
    out.add("-")


def symbol(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """w:sym."""
    inline.pieces([glyphs.symbol(element)], out)


def content_control(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """w:sdt around runs."""
    control, start, beside = checkboxes.content_control(element), out.length, len(inline.aside)
    inline.content(element, out, look)
    if control is not None and not inline.fields.muted:
        inline.settle(control, start, out, inline.aside[beside:])


def alternative(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """mc:AlternateContent in a paragraph or run."""
    branch, parent = inline.findings.branch(element), element.getparent()
    if branch is None:
        inline.findings.unknown(element)
    elif parent is not None and parent.tag == R:
        inline.run(branch, out, look)
    else:
        inline.content(branch, out, look)


def simple_field(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """w:fldSimple (17.16.19): its stored result, else what its code prints."""
    start = out.length
    inline.content(element, out, look)
    if out.length == start and not inline.fields.muted:
        inline.computed(element.get(w("instr")) or "", out, report=True)


def mathematics(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """m:oMath: its characters in the order of the markup."""
    for entry in element.iter(MATH_TEXT, T):
        inline.text(entry, out, look)


def ruby(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """w:ruby (17.3.3.25): the base; the small characters come after the paragraph, not between its words."""
    for entry in element:
        if entry.tag == w("rubyBase"):
            inline.content(entry, out, look)
        elif entry.tag == w("rt"):
            small = TextBuilder()
            inline.content(entry, small, look)
            inline.aside.append(small.printed().text)
        else:
            inline.content((entry,), out, look)


def drawing(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """w:drawing, w:pict and w:object: the text boxes in them come after the paragraph."""
    if like_a_box(element):
        out.add(UNKNOWN)
        inline.findings.picture()
    inline.aside.extend(drawn(element, inline.findings))


def note(inline: Inline, element: Element, out: TextBuilder, look: Look) -> None:
    """A reference to a note: the note is read later; its number is none of the cell's text."""
    kind = "footnote" if element.tag == w("footnoteReference") else "endnote"
    inline.notes.append((kind, element.get(w("id")) or ""))


HANDLERS: Mapping[str, Handler] = MappingProxyType(
    {
        T: text,
        SYM: symbol,
        SDT: content_control,
        FLD_SIMPLE: simple_field,
        ALTERNATE: alternative,
        w("tab"): tab,
        w("ptab"): tab,
        w("br"): line_break,
        w("cr"): line_break,
        w("noBreakHyphen"): hyphen,
        w("ruby"): ruby,
        W_DRAWING: drawing,
        PICT: drawing,
        w("object"): drawing,
        w("footnoteReference"): note,
        w("endnoteReference"): note,
        f"{{{MATH}}}oMath": mathematics,
        f"{{{MATH}}}oMathPara": mathematics,
    }
)

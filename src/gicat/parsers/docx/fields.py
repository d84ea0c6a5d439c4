"""Complex fields (ECMA-376 Part 1, 17.16.18): the code between begin and separate is not printed, the result is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from gicat import marks
from gicat.parsers.docx.glyphs import UNRESOLVED, Glyph
from gicat.parsers.docx.names import DROPPED, FLD_CHAR, Element, w

TYPE = w("fldCharType")

_SYMBOL = re.compile(r'^SYMBOL\s+"?(0x[0-9a-f]+|\d+|[^\s"])"?(?:.*?\\f\s*"?([^"\\]+))?', re.IGNORECASE)
_OVERLAID = re.compile(r"^EQ\s*\\o\s*(?:\\a[clr]\s*)?\((.+?)[,，;](.+?)\)\s*$", re.IGNORECASE)
_TICKS = frozenset("√✓✔☑")

_SILENT = frozenset((
    "", "XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "HYPERLINK", "TOC", "REF", "PAGEREF", "INDEX",
    "FORMTEXT", "FORMDROPDOWN", "MACROBUTTON", "GOTOBUTTON", "DATABASE", "PRINT", "DISPLAYBARCODE", "BARCODE",
    "NEXT", "NEXTIF", "SKIPIF", "IF", "BIDIOUTLINE", "EMBED", "LINK", "SHAPE", "CITATION", "BIBLIOGRAPHY", "TOA",
))  # fmt: skip
"""Kinds of fields that print nothing, or only the result that is stored with them."""


@dataclass(slots=True)
class Field:
    """A field that has begun.

    Attributes:
        code: its instruction so far.
        result: whether its result has begun.
        replaced: whether something else was printed for it, so that its result is not.
        start: the length of the text when its result began.
    """

    code: list[str] = field(default_factory=list)
    result: bool = False
    replaced: bool = False
    start: int = -1

    @property
    def mutes(self) -> bool:
        """Whether what stands here is not printed."""
        return self.replaced or not self.result


def paired(story: Element) -> set[Element]:
    """The w:fldChar of a story that begin or go on a field which also ends.

    A field that never ends would swallow the rest of the document, so it is as if it were not there.
    """
    closed: set[Element] = set()
    stack: list[list[Element]] = []
    for mark in story.iter(FLD_CHAR):
        kind = mark.get(TYPE)
        if any(above.tag in DROPPED for above in mark.iterancestors()):
            continue
        if kind == "begin":
            stack.append([mark])
        elif stack:
            stack[-1].append(mark)
            if kind == "end":
                closed.update(stack.pop())
    return closed


def computed(code: str) -> tuple[list[str | Glyph], str | None]:
    """What a field prints for which no result is stored, and the field's name where that cannot be told.

    SYMBOL (17.16.5.60) names a character of a font. EQ \\o(□,√) (17.16.5.22) prints characters over each other:
    it is how Word writes an enclosed character, and people a ticked box.
    """
    code = code.strip()
    symbol = _SYMBOL.match(code)
    if symbol:
        return [_symbol(symbol[1], (symbol[2] or "").strip() or None)], None
    overlaid = _OVERLAID.match(code)
    if overlaid:
        return [_overlaid(overlaid[1].strip(), overlaid[2].strip())], None
    name = code.split(None, 1)[0].upper() if code else ""
    return [], None if name in _SILENT else name


def _symbol(character: str, font: str | None) -> str | Glyph:
    if character.isdigit():
        code = int(character)
    elif character.lower().startswith("0x"):
        code = int(character, 16)
    else:
        code = ord(character)
    glyph = marks.symbol(font, code)
    if glyph is None and marks.symbol_font(font) is None and 0x20 <= code < 0xD800:
        return chr(code)
    return Glyph(glyph or UNRESOLVED, font, code)


def _overlaid(under: str, over: str) -> str:
    for outer, inner in ((under, over), (over, under)):
        if outer in marks.UNTICKED and inner in _TICKS:
            return "☑"
        if outer in marks.UNTICKED and inner in marks.CROSSES:
            return "☒"
    return under + over


def text_of(pieces: Iterable[str | Glyph]) -> str:
    """The characters of rendered pieces."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)

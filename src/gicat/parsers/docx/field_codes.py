"""Fields that print by themselves: what their code says, where no result is stored (ECMA-376 Part 1, 17.16.5)."""

from __future__ import annotations

import re

from gicat import marks
from gicat.parsers.docx.glyphs import UNRESOLVED, Glyph

_SYMBOL = re.compile(r'^SYMBOL\s+"?(0x[0-9a-f]+|\d+|[^\s"])"?(?:.*?\\f\s*"?([^"\\]+))?', re.IGNORECASE)
_BUTTON = re.compile(r"^(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.+)$", re.IGNORECASE | re.DOTALL)
_SWITCH = re.compile(r"\s*\\\*\s*\w+\s*$")
_OVERLAID = re.compile(r"^EQ\s*\\o\s*(?:\\a[clr]\s*)?\((.+?)[,，;](.+?)\)\s*$", re.IGNORECASE)
_TICKS = frozenset("√✓✔☑")

_SILENT = frozenset((
    "", "XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "HYPERLINK", "TOC", "REF", "PAGEREF", "INDEX",
    "FORMTEXT", "FORMDROPDOWN", "MACROBUTTON", "GOTOBUTTON", "DATABASE", "PRINT", "DISPLAYBARCODE", "BARCODE",
    "NEXT", "NEXTIF", "SKIPIF", "IF", "BIDIOUTLINE", "EMBED", "LINK", "SHAPE", "CITATION", "BIBLIOGRAPHY", "TOA",
))  # fmt: skip
"""Kinds of fields that print nothing, or only the result that is stored with them."""


def computed(code: str) -> tuple[list[str | Glyph], str | None]:
    """What a field prints for which no result is stored, and the field's name where that cannot be told.

    SYMBOL (17.16.5.60) names a character of a font. EQ \\o(□,√) (17.16.5.22) prints characters over each other:
    it is how Word writes an enclosed character, and people a ticked box. MACROBUTTON (17.16.5.34) prints the rest of
    its code: a box that a macro ticks when it is clicked.
    """
    code = code.strip()
    symbol = _SYMBOL.match(code)
    if symbol:
        return [_symbol(symbol[1], (symbol[2] or "").strip() or None)], None
    overlaid = _OVERLAID.match(code)
    if overlaid:
        return [_overlaid(overlaid[1].strip(), overlaid[2].strip())], None
    button = _BUTTON.match(code)
    if button:
        return [_SWITCH.sub("", button[1])], None
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

"""Characters of runs and w:sym as they look in print: symbol fonts to Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gicat import marks
from gicat.parsers.docx.names import Element, w
from gicat.parsers.docx.styles import Look

UNRESOLVED = "\ufffd"
_PRIVATE = range(0xF000, 0xF100)
_PRIVATE_SPACE = 0xF020
_PRIVATE_USE = range(0xE000, 0xF900)
_SURROGATES = range(0xD800, 0xE000)
_FONT, _CHAR = w("font"), w("char")

private = re.compile("[\uf000-\uf0ff]").search
"""Finds a character of the area where Word keeps those of symbol fonts (17.3.3.30)."""

_spaces = re.compile("[\t\n\r]+")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character set in a symbol font: what it looks like, the font and the code there."""

    text: str
    font: str | None
    code: int | None

    @property
    def unresolved(self) -> bool:
        """Whether nobody knows what it looks like."""
        return self.text == UNRESOLVED


def rendered(text: str, look: Look) -> Iterator[str | Glyph]:
    """The text of a run: stretches that print as they stand, and characters of symbol fonts."""
    plain: list[str] = []
    for character in text:
        font = _font(ord(character), look)
        if font is None or character.isspace() or ord(character) == _PRIVATE_SPACE:
            plain.append(" " if ord(character) == _PRIVATE_SPACE else character)
            continue
        if plain:
            yield "".join(plain)
            plain = []
        code = ord(character) - 0xF000 if ord(character) in _PRIVATE else ord(character)
        yield Glyph(marks.symbol(font, code) or UNRESOLVED, font or None, code)
    if plain:
        yield "".join(plain)


def _font(code: int, look: Look) -> str | None:
    """The symbol font a character is set in (17.3.2.26), "" where it needs one that is not named, else None."""
    if code < 0x80:
        return look.ascii if marks.symbol_font(look.ascii) else None
    if code in _PRIVATE:
        first = look.east if look.hint_east else look.high
        named = [font for font in (first, look.high, look.ascii, look.east, look.complex) if font]
        return next((font for font in named if marks.symbol_font(font)), named[0] if named else "")
    if code < 0x100:
        candidates = (look.high, look.east if look.hint_east else None)
        return next((font for font in candidates if marks.symbol_font(font)), None)
    return None


def symbol(element: Element) -> Glyph:
    """What a w:sym prints (17.3.3.30): character `char`, hexadecimal, of font `font`."""
    return declared(element.get(_FONT), element.get(_CHAR))


def declared(font: str | None, written: str | None) -> Glyph:
    """The character whose code is written in hexadecimal digits beside the name of its font."""
    try:
        code = int(written or "", 16)
    except ValueError:
        return Glyph(UNRESOLVED, font, None)
    short = code - 0xF000 if code in _PRIVATE else code
    known = marks.symbol(font, short)
    if known is not None:
        return Glyph(known, font, short)
    # An ordinary font: the code is Unicode, unless it points into somebody's private area.
    low_symbol = code < 0x100 and marks.symbol_font(font) is not None
    if code < 0x20 or low_symbol or code in _PRIVATE_USE or code in _SURROGATES or code > 0x10FFFF:
        return Glyph(UNRESOLVED, font, short)
    return Glyph(chr(code), font, short)


def trimmed(text: str, *, preserved: bool) -> str:
    """A text as XML white space is printed: line ends are spaces; at its ends it counts only where preserved."""
    text = _spaces.sub(" ", text)
    return text if preserved else text.strip(" ")


def text_of(pieces: Iterable[str | Glyph]) -> str:
    """The characters of rendered pieces."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)

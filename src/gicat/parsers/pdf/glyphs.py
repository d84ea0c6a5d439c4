"""What the characters of a page say: symbol fonts as Unicode, unknown codes counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from gicat.diagnostics import Diagnostic, found
from gicat.grid import Mark
from gicat.marks import symbol, symbol_font
from gicat.parsers.pdf.model import Char

UNKNOWN = "\ufffd"

_PRIVATE = range(0xF000, 0xF100)  # where symbol fonts have their codes in Unicode
_CONTROLS = range(0x80, 0xA0)  # no letters of Unicode, so a code that was handed through
_UPRIGHT = str.maketrans(
    "︐︑︒︓︔︕︖︗︘︙︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
    "，、。：；！？〖〗…—–（）｛｝〔〕【】《》〈〉「」『』［］",
)
"""What vertical writing turns (Unicode blocks Vertical Forms and CJK Compatibility Forms): fonts that are not embedded
give the shape of the glyph for the sign."""
_BULLETS = "•·"  # Windows characters that a file gives as the likeness of a bullet


@dataclass(slots=True)
class Glyphs:
    """Resolves characters, page after page, and remembers what it could not resolve.

    Attributes:
        symbols: font and code of unresolved symbols, with how often they stand.
        unmapped: fonts whose characters have no Unicode text, with how many characters.
        orphans: how many symbols are set in a font that is none of symbols, and were taken for Wingdings.
    """

    symbols: Counter[tuple[str, int]] = field(default_factory=Counter)
    unmapped: Counter[str] = field(default_factory=Counter)
    orphans: int = 0
    _symbolic: dict[str, bool] = field(default_factory=dict)

    def resolve(self, chars: list[Char]) -> list[Char]:
        """The characters as they are to be read."""
        for char in chars:
            symbolic = self._symbolic.get(char.font)
            if symbolic is None:
                symbolic = self._symbolic[char.font] = symbol_font(char.font) is not None
            if symbolic:
                self._symbol(char)
            elif char.code is not None or not char.text:
                char.text = UNKNOWN
                self.unmapped[char.font] += 1
            elif ord(char.text[0]) in _PRIVATE:
                self._orphan(char)
            elif "\ufe10" <= char.text <= "\ufe48":
                char.text = char.text.translate(_UPRIGHT)
            if not char.top - char.size < char.y < char.bottom + char.size:
                char.y = char.bottom  # one origin for a whole run of vertical writing says nothing of this character
        return chars

    def diagnostics(self) -> Iterator[Diagnostic]:
        """What is to be said about characters that stand as U+FFFD."""
        for font, code in sorted(self.symbols):
            yield Diagnostic("R015", {"font": font, "code": f"0x{code:02X}"})
        if self.unmapped:
            fonts = ", ".join(sorted(font or "?" for font in self.unmapped))
            total = sum(self.unmapped.values())
            yield found("P005", reason=f"{total} character(s) of {fonts} have no Unicode text")
        if self.orphans:
            yield found("P005", reason=f"{self.orphans} symbol(s) whose font is not named are read as Wingdings")

    def _orphan(self, char: Char) -> None:
        """A code of a symbol font in a font put in its place, as printing without Wingdings makes it."""
        code = ord(char.text[0]) - _PRIVATE.start
        glyph = symbol("Wingdings", code) or symbol("Wingdings 2", code)
        if glyph is not None:
            char.text = glyph
            char.mark = Mark(0, glyph, None, code)
            self.orphans += 1

    def _symbol(self, char: Char) -> None:
        if char.code is None and char.text.isspace():
            return
        code = char.code if char.code is not None else _code(char.text)
        glyph = symbol(char.font, code) if code is not None else None
        if code is None or (glyph is None and _plain(char)):
            glyph = char.text  # the file itself says which Unicode character it looks like
        elif glyph is None:
            glyph = UNKNOWN
            self.symbols[char.font, code] += 1
        char.text = glyph
        char.mark = Mark(0, glyph, char.font.rpartition("+")[2], code)


def _code(text: str) -> int | None:
    """The code in a symbol font that a text shows: in the private use area, or as if it were a Windows letter.

    None for text that is no such code but what the symbol looks like.
    """
    if ord(text[0]) in _PRIVATE:
        return ord(text[0]) - _PRIVATE.start
    if ord(text[0]) in _CONTROLS:
        return ord(text[0])
    code = text.encode("cp1252", "ignore")
    return code[0] if len(code) == 1 and len(text) == 1 else None


def _plain(char: Char) -> bool:
    """Whether a character without an entry in the font's table is what it seems, not a picture's code."""
    pictures = "dings" in char.font.lower() and "zapf" not in char.font.lower()
    return char.code is None and ord(char.text[0]) not in _PRIVATE and (not pictures or char.text in _BULLETS)

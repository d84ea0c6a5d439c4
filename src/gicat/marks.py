"""Checkbox and tick glyphs: what a character of a symbol font looks like, and what a glyph says.

`SYMBOLS` follows Microsoft's published tables for Wingdings, Wingdings 2, Wingdings 3, Webdings and Symbol, as
far as boxes, ticks, bullets and the arrows that Word puts in lists go. Word stores such characters either
as the plain letter in a symbol font (`R`) or in the private use area (U+F052, ECMA-376 Part 1, 17.3.3.30).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TICKED = frozenset("☑☒✅✓✔√☓■▄█▇▀●▲◆▣◼◾⬛⊠🗹🗷◉⦿🅇🗸🗵þýüÞ")
"""Glyphs that stand for a chosen option. ☒ is Word's own sign for a ticked content control."""

UNTICKED = frozenset("□☐○〇◻◽⬜▢▫❑❒❏❐△◇◯▭🗆🞎🞏⬚¨")
"""Glyphs that stand for an option that was not chosen."""

CROSSES = frozenset("✕✗✘×╳❌✖")
"""Glyphs that deny; ✗ in a tick column says no."""

LETTER_BOXES: Mapping[str, bool] = MappingProxyType({
    "V": True, "v": True, "þ": True, "R": True, "ý": True, "ü": True, "S": True, "n": True, "t": True,
    "¨": False, "£": False, "o": False, "q": False, "口": False, "囗": False, "ロ": False, "O": False,
})  # fmt: skip
"""Characters that are boxes only where an option follows at once: letters of a symbol font whose font was
lost on the way, and the Han character 口 and its likes, typed for □."""

UNENCODED = frozenset("?？\ufffd\ufeff")
"""What exports put for a character they could not encode: neither a tick nor its absence."""

DASHES = frozenset("-—–－一/／\\＼无×")
"""Single characters that people put into a cell to say that there is nothing."""

SYMBOLS: Mapping[str, Mapping[int, str]] = MappingProxyType({
    "wingdings": {
        0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫",
        0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉",
        0xA5: "◎", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings2": {
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x55: "⮾", 0x56: "⮿", 0x57: "⦸", 0x58: "⦸",
        0x96: "•", 0x97: "●", 0x98: "●", 0x99: "○", 0x9A: "○", 0x9C: "◉", 0x9E: "▪", 0x9F: "▪", 0xA0: "■", 0xA1: "■",
        0xA2: "■", 0xA3: "□", 0xA4: "□", 0xA5: "▣", 0xA6: "▣", 0xAE: "◆", 0xAF: "◇",
    },
    "wingdings3": {0x70: "▲", 0x71: "▼", 0x72: "△", 0x7D: "▶", 0x84: "◀"},
    "webdings": {0x61: "✔", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x3D: "•"},
    "symbol": {0xA8: "♦", 0xB7: "•", 0xD6: "√", 0xDE: "⇒", 0xAE: "→", 0xB4: "×", 0xD7: "·"},
    "zapfdingbats": {
        0x33: "✓", 0x34: "✔", 0x35: "✕", 0x36: "✖", 0x37: "✗", 0x38: "✘", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
        0x6F: "❏", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x75: "◆",
    },
})  # fmt: skip

_PRIVATE = 0xF000


def symbol_font(name: str | None) -> str | None:
    """The key of `SYMBOLS` for a font name ("ABCDEF+Wingdings 2", "Wingdings-Regular"), or None for another font."""
    if not name:
        return None
    bare = name.rpartition("+")[2].lower().replace(" ", "").replace("-regular", "").replace("regular", "")
    bare = bare.replace("itc", "").replace("symbolmt", "symbol")
    return bare if bare in SYMBOLS else None


def symbol(font: str | None, code: int) -> str | None:
    """The Unicode character that looks like character `code` of a symbol font.

    `code` may stand in the private use area (U+F000 up). None for another font or an unknown code.
    """
    key = symbol_font(font)
    if key is None:
        return None
    return SYMBOLS[key].get(code - _PRIVATE if code >= _PRIVATE else code)


def state_of(glyph: str) -> bool | None:
    """Whether a glyph is ticked (True), not ticked (False) or no certain checkbox (None)."""
    if glyph in TICKED:
        return True
    if glyph in UNTICKED or glyph in CROSSES:
        return False
    return None

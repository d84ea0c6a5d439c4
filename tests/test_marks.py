"""Checkbox glyphs and the fonts they come from."""

from __future__ import annotations

import pytest

from gicat.marks import (
    CROSSES,
    DASHES,
    LETTER_BOXES,
    SYMBOLS,
    TICKED,
    UNENCODED,
    UNTICKED,
    state_of,
    symbol,
    symbol_font,
)


def test_no_glyph_says_two_things() -> None:
    assert not TICKED & UNTICKED
    assert not TICKED & CROSSES
    assert not (TICKED | UNTICKED | CROSSES) & UNENCODED


def test_letters_that_are_also_glyphs_agree_with_them() -> None:
    for letter, state in LETTER_BOXES.items():
        assert state_of(letter) in (state, None)


@pytest.mark.parametrize("glyph", "☑☒√■●þ✓")
def test_ticked(glyph: str) -> None:
    assert state_of(glyph) is True


@pytest.mark.parametrize("glyph", "□☐○〇✗×")
def test_not_ticked(glyph: str) -> None:
    assert state_of(glyph) is False


@pytest.mark.parametrize("glyph", ["?", "？", "\ufffd", "", "中", "★", "·", " "])
def test_signs_that_do_not_tell(glyph: str) -> None:
    """`?` and the like stand for what could not be encoded: not a tick."""
    assert state_of(glyph) is None


@pytest.mark.parametrize(
    ("font", "code", "looks"),
    [
        ("Wingdings", 0xFE, "☑"),
        ("Wingdings", 0xF0FE, "☑"),
        ("Wingdings", 0xA8, "□"),
        ("Wingdings 2", ord("R"), "☑"),
        ("ABCDEF+Wingdings2", 0xF0A3, "□"),
        ("Wingdings-Regular", 0xFC, "✓"),
        ("SymbolMT", 0xD6, "√"),
        ("ITCZapfDingbats", 0x34, "✔"),
        ("Wingdings", 0x20, None),
        ("SimSun", 0x52, None),
        (None, 0x52, None),
        ("", 0x52, None),
    ],
)
def test_symbols(font: str | None, code: int, looks: str | None) -> None:
    assert symbol(font, code) == looks


@pytest.mark.parametrize("name", ["Arial", "Webdings", "Symbol", "wingdings 3"])
def test_symbol_fonts_are_keys_of_the_table(name: str) -> None:
    assert symbol_font(name) in (None, *SYMBOLS)


def test_crosses_that_are_dashes_still_deny() -> None:
    assert state_of("×") is False
    assert "×" in DASHES

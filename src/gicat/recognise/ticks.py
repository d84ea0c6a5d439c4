"""Cells of tick columns: √, blank, words, and signs that could not be encoded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gicat.grid import Printed
from gicat.marks import DASHES, TICKED, UNTICKED, state_of
from gicat.recognise.dittos import DITTOS, SIDEWAYS
from gicat.text import CACHED, squeeze

_YES = frozenset({"是", "有", "Y", "y", "V", "v", "Ⅴ", "*", "＊", "★", "☆", "1", "对", "勾"})
_NO = frozenset({"否", "N", "n", "×", "✗", "✘", "X", "x", "0"})
_TICKS = frozenset(TICKED) | _YES
_DENIALS = frozenset({"不公开", "不予公开", "非", "no", "没有", "na", "n/a", "不适用", "不涉及", "不", "未公开"})
"""Words that deny; any others are a tick."""
_STRIP = re.compile(r"^[\s√✓✔☑■●]+|[\s√✓✔☑■●]+$")


@dataclass(frozen=True, slots=True)
class Tick:
    """What a cell of a tick column says: the state, the glyph it was read from, and any words."""

    checked: bool | None
    mark: str | None = None
    words: str | None = None


def tick(printed: Printed) -> Tick:
    """The state of a tick cell: blank and dashes are False, `?` and its like None, any words are a tick.

    Signs that are no words, boxes that contradict each other and a ditto with nothing above tell nothing.
    """
    for mark in printed.marks:
        if mark.control:
            return Tick(mark.state, mark.glyph)
    return _said(printed.text)


@lru_cache(maxsize=CACHED)
def _said(printed: str) -> Tick:
    text = squeeze(printed)
    if not text or set(text) <= DASHES:
        return Tick(False)
    sign = _sign(text)
    if sign:
        return sign
    if text.lower() in _DENIALS:
        return Tick(False, None, text)
    if text[0] in UNTICKED:
        return Tick(False, text[0], text[1:])
    return Tick(True, text[0] if text[0] in TICKED else None, _STRIP.sub("", text) or None)


def _sign(text: str) -> Tick | None:
    """What a text of nothing but signs says; None where it has words."""
    if set(text) <= _TICKS:
        return Tick(True, text[0])
    if set(text) <= UNTICKED or text in _NO:
        return Tick(False, text[0])
    states = {state_of(char) for char in text} - {None}
    if text in DITTOS | SIDEWAYS or len(states) > 1 or not any(map(str.isalnum, text)):
        return Tick(True if states == {True} else None, text[0])
    return None

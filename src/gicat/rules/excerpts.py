"""Where a text may be cut for showing a part of it: never inside a number, a Latin word or a short bracket."""

from __future__ import annotations

import re

ELLIPSIS = "…"
_WORD = r"[A-Za-z0-9０-９_.@:/%+‐‑‒–—―－﹣-]+"
_BRACKET = 24
"""Characters up to which what stands between brackets is kept together."""
_WORDS = re.compile(_WORD)
_TOKENS = re.compile(rf"[（(【〔《“][^（）()【】〔〕《》“”\n]{{0,{_BRACKET}}}[）)】〕》”]|{_WORD}")


def borders(text: str, *, brackets: bool = True) -> list[int]:
    """The offsets a text may be cut at, its begin and end too, in order; inside brackets too if `brackets` is false."""
    pattern = _TOKENS if brackets else _WORDS
    inner = {offset for match in pattern.finditer(text) for offset in range(match.start() + 1, match.end())}
    return [offset for offset in range(len(text) + 1) if offset not in inner]


def ending(text: str, length: int) -> str:
    """The end of a text, at least `length` characters of it, cut at a border."""
    return text[max(offset for offset in borders(text) if offset <= max(len(text) - length, 0)) :]


def around(text: str, start: int, end: int, context: int) -> str:
    """A part of a text with at least `context` characters on both sides, cut at borders."""
    offsets = borders(text)
    first = max(offset for offset in offsets if offset <= max(start - context, 0))
    last = min(offset for offset in offsets if offset >= min(end + context, len(text)))
    return text[first:last].strip()


def elided(part: str, text: str) -> str:
    """A part of a text for people: with an ellipsis where something is left out."""
    text = text.strip()
    before = "" if text.startswith(part) else ELLIPSIS
    return before + part + ("" if text.endswith(part) else ELLIPSIS)

"""公开内容（要素）: the elements of a content cell, where it enumerates or lists them."""

from __future__ import annotations

import re
from functools import lru_cache

from gicat.text import CACHED, squeeze

_ENUMERATORS = (
    re.compile(r"[①-⑳]"),
    re.compile(r"[●◆■□▲•★]|(?<![〇零一二三四五六七八九])[〇○](?![〇零一二三四五六七八九])"),
    re.compile(r"(?<![\d.])\d{1,2}(?:[、．]|\.(?!\d))"),
    re.compile(r"[（(]\d{1,2}[）)]"),
    re.compile(r"(?:^|(?<=[;；。:：]))[（(]?[一二三四五六七八九十]+[）)、]"),
)
_TRIM = " ;；。,，、\n\t"


@lru_cache(maxsize=CACHED)
def elements(printed: str) -> tuple[str, ...]:
    """The elements of a content: those numbered or bulleted, else those between ；; or 、，; a single one is itself.

    Line breaks divide nothing: a wrapped line and a paragraph look the same in most exports.
    """
    text = squeeze(printed)
    for pattern in _ENUMERATORS:
        if len(pattern.findall(text)) >= 2:
            return tuple(part for part in (piece.strip(_TRIM) for piece in pattern.split(text)[1:]) if part)
    for separators in (";；", "、，,"):
        parts = _outside_brackets(text, separators)
        if len(parts) >= 2:
            return tuple(parts)
    return (text.strip(_TRIM),) if text.strip(_TRIM) else ()


def _outside_brackets(text: str, separators: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for index, char in enumerate(text):
        depth += (char in "（(《“") - (char in "）)》”")
        if depth <= 0 and char in separators:
            parts.append(text[start:index])
            start = index + 1
    parts.append(text[start:])
    return [part for part in (squeeze(p).strip(_TRIM) for p in parts) if part]

"""公开内容（要素）: the elements of a content cell, where it enumerates or lists them."""

from __future__ import annotations

import re

from gicat.text import squeeze

_ENUMERATORS = (
    re.compile(r"(?:^|(?<=[\s;；。，,、:：]))[①-⑳]\s*|[①-⑳]\s*"),
    re.compile(r"(?:^|(?<=[\s;；。，,、:：）)]))[●〇○◆■□▲•·★]\s*"),
    re.compile(r"(?:^|(?<=[^\d.]))\d{1,2}\s*(?:[、．]|\.(?!\d))\s*"),
    re.compile(r"(?:^|(?<=[\s;；。，,、:：]))[（(]\d{1,2}[）)]\s*"),
    re.compile(r"(?:^|(?<=[\s;；。]))[（(]?[一二三四五六七八九十]+[）)、]\s*"),
)
_TRIM = " ;；。,，、\n\t"


def elements(printed: str) -> list[str]:
    """The elements of a content: those numbered or bulleted, else those between 、 or ；; a single one is itself."""
    for pattern in _ENUMERATORS:
        starts = [match.end() for match in pattern.finditer(printed)]
        if len(starts) >= 2:
            parts = [part for part in pattern.split(printed)[1:] if part.strip()]
            return [squeeze(part).strip(_TRIM) for part in parts]
    for separators in (";；\n", "、，,"):
        parts = _outside_brackets(printed, separators)
        if len(parts) >= 2:
            return parts
    whole = squeeze(printed).strip(_TRIM)
    return [whole] if whole else []


def _outside_brackets(text: str, separators: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for index, char in enumerate(text):
        depth += (char in "（(《“") - (char in "）)》”")
        if depth <= 0 and char in separators:
            parts.append(text[start:index])
            start = index + 1
    parts.append(text[start:])
    return [part for part in (squeeze(p).strip(_TRIM) for p in parts) if part]

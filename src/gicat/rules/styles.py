"""How a cell is punctuated and numbered, and how to change that without touching its words."""

from __future__ import annotations

import re
from collections.abc import Callable

from gicat.rules.excerpts import around

_HAN = r"\u4e00-\u9fff《》〈〉“”（）〔〕、。"
_HALF = re.compile(rf"(?<=[{_HAN}])[,:;](?=[{_HAN}\s]|$)|(?<=[{_HAN}])\((?=[{_HAN}])|(?<=[{_HAN}])\)|\((?=[{_HAN}])")
_WIDE = str.maketrans(",:;()", "，：；（）")
_BRACKETS = re.compile(r"\(([^()（）]*)\)")
_MARKED = re.compile(r"(?<![\d.〔\[(（])(?P<n>\d{1,2})(?P<mark>[、．]|\.(?!\d)|[)）])(?P<space>[ ]*)")
_BRACKETED = re.compile(r"[（(](?P<n>\d{1,2})[）)]")
_CIRCLED = re.compile(r"[①-⑳]")


def half_width(text: str) -> str | None:
    """The first print of half-width punctuation between Han characters with what stands around it, or None."""
    match = _HALF.search(text)
    return around(text, match.start(), match.end(), 6) if match else None


def widened(text: str) -> str:
    """A text with full-width punctuation between Han characters; brackets are widened in pairs."""
    text = _BRACKETS.sub(
        lambda m: f"（{m.group(1)}）" if _HALF.search(m.group()) or _next_to_han(text, m) else m.group(), text
    )
    return _HALF.sub(lambda match: match.group().translate(_WIDE), text)


def _next_to_han(text: str, match: re.Match[str]) -> bool:
    return re.match(rf"[{_HAN}]", text[max(0, match.start() - 1) : match.start()]) is not None


def enumerator_style(text: str) -> str | None:
    """How a text numbers its elements: "1.", "1. ", "1、", "（1）", "①"; None for fewer than two, or a mixture."""
    found = _MARKED.findall(text)
    if len(found) >= 2 and len({mark for _, mark, _ in found}) == 1:
        spaced = all(space for _, _, space in found)
        return f"1{found[0][1]}{' ' if spaced else ''}"
    for pattern, style in ((_BRACKETED, "（1）"), (_CIRCLED, "①")):
        if len(pattern.findall(text)) >= 2:
            return style
    return None


def restyled(style: str) -> Callable[[str], str]:
    """What numbers the elements of a text in a style of `enumerator_style`."""

    def change(text: str) -> str:
        present = enumerator_style(text)
        if present is None or present == style:
            return text
        pattern = {"（1）": _BRACKETED, "①": _CIRCLED}.get(present, _MARKED)
        return pattern.sub(lambda match: _numbered(match, style), text)

    return change


def _numbered(match: re.Match[str], style: str) -> str:
    digits = match.groupdict().get("n") or str(ord(match.group()) - ord("①") + 1)
    if style == "①":
        return chr(ord("①") + int(digits) - 1) if 1 <= int(digits) <= 20 else match.group()
    return style.replace("1", digits, 1)


def undangled(text: str) -> str:
    """A text without the commas it ends in."""
    return re.sub(r"[，、,]+(\s*)$", r"\1", text)

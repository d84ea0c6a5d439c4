"""Where the boxes are in a printed cell (方框、勾选): every sign that stands for a state of an option."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gicat.grid import Printed
from gicat.lexicon import lexicon, remembered
from gicat.marks import CROSSES, LETTER_BOXES, TICKED, UNENCODED, UNTICKED, state_of
from gicat.text import key

_BRACKET = re.compile(r"[\[［【(（]\s*([√✓✔■●☑xXvV×]?)\s*[\]］】)）]")
_ENDS_IN_KOU = frozenset("门窗出入人港路河海关")
"""Before 口 these make a word (窗口, 门口, 入口 …), not a box."""
_HAN_BOXES = frozenset("口囗ロ")
_CANDIDATE = re.compile(
    f"[{re.escape(''.join(sorted({*TICKED, *UNTICKED, *CROSSES, *LETTER_BOXES, *UNENCODED})))}[［【(（]"
)
"""What a box is or begins with, whatever stands around it."""
_ZERO = re.compile(r"(?<=[零〇○一二三四五六七八九百千])[〇○](?=[零〇○一二三四五六七八九十年月日号])")


@dataclass(frozen=True, slots=True)
class Box:
    """A box at `start`..`end` of a text; `state` is None where it does not tell."""

    start: int
    end: int
    glyph: str
    state: bool | None


def boxes(printed: Printed) -> list[Box]:
    """The boxes of a text, left to right.

    A glyph that is nothing but a box always counts, but for 〇 in a number; a cross, a letter of a lost symbol
    font, 口 or a sign for what could not be encoded only where an option of a codelist follows at once.
    """
    text = printed.text
    if not printed.marks and not _CANDIDATE.search(text):
        return []
    marks = {mark.offset: mark for mark in printed.marks}
    han = _han_boxes(text)
    zeros = {match.start() for match in _ZERO.finditer(text)}
    found: list[Box] = []
    position = 0
    while position < len(text):
        box = None
        char = text[position]
        if position in marks:
            mark = marks[position]
            box = Box(position, position + 1, mark.glyph, mark.state if mark.control else state_of(mark.glyph))
        elif position in zeros:
            pass
        elif char in TICKED or char in UNTICKED or (char in CROSSES and option_at(text, position + 1)):
            box = Box(position, position + 1, char, state_of(char))
        elif char in "[［【(（":
            box = _bracketed(text, position)
        elif char in LETTER_BOXES and (position in han or _letter_box(text, position)):
            box = Box(position, position + 1, char, LETTER_BOXES[char])
        elif char in UNENCODED and option_at(text, position + 1):
            box = Box(position, position + 1, char, None)
        if box:
            found.append(box)
        position = box.end if box else position + 1
    return found


def _bracketed(text: str, position: int) -> Box | None:
    match = _BRACKET.match(text, position)
    if match is None or not option_at(text, match.end()):
        return None
    inner = match.group(1)
    return Box(position, match.end(), match.group(), bool(inner) and inner != "×")


def _letter_box(text: str, position: int) -> bool:
    before = text[position - 1] if position else " "
    if text[position] in _HAN_BOXES or (before.isascii() and before.isalnum()):
        return False
    return option_at(text, position + 1) or _last_behind(text, position)


def _last_behind(text: str, position: int) -> bool:
    """Whether a character hugs an option and ends the text, a filling aside (其他£：____): boxes behind labels."""
    if text[position + 1 :].strip()[:1] not in ("", ":", "：", "_", "＿"):
        return False
    words = re.split(rf"[\s、，,；;{re.escape(''.join(LETTER_BOXES))}]", text[:position])
    return key(words[-1]) in lexicon().option_keys


def _han_boxes(text: str) -> frozenset[int]:
    """Offsets of 口 that are boxes: all that end no word, once one of them stands before a known option."""
    offsets = [i for i, c in enumerate(text) if c in _HAN_BOXES and not (i and text[i - 1] in _ENDS_IN_KOU)]
    return frozenset(offsets) if any(option_at(text, i + 1) for i in offsets) else frozenset()


def option_at(text: str, start: int) -> bool:
    """Whether the label of an option in a codelist starts at an offset of a text, white space aside."""
    return _option_prefix(text[start : start + 40].lstrip()[:24])


@remembered(maxsize=20_000)
def _option_prefix(text: str) -> bool:
    folded = key(text)
    known = lexicon().option_keys
    return any(folded[:length] in known for length in range(2, len(folded) + 1))

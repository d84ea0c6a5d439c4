"""What a text alone is worth as a cell: its looks by kind of column."""

from __future__ import annotations

import re
from itertools import pairwise

from gicat.grid import Printed
from gicat.lexicon import remembered
from gicat.recognise.deadlines import deadline
from gicat.recognise.dittos import is_ditto
from gicat.recognise.organisations import ends_like_name
from gicat.recognise.shapes import fits, is_tick, natures
from gicat.recover.flowing import weights
from gicat.recover.flowing.lists import listed, listed_by_name, option_by_name
from gicat.recover.flowing.pieces import width
from gicat.recover.flowing.rests import ANNOUNCING, TWO_CHARACTERS
from gicat.recover.flowing.slots import LISTS, OPTIONS, Slot
from gicat.text import key, squeeze

_DIGIT = re.compile(r"[\d一二三四五六七八九十半]")
_WORDED_DEADLINE = re.compile(
    r"^(?:[^，,。；;]{0,24}(?:后|起|时|日|前|[，,、]|应当?|须|要求))?(?:并|且|要|应)?"
    r"(?:及时|实时|随时|适时|动态|长期|永久|常年|同步|同时|即时|立即|尽快|当日|当天|定期|不定期|按需|每|全年|任期|根据|按照?|同上|〃)"
    r".{0,16}$"
)
_CLOSING_WORD = re.compile(r"^(?:信息(?!公开|发布|化|安全|系统|资源|采集|共享|技术)|指南|目录|报告|情况|清单|名单)")
_POINT = re.compile(r"^(?:\d{1,2}[.．、)）]\D|[①-⑳●○◆■▲·•])")
_GOES_ON = re.compile(r"[、，,（(《和及与]$")
_REST_OF_WORDS = re.compile(
    r"^(?:[、，,；;。）)》”的]|(?:和|及|与|或)(?!谐|平|时|其|睦)|[^\d一二三四五六七八九十①-⑳]、)"
)
_REACHED = re.compile(r"\d|电话|热线|传真|邮|址|[:：]")
FEW_TEXTS = frozenset({"publishers", "responsible_units"})
"""Kinds of column in which few texts are repeated over many rows."""
_REST_OF_BRACKET = re.compile(r"^[（(](?![一二三四五六七八九十\d]{1,3}[）)])")
_TYPED = frozenset({"tick", "number", "legal_basis", "contacts"})
_WORDED = frozenset({"channels", "forms", "deadline", "publishers"})
"""Natures of a text that exclude that it is mere words, and others that speak against it a little."""
_SPACED = re.compile(r"(?<=[^\x00-\x7f\s])[^\S\n]+(?=[^\x00-\x7f\s])")
"""White space between Han characters on a line."""
_DITTOED = frozenset(weights.ENDED.keys() - weights.PROSE.keys())
"""Kinds of column whose cells can be 同上."""
_SENTENCES, _SEVERAL = re.compile(r"[；;。]"), 3


def looks(slot: Slot, text: str, *, boxed: bool) -> float:
    """What a text is worth as a cell of a column."""
    if slot.kind == "ticks":
        return _ticks(text, slot.count)
    if boxed:
        if slot.kind not in LISTS:
            return weights.LISTLESS
        return listed(slot.fields, slot.options, slot.heads, slot.tails, text)
    value = weights.UNBOXED if slot.boxed and not is_ditto(text) else shape(slot.kind, text)
    if slot.seen or slot.elsewhere:
        value += repeated(slot, key(text))
    return value


def repeated(slot: Slot, label: str) -> float:
    """What it says that a text stands in other rows, in this column or in another."""
    if label in slot.seen:
        return weights.SEEN
    if label in slot.elsewhere:
        return weights.SEEN_ELSEWHERE
    return weights.UNSEEN if slot.seen and slot.kind in FEW_TEXTS else 0.0


def _ticks(text: str, columns: int) -> float:
    parts = text.split()
    ticked = sum(map(is_tick, parts))
    if ticked > columns:
        return weights.TICKS_TOO_MANY
    words = sum(width(part) for part in parts if not is_tick(part))
    return weights.TICKED * ticked + (weights.WORDS_FOR_TICKS + weights.LONG * words if words else 0.0)


@remembered(maxsize=50_000)
def shape(kind: str, text: str) -> float:
    """What words that are no list are worth as a cell of a kind, whatever else is known of the column."""
    if kind in _DITTOED and is_ditto(text):
        return weights.DITTO
    squeezed = squeeze(text)
    value = weights.REST_OF_BRACKET if _REST_OF_BRACKET.match(squeezed) and kind != "number" else 0.0
    if _REST_OF_WORDS.match(squeezed):
        value += weights.REST_OF_WORDS
    if _GOES_ON.search(squeezed) or any(squeezed.count(a) != squeezed.count(b) for a, b in ("（）", "()", "《》")):
        value += weights.UNFINISHED
    return value + (_prose if kind in weights.PROSE else _typed)(kind, text, squeezed)


def _mostly_deadlines(text: str) -> bool:
    """Whether half of the sentences of a text at least are deadlines: a long content may have one too."""
    sentences = [part for part in _SENTENCES.split(text) if part.strip()]
    return len(sentences) < _SEVERAL or 2 * sum(deadline(part).understood for part in sentences) >= len(sentences)


def _typed(kind: str, text: str, squeezed: str) -> float:
    if kind in OPTIONS:
        return option_by_name(kind, text)
    value = fits(kind, Printed(text))
    if value < 0 and kind in ("channels", "forms") and listed_by_name(kind, text):
        return weights.NAMED_LIST
    if value > 0 and kind == "deadline" and not _mostly_deadlines(text):
        return weights.AGAINST[kind]
    if value > 0 and kind == "deadline" and not _DIGIT.search(squeezed):
        value = weights.WORDED_DEADLINE if _WORDED_DEADLINE.match(squeezed) else -1.0
    if kind in FEW_TEXTS and _SPACED.search(text) and not all(map(_named, _SPACED.split(text)[:-1])):
        value = -1.0
    if value < 0 and kind in weights.AGAINST:
        return weights.AGAINST[kind]
    if kind in FEW_TEXTS and value > 0:
        return weights.NAMED
    if kind == "legal_basis" and "《" in text:
        value += weights.BEFORE_BASIS * text.partition("《")[0].count("\n")
    if kind == "contacts" and "\n" in text and not _REACHED.search(text.partition("\n")[0]):
        value += weights.BEFORE_BASIS
    return value


def _named(text: str) -> bool:
    return ends_like_name(squeeze(text))


def _prose(kind: str, text: str, squeezed: str) -> float:
    value = weights.PROSE[kind]
    natural = natures(text)
    if natural & _TYPED or ("deadline" in natural and _DIGIT.search(squeezed)) or ANNOUNCING.search(squeezed):
        value += weights.TYPED_AS_WORDS
    elif natural & _WORDED:
        value += weights.NAMED_AS_CONTENT if kind == "content" and "publishers" in natural else weights.WORDED_AS_WORDS
    if width(squeezed) <= TWO_CHARACTERS:
        value += weights.TOO_SHORT[kind] if width(squeezed) > 2 else weights.ONE_CHARACTER
    if kind == "content":
        return value
    value += weights.LONG * max(0, width(squeezed) - weights.LONG_FROM[kind])
    if _POINT.match(squeezed):
        value += weights.POINT_FIRST
    if _CLOSING_WORD.match(squeezed):
        value += weights.CLOSING_WORD_FIRST
    if len({a + b for a, b in pairwise(squeezed)}) < len(squeezed) - 1:
        value += weights.TWICE
    return value + (weights.LATER * text.count("\n") if kind == "level" else 0.0)

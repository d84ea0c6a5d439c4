"""What a text alone is worth as a cell: its looks by kind of column, lists by their options, rests of cut cells."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from math import log2

from gicat.grid import Printed
from gicat.lexicon import lexicon, remembered
from gicat.marks import TICKED, UNTICKED
from gicat.recognise.deadlines import deadline
from gicat.recognise.dittos import is_ditto
from gicat.recognise.options import choices
from gicat.recognise.organisations import ends_like_name
from gicat.recognise.shapes import fits, is_tick, natures
from gicat.recover.bond import STRONG, bond
from gicat.recover.flowing import weights
from gicat.recover.flowing.pieces import width
from gicat.recover.flowing.slots import LISTS, OPTIONS, Slot
from gicat.text import key, squeeze

_TWO_CHARACTERS = 4
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
_ANNOUNCING = re.compile(r"(?:电话|热线|传真|邮箱|地址)[:：]$")
_REST_OF_BRACKET = re.compile(r"^[（(](?![一二三四五六七八九十\d]{1,3}[）)])")
_TYPED = frozenset({"tick", "number", "legal_basis", "contacts"})
_WORDED = frozenset({"channels", "forms", "deadline", "publishers"})
"""Natures of a text that exclude that it is mere words, and others that speak against it a little."""
_FINISHED = {"deadline": re.compile(r"(?:内|前|公开|公布|发布|公示|更新)$"), "contacts": re.compile(r"\d{5}$|[）)]$")}
"""Ends behind which a cell of a kind does not go on, but with `_GOING_ON`."""
_GOING_ON = re.compile(
    r"^(?:[，,、；;。（(并且]|公开|公布|发布|公示|予以|更新|及时|向社会|完成|其中|之内|如|但|有|长期)"
)
_REST_OF_DEADLINE = re.compile(r"(?:[之以]?(?:内(?!部)|前(?!期)|后(?!续))|之日|起(?!草)|个?工作日|个月|[日天]内)")
_OPEN_DEADLINE = re.compile(r"(?:可以?|应当?|须|需|将|并|且|予以)$")
"""What no deadline begins with, and what none ends with."""
_SPACED = re.compile(r"(?<=[^\x00-\x7f\s])[^\S\n]+(?=[^\x00-\x7f\s])")
"""White space between Han characters on a line."""
_DITTOED = frozenset(weights.ENDED.keys() - weights.PROSE.keys())
"""Kinds of column whose cells can be 同上."""
_BETWEEN_OPTIONS = re.compile(r"[、，,；;\s]+")
_BETWEEN_NAMES = re.compile(r"[、，,；;]")
_SENTENCES, _SEVERAL = re.compile(r"[；;。]"), 3
_OTHERS = frozenset({"其他", "其它"})
_BOXES = re.compile(f"[{re.escape(''.join(TICKED | UNTICKED))}]")


def looks(slot: Slot, text: str, *, boxed: bool) -> float:
    """What a text is worth as a cell of a column."""
    if slot.kind == "ticks":
        return _ticks(text, slot.count)
    if boxed:
        if slot.kind not in LISTS:
            return weights.LISTLESS
        return _listed(slot.fields, slot.options, slot.heads, slot.tails, text)
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


def _option(kind: str, text: str) -> float:
    """What a text is worth in a column of options by name: 全社会 as audience, 主动公开 as access mode."""
    known = lexicon().options[kind]
    parts = [key(part) for part in _BETWEEN_OPTIONS.split(text) if part]
    return (
        weights.OPTION if parts and (key(text) in known or all(part in known for part in parts)) else weights.NO_OPTION
    )


def _listed_by_name(kind: str, text: str) -> bool:
    """Whether a text is a list of names of which half at least end like options: 医院网站、微信公众号、院内公示栏."""
    known = lexicon().options[kind]
    parts = [key(part) for part in _BETWEEN_NAMES.split(text.replace("\n", "")) if part]
    alike = sum(any(part[start:] in known for start in range(len(part) - 1)) for part in parts)
    return len(parts) > 1 and 2 * alike >= len(parts)


def _mostly_deadlines(text: str) -> bool:
    """Whether half of the sentences of a text at least are deadlines: a long content may have one too."""
    sentences = [part for part in _SENTENCES.split(text) if part.strip()]
    return len(sentences) < _SEVERAL or 2 * sum(deadline(part).understood for part in sentences) >= len(sentences)


def _typed(kind: str, text: str, squeezed: str) -> float:
    if kind in OPTIONS:
        return _option(kind, text)
    value = fits(kind, Printed(text))
    if value < 0 and kind in ("channels", "forms") and _listed_by_name(kind, text):
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
    if natural & _TYPED or ("deadline" in natural and _DIGIT.search(squeezed)) or _ANNOUNCING.search(squeezed):
        value += weights.TYPED_AS_WORDS
    elif natural & _WORDED:
        value += weights.NAMED_AS_CONTENT if kind == "content" and "publishers" in natural else weights.WORDED_AS_WORDS
    if width(squeezed) <= _TWO_CHARACTERS:
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


@remembered(maxsize=20_000)
def _listed(
    fields: tuple[str, ...], seen: frozenset[str], heads: frozenset[str], tails: frozenset[str], text: str
) -> float:
    """What a list of boxes is worth: more with options of the column's codelist, less with others' and doubled ones,
    and where it lacks the beginning or end that the column's lists have."""
    known = lexicon().options
    found = choices(Printed(text))
    own = other = 0
    value = 0.0
    for index, choice in enumerate(found):
        label = key(choice.label)
        if label in _OTHERS:
            value += weights.OTHER_FIRST if index == 0 and len(found) > 1 else 0.0
        elif label in seen or any(label in known.get(field, ()) for field in fields):
            own += 1
        elif any(label in labels for labels in known.values()):
            other += 1
        elif seen:
            value += weights.NEW_OPTION
        value += weights.DOUBLED * (choice.times - 1)
    if heads and found and key(found[0].label) not in heads:
        value += weights.HEADLESS
    if tails and found and key(found[-1].label) not in tails:
        value += weights.TAILLESS
    if all(key(choice.label) in _OTHERS for choice in found):
        return value + weights.OTHER_ALONE
    listed = weights.FOREIGN_LIST if other > own else weights.LIST
    return value + listed + weights.OWN_OPTION * own + weights.OTHER_OPTION * other


@lru_cache(maxsize=20_000)
def has_box(text: str) -> bool:
    """Whether a box, or what may be one, is in a text."""
    return _BOXES.search(text) is not None


@remembered(maxsize=20_000)
def label_goes_on(text: str, more: str) -> float:
    """What words without a box behind a list are worth in it: the rest of its last label, or none of it."""
    parts = _BOXES.split(text)
    if len(parts) < 2:
        return 0.0
    last, head, known = key(parts[-1]), key(_BOXES.split(more)[0]), lexicon().option_keys
    if last + head in known:
        return weights.LABEL_WHOLE
    return weights.STRAY_IN_LIST if last in known else 0.0


def goes_on(slot: Slot, above: Printed, below: Printed, *, full: bool) -> float:
    """What speaks for a text behind a page's edge being the rest of a cell: a finished cell does not go on.

    Args:
        slot: the column.
        above, below: the texts before and behind the edge, neither blank.
        full: whether the last line above has no room for what comes first below.
    """
    kind = slot.kind
    if kind in ("number", "tick", "ticks") or is_ditto(above.text):
        return weights.NO_REST
    if kind in LISTS:
        return _list_goes_on(slot, above, below)
    if finished(kind, above.text, below.text) or not (full or _ANNOUNCING.search(squeeze(above.text))):
        return weights.NO_REST
    if above.text.count("《") > above.text.count("》"):
        title, closing, _ = below.text.partition("》")
        return weights.REST_OF_TITLE + weights.BEFORE_BASIS * title.count("\n") if closing else weights.NO_REST
    coincidence = 0.5 * log2(max(slot.width or 0, _TWO_CHARACTERS) / _TWO_CHARACTERS)
    if kind == "deadline" and (
        _REST_OF_DEADLINE.match(squeeze(below.text)) or _OPEN_DEADLINE.search(squeeze(above.text))
    ):
        return coincidence + STRONG
    return coincidence + bond(kind, above, below, full=lambda: True)


def finished(kind: str, above: str, below: str) -> bool:
    """Whether a cell of a kind is complete, and the words behind are no part of it."""
    return kind in _FINISHED and _FINISHED[kind].search(above) is not None and _GOING_ON.match(below) is None


def _list_goes_on(slot: Slot, above: Printed, below: Printed) -> float:
    have, more = [key(c.label) for c in choices(above)], [key(c.label) for c in choices(below)]
    if not have or not more:
        return weights.NO_REST
    head = key(_BOXES.split(below.text)[0])
    if head:
        return weights.REST_OF_LABEL if have[-1] + head in lexicon().option_keys else weights.NO_REST
    if (key(_BOXES.split(above.text)[-1]), more[0]) in slot.pairs:
        return weights.REST
    return weights.NO_REST if more[0] in have else weights.REST_UNLIKE if slot.pairs else weights.REST

"""What the cells of a column look like: how well a text fits a kind of column.

All weights of recovery stand here. A positive number is evidence for, a negative one against; a column's own
content beats the looser columns because it is printed first where a row is short.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from gicat.grid import Printed
from gicat.lexicon import lexicon, remembered
from gicat.marks import DASHES, TICKED, UNENCODED
from gicat.recognise.boxes import boxes
from gicat.recognise.contacts import contacts
from gicat.recognise.deadlines import deadline
from gicat.recognise.organisations import ends_like_name, organisations
from gicat.text import key, squeeze

_NUMBER = re.compile(r"^[（(]?(?:(?:[A-Z]{1,4}-)?\d{1,6}(?:[.\-]\d{1,3})*|[一二三四五六七八九十百]+|[①-⑳])[）)、.．]?$")
_ENUMERATED = re.compile(r"^(?:\d{1,2}[.．、]|[①●○〇◆■·]|[（(][一1][）)])")
LIMIT_WORDS = (
    "日", "时", "月", "年", "期", "步", "周", "永久", "上", "随", "动态", "〃",
    "固定", "按", "根据", "持续", "立即", "尽快", "常",
)  # fmt: skip
"""Words of which a deadline has one at least."""
_LIMIT_WORDS = re.compile("|".join(LIMIT_WORDS))
_REACHABLE = re.compile(r"\d\D{0,3}\d\D{0,3}\d|@|址")
_LABEL = re.compile(r"[\w（）()/]{2,}")
_FILLING = re.compile(r"(?<=其[他它])\s*[:：][^、，,；;\s]*")
_CHARTER = re.compile(r"[“\"]?三定[”\"]?(?:方案|规定)$")
"""What an agency is and does is laid down in its 三定方案, the one basis that stands in no 《》."""
_LONG, _SHORT = 60, 16

WEIGHTS: dict[str, tuple[float, float]] = {
    "number": (3.0, -5.0),
    "legal_basis": (4.0, -1.5),
    "deadline": (4.0, -2.5),
    "channels": (4.0, -2.5),
    "forms": (3.0, -2.5),
    "contacts": (4.0, -2.5),
    "publishers": (2.0, -1.0),
    "responsible_units": (2.0, -1.0),
    "contact_units": (2.0, -1.0),
    "tick": (3.0, -2.0),
}
"""Kind of column to what a text that looks like it, and one that does not, is worth."""
PROSE: dict[str, float] = {"content": 1.2, "name": 0.9, "level": 0.6, "extra": 0.1}
"""Kinds that hold any words, and what words that look like nothing else are worth in them."""
_MISPLACED = -3.0


def is_tick(text: str) -> bool:
    """Whether a text is a tick glyph or a sign for one that could not be encoded."""
    stripped = text.strip()
    return bool(stripped) and len(stripped) <= 2 and all(c in TICKED or c in UNENCODED for c in stripped)


def is_number(text: str) -> bool:
    """Whether a text is a row number (序号)."""
    return _NUMBER.match(squeeze(text)) is not None


def fits(kind: str, printed: Printed) -> float:
    """How well a cell fits a kind of column: a field, "level", "name", "tick" or "extra"; 0 for a blank cell."""
    return 0.0 if printed.blank else _fits(kind, printed.text)


@remembered(maxsize=100_000)
def _fits(kind: str, text: str) -> float:
    if kind in WEIGHTS:
        for_it, against = WEIGHTS[kind]
        if kind in _OTHER_LIST and _is("channels", text) and _labels(kind, text) < _labels(_OTHER_LIST[kind], text):
            return _WRONG_LIST
        return for_it if any(_is(nature, text) for nature in _SATISFIED_BY.get(kind, (kind,))) else against
    if kind in PROSE:
        if any(_is(nature, text) for nature in ("tick", "number", "legal_basis", "deadline", "contacts", "channels")):
            return _MISPLACED
        length = len(squeeze(text))
        penalty = 1.5 if kind != "content" and (length > _LONG or _ENUMERATED.match(text)) else 0.0
        penalty += 0.5 if kind == "level" and length > _SHORT else 0.0
        return PROSE[kind] - penalty
    return 0.0


_SATISFIED_BY = {
    "forms": ("channels",),
    "responsible_units": ("publishers",),
    "contact_units": ("publishers", "contacts"),
}
"""Kinds of column whose cells look like those of other kinds."""


_OTHER_LIST = {"channels": "forms", "forms": "channels"}
_WRONG_LIST = 0.5
"""What an option list is worth in the column of the other kind of list."""


def _labels(kind: str, text: str) -> int:
    """How many labels of an option list are in a kind's vocabulary."""
    return sum(key(label) in lexicon().options[kind] for label in _LABEL.findall(text))


@remembered(maxsize=50_000)
def natures(text: str) -> frozenset[str]:
    """The kinds of column a text looks like it stands in; a tick is nothing else."""
    if is_tick(text):
        return frozenset({"tick"})
    return frozenset(kind for kind in WEIGHTS if any(_is(n, text) for n in _SATISFIED_BY.get(kind, (kind,))))


@remembered(maxsize=100_000)
def _is(kind: str, text: str) -> bool:
    squeezed = squeeze(text)
    if kind != "tick" and is_tick(text):
        return False
    return _TESTS[kind](text, squeezed)


def _basis(text: str, squeezed: str) -> bool:
    return 0 <= squeezed.find("《") <= max(12, len(squeezed) // 3) or _CHARTER.search(squeezed) is not None


def _limit(text: str, squeezed: str) -> bool:
    if len(squeezed) > 2 * _LONG or "《" in squeezed or "：" in squeezed[:6] or not _LIMIT_WORDS.search(squeezed):
        return False
    return deadline(text).understood


def _reachable(text: str, squeezed: str) -> bool:
    return len(squeezed) < _LONG and _REACHABLE.search(squeezed) is not None and bool(contacts(text))


def _ends_otherwise(squeezed: str) -> bool:
    """Whether a text ends with a Han character, and not like a name: then its last name does not either."""
    return "\u4e00" <= squeezed[-1:] <= "\u9fff" and not ends_like_name(squeezed)


def _names(text: str, squeezed: str) -> bool:
    if len(squeezed) > _LONG or _ends_otherwise(squeezed) or _is("channels", text):
        return False
    names = organisations(Printed(text))
    return bool(names) and all(map(ends_like_name, names))


def _optional(text: str, squeezed: str) -> bool:
    """Whether a text is an option list: boxes before options, or nothing but options by name."""
    if squeezed in DASHES:
        return False
    found = boxes(Printed(text))
    if found:
        beside = {key(text[: found[0].start]), key(text[found[0].end :])}
        return (len(found) > 1 and not all(map(is_tick, text.split()))) or bool(beside & lexicon().option_keys)
    parts = [key(part) for part in re.split(r"[、，,；;\s]+", _FILLING.sub("", text)) if part]
    return bool(parts) and (
        key(text) in lexicon().options["channels"] or all(p in lexicon().option_keys for p in parts)
    )


_TESTS: dict[str, Callable[[str, str], bool]] = {
    "tick": lambda text, squeezed: is_tick(text),
    "number": lambda text, squeezed: is_number(text),
    "legal_basis": _basis,
    "deadline": _limit,
    "channels": _optional,
    "contacts": _reachable,
    "publishers": _names,
}
"""What makes a text look like a kind of cell, given it and it squeezed; cheap signs are looked at first."""

"""Titles of catalogues (标题): what reads like one, and the area and agency it names."""

from __future__ import annotations

import re

from gicat.lexicon import lexicon
from gicat.recognise.brackets import BRACKET
from gicat.text import key, squeeze

_PART = re.compile(r"^第[一二三四五六七八九十\d]+(?:部分|章|节|篇)")
_ENDING_BRACKET = re.compile(rf"{BRACKET}$")
_EDITION = re.compile(
    r"(?:\d{4}|[一二〇零○三四五六七八九十]{4})年?(?:版|修订|更新|度|本)?|试行|试点|征求意见稿|续表?|[一二三四五六七八九十\d]+|附件.*|样[表式本]|更新.*|公开"
)
_REGION_LENGTH = 12
_LONGEST = 80


def is_title(text: str) -> bool:
    """Whether a line reads like the title of a catalogue: it ends in 目录, 清单 or the like, a bracket aside."""
    text = squeeze(text)
    if not 4 <= len(text) <= _LONGEST or _PART.match(text) or any(c in text for c in "。；;|【】"):
        return False
    core = text
    while match := _ENDING_BRACKET.search(core):
        core = core[: match.start()]
    return any(key(core).endswith(key(word)) for word in lexicon().organisations["title_words"])


def region_of(text: str) -> str | None:
    """The area a title or agency begins with: 某市, 某省某市某区; None where it begins with none."""
    return "".join(areas_of(text)) or None


def areas_of(text: str) -> list[str]:
    """The areas a title or agency begins with, outermost first: 某省, 某市, 某区."""
    endings = lexicon().organisations["area_endings"]
    rest = _BEFORE_AGENCY.sub("", squeeze(text))
    areas: list[str] = []
    while (length := _area(rest, endings)) is not None:
        areas.append(rest[:length])
        rest = rest[length:]
    return areas


def _area(text: str, endings: tuple[str, ...]) -> int | None:
    """Length of the area name at the start of a text: the shortest, but for endings that follow at once (某州市)."""
    for length in range(2, min(_REGION_LENGTH, len(text)) + 1):
        name = text[:length]
        ending = next((e for e in endings if name.endswith(e)), None)
        if ending is None or len(ending) >= length:
            continue
        if _no_area(name, ending) or not _han(name) or (length == 2 and name[0] in _LEVELS):
            return None
        while (
            length < len(text)
            and text[length] in "市州盟区县旗镇乡"
            and text[length : length + 2] not in _AGENCY_STARTS
        ):
            length += 1
        return length
    return None


_LEVELS = frozenset("省市区县旗")
"""No area is called by one of these and its own kind: 区市 begins 区市场监督管理局."""


def _no_area(name: str, ending: str) -> bool:
    """Whether a text that ends like an area is none (社区, 中心城区), unlike 西城区 and 阿里地区."""
    words = lexicon().organisations
    for word in words["no_areas"]:
        district = (len(name) == 3 and word in words["district_ends"]) or (len(name) > 3 and word == ending)
        if name.startswith(word) or (name.endswith(word) and not district):
            return True
    return False


_AGENCY_STARTS = frozenset(
    {"市场", "市政", "市容", "州际", "县域", "区域", "乡村", "镇村", "区划", "市民", "区民", "县民"}
)


def _han(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def agency_of(title: str) -> str | None:
    """The agency that a title names: in the bracket it ends with, else at its start, before what it is."""
    text = squeeze(title)
    endings = tuple(lexicon().organisations["endings"])
    bracket = _ENDING_BRACKET.search(text)
    if bracket and not _EDITION.fullmatch(bracket.group(1)) and bracket.group(1).endswith(endings):
        return bracket.group(1)
    text = _BEFORE_AGENCY.sub("", text)
    stop = min(
        (text.find(word) for word in lexicon().organisations["catalogue_words"] if text.find(word) > 0),
        default=len(text),
    )
    return _name_at_start(text[:stop], endings)


def _name_at_start(text: str, endings: tuple[str, ...]) -> str | None:
    """The agency in what stands before the words for a catalogue: all of it, or its longest beginning that is sure.

    A beginning is sure if it starts with an area and ends in 局, 委员会 or the like; 排练厅预约领域 has none.
    """
    text = _BEHIND_AGENCY.sub("", text)
    if len(text) > 2 and text.endswith(endings) and text != region_of(text):
        return text
    for length in range(len(text) - 1, 2, -1):
        name = text[:length]
        if name.endswith(_SURE) and name != region_of(name) and region_of(name):
            return name
    return None


_BEFORE_AGENCY = re.compile(
    r"^(?:附件\d*[:：]?|\d{4}年度?|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、)+"
)
_BEHIND_AGENCY = re.compile(r"(?:\d{4}年?度?版?|本级|机关|权力)$")
_SURE = ("局", "委员会", "人民政府", "办事处", "管委会", "办公室", "厅", "中心")

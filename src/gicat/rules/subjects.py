"""What a publisher's name says: an internal office, a short form, nobody in particular."""

from __future__ import annotations

import re
from functools import lru_cache

from gicat import schema
from gicat.lexicon import vocabulary
from gicat.recognise.organisations import ends_like_name
from gicat.text import squeeze

_JOINS = re.compile("以及|及其?|和|与")


@lru_cache(maxsize=1)
def _vague() -> re.Pattern[str]:
    words = vocabulary("subjects")
    heads, middles, bodies = (
        "|".join(map(re.escape, words[name])) for name in ("vague_heads", "vague_middles", "vague_bodies")
    )
    return re.compile(rf"(?:{heads})(?:{heads}|{middles})*(?:{bodies})$")


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, vocabulary('subjects')['vague_leads']))})*")


@lru_cache(maxsize=1)
def _class() -> re.Pattern[str]:
    words = vocabulary("subjects")
    areas, bodies = ("|".join(map(re.escape, words[name])) for name in ("class_areas", "class_bodies"))
    return re.compile(rf"各(?:{areas}|[（）()、/])+(?:{bodies})?")


def is_vague(name: str) -> bool:
    """Whether a name, or what it joins to another or sets behind one, names nobody in particular.

    各科室, 相关部门, 下属单位; 水利局及相关部门, 水利局各科室.
    """
    return any(map(_names_nobody, _JOINS.split(squeeze(name))))


def _names_nobody(part: str) -> bool:
    match = _vague().search(part)
    if match is None:
        return False
    before = part[: match.start()]
    return _leads().fullmatch(before) is not None or ends_like_name(before)


def is_class(name: str) -> bool:
    """Whether a name, or a part of it, stands for governments as a class: 各乡镇人民政府."""
    return any(_class().fullmatch(part) for part in _JOINS.split(squeeze(name)))


def is_ditto(name: str) -> bool:
    """Whether a name is 同上 or a sign for it."""
    return squeeze(name) in vocabulary("subjects")["dittos"]


def is_office(name: str) -> bool:
    """Whether a name is that of an office inside an agency: 办公室, 综合科, 规划财务与法规科."""
    words = vocabulary("subjects")
    name = squeeze(name)
    return name.endswith(tuple(words["office_endings"])) and not name.endswith(tuple(words["no_offices"]))


def full_agency(catalogue: schema.Catalogue) -> str | None:
    """The full name of the catalogue's agency, with its area, as far as the document gives it."""
    if catalogue.agency is None or catalogue.agency_source == "publishers":
        return None
    if catalogue.region and catalogue.agency.startswith(catalogue.region):
        return catalogue.agency
    return None


def is_short_form(name: str, full: str | None) -> bool:
    """Whether a name is a short form: of `full`, or of an agency whose area it leaves out (市医保局)."""
    name = squeeze(name)
    if full is not None and name == full:
        return False
    if full is not None and len(name) >= 3 and abbreviates(name, full):
        return True
    return len(name) >= 4 and name.startswith(tuple(vocabulary("subjects")["short_leads"])) and name.endswith(_BODIES)


_BODIES = ("局", "委", "办", "厅", "政府")


def abbreviates(short: str, full: str) -> bool:
    """Whether the characters of a name stand in another, longer one in the same order, the last at its end."""
    rest = iter(full)
    return len(short) < len(full) and short[-1] == full[-1] and all(char in rest for char in short)

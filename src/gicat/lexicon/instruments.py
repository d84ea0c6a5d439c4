"""The loader of instruments.toml: the legal instruments that catalogues cite and rules rest on."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from gicat.numerals import HAN_NUMERALS, value
from gicat.text import key

Kind = Literal[
    "law", "administrative_regulation", "department_rule", "local_government_rule", "party_state_document",
    "state_council_document", "department_document", "institutional_charter", "standard",
]  # fmt: skip
Status = Literal["in_force", "repealed", "superseded", "unknown"]
Verified = Literal["text", "page", "unverified"]


_WITHIN = str.maketrans("《》", "〈〉")


@dataclass(frozen=True, slots=True, eq=False)
class Instrument:
    """One legal instrument; what is not known is None or empty.

    Attributes:
        id: see instruments.toml.
        title, aliases, misspelt: in full, what else it is cited by, and wrong titles that were seen.
        numbers: every right number, the one to write first.
        amended: numbers of decisions that amended it, which are right behind its title too.
        kind, issuer, issued, in_force: what it is, who issued it, when, and since when it applies.
        status, ended, successor: whether it applies, until when it did, and the id of what stands in its place.
        topics: codes of topics.toml; empty for one about disclosure as a whole.
        articles: how many it has.
        shape: article to its number of paragraphs (款) and items (项).
        source, verified, how: where it can be read, what of it was seen, and how.
    """

    id: str
    title: str
    aliases: tuple[str, ...]
    misspelt: tuple[str, ...]
    numbers: tuple[str, ...]
    amended: tuple[str, ...]
    kind: Kind
    issuer: str
    issued: date | None
    in_force: date | None
    status: Status
    ended: date | None
    successor: str | None
    topics: tuple[str, ...]
    articles: int | None
    shape: Mapping[int, tuple[int, int]]
    source: str
    verified: Verified
    how: str

    @property
    def sure(self) -> bool:
        """Whether it may drive an error: its title and number, or its text, were seen."""
        return self.verified != "unverified"

    @property
    def number(self) -> str | None:
        """The number to write behind its title."""
        return self.numbers[0] if self.numbers else None

    @property
    def quoted(self) -> str:
        """The title in quotes, those within it single."""
        return f"《{self.title.translate(_WITHIN)}》"

    @property
    def titles(self) -> tuple[str, ...]:
        """The full title and the others."""
        return (self.title, *self.aliases)


@dataclass(frozen=True)
class Registry:
    """The loaded instruments, in the order of the file.

    Attributes:
        by_id: id to instrument.
        by_title: key of a title to those that have it, what applies today first.
        by_misspelling: key of a wrong title to what is meant.
        by_number: key of a number to what has it.
    """

    by_id: Mapping[str, Instrument]
    by_title: Mapping[str, tuple[Instrument, ...]]
    by_misspelling: Mapping[str, Instrument]
    by_number: Mapping[str, Instrument]

    def titled(self, title: str) -> tuple[Instrument, ...]:
        """What has a title, in the form in which catalogues print it."""
        return self.by_title.get(title_key(title), ())


@lru_cache(maxsize=1)
def registry() -> Registry:
    """The instruments that come with gicat; read once."""
    data = tomllib.loads(Path(__file__).with_name("instruments.toml").read_text(encoding="utf-8"))
    known = [_instrument(entry) for entry in data["instrument"]]
    titles: dict[str, list[Instrument]] = defaultdict(list)
    for each in sorted(known, key=lambda each: each.status != "in_force"):
        for title in dict.fromkeys(map(title_key, each.titles)):
            titles[title].append(each)
    return Registry(
        by_id={each.id: each for each in known},
        by_title={title: tuple(having) for title, having in titles.items()},
        by_misspelling={title_key(title): each for each in known for title in each.misspelt},
        by_number={number_key(number): each for each in known for number in each.numbers},
    )


def _instrument(entry: Mapping[str, Any]) -> Instrument:
    optional: dict[str, Any] = dict.fromkeys(("issued", "in_force", "ended", "successor", "articles"))
    lists: dict[str, Any] = {
        name: tuple(entry.get(name, ())) for name in ("aliases", "misspelt", "numbers", "amended", "topics")
    }
    shape = {int(article): (counts[0], counts[1]) for article, counts in entry.get("shape", {}).items()}
    return Instrument(**{**optional, **entry, **lists, "shape": shape})


_QUOTES = str.maketrans("", "", "《》〈〉<>«»\"'“”‘’〝〞")
_ISSUERS = (
    "国务院办公厅政府信息与政务公开办公室|中共中央办公厅|国务院办公厅|中共中央|国务院|中央办公厅|中办|国办|"
    "财政部|国家发展改革委办公厅|国家发展改革委"
)
_BEFORE = re.compile(rf"^(?:(?:{_ISSUERS})[,和]?)+(?=关于|印发|转发|$)|^(?:关于|印发|转发)+|^(?:中华人民共和国)+")
_BEHIND = re.compile(r"\((?:试行|暂行|草案|\d{4}年?\S*|修订\S*|修正\S*)\)$|的?通知$")


@lru_cache(maxsize=8_192)
def title_key(title: str) -> str:
    """The form in which titles are looked up: no quotes, issuers before 关于, 印发, 关于, 中华人民共和国, 的通知.

    >>> title_key("国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知")
    '全面推进政务公开工作的意见实施细则'
    >>> title_key("《中华人民共和国预算法》")
    '预算法'
    """
    left = key(title).translate(_QUOTES)
    for pattern in (_BEFORE, _BEHIND):
        while (shorter := pattern.sub("", left)) and shorter != left:
            left = shorter
    return left.replace(",", "")


NATIONAL = (
    "国办公开办函", "国办发", "国办函", "国函", "国发", "中办发", "中发", "厅字", "财预", "财库", "国务院令",
    "财政部令", "发改办财金",
)  # fmt: skip
"""What the numbers of national instruments begin with; no local document is numbered so."""
_N = rf"(?:\d{{1,4}}|[{HAN_NUMERALS}]{{1,7}})"
_ORDER = re.compile(rf"([\u4e00-\u9fff]{{1,16}}?)(?:令第?|第|(?={_N}号令))({_N})号")
_DOCUMENT = re.compile(r"([\u4e00-\u9fff]{2,12})[\[(](\d{4})年?[\])]第?0*(\d{1,4})号")
_STANDARD = re.compile(r"(gb(?:/t)?)(\d+)-(\d{4})")
_REPUBLIC = re.compile("^.*?中华人民共和国")
_WRITTEN_BEFORE = re.compile(r"^.*(?=(?:国办公开办函|国办发|国办函|中办发|国务院|财预)$)")


def number_key(printed: str) -> str:
    """The form in which a number is looked up; empty for a text without one.

    >>> number_key("中华人民共和国国务院令第711号"), number_key("国办发[2016]第080号"), number_key("国务院711号令")
    ('国务院令711', '国办发[2016]80', '国务院令711')
    """
    text = key(printed)
    if match := _DOCUMENT.search(text):
        return f"{_WRITTEN_BEFORE.sub('', match[1])}[{match[2]}]{match[3]}"
    if match := _ORDER.search(_REPUBLIC.sub("", text)):
        issuer = _WRITTEN_BEFORE.sub("", match[1].removesuffix("令"))
        return f"{'国务院' if issuer == '国' else issuer}令{value(match[2])}"
    if match := _STANDARD.search(text):
        return f"{match[1]}{match[2]}-{match[3]}"
    return ""

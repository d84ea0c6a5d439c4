"""What rules derive from a document: family, issuer kind, topics; each with the evidence that decided it.

The words are data (lexicon/topics.toml). Facts are classifications: a finding that rests on one keeps its severity.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Generic, Literal, TypeVar

from gicat import schema
from gicat.diagnostics import Phrase
from gicat.lexicon.topics import topics as lexicon
from gicat.recognise.titles import region_of
from gicat.rules.context import Family, IssuerKind, Profile
from gicat.text import key, simplified

T = TypeVar("T")

Source = Literal["profile", "title", "agency", "region", "columns", "name", "categories", "content", "none"]

FIELDS: Mapping[str, Phrase] = MappingProxyType({
    "number": Phrase("number", "序号"), "categories": Phrase("category", "事项类别"),
    "name": Phrase("name", "公开事项名称"), "content": Phrase("content", "公开内容"),
    "legal_basis": Phrase("legal basis", "公开依据"), "publishers": Phrase("publisher", "公开主体"),
    "responsible_units": Phrase("responsible unit", "责任单位"), "deadline": Phrase("deadline", "公开时限"),
    "channels": Phrase("channels", "公开渠道和载体"), "forms": Phrase("publication form", "公开形式"),
    "audiences": Phrase("audience", "公开对象"), "access_modes": Phrase("access mode", "公开方式"),
    "levels": Phrase("level", "公开层级"), "contacts": Phrase("contact", "咨询监督电话"),
})  # fmt: skip
"""What the fields of an item are called in messages."""


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A classification and the evidence for it.

    Attributes:
        value: the code.
        source: what decided: the profile, a part of the catalogue, a field of the item; "none" for the default.
        evidence: the word or text that decided.
        art20: for topics, the item of 条例 Art. 20 that asks for it.
    """

    value: T
    source: Source
    evidence: str = ""
    art20: int | None = None


def family(catalogue: schema.Catalogue, profile: Profile | None = None) -> Fact[Family]:
    """The family of a catalogue: what the profile says, else its title's words, else the template's tick groups."""
    if profile is not None and profile.family is not None:
        return Fact(profile.family, "profile")
    title = key(catalogue.title or "")
    for words in lexicon().families:
        for word in words.words:
            if word in title:
                return Fact(words.code, "title", word)  # type: ignore[arg-type]
    groups = {column.field for column in catalogue.columns if column.option is not None}
    if {"audiences", "access_modes"} <= groups:
        return Fact("standard", "columns", "公开对象, 公开方式")
    return Fact("other", "none")


def of_one_domain(catalogue: schema.Catalogue) -> bool:
    """Whether the title is that of one domain's catalogue (…领域基层政务公开标准目录)."""
    title = key(catalogue.title or "")
    return any(word in title for word in lexicon().domain)


def issuer(catalogue: schema.Catalogue, profile: Profile) -> Fact[IssuerKind]:
    """The kind of body that issues a catalogue: how its name ends, else the profile."""
    name = key(catalogue.agency or "")
    for words in lexicon().issuers:
        for word in words.words:
            if name.endswith(word):
                return Fact(words.code, "agency", word)  # type: ignore[arg-type]
    return Fact(profile.issuer, "profile")


def named_issuer(catalogue: schema.Catalogue) -> str | None:
    """The issuer in a form that tells it from all others: a name with its area, or the area whose government it is.

    A short form such as 市医保局 counts only beside an area: every city has one.
    """
    agency = catalogue.agency
    if agency is None:
        return catalogue.region
    short = agency[0] in _AREA_WORDS or agency.startswith(("本", "我"))
    if catalogue.region is not None or region_of(simplified(agency)) is not None:
        return agency
    return None if short or catalogue.agency_source == "publishers" else agency


_AREA_WORDS = "省市州盟县区旗镇乡村"


def topics(item: schema.Item) -> tuple[Fact[str], ...]:
    """The topics of an item, surest first: those in its name, its categories from the innermost, its content."""
    parts: list[tuple[Source, str]] = [("name", item.name or "")]
    parts += [("categories", category) for category in reversed(item.categories)]
    parts.append(("content", item.content or ""))
    found: dict[str, Fact[str]] = {}
    for source, text in parts:
        for code, word, art20 in _topics_in(text):
            found.setdefault(code, Fact(code, source, word, art20))
    return tuple(found.values())


@lru_cache(maxsize=20_000)
def _topics_in(text: str) -> tuple[tuple[str, str, int | None], ...]:
    """Topic, word and item of Art. 20 for every topic named in a text, that of the word that ends last first."""
    words, folded = lexicon(), key(text)
    hits = [(match.end(1), len(match[1]), match[1]) for match in words.pattern.finditer(folded)]
    ranked: dict[str, tuple[str, str, int | None]] = {}
    for _, _, word in sorted(hits, key=lambda hit: (-hit[0], -hit[1])):
        topic = words.topic_of[word]
        if not any(other in folded for other in topic.against):
            ranked.setdefault(topic.code, (topic.code, word, topic.art20))
    return tuple(ranked.values())


def heading_topics(text: str) -> frozenset[str]:
    """The codes of all topics that a heading names."""
    return frozenset(code for code, _, _ in _topics_in(text))

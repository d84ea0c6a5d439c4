"""What rules derive from a document: issuer kind and level, family, topics; each with the evidence that decided it.

The words are data (lexicon/topics.toml, issuers.toml); `[facts]` in gicat.toml overrides them. Facts are
classifications: a finding that rests on one keeps its severity.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from gicat import schema
from gicat.diagnostics import Phrase
from gicat.lexicon.topics import Words
from gicat.lexicon.topics import topics as lexicon
from gicat.rules.context import Family, Profile
from gicat.rules.fact import Fact, Source
from gicat.rules.issuers import issuer, level, named_issuer
from gicat.text import key

__all__ = [
    "FIELDS", "Fact", "Source", "family", "heading_topics", "issuer", "level", "name_topics", "named_issuer",
    "of_one_domain", "topics",
]  # fmt: skip

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


def family(catalogue: schema.Catalogue, profile: Profile | None = None) -> Fact[Family]:
    """The family of a catalogue: what settings say, else its title's words, else the template's tick groups."""
    for stated in reversed(profile.stated if profile else ()):
        if stated.family is not None:
            return Fact(stated.family, "settings", stated.pattern)
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


def topics(item: schema.Item, profile: Profile | None = None) -> tuple[Fact[str], ...]:
    """The topics of an item, surest first: those in its name, its categories from the innermost, its content.

    What the profile's settings state of an item of this name replaces them all.
    """
    stated = _stated(item, profile)
    if stated is not None:
        return stated
    return _told(item.name or "", tuple(item.categories), item.content or "")


@lru_cache(maxsize=20_000)
def _told(name: str, categories: tuple[str, ...], content: str) -> tuple[Fact[str], ...]:
    parts: list[tuple[Source, str]] = [("name", name)]
    parts += [("categories", category) for category in reversed(categories)]
    parts.append(("content", content))
    found: dict[str, Fact[str]] = {}
    for source, text in parts:
        for topic, word in topics_in(text):
            art20 = None if word in topic.beside else topic.art20
            found.setdefault(topic.code, Fact(topic.code, source, word, art20, topic.art21))
    return tuple(found.values())


def name_topics(item: schema.Item, profile: Profile | None = None) -> frozenset[str]:
    """The codes of the topics that an item's name tells, or settings state of it."""
    stated = _stated(item, profile)
    return heading_topics(item.name or "") if stated is None else frozenset(fact.value for fact in stated)


def _stated(item: schema.Item, profile: Profile | None) -> tuple[Fact[str], ...] | None:
    stated = profile.stated_topics(item.name) if profile and profile.stated and item.name else None
    if stated is None:
        return None
    pattern, codes = stated
    known = lexicon().codes
    return tuple(Fact(code, "settings", pattern, known[code].art20, known[code].art21) for code in codes)


@lru_cache(maxsize=20_000)
def topics_in(text: str) -> tuple[tuple[Words, str], ...]:
    """Topic and word for every topic named in a text, that of the word that ends last first."""
    words, folded = lexicon(), key(text)
    hits = [(match.end(1), len(match[1]), match[1]) for match in words.pattern.finditer(folded)]
    ranked: dict[str, tuple[Words, str]] = {}
    for _, _, word in sorted(hits, key=lambda hit: (-hit[0], -hit[1])):
        topic = words.topic_of[word]
        if any(other in folded for other in topic.against):
            continue
        known = ranked.setdefault(topic.code, (topic, word))
        if known[1] in topic.beside and word not in topic.beside:
            ranked[topic.code] = (topic, word)
    return tuple(ranked.values())


def heading_topics(text: str) -> frozenset[str]:
    """The codes of all topics that a heading names."""
    return frozenset(topic.code for topic, _ in topics_in(text))

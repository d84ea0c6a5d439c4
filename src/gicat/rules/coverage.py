"""Which duties of 条例 Arts. 12, 20, 21 and 49 the items of a body's catalogues meet, and by which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from gicat import schema
from gicat.lexicon.duties import Duty, duties
from gicat.lexicon.topics import Words
from gicat.lexicon.topics import topics as lexicon
from gicat.rules.context import Family, IssuerKind, Level, Profile
from gicat.rules.fact import Fact, Source
from gicat.rules.facts import family, issuer, level, topics
from gicat.text import key

State = Literal["listed", "mentioned", "missing", "not_required"]
"""An item is about it by name or category; only contents speak of it; nothing does; the body is not bound."""


@dataclass(frozen=True, slots=True)
class Met:
    """An item that meets a duty.

    Attributes:
        catalogue, item: indices into the document.
        within: the item.
        source: the field that says so, or "settings".
        evidence: the words that do; for settings the pattern of files.
    """

    catalogue: int
    item: int
    within: schema.Item
    source: Source
    evidence: str


@dataclass(frozen=True, slots=True)
class Covered:
    """A duty, and the items that meet it in document order; those that are about it before those that mention it."""

    duty: Duty
    state: State
    by: tuple[Met, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the catalogues of one body cover.

    Attributes:
        catalogues: their indices in the document.
        agency, region: of the first of them.
        issuer, level: what kind of body it is, with the evidence.
        family: of the first of them.
        duties: all duties in the order of duties.toml.
    """

    catalogues: tuple[int, ...]
    agency: str | None
    region: str | None
    issuer: Fact[IssuerKind]
    level: Fact[Level | None]
    family: Fact[Family]
    duties: tuple[Covered, ...]


def coverages(document: schema.Document, profile: Profile) -> tuple[Coverage, ...]:
    """The coverage of each body whose catalogues a document holds; those of nobody count for the first."""
    groups: dict[tuple[str, str], list[int]] = {}
    for index, catalogue in enumerate(document.catalogues):
        named = (key(catalogue.agency or ""), key(catalogue.region or ""))
        groups.setdefault(next(iter(groups), named) if not any(named) else named, []).append(index)
    return tuple(_coverage(document, indices, profile) for indices in groups.values())


def _coverage(document: schema.Document, indices: Sequence[int], profile: Profile) -> Coverage:
    head = document.catalogues[indices[0]]
    kind, rank = issuer(head, profile), level(head, profile)
    listed: dict[str, list[Met]] = {}
    mentioned: dict[str, list[Met]] = {}
    for number in indices:
        for index, item in enumerate(document.catalogues[number].items):
            for duty, source, word in _duties_of(item, profile):
                place = mentioned if source == "content" else listed
                place.setdefault(duty, []).append(Met(number, index, item, source, word))
    return Coverage(
        catalogues=tuple(indices),
        agency=head.agency,
        region=head.region,
        issuer=kind,
        level=rank,
        family=family(head, profile),
        duties=tuple(
            _covered(duty, listed.get(duty.code, []), mentioned.get(duty.code, []))
            if duty.binds(kind.value, rank.value)
            else Covered(duty, "not_required")
            for duty in duties()
        ),
    )


def _covered(duty: Duty, listed: list[Met], mentioned: list[Met]) -> Covered:
    state: State = "listed" if listed else "mentioned" if mentioned else "missing"
    return Covered(duty, state, (*listed, *mentioned))


def _duties_of(item: schema.Item, profile: Profile) -> Iterator[tuple[str, Source, str]]:
    """Code, source and words of each duty that an item meets, once, by the surest of its fields."""
    stated = [fact for fact in topics(item, profile) if fact.source == "settings"] if profile.stated else []
    parts: list[tuple[Source, str]] = [("name", item.name or "")]
    parts += [("categories", category) for category in reversed(item.categories)]
    parts.append(("content", item.content or ""))
    found: list[tuple[Words, Source, str]] = [(lexicon().codes[f.value], "settings", f.evidence) for f in stated]
    if not stated:
        found = [(topic, source, word) for source, text in parts for topic, word in _asked_in(text, source)]
    done: set[str] = set()
    for topic, source, word in found:
        for code in _met_by(topic.code):
            if code not in done:
                done.add(code)
                yield code, source, word


@lru_cache(maxsize=20_000)
def _asked_in(text: str, source: Source) -> tuple[tuple[Words, str], ...]:
    """Topic and word for all words of a text that speak of what the law asks for."""
    words, folded = lexicon(), key(text)
    hits = [(words.topic_of[match[1]], match[1]) for match in words.pattern.finditer(folded)]
    return tuple(
        (topic, word)
        for topic, word in dict.fromkeys(hits)
        if word not in topic.beside
        and not (source == "content" and word in topic.headings)
        and not any(other in folded for other in topic.against)
    )


@lru_cache(maxsize=256)
def _met_by(topic: str) -> tuple[str, ...]:
    """The codes of the duties that a topic meets."""
    about = lexicon().codes[topic]
    return tuple(
        duty.code
        for duty in duties()
        if duty.topic == topic
        or (duty.item is not None and duty.item == about.art20)
        or (duty.matter is not None and duty.matter == about.art21)
    )

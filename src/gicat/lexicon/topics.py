"""The loader of topics.toml: words for families of catalogues, topics of items, overview elements."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from gicat.text import key


@dataclass(frozen=True, slots=True)
class Words:
    """A code and the keys of the words that stand for it.

    Attributes:
        code: of the family or topic.
        words: keys that speak for it.
        against: keys that rule it out.
        beside: those of its words that speak for the topic, but not of what the law asks for.
        headings: those of its words that say little inside a content: 基本信息, 联系方式.
        art20: the item of 条例 Art. 20 that asks for a topic.
        art21: the matter of Art. 21 that a topic is; see duties.toml.
    """

    code: str
    words: tuple[str, ...]
    against: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()
    art20: int | None = None
    art21: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """Something an overview may announce: keys in its heading, keys in the label of an entry."""

    code: str
    heading: tuple[str, ...]
    entry: tuple[str, ...]


@dataclass(frozen=True)
class Topics:
    """The loaded words.

    Attributes:
        families, topics: in the order in which they are asked.
        codes: topic by code.
        domain: words that make a title that of one domain's catalogue.
        elements: of overviews.
        pattern: finds every topic word at every position; its only group is the longest one there.
        topic_of: word key to the topics it speaks for.
    """

    families: tuple[Words, ...]
    topics: tuple[Words, ...]
    codes: dict[str, Words]
    domain: tuple[str, ...]
    elements: tuple[Element, ...]
    pattern: re.Pattern[str]
    topic_of: dict[str, Words]


@lru_cache(maxsize=1)
def topics() -> Topics:
    """The words that come with gicat; read once."""
    data = tomllib.loads(Path(__file__).with_name("topics.toml").read_text(encoding="utf-8"))
    known = _words(data["topic"])
    topic_of = {word: topic for topic in known for word in topic.words}
    longest_first = sorted(topic_of, key=len, reverse=True)
    return Topics(
        families=_words(data["family"]),
        topics=known,
        codes={topic.code: topic for topic in known},
        domain=_keys(data["domain"]["words"]),
        elements=tuple(Element(e["code"], _keys(e["heading"]), _keys(e["entry"])) for e in data["element"]),
        pattern=re.compile(f"(?=({'|'.join(map(re.escape, longest_first))}))"),
        topic_of=topic_of,
    )


def _words(entries: list[dict[str, Any]]) -> tuple[Words, ...]:
    return tuple(
        Words(
            entry["code"],
            _keys(entry["words"]) + _keys(entry.get("beside", ())),
            against=_keys(entry.get("not", ())),
            beside=frozenset(_keys(entry.get("beside", ()))),
            headings=frozenset(_keys(entry.get("headings", ()))),
            art20=entry.get("art20"),
            art21=entry.get("art21"),
        )
        for entry in entries
    )


def _keys(words: object) -> tuple[str, ...]:
    assert isinstance(words, list | tuple)
    return tuple(key(word) for word in words)

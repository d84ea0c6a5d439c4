"""The loader of topics.toml: words for families of catalogues, kinds of issuers, topics of items, overview elements."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gicat.text import key


@dataclass(frozen=True, slots=True)
class Words:
    """A code and the keys of the words that stand for it.

    Attributes:
        code: of the family, kind, topic or element.
        words: keys that speak for it; for overview elements those of its heading.
        against: keys that rule it out; for overview elements those of its entry.
        art20: the item of 条例 Art. 20 that asks for a topic.
    """

    code: str
    words: tuple[str, ...]
    against: tuple[str, ...] = ()
    art20: int | None = None


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
        families, issuers, topics: in the order in which they are asked.
        domain: words that make a title that of one domain's catalogue.
        elements: of overviews.
        pattern: finds every topic word at every position; its only group is the longest one there.
        topic_of: word key to the topics it speaks for.
    """

    families: tuple[Words, ...]
    issuers: tuple[Words, ...]
    topics: tuple[Words, ...]
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
        issuers=_words(data["issuer"]),
        topics=known,
        domain=_keys(data["domain"]["words"]),
        elements=tuple(Element(e["code"], _keys(e["heading"]), _keys(e["entry"])) for e in data["element"]),
        pattern=re.compile(f"(?=({'|'.join(map(re.escape, longest_first))}))"),
        topic_of=topic_of,
    )


def _words(entries: list[dict[str, object]]) -> tuple[Words, ...]:
    return tuple(
        Words(str(e["code"]), _keys(e["words"]), _keys(e.get("not", ())), art20 if isinstance(art20, int) else None)
        for e in entries
        for art20 in [e.get("art20")]
    )


def _keys(words: object) -> tuple[str, ...]:
    assert isinstance(words, list | tuple)
    return tuple(key(word) for word in words)

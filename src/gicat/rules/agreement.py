"""Which topics go together: the judgement behind the rules that compare the cells of a row."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from gicat import schema
from gicat.lexicon import vocabulary
from gicat.rules.context import Profile
from gicat.rules.facts import heading_topics, topics
from gicat.text import squeeze


def distinct(codes: Iterable[str]) -> frozenset[str]:
    """Those topics that are told apart with confidence."""
    return frozenset(codes) & frozenset(vocabulary("consistency")["distinct"])


def item_topics(item: schema.Item, profile: Profile) -> frozenset[str]:
    """All topics an item is about, by settings, or by name, categories and content."""
    return frozenset(fact.value for fact in topics(item, profile))


@lru_cache(maxsize=512)
def with_related(topic: str) -> frozenset[str]:
    """A topic and those it goes together with."""
    groups = [frozenset(entry["topics"]) for entry in vocabulary("consistency")["related"]]
    return frozenset({topic}).union(*(group for group in groups if topic in group))


def agree(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any topic of one set is, or goes together with, one of the other."""
    wanted = frozenset(others)
    return any(with_related(topic) & wanted for topic in some)


@lru_cache(maxsize=4096)
def instrument_topics(title: str) -> frozenset[str]:
    """The topics of an instrument that concerns one kind of information only; none for a general one."""
    return heading_topics(title) & frozenset(vocabulary("consistency")["special_instruments"])


def anchor_topic(event: str) -> tuple[str, str] | None:
    """The topic that the event of a deadline speaks of, and the words that say so."""
    folded = squeeze(event)
    for entry in vocabulary("consistency")["anchor"]:
        for word in entry["words"]:
            if word in folded:
                return entry["topic"], word
    return None


def category_topics(category: str) -> frozenset[str]:
    """The topics that may stand under a category; none where its name does not say."""
    for entry in vocabulary("consistency")["category"]:
        if category in entry["words"]:
            return frozenset(entry["topics"])
    return frozenset()

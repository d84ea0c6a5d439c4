"""Items of which the law asks something in particular, by the words of statute.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from gicat import schema
from gicat.lexicon import vocabulary
from gicat.recognise.deadlines import Term, deadline
from gicat.rules.context import Profile
from gicat.rules.facts import topics
from gicat.rules.lengths import Length, length
from gicat.rules.printed_text import PrintedCell, Where, cells
from gicat.text import key

_DITTO = "ditto"


def limit(code: str) -> Mapping[str, Any]:
    """What statute.toml says of the limit that a rule checks."""
    entry: Mapping[str, Any] = vocabulary("statute")["limit"][code]
    return entry


def limit_length(code: str) -> Length:
    """The length of that limit."""
    return length(limit(code)["amount"], limit(code)["unit"])


def concerns(entry: Mapping[str, Any], item: schema.Item, profile: Profile) -> bool:
    """Whether an item is of the kind that an entry of statute.toml describes; see there for its keys."""
    name, whole = key(item.name or ""), _text(item)
    if _any(entry.get("unless"), name) or _any(entry.get("unless_in"), whole):
        return False
    if not all(_any(words, whole) for words in entry.get("all", ())):
        return False
    if any(where in entry and not _any(entry[where], text) for where, text in (("name", name), ("words", whole))):
        return False
    return "topics" not in entry or _any(entry.get("called"), name) or _has_topic(entry, item, profile)


def _has_topic(entry: Mapping[str, Any], item: schema.Item, profile: Profile) -> bool:
    found = [fact for fact in topics(item, profile) if fact.source in ("settings", "name", "categories")]
    if entry.get("first"):
        found = found[:1]
    return any(fact.value in entry["topics"] for fact in found)


def _text(item: schema.Item) -> str:
    return key("\n".join([*item.categories, item.name or "", item.content or ""]))


def _any(words: object, text: str) -> bool:
    return isinstance(words, list | tuple) and any(_folded(word) in text for word in words)


@lru_cache(maxsize=2048)
def _folded(word: str) -> str:
    return key(word)


def names_any(words: object, text: str) -> bool:
    """Whether one of the words stands in a text."""
    return _any(words, key(text))


def concerned(
    document: schema.Document, entry: Mapping[str, Any], field: schema.FieldName, profile: Profile
) -> Iterator[tuple[PrintedCell, Where]]:
    """The printed cells of a field that belong to an item an entry describes, each at the first such item."""
    for cell in cells(document, field):
        items = document.catalogues[cell.catalogue].items
        index = next((index for index in cell.sharers if concerns(entry, items[index], profile)), None)
        if index is not None:
            item = effective(items, index)
            yield cell, Where(catalogue=cell.catalogue, item=index, within=item, field=field, places=cell.places)


def effective(items: Sequence[schema.Item], index: int) -> schema.Item:
    """An item with the deadline that 同上 stands for; the item itself where it says something else."""
    item = items[index]
    if item.inherited.get("deadline") != _DITTO:
        return item
    above = (each.deadline for each in reversed(items[:index]) if each.inherited.get("deadline") != _DITTO)
    return item.model_copy(update={"deadline": next(above, None)})


def basis_of(item: schema.Item) -> str:
    """The legal basis of an item; for 同上 what the one above cites."""
    if item.legal_basis is None:
        return ""
    if item.inherited.get("legal_basis") != _DITTO:
        return item.legal_basis.text
    return "".join(f"《{each.title}》（{each.document_number or ''}）" for each in item.legal_basis.citations)


def limits(item: schema.Item) -> tuple[Term, ...]:
    """The terms of an item's deadline that give an amount of time from an event."""
    return tuple(term for term in terms(item) if term.kind == "within" and term.amount and term.unit)


def terms(item: schema.Item) -> tuple[Term, ...]:
    """The terms of an item's deadline; none without one."""
    return deadline(item.deadline.text).terms if item.deadline else ()


def term_length(term: Term) -> Length:
    """The length of a term of `limits`."""
    assert term.amount is not None and term.unit is not None
    return length(term.amount, term.unit)  # type: ignore[arg-type]

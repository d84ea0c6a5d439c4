"""The printed cells of a document, each once, and the texts outside its tables: what rules about wording read.

A cell that spans rows, or that blank cells below it repeat, stands in several items; a rule speaks of it once, at
the item that prints it, and a fix changes it in all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypedDict

from gicat import schema
from gicat.schema import FieldName

TEXT_FIELDS: tuple[FieldName, ...] = (
    "categories", "name", "content", "legal_basis", "publishers", "responsible_units", "deadline", "contacts",
)  # fmt: skip
"""Fields whose cells are words, in the order of the contract."""
_OPTIONS = frozenset({"channels", "forms", "audiences", "access_modes", "levels"})


class Where(TypedDict):
    """The arguments of `Rule.found` that say where a finding is."""

    catalogue: int
    item: int
    within: schema.Item
    field: FieldName
    places: Sequence[schema.Place]


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """One printed cell.

    Attributes:
        catalogue, item: indices of the first item that has it.
        within: that item.
        field: the field it feeds.
        text: as printed, breaks as line feeds; the value where the document keeps no print.
        places: where it is printed; empty where the document keeps no places.
        part: which of the field's cells in a row it is, from 0.
        sharers: indices of all items that have it.
    """

    catalogue: int
    item: int
    within: schema.Item
    field: FieldName
    text: str
    places: tuple[schema.Place, ...]
    part: int
    sharers: list[int]

    @property
    def where(self) -> Where:
        """What `Rule.found` wants to know of it."""
        return Where(catalogue=self.catalogue, item=self.item, within=self.within, field=self.field, places=self.places)


def cells(document: schema.Document, *fields: FieldName) -> Iterator[PrintedCell]:
    """The printed cells of some fields in document order, blank ones left out."""
    for number in range(len(document.catalogues)):
        yield from catalogue_cells(document, number, *fields)


_remembered: ContextVar[dict[tuple[object, ...], list[PrintedCell]] | None] = ContextVar("_remembered", default=None)


@contextmanager
def unchanged() -> Iterator[None]:
    """While a document stays as it is: each choice of fields has its cells gathered once, for all rules."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def catalogue_cells(document: schema.Document, number: int, *fields: FieldName) -> list[PrintedCell]:
    """The printed cells of some fields of one catalogue in document order, blank ones left out."""
    known = _remembered.get()
    if known is None:
        return _merged([_gathered(document, number, field) for field in fields], fields)
    columns = []
    for field in fields:
        column = id(document), number, field
        if column not in known:
            known[column] = _gathered(document, number, field)
        columns.append(known[column])
    choice = id(document), number, fields
    if choice not in known:
        known[choice] = columns[0] if len(columns) == 1 else _merged(columns, fields)
    return known[choice]


def _merged(columns: Sequence[Sequence[PrintedCell]], fields: Sequence[FieldName]) -> list[PrintedCell]:
    """The cells of several fields item by item."""
    rank = {field: index for index, field in enumerate(fields)}
    return sorted((cell for column in columns for cell in column), key=lambda c: (c.item, rank[c.field], c.part))


def _gathered(document: schema.Document, number: int, field: FieldName) -> list[PrintedCell]:
    found: dict[tuple[object, ...], PrintedCell] = {}
    last: dict[int, PrintedCell] = {}
    for index, item in enumerate(document.catalogues[number].items):
        for part, (text, places) in enumerate(_parts(item, field)):
            above = last.get(part) if item.inherited.get(field) not in (None, "ditto") else None
            key = _where(places[0]) if places else (part, index)
            known = found.get(key) or (above if not places and above and above.text == text else None)
            if known is not None:
                known.sharers.append(index)
            elif text.strip():
                known = PrintedCell(number, index, item, field, text, places, part, [index])
                found[key] = known
            if known is not None:
                last[part] = known
    return list(found.values())


def _where(place: schema.Place) -> tuple[object, ...]:
    if place.table is not None:
        return place.table, place.row, place.column
    return place.page, place.line, place.bbox


def _parts(item: schema.Item, field: FieldName) -> list[tuple[str, tuple[schema.Place, ...]]]:
    """The cells of a field of an item: text and places of each; one where the places do not tell them apart."""
    places = item.places.get(field, [])
    text = item.printed.get(field)
    if text is None:
        return [(part, ()) for part in _values(item, field)]
    if "\t" not in text:
        return [(text, tuple(places))]
    texts = text.split("\t")
    grouped = [tuple(group) for _, group in groupby(places, _where)]
    if not places:
        return [(part, ()) for part in texts]
    return list(zip(texts, grouped, strict=True)) if len(texts) == len(grouped) else [(text, tuple(places))]


def _values(item: schema.Item, field: FieldName) -> list[str]:
    """What stands for the print of a field in a document without it."""
    if field in _OPTIONS:
        options: list[schema.Option] = getattr(item, field)
        return [" ".join(f"{option.mark or ''}{option.label}" for option in options)] if options else []
    if field == "categories":
        return item.categories
    value = {
        "number": item.number,
        "name": item.name,
        "content": item.content,
        "legal_basis": item.legal_basis and item.legal_basis.text,
        "publishers": "、".join(item.publishers),
        "responsible_units": "、".join(item.responsible_units),
        "deadline": item.deadline and item.deadline.text,
        "contacts": "、".join(contact.value for contact in item.contacts),
    }.get(field)
    return [value] if value else []


@dataclass(frozen=True, slots=True)
class OutsideText:
    """A paragraph or full-width row before or after the items of a catalogue."""

    catalogue: int
    part: Literal["preamble", "notes"]
    index: int
    text: str
    place: schema.Place

    def place_at(self, offset: int) -> schema.Place:
        """Where a character of the text is printed: its line, in a source with lines."""
        if self.place.line is None:
            return self.place
        return self.place.model_copy(update={"line": self.place.line + self.text.count("\n", 0, offset)})

    def rewrite(self, change: Callable[[str], str]) -> Callable[[schema.Document], None]:
        """What changes the text in a document."""

        def apply(document: schema.Document) -> None:
            texts: list[schema.Text] = getattr(document.catalogues[self.catalogue], self.part)
            texts[self.index].text = change(texts[self.index].text)

        return apply


def outside(document: schema.Document) -> Iterator[OutsideText]:
    """The texts before and after the items, catalogue by catalogue."""
    for number, catalogue in enumerate(document.catalogues):
        for index, text in enumerate(catalogue.preamble):
            yield OutsideText(number, "preamble", index, text.text, text.place)
        for index, text in enumerate(catalogue.notes):
            yield OutsideText(number, "notes", index, text.text, text.place)

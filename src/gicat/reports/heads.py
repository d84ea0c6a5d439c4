"""What reports tell of a document: a thousand of them are kept until a report is written, whole ones would not fit."""

from __future__ import annotations

from dataclasses import dataclass

from gicat import schema


@dataclass(frozen=True, slots=True)
class ItemHead:
    """An item's id, number and name, and the places of its name, else of the first of its fields that has any."""

    id: str
    number: str | None
    name: str | None
    places: tuple[schema.Place, ...]


@dataclass(frozen=True, slots=True)
class CatalogueHead:
    """A catalogue's title, columns and items."""

    title: str | None
    columns: tuple[schema.Column, ...]
    items: tuple[ItemHead, ...]


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """Where a document comes from, and its catalogues."""

    source: schema.Source
    catalogues: tuple[CatalogueHead, ...]


def head_of(document: schema.Document) -> DocumentHead:
    """The head of a document, which keeps nothing else of it alive."""
    return DocumentHead(document.source, tuple(map(_catalogue, document.catalogues)))


def _catalogue(catalogue: schema.Catalogue) -> CatalogueHead:
    return CatalogueHead(catalogue.title, tuple(catalogue.columns), tuple(map(_item, catalogue.items)))


def _item(item: schema.Item) -> ItemHead:
    places = item.places.get("name") or next(iter(item.places.values()), [])
    return ItemHead(item.id, item.number, item.name, tuple(places))

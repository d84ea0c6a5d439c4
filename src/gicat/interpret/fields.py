"""A row to an item: typed values, what was printed, where."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from gicat import schema
from gicat.diagnostics import Diagnostic
from gicat.grid import Cell, Fragment, Place, Printed
from gicat.interpret.columns import Column, field_of
from gicat.interpret.options import list_options, tick_options
from gicat.interpret.rows import Row
from gicat.interpret.values import Value
from gicat.lexicon import OPTION_FIELDS
from gicat.marks import DASHES
from gicat.numerals import without_ordinal
from gicat.recognise.citations import citations
from gicat.recognise.contacts import contacts, without_contacts
from gicat.recognise.deadlines import deadline
from gicat.recognise.elements import elements
from gicat.recognise.organisations import organisations
from gicat.text import squeeze

Pair = tuple[Column, Value]


@dataclass
class ItemBuilder:
    """Makes the items of a catalogue.

    Attributes:
        table: the table's number, for places.
        lost: whether no tick is printed in any tick column of the table.
        seen: the identities of items so far.
        placed: places by the identities of the cells, which live as long as the grid.
    """

    table: int
    lost: bool
    seen: Counter[str] = field(default_factory=Counter)
    placed: dict[int, list[schema.Place]] = field(default_factory=dict)

    def item(self, columns: Sequence[Column], row: Row) -> tuple[schema.Item, list[Diagnostic]]:
        """The item of a row."""
        pairs = list(zip(columns, row.values, strict=True))
        categories, name = _hierarchy(pairs, row.headings)
        by_role = _by_role(pairs)
        content = _one(by_role, "content")
        values: dict[str, Any] = {
            "number": _text(_one(by_role, "number")),
            "categories": categories,
            "name": name,
            "content": _text(content),
            "content_elements": list(elements(content.printed.text)) if content else [],
            "legal_basis": legal_basis(_one(by_role, "legal_basis")),
            "publishers": _names(by_role.get("publishers", [])),
            "responsible_units": _names([*by_role.get("responsible_units", []), *by_role.get("contact_units", [])]),
            "deadline": deadline_of(_one(by_role, "deadline")),
            "contacts": _contacts([*by_role.get("contacts", []), *by_role.get("contact_units", [])]),
            "extra": [
                schema.Extra(label=c.labels, text=squeeze(v.printed.text))
                for c, v in by_role.get("extra", [])
                if not v.printed.blank
            ],
        }
        diagnostics = list(row.diagnostics)
        for option_field in OPTION_FIELDS:
            values[option_field] = self._options(option_field, by_role.get(option_field, []), diagnostics)
        values |= self._provenance(pairs, row.headings)
        values["id"] = self._id(categories, name, values["content"])
        return schema.Item(**values), diagnostics

    def _options(self, name: str, pairs: Sequence[Pair], diagnostics: list[Diagnostic]) -> list[schema.Option]:
        ticks = [pair for pair in pairs if pair[0].option is not None]
        read = [tick_options(name, ticks, lost=self.lost)] if ticks else []
        read += [
            list_options(name, value) for column, value in pairs if column.option is None and not _dash(value.printed)
        ]
        if any(result.diagnostics for result in read):
            cells = [cell for _, value in pairs for cell in value.cells]
            place = cells[0].places(self.table)[0] if cells else Place()
            diagnostics += [replace(d, field=name, place=place) for result in read for d in result.diagnostics]
        return [option for result in read for option in result.options]

    def _provenance(self, pairs: Sequence[Pair], headings: Sequence[Cell]) -> dict[str, Any]:
        printed: dict[str, list[str]] = {}
        places: dict[str, list[schema.Place]] = {}
        inherited: dict[str, str] = {}
        for name, cell, value in _cells(pairs, headings):
            if name in places:
                printed[name].append(cell.printed.text.replace("\t", " "))
                places[name] += self._places(cell)
            else:
                printed[name] = [cell.printed.text.replace("\t", " ")]
                places[name] = self._places(cell)[:]
            if value is not None and value.inherited:
                inherited.setdefault(name, value.inherited)
        return {
            "printed": {name: "\t".join(texts) for name, texts in printed.items()},
            "places": places,
            "inherited": inherited,
        }

    def _places(self, cell: Cell) -> list[schema.Place]:
        """Where a cell is printed; the items that share it share the places."""
        known = self.placed.get(id(cell))
        if known is None:
            known = self.placed[id(cell)] = [
                schema.Place(page=f.page, table=self.table, row=cell.row, column=cell.column, line=f.line, bbox=f.bbox)
                for f in cell.fragments or (Fragment(),)
            ]
        return known

    def _id(self, categories: Sequence[str], name: str | None, content: str | None) -> str:
        identity = json.dumps([list(categories), name, content], ensure_ascii=False)
        self.seen[identity] += 1
        repeat = self.seen[identity]
        digest = hashlib.sha256(f"{identity}{repeat if repeat > 1 else ''}".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:8]


def _cells(pairs: Sequence[Pair], headings: Sequence[Cell]) -> Iterator[tuple[str, Cell, Value | None]]:
    """Every cell behind an item: its field, the cell, its value; a cell over several columns of a field once."""
    for cell in headings:
        yield "categories", cell, None
    seen: set[tuple[str, int, int]] = set()
    for column, value in pairs:
        name = field_of(column) or "extra"
        names = (name, "contacts") if column.role == "contact_units" else (name,)
        for each in names:
            for cell in value.cells:
                place = each, cell.row, cell.column
                if place not in seen and not (each == "extra" and cell.blank):
                    seen.add(place)
                    yield each, cell, value


def _by_role(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    grouped: dict[str, list[Pair]] = {}
    for column, value in pairs:
        grouped.setdefault(column.role, []).append((column, value))
    return grouped


def _one(by_role: dict[str, list[Pair]], role: str) -> Value | None:
    values = [value for _, value in by_role.get(role, []) if not value.printed.blank or value.ditto]
    return values[0] if values else None


def _text(value: Value | None) -> str | None:
    return squeeze(value.printed.text) or None if value else None


def _dash(printed: Printed) -> bool:
    text = squeeze(printed.text)
    return not text or set(text) <= DASHES


def _hierarchy(pairs: Sequence[Pair], headings: Sequence[Cell]) -> tuple[list[str], str | None]:
    """Categories and name: the innermost level names the item.

    Where the innermost column is empty, the deepest level printed in the row itself is the name (ragged
    hierarchies); a level that only carries on from above is none.
    """
    levels = sorted(
        (p for p in pairs if p[0].role in ("level", "name")), key=lambda p: (p[0].role == "name", p[0].rank, p[0].index)
    )
    filled = [(column, value) for column, value in levels if not _dash(value.printed)]
    heads = [without_ordinal(squeeze(cell.text)) for cell in headings]
    if not filled:
        return heads, None
    last, value = filled[-1]
    named = last.role == "name" or value.own
    inner = filled[:-1] if named else filled
    categories = [*heads, *(without_ordinal(squeeze(v.printed.text)) for _, v in inner)]
    return categories, squeeze(value.printed.text) if named else None


def legal_basis(value: Value | None) -> schema.LegalBasis | None:
    """公开依据 as text and citations."""
    if value is None or (_dash(value.printed) and not value.ditto):
        return None
    return schema.LegalBasis(
        text=value.ditto or squeeze(value.printed.text),
        citations=[
            schema.Citation(
                title=c.title,
                document_number=c.document_number,
                articles=[schema.Article(article=a.article, paragraph=a.paragraph, item=a.item) for a in c.articles],
            )
            for c in citations(value.printed.text)
        ],
    )


def deadline_of(value: Value | None) -> schema.Deadline | None:
    """公开时限 as text and terms; a ditto stays one."""
    if value is None or (_dash(value.printed) and not value.ditto):
        return None
    read = deadline(value.ditto or value.printed.text)
    return schema.Deadline(
        text=read.text,
        terms=[
            schema.Term(
                kind=cast(Any, t.kind), amount=t.amount, unit=cast(Any, t.unit), event=t.event, month=t.month, day=t.day
            )
            for t in read.terms
        ],
        qualifiers=cast(Any, list(read.qualifiers)),
    )


def _names(pairs: Sequence[Pair]) -> list[str]:
    names: list[str] = []
    for column, value in pairs:
        printed = Printed(without_contacts(value.printed.text)) if column.role == "contact_units" else value.printed
        if not _dash(printed):
            names += organisations(printed)
    return names


def _contacts(pairs: Sequence[Pair]) -> list[schema.Contact]:
    return [
        schema.Contact(kind=cast(Any, c.kind), value=c.value, label=c.label, purpose=c.purpose)
        for _, value in pairs
        for c in contacts(value.printed.text)
    ]

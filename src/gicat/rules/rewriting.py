"""Fixes that change a printed cell: the print and every value read from it, in all items that share the cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from gicat import schema
from gicat.recognise.citations import citations
from gicat.recognise.deadlines import deadline
from gicat.recognise.elements import elements
from gicat.rules.printed_text import PrintedCell

Change = Callable[[str], str]


def rewrite(cell: PrintedCell, change: Change) -> Callable[[schema.Document], None]:
    """What applies `change` to a cell in a document; `change` does the same to a text with and without breaks."""

    def apply(document: schema.Document) -> None:
        for index in cell.sharers:
            _rewrite(document.catalogues[cell.catalogue].items[index], cell, change)

    return apply


def _rewrite(item: schema.Item, cell: PrintedCell, change: Change) -> None:
    printed = item.printed.get(cell.field)
    if printed is not None:
        texts = printed.split("\t")
        whole = "\t" in cell.text or cell.part >= len(texts)
        changed = [change(text) if whole or part == cell.part else text for part, text in enumerate(texts)]
        item.printed[cell.field] = "\t".join(changed)
    if item.inherited.get(cell.field) == "ditto":
        return  # the print is 同上, the value is that of another cell
    _VALUES[cell.field](item, cell, change)


def _categories(item: schema.Item, cell: PrintedCell, change: Change) -> None:
    whole = "\t" in cell.text or cell.part >= len(item.categories)
    item.categories = [
        change(name) if whole or part == cell.part else name for part, name in enumerate(item.categories)
    ]


def _name(item: schema.Item, cell: PrintedCell, change: Change) -> None:
    item.name = change(item.name) if item.name else None


def _content(item: schema.Item, cell: PrintedCell, change: Change) -> None:
    item.content = change(item.content) if item.content else None
    item.content_elements = list(elements(item.content or ""))


def _legal_basis(item: schema.Item, cell: PrintedCell, change: Change) -> None:
    item.legal_basis = _basis(change(item.legal_basis.text)) if item.legal_basis else None


def _time_limit(item: schema.Item, cell: PrintedCell, change: Change) -> None:
    item.deadline = _deadline(change(item.deadline.text)) if item.deadline else None


def _publishers(item: schema.Item, cell: PrintedCell, change: Change) -> None:
    item.publishers = [change(name) for name in item.publishers]


def _responsible_units(item: schema.Item, cell: PrintedCell, change: Change) -> None:
    item.responsible_units = [change(name) for name in item.responsible_units]


def _contacts(item: schema.Item, cell: PrintedCell, change: Change) -> None:
    for contact in item.contacts:
        contact.label = change(contact.label) if contact.label else None


_VALUES: Mapping[str, Callable[[schema.Item, PrintedCell, Change], None]] = {
    "categories": _categories,
    "name": _name,
    "content": _content,
    "legal_basis": _legal_basis,
    "publishers": _publishers,
    "responsible_units": _responsible_units,
    "deadline": _time_limit,
    "contacts": _contacts,
}
"""Field to what changes the values read from its cell."""


def _basis(text: str) -> schema.LegalBasis:
    cited = [
        schema.Citation(
            title=c.title,
            document_number=c.document_number,
            articles=[schema.Article(article=a.article, paragraph=a.paragraph, item=a.item) for a in c.articles],
        )
        for c in citations(text)
    ]
    return schema.LegalBasis(text=text, citations=cited)


def _deadline(text: str) -> schema.Deadline:
    read = deadline(text)
    terms = [
        schema.Term(kind=cast(Any, t.kind), amount=t.amount, unit=cast(Any, t.unit), event=t.event, month=t.month,
                    day=t.day)
        for t in read.terms
    ]  # fmt: skip
    return schema.Deadline(text=read.text, terms=terms, qualifiers=cast(Any, list(read.qualifiers)))

"""CSV for spreadsheets: UTF-8 with a byte order mark, one row per item, cells that cannot run as formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from gicat.schema import Catalogue, Contact, Document, Item, Option
from gicat.writers.base import WriteOptions, mended, ticked
from gicat.writers.labels import OPTION_FIELDS, Labels, label

BOM = "\ufeff"
HEAD = ("source", "catalogue", "title", "region", "agency", "published", "updated")
PLAIN = ("id", "number", "categories", "name", "content", "legal_basis", "publishers", "responsible_units", "deadline")
END = ("contacts", "extra")
OPTION = ("field", "code", "option", "checked", "mark", "note")

# What spreadsheets take for the start of a formula (OWASP, "CSV injection"), full-width forms included. A cell that
# begins with apostrophes before such a sign gets one more, so that taking one away always gives the print.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_STATES = {True: "1", False: "0", None: ""}

OptionKey = tuple[str, str]  # field and label


def write(documents: Iterable[Document], options: WriteOptions) -> Iterator[str]:
    """The rows of all items, header first.

    `options.wide` adds a column for each option of any item, `field: label`, with 1, 0 or nothing where
    the source does not tell or the item has no such option; `options.long` gives a row for each item and option.
    """
    if options.long:
        return _text(_long(documents, options.labels))
    if options.wide:
        documents = list(documents)
        return _text(_rows(documents, options.labels, _all_options(documents)))
    return _text(_rows(documents, options.labels, ()))


def neutralised(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before `= + - @`, a tab or a line end."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _text(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    buffer = io.StringIO()
    lines = csv.writer(buffer, lineterminator="\r\n")  # RFC 4180
    buffer.write(BOM)
    for row in rows:
        lines.writerow([neutralised(mended(cell)) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _rows(documents: Iterable[Document], labels: Labels, wide: Sequence[OptionKey]) -> Iterator[list[str]]:
    names = [label(name, labels) for name in (*HEAD, *PLAIN, *OPTION_FIELDS, *END)]
    yield names + [f"{label(field, labels)}: {option}" for field, option in wide]
    for head, item in _items(documents):
        states = {(field, option.label): option.checked for field, option in _options(item)}
        joined = [ticked(getattr(item, field)) for field in OPTION_FIELDS]
        yield [*head, *_plain(item), *joined, *_end(item), *(_STATES[states.get(key)] for key in wide)]


def _long(documents: Iterable[Document], labels: Labels) -> Iterator[list[str]]:
    yield [label(name, labels) for name in (*HEAD, *PLAIN, *END, *OPTION)]
    for head, item in _items(documents):
        cells = [*head, *_plain(item), *_end(item)]
        options = list(_options(item))
        for field, o in options:
            yield [*cells, label(field, labels), o.code or "", o.label, _STATES[o.checked], o.mark or "", o.note or ""]
        if not options:
            yield [*cells, *("" for _ in OPTION)]


def _items(documents: Iterable[Document]) -> Iterator[tuple[list[str], Item]]:
    for document in documents:
        for index, catalogue in enumerate(document.catalogues):
            head = [document.source.name, str(index), *_head(catalogue)]
            for item in catalogue.items:
                yield head, item


def _head(catalogue: Catalogue) -> list[str]:
    c = catalogue
    return [value or "" for value in (c.title, c.region, c.agency, c.published, c.updated)]


def _plain(item: Item) -> list[str]:
    return [
        item.id,
        item.number or "",
        "；".join(item.categories),
        item.name or "",
        item.content or "",
        item.legal_basis.text if item.legal_basis else "",
        "；".join(item.publishers),
        "；".join(item.responsible_units),
        item.deadline.text if item.deadline else "",
    ]


def _end(item: Item) -> list[str]:
    extra = (f"{'/'.join(column.label)}：{column.text}" for column in item.extra)
    return ["；".join(map(_contact, item.contacts)), "；".join(extra)]


def _contact(contact: Contact) -> str:
    purpose = f"{contact.purpose}：" if contact.purpose else ""
    return f"{purpose}{contact.value}" + (f"（{contact.label}）" if contact.label else "")


def _options(item: Item) -> Iterator[tuple[str, Option]]:
    for field in OPTION_FIELDS:
        for option in getattr(item, field):
            yield field, option


def _all_options(documents: Iterable[Document]) -> list[OptionKey]:
    """Every option that any item has, by field, in order of first print."""
    keys = dict.fromkeys((field, option.label) for _, item in _items(documents) for field, option in _options(item))
    return sorted(keys, key=lambda key: OPTION_FIELDS.index(key[0]))

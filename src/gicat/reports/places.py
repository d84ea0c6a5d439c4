"""Where a finding is: in numbers for machines, and as people look for it in the document."""

from __future__ import annotations

from gicat import schema
from gicat.diagnostics import FIELDS, Language
from gicat.reports import CheckedFile, Run
from gicat.reports.heads import CatalogueHead, ItemHead
from gicat.reports.words import in_language, one_line, say
from gicat.rules.base import Finding

_NOWHERE = schema.Place()


def catalogue_of(file: CheckedFile, finding: Finding) -> CatalogueHead | None:
    """The catalogue that a finding is about; None where it is about the file."""
    catalogues, index = file.document.catalogues, finding.catalogue
    return catalogues[index] if index is not None and 0 <= index < len(catalogues) else None


def item_of(file: CheckedFile, finding: Finding) -> ItemHead | None:
    """The item that a finding is about; None where it is about a catalogue or the file."""
    catalogue, index = catalogue_of(file, finding), finding.item
    if catalogue is None or index is None or not 0 <= index < len(catalogue.items):
        return None
    return catalogue.items[index]


def places(file: CheckedFile, finding: Finding) -> tuple[schema.Place, ...]:
    """Every place of a finding; of the item's name where it has none of its own."""
    if finding.places:
        return finding.places
    item = item_of(file, finding)
    return item.places if item else ()


def place(file: CheckedFile, finding: Finding) -> schema.Place:
    """The first place of a finding, empty if it has none."""
    return next(iter(places(file, finding)), _NOWHERE)


def first_line(file: CheckedFile, finding: Finding) -> int:
    """The line for tools that need one: that of the text file, 1 where the format has no lines."""
    return max(place(file, finding).line or 1, 1)


def short_place(where: schema.Place, language: Language) -> str:
    """A place as it stands behind a path and a colon: the line, or page, table and row counted from 1; or nothing."""
    if where.line is not None:
        return str(where.line)
    return long_place(where, language)


def long_place(where: schema.Place, language: Language) -> str:
    """A place in words: the line, or page and row; everything counted from 1, a table's header is its first row."""
    if where.line is not None:
        return say("line", language, n=where.line)
    table = where.table if where.page is None else None
    parts = [say("page", language, n=where.page)] if where.page is not None else []
    parts += [say("table", language, n=table + 1)] if table is not None else []
    row = "row" if table is not None else "table-row"  # a table runs on over pages, its rows are counted through
    parts += [say(row, language, n=where.row + 1)] if where.row is not None else []
    return " ".join(parts)


def column_label(file: CheckedFile, finding: Finding, language: Language) -> str | None:
    """The column's header as the document prints it, else the field's name; None without a field."""
    if finding.field is None:
        return None
    catalogue = catalogue_of(file, finding)
    labels = [column.label for column in catalogue.columns if column.field == finding.field] if catalogue else []
    if labels and labels[0] and finding.field != "categories":
        return one_line(labels[0][-1] if len(labels) == 1 else labels[0][0])
    named = FIELDS.get(finding.field)
    return in_language(named, language) if named else one_line(finding.field)


def subject(run: Run, file: CheckedFile, finding: Finding) -> str:
    """What a finding is about, as a person looks for it: item and column, or the catalogue, or the file."""
    item, catalogue = item_of(file, finding), catalogue_of(file, finding)
    parts = []
    if item is not None:
        name = " ".join(one_line(part) for part in (item.number, item.name) if part) or item.id
        parts.append(say("item", run.language, name=name))
    elif catalogue is not None and catalogue.title:
        parts.append(say("catalogue", run.language, title=one_line(catalogue.title)))
    label = column_label(file, finding, run.language)
    if label:
        parts.append(say("column", run.language, label=label))
    return ", ".join(parts) if run.language == "en" else "，".join(parts)


def logical_name(finding: Finding) -> str | None:
    """The path of what a finding is about in the gicat document, such as `catalogues[0].items[3].deadline`."""
    if finding.catalogue is None:
        return None
    parts = [f"catalogues[{finding.catalogue}]"]
    parts += [f"items[{finding.item}]"] if finding.item is not None else []
    parts += [finding.field] if finding.field is not None else []
    return ".".join(parts)

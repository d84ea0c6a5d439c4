"""From a catalogue in the contract's shape to a printed sheet in a house style."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from tests.rendering.houses import Column, House
from tests.rendering.model import Box, Cell, Line, Row, Sheet, Table, line

Item = Mapping[str, Any]
Lines = tuple[Line, ...]
_ORDINALS = "一二三四五六七八九十"


def compose(catalogue: Mapping[str, Any], house: House) -> Sheet:
    """The sheet on which a catalogue is printed.

    Args:
        catalogue: one of the contract's `catalogues`, as plain JSON values.
        house: the house style; fields without a column are not printed.
    """
    before = _preamble(catalogue)
    front: tuple[Row, ...] = ()
    if house.front_rows:
        printed = (line(catalogue["title"]), *before)
        front = tuple((Cell((text,), columns=len(house.columns)),) for text in printed)
        before = ()
    body = _body(catalogue["items"], house)
    table = Table(tuple(c.width for c in house.columns), front, _head(house.columns), body)
    after = tuple(line(note["text"]) for note in catalogue.get("notes") or ())
    return Sheet("" if house.front_rows else catalogue["title"], before, table, after)


def _preamble(catalogue: Mapping[str, Any]) -> Lines:
    lines = [line(text["text"]) for text in catalogue.get("preamble") or ()]
    if not lines and catalogue.get("contacts"):
        phones = "，".join(contact["value"] for contact in catalogue["contacts"])
        lines = [line(f"【责任主体】{catalogue['agency']}"), line(f"【监督渠道】监督举报电话：{phones}")]
    if catalogue.get("published"):
        lines.append(line(f"发布时间：{catalogue['published']}"))
    return tuple(lines)


def _head(columns: Sequence[Column]) -> tuple[Row, ...]:
    deep = any(len(column.label) > 1 for column in columns)
    if not deep:
        return (tuple(Cell((line(column.label[0]),)) for column in columns),)
    upper: list[Cell] = []
    for label, group in groupby(columns, key=lambda column: column.label[0]):
        members = list(group)
        grouped = len(members[0].label) > 1
        upper.append(Cell((line(label),), rows=1 if grouped else 2, columns=len(members)))
    lower = tuple(Cell((line(column.label[1]),)) for column in columns if len(column.label) > 1)
    return tuple(upper), lower


def _body(items: Sequence[Item], house: House) -> tuple[Row, ...]:
    items = _numbered(items) if house.ordinals else items
    rows: list[Row] = []
    for heading, group in groupby(items, key=lambda item: item["categories"][0] if house.headings else None):
        if heading is not None:
            rows.append((Cell((line(heading),), columns=len(house.columns)),))
        rows += _rows(list(group), house)
    return tuple(rows)


def _rows(items: Sequence[Item], house: House) -> list[Row]:
    rows: list[list[Cell]] = [[] for _ in items]
    for column in house.columns:
        printed = [_cell(item, column, house) for item in items]
        keys = [
            _run_key(item, cell, n, column, house) for n, (item, cell) in enumerate(zip(items, printed, strict=True))
        ]
        start = 0
        for _, run in groupby(keys):
            length = len(list(run))
            rows[start].append(Cell(printed[start], rows=length))
            start += length
    return [tuple(row) for row in rows]


def _run_key(item: Item, lines: Lines, number: int, column: Column, house: House) -> object:
    """Neighbouring rows with equal keys are one merged cell."""
    if not column.shared or not any(lines):
        return number
    if column.field == "categories":
        return tuple(item["categories"][: column.level + 1])
    return lines if house.across else (tuple(item["categories"][:1]), lines)


def _numbered(items: Sequence[Item]) -> list[Item]:
    """The items, their outermost categories numbered 一、二、…"""
    outermost = [key for key, _ in groupby(item["categories"][0] for item in items)]
    printed = {name: f"{ordinal}、{name}" for name, ordinal in zip(outermost, _ORDINALS, strict=False)}
    return [{**item, "categories": [printed[item["categories"][0]], *item["categories"][1:]]} for item in items]


def _cell(item: Item, column: Column, house: House) -> Lines:
    if column.option is not None:
        chosen = [o for o in item[column.field] if o["label"] == column.option and o["checked"]]
        return (line(chosen[0].get("note") or house.tick),) if chosen else ()
    return _FIELDS[column.field](item, column, house)


def _text(value: str | None) -> Lines:
    return tuple(line(text) for text in value.split("\n")) if value else ()


def _category(item: Item, column: Column, _: House) -> Lines:
    return _text(item["categories"][column.level]) if column.level < len(item["categories"]) else ()


def _contacts(item: Item, _: Column, house: House) -> Lines:
    lines = tuple(line(c["value"] + (f"（{c['label']}）" if c.get("label") else "")) for c in item["contacts"])
    return (line(house.contact_heading), *lines) if house.contact_heading and lines else lines


def _options(item: Item, column: Column, house: House) -> Lines:
    options = item[column.field]
    if house.listing == "named":
        return _text("、".join(option["label"] + _filling(option) for option in options))
    per_line = house.per_line if column.field == "channels" else 1
    lines = []
    for start in range(0, len(options), per_line):
        pieces: list[str | Box] = []
        for option in options[start : start + per_line]:
            box, label = Box(bool(option["checked"])), option["label"]
            pieces += [house.gap] if pieces else []
            pieces += [label, box, _filling(option)] if house.behind else [box, label + _filling(option)]
        lines.append(tuple(piece for piece in pieces if piece))
    return tuple(lines)


def _filling(option: Mapping[str, Any]) -> str:
    return f"：{option['note']}" if option.get("note") else ""


def _extra(item: Item, column: Column, _: House) -> Lines:
    return next((_text(extra["text"]) for extra in item["extra"] if extra["label"] == list(column.label)), ())


_FIELDS: Mapping[str, Callable[[Item, Column, House], Lines]] = {
    "number": lambda item, _, __: _text(item["number"]),
    "categories": _category,
    "name": lambda item, _, __: _text(item["name"]),
    "content": lambda item, _, __: _text(item["content"]),
    "legal_basis": lambda item, _, __: _text((item["legal_basis"] or {}).get("text")),
    "publishers": lambda item, _, __: _text("、".join(item["publishers"])),
    "responsible_units": lambda item, _, house: _text(house.unit_break.join(item["responsible_units"])),
    "deadline": lambda item, _, __: _text((item["deadline"] or {}).get("text")),
    "channels": _options,
    "forms": _options,
    "contacts": _contacts,
    "extra": _extra,
}

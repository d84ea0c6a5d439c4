"""序号 and ordinals as sequences: what S005 reads, and the renumbering that mends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gicat import schema
from gicat.numerals import value
from gicat.rules.base import Fix

_ORDINAL = re.compile(r"^\s*([（(]?)第?([〇零一二三四五六七八九十百]+|\d{1,3})([)）、.．])")
_SEPARATORS = re.compile(r"[.．\-—–]")
_NUMBER_SIGNS = "（）()、.． "


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its sequence: the item that prints it, the number, its print, the heading that starts a sequence."""

    item: int
    parts: tuple[int, ...]
    printed: str
    under: tuple[str, ...] = ()


def numbers_of(catalogue: schema.Catalogue) -> list[Number]:
    """The numbers printed in rows of their own; labels that are no numbers are left out."""
    numbers = []
    for index, item in enumerate(catalogue.items):
        if not item.number or "number" in item.inherited:
            continue
        parts = [value(part) for part in _SEPARATORS.split(item.number.strip(_NUMBER_SIGNS))]
        if all(part is not None for part in parts):
            whole = tuple(part for part in parts if part is not None)
            numbers.append(Number(index, whole, item.number, tuple(item.categories[:1])))
    return numbers


def ordinals_of(catalogue: schema.Catalogue) -> Iterator[list[Number]]:
    """The ordinals of the headings of one level under one parent, written in one style."""
    sequences: dict[tuple[object, ...], list[Number]] = {}
    seen: set[tuple[str, ...]] = set()
    for index, item in enumerate(catalogue.items):
        cells = item.printed.get("categories", "").split("\t")
        if "categories" in item.inherited or len(cells) != len(item.categories):
            continue
        for level, cell in enumerate(cells):
            path = tuple(item.categories[: level + 1])
            match = _ORDINAL.match(cell)
            number = value(match[2]) if match else None
            if match is None or number is None or path in seen:
                continue
            seen.add(path)
            style = (path[:-1], match[1], match[2].isdigit(), match[3])
            sequences.setdefault(style, []).append(Number(index, (number,), match[0].strip()))
    return (sequence for sequence in sequences.values() if len(sequence) > 1)


def plain(number: Number) -> bool:
    """Whether a number counts from 1: neither 1.1 nor a code with leading zeros."""
    return len(number.parts) == 1 and not number.printed.startswith("0")


def gap(before: Number, number: Number) -> bool:
    """Whether numbers are left out between two."""
    return plain(before) and plain(number) and number.parts[0] > before.parts[0] + 1


def renumber(index: int, number: Number) -> Fix | None:
    """The numbers of a catalogue counted up anew, as far as they are plain ones."""
    if not plain(number):
        return None

    def apply(document: schema.Document) -> None:
        catalogue = document.catalogues[index]
        count, under = 0, None
        for item in catalogue.items:
            if item.number is None:
                continue
            top = item.categories[:1]
            if "number" not in item.inherited:
                restarts = value(item.number) == 1 and top != under
                count, under = (1 if restarts else count + 1), top
            item.number = str(count)

    return Fix(apply, safe=False, before=number.printed, after="1, 2, 3 …")

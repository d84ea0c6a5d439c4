"""Nothing lost, nothing made up: the printed characters of a file against those of its result.

The file's characters are counted by its reader without looking at cells; the result's from the document
alone, every cell once. Neither white space nor compatibility forms count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gicat import schema
from gicat.diagnostics import Diagnostic, found
from gicat.grid import Sighting
from gicat.text import bare

_MOST = 50


def audit(sightings: Iterable[Sighting], document: schema.Document, told: Sequence[Diagnostic]) -> list[Diagnostic]:
    """R010 for printed text that neither the document nor a diagnostic holds, R016 for the reverse.

    Args:
        sightings: the file's characters with their places.
        document: the result.
        told: its diagnostics; text they quote was not lost.
    """
    seen = [replace(s, text=bare(s.text)) for s in sightings]
    printed = Counter(char for sighting in seen for char in sighting.text)
    texts = [bare(text) for text in _texts(document)]
    texts += [bare(d.text) for d in told if d.text]
    kept = Counter(char for text in texts for char in text)
    lost, invented = printed - kept, kept - printed
    diagnostics = list(_lost(seen, lost, "\n".join(texts)))
    if invented:
        text = "".join(sorted(invented.elements()))
        diagnostics.append(replace(found("R016"), text=text))
    return diagnostics


def _lost(seen: Sequence[Sighting], lost: Counter[str], kept: str) -> Iterator[Diagnostic]:
    """One finding a line or paragraph with lost characters, those that stand nowhere in the result first."""
    if not lost:
        return
    left = Counter(lost)
    whole = sorted(seen, key=lambda sighting: sighting.text in kept)
    count = 0
    for sighting in whole:
        if not left:
            return
        if count == _MOST:
            break
        missing = "".join(char for char in sighting.text if _take(left, char))
        if missing:
            count += 1
            yield replace(found("R010", sighting.place), text=missing)
    if left:
        yield replace(found("R010"), text="".join(sorted(left.elements())))


def _take(left: Counter[str], char: str) -> bool:
    if not left[char]:
        del left[char]
        return False
    left[char] -= 1
    if not left[char]:
        del left[char]
    return True


def _texts(document: schema.Document) -> Iterator[str]:
    """Every printed text of a document once."""
    for text in document.unplaced:
        yield text.text
    cells: dict[tuple[object, ...], str] = {}
    for catalogue in document.catalogues:
        if catalogue.title:
            yield catalogue.title
        for text in (*catalogue.preamble, *catalogue.notes):
            yield text.text
        for column in catalogue.columns:
            cells |= {_key(place): label for label, place in zip(column.label, column.places, strict=False)}
        for item in catalogue.items:
            for name, printed in item.printed.items():
                if item.inherited.get(name) != "default":
                    cells |= dict(zip(_keys(item.places[name]), printed.split("\t"), strict=False))
    yield from cells.values()


def _keys(places: Sequence[schema.Place]) -> list[tuple[object, ...]]:
    """One key a cell, in order; several places of one cell are neighbours."""
    keys: list[tuple[object, ...]] = []
    for place in places:
        if not keys or keys[-1] != _key(place):
            keys.append(_key(place))
    return keys


def _key(place: schema.Place) -> tuple[object, ...]:
    return place.table, place.row, place.column

"""The entries of a catalogue's overview: 【责任主体】…, 【公开渠道】…, before the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gicat import schema
from gicat.rules.printed_text import OutsideText, outside

_ENTRY = re.compile(
    r"(?:【(?P<label>[^】\n]{2,12})】|(?:^|\n)\s*(?:\d+[.、]|[（(]?[一二三四五六七八九十]+[）)、])?\s*"
    r"(?P<plain>公开渠道|公开主体|责任主体)\s*[:：])[ \t]*(?P<value>[^\n【]+)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its label without brackets, its text, and where that starts."""

    label: str
    text: str
    source: OutsideText
    place: schema.Place


def entries(document: schema.Document, number: int) -> Iterator[Entry]:
    """The entries before the table of a catalogue."""
    for text in outside(document):
        if text.catalogue == number and text.part == "preamble":
            for match in _ENTRY.finditer(text.text):
                label = match["label"] or match["plain"]
                yield Entry(label, match["value"].strip(), text, text.place_at(match.start("value")))

"""The printed cell of a finding with the offending part marked: which lines to show, and what to underline."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import takewhile

from gicat.reports.words import visible
from gicat.rules.excerpts import ELLIPSIS, borders

AROUND = 1
"""Lines shown before and after the offending ones."""
SHORT = 40
"""Columns up to which a change is shown whole."""
CONTEXT = 6
"""Characters shown before and after what differs in a longer one."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of a cell, and the part of it to mark, as offsets; nothing is marked where they are equal."""

    text: str
    start: int = 0
    end: int = 0

    @property
    def underline(self) -> str:
        """Carets under the marked part, in columns of a terminal."""
        return " " * columns(self.text[: self.start]) + "^" * columns(self.text[self.start : self.end])


def marked(printed: str, quote: str | None, width: int) -> tuple[MarkedLine, ...]:
    """The lines of a cell that a person needs to see, each at most `width` columns wide.

    The quote is looked for as it stands, then without regard to white space, since a cell's breaks are no part
    of its value. A quote that is not in the cell, or is all of it, marks nothing; then the first lines are shown.
    """
    text = visible(printed).replace("\t", "  ").strip()
    span = _find(text, visible(quote).strip()) if quote else None
    lines, offset = [], 0
    for line in text.split("\n"):
        start, end = (max(edge - offset, 0) for edge in span or (0, 0))
        lines.append(MarkedLine(line, min(start, len(line)), min(end, len(line))))
        offset += len(line) + 1
    hit = [number for number, line in enumerate(lines) if line.start < line.end]
    first, last = (hit[0] - AROUND, hit[-1] + AROUND) if hit else (0, 2 * AROUND)
    shown = [line for line in lines[max(first, 0) : last + 1] if line.text.strip()]
    return tuple(_clipped(line, width) for line in shown)


def changed(before: str, after: str) -> tuple[str, str]:
    """Two long texts cut down to where they differ, with a little of what both have around it, no word cut."""
    if max(columns(before), columns(after)) <= SHORT:
        return before, after
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    edges = set(borders(before)) & set(borders(after))
    start = max(offset for offset in edges if offset <= max(head - CONTEXT, 0))
    ends = {len(before) - offset for offset in borders(before)} & {len(after) - offset for offset in borders(after)}
    rest = max(offset for offset in ends if offset <= max(tail - CONTEXT, 0))
    first, last = (text[start : len(text) - rest] for text in (before, after))
    opening, closing = ELLIPSIS if start else "", ELLIPSIS if rest else ""
    return f"{opening}{first}{closing}", f"{opening}{last}{closing}"


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def columns(text: str) -> int:
    """Columns of a terminal that a text takes (UAX 11: wide and full-width characters take two)."""
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _find(text: str, quote: str) -> tuple[int, int] | None:
    """Where the quote is in the text; None if nowhere, or if it is all of the text."""
    solid = [offset for offset, character in enumerate(text) if not character.isspace()]
    wanted = "".join(quote.split())
    at = "".join(text[offset] for offset in solid).find(wanted) if wanted else -1
    exact = text.find(quote)
    if exact >= 0:
        span = (exact, exact + len(quote))
    elif at >= 0:
        span = (solid[at], solid[at + len(wanted) - 1] + 1)
    else:
        return None
    return None if len(wanted) == len(solid) else span


def _clipped(line: MarkedLine, width: int) -> MarkedLine:
    """The line cut to a width, at borders of words where it can be, with the marked part in it as far as it fits."""
    if columns(line.text) <= width:
        return line
    start = line.start
    while start > 0 and columns(line.text[start - 1 : line.end]) <= width * 2 // 3:
        start -= 1
    start = _first_border(line.text, start, line.start)
    before = ELLIPSIS if start else ""
    end = start
    while end < len(line.text) and columns(before + line.text[start : end + 1] + ELLIPSIS) <= width:
        end += 1
    end = _last_border(line.text, max(line.end, start + 1), end)
    after = ELLIPSIS if end < len(line.text) else ""
    moved = len(before) - start
    return MarkedLine(before + line.text[start:end] + after, line.start + moved, min(line.end, end) + moved)


def _first_border(text: str, first: int, last: int) -> int:
    """The first offset in a range to cut at, outside brackets if there is one; the begin of the range if none."""
    for brackets in (True, False):
        fitting = [offset for offset in borders(text, brackets=brackets) if first <= offset <= last]
        if fitting:
            return fitting[0]
    return first


def _last_border(text: str, first: int, last: int) -> int:
    """The last offset in a range to cut at, outside brackets if there is one; the end of the range if none."""
    for brackets in (True, False):
        fitting = [offset for offset in borders(text, brackets=brackets) if first <= offset <= last]
        if fitting:
            return fitting[-1]
    return last

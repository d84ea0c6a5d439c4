"""Why a printed line ends: its paper ran out (wrap), or its author ended it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from gicat.grid import Break, Mark, Printed
from gicat.parsers.pdf.lines import Line

_APART = 1.45  # times the usual distance of lines: a gap between paragraphs
_LEADING = 1.8  # times the em, where there are too few lines to tell what is usual
_OVER = 0.3  # of the em: nearer lines are printed over each other
_ROOM = 0.15  # of the em: the measures of text are not exact
_CLOSING = frozenset("，。、；：？！）》〉」』】〕］｝”’…—,.;:?!)]}%％")  # may not begin a line
_OPENING = frozenset("（《〈「『【〔［｛“‘([{")  # may not end a line
_WIDE_FROM = "\u2e80"


def printed(lines: list[Line], width: float) -> Printed:
    """Lines as one text with typed breaks.

    Args:
        lines: from top to bottom.
        width: what a full line may take, in points.
    """
    if not lines:
        return Printed()
    usual = min((below.y - above.y for above, below in pairwise(lines)), default=0.0)
    breaks = tuple(break_between(above, below, width, usual) for above, below in pairwise(lines))
    marks: list[Mark] = []
    parts: list[str] = []
    offset = 0
    for i, line in enumerate(lines):
        text, found = line.printed()
        if i < len(breaks) and breaks[i] is Break.WRAP and line.spaced:
            text += " "
        marks += (replace(mark, offset=offset + mark.offset) for mark in found)
        parts.append(text)
        offset += len(text) + 1
    return Printed("\n".join(parts), breaks, tuple(marks))


def break_between(above: Line, below: Line, width: float, usual: float = 0.0) -> Break:
    """Why a line ends.

    Args:
        above, below: the line and the one after it.
        width: what a full line may take, in points.
        usual: the distance of lines of one paragraph in this text, 0 where unknown.
    """
    distance = below.y - above.y
    if distance < _OVER * below.size:
        return Break.LINE  # printed over the line above
    limit = max(_APART * usual, _LEADING * max(above.size, below.size))
    if distance > limit:
        return Break.PARAGRAPH
    room = width - (above.x1 - above.x0)
    return Break.WRAP if _next_token(below) > room - _ROOM * below.size else Break.LINE


def _next_token(line: Line) -> float:
    """The width of what would have had to fit on the line above: a Han character or a Latin word, with the
    punctuation that may not be parted from it (GB/T 15834-2011, 5.1).
    """
    chars = line.chars
    end = 0
    while end < len(chars) - 1 and chars[end].text in _OPENING:
        end += 1
    if chars[end].text[:1] < _WIDE_FROM and chars[end].text.isalnum():
        while end < len(chars) - 1 and chars[end + 1].text[:1] < _WIDE_FROM and chars[end + 1].text.isalnum():
            end += 1
    while end < len(chars) - 1 and chars[end + 1].text in _CLOSING:
        end += 1
    return chars[end].x1 - chars[0].x0

"""Why a printed line ends: its paper ran out (wrap), or its author ended it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from gicat.grid import Break, Mark, Printed
from gicat.parsers.pdf.lines import Line
from gicat.parsers.pdf.model import HAN_FROM

_APART = 1.45  # times the usual distance of lines: a gap between paragraphs
_LEADING = 1.8  # times the em, where there are too few lines to tell what is usual
_OVER = 0.3  # of the em: nearer lines are printed over each other
_ROOM = 0.15  # of the em: the measures of text are not exact
_CLOSING = frozenset("，。、；：？！）》〉」』】〕］｝”’…—,.;:?!)]}%％")  # may not begin a line
_OPENING = frozenset("（《〈「『【〔［｛“‘([{")  # may not end a line


def printed(lines: list[Line], width: float) -> Printed:
    """Lines as one text with typed breaks.

    Args:
        lines: from top to bottom.
        width: what a full line may take, in points.
    """
    if len(lines) < 2:
        text, found = lines[0].printed() if lines else ("", [])
        return Printed(text, (), tuple(found))
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
    letters = _letters(line)
    text, end = next(letters)
    second = line.chars[0].text[1:2]
    if second and text not in _OPENING and second not in _CLOSING and text >= HAN_FROM:
        return end - line.x0  # a Han character before another, as most lines begin
    while text in _OPENING:
        text, end = next(letters, ("", end))
    latin = text.isalnum() and text < HAN_FROM
    for text, right in letters:
        if text not in _CLOSING and not (latin and text.isalnum() and text < HAN_FROM):
            break
        latin = latin and text.isalnum()
        end = right
    return end - line.x0


def _letters(line: Line) -> Iterator[tuple[str, float]]:
    """The characters of a line, and where each ends."""
    for char in line.chars:
        count = len(char.text)
        if count == 1 or char.text < HAN_FROM:
            yield char.text, char.x1
        else:
            step = (char.x1 - char.x0) / count
            yield from ((text, char.x0 + step * index) for index, text in enumerate(char.text, 1))

"""Characters to lines: by baseline from top to bottom, left to right, with the spaces that are on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from operator import attrgetter

from gicat.grid import Box, Mark
from gicat.marks import TICKED, UNTICKED
from gicat.parsers.pdf.layers import covers, layers
from gicat.parsers.pdf.model import HAN_FROM, Char, divided

_BASELINE = 0.5  # of the em: a baseline nearer than that is the same line, raised or lowered a little
_LATIN_GAP, _NARROW_GAP, _WIDE_GAP = 0.18, 0.25, 1.0
"""Of the em: from there a gap is a space, between Latin letters, beside signs or before a box, and between others.

The space of Noto Sans CJK is 0.224 em wide, and browsers print none: they leave the gap."""

_COVERED = 0.4  # of a character's width: farther in another one than that, it is printed over it
_SIGNS_FROM = "\u2000"  # signs that are no letters begin here


_EXACT = 0.1  # of the em: how far characters side by side may overlap
_BY_LINE, _BY_PLACE, _BY_SIZE = attrgetter("y"), attrgetter("x0"), attrgetter("size")


@dataclass(slots=True)
class Line:
    """A printed line.

    Attributes:
        chars: from left to right, white space at either end left out.
        y: the baseline of its largest character.
        size: the em of that character.
        spaced: whether white space stood at its end.
    """

    chars: list[Char]
    y: float
    size: float
    spaced: bool = False

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.chars[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.chars[-1].x1

    @property
    def box(self) -> Box:
        """What its characters cover."""
        return (
            self.x0,
            min(char.top for char in self.chars),
            max(char.x1 for char in self.chars),
            max(char.bottom for char in self.chars),
        )

    def printed(self) -> tuple[str, list[Mark]]:
        """Its text and the marks in it."""
        parts: list[str] = []
        marks: list[Mark] = []
        length = 0
        before = self.chars[0]
        if len(self.chars) == 1 and before.mark is None:
            return before.text, marks
        for char in self.chars:
            if char.x0 > before.x1 and _gap(before, char):
                parts.append(" ")
                length += 1
            if char.mark is not None:
                marks.append(replace(char.mark, offset=length))
            parts.append(char.text)
            length += len(char.text)
            before = char
        return "".join(parts), marks


def into_lines(chars: Iterable[Char]) -> list[Line]:
    """The lines that upright characters make, from top to bottom.

    Texts printed over each other are lines of their own; what is printed twice is gone before, see `doubles`.
    """
    lines: list[Line] = []
    chars = list(chars)
    if len(chars) == 1:
        _add(chars, lines)
        return lines
    for run in _runs(sorted(chars, key=_BY_LINE)):
        ordered = sorted(run, key=_BY_PLACE) if len(run) > 1 else run
        if not _overlapping(ordered):
            _add(ordered, lines)
            continue
        run = [single for char in run for single in divided(char)]
        ordered = sorted(run, key=_BY_PLACE)
        for layer in layers(run) if _overprinted(ordered) else [ordered]:
            _add(layer, lines)
    return lines


def _add(kept: list[Char], lines: list[Line]) -> None:
    """Add a line without the white space at its ends, if anything is left."""
    last = len(kept)
    while last and kept[last - 1].text.isspace():
        last -= 1
    first = 0
    while first < last and kept[first].text.isspace():
        first += 1
    if first < last:
        left = kept[first:last]
        largest = max(left, key=_BY_SIZE)
        lines.append(Line(left, largest.y, largest.size, last < len(kept)))


def _runs(ordered: list[Char]) -> Iterator[list[Char]]:
    """Characters in order of their baselines, parted into lines."""
    run: list[Char] = []
    base = size = 0.0
    for char in ordered:
        below = char.y - base
        # What came first may be raised, and smaller than the line it belongs to.
        if run and below > _BASELINE * size and below > _BASELINE * min(char.size, 2 * size):
            yield run
            run = []
        if not run:
            base, size = char.y, char.size
        elif char.size > size:
            size = char.size
        run.append(char)
    if run:
        yield run


def _overlapping(ordered: list[Char]) -> bool:
    """Whether any character begins before the one before it ends, by more than the measures are inexact."""
    end = -inf
    for char in ordered:
        if char.x0 < end:
            return True
        end = char.x1 - _EXACT * char.size
    return False


def _overprinted(kept: list[Char]) -> bool:
    """Whether characters of a line stand on each other that were not shown together."""
    for before, char in pairwise(kept):
        wide = (char.x1 - char.x0) / len(char.text)
        if before.x1 - char.x0 > _COVERED * wide and before.run != char.run and covers(before, char):
            return True
    return False


def _gap(before: Char, after: Char) -> bool:
    """Whether the gap between two characters is a space that the file has no character for."""
    gap = after.x0 - before.x1
    size = min(before.size, after.size)
    latin = before.text[-1:] < _SIGNS_FROM and after.text[:1] < _SIGNS_FROM
    if gap <= (_LATIN_GAP if latin else _NARROW_GAP) * size or before.text.isspace() or after.text.isspace():
        return False
    if gap > _WIDE_GAP * size or after.text in TICKED or after.text in UNTICKED:
        return True
    return before.text[-1:] < HAN_FROM and after.text[:1] < HAN_FROM

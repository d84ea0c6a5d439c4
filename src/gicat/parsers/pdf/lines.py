"""Characters to lines: by baseline from top to bottom, left to right, with the spaces that are on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gicat.grid import Box, Mark
from gicat.marks import TICKED, UNTICKED
from gicat.parsers.pdf.model import Char

_BASELINE = 0.5  # of the em: a baseline nearer than that is the same line, raised or lowered a little
_NARROW_GAP, _WIDE_GAP = 0.25, 1.0
"""Of the em: from there a gap is a space, between Latin letters or before a box, and between other characters."""

_OVERLAP = 0.3  # of a character's width or height: nearer than that, the same character is printed twice
_WIDE_FROM = "\u2e80"  # Han characters, their punctuation and full-width forms begin here


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

    What is printed twice on one spot, for a fake bold or a shadow, counts once.
    """
    lines: list[Line] = []
    for run in _runs(sorted(chars, key=lambda char: char.y)):
        run.sort(key=lambda char: char.x0)
        kept = _once(run)
        last = len(kept)
        while last and kept[last - 1].text.isspace():
            last -= 1
        first = 0
        while first < last and kept[first].text.isspace():
            first += 1
        if first < last:
            largest = max(kept[first:last], key=lambda char: char.size)
            lines.append(Line(kept[first:last], largest.y, largest.size, last < len(kept)))
    return lines


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


def _once(run: list[Char]) -> list[Char]:
    kept: list[Char] = []
    before = None
    for char in run:
        if before is None or char.text != before.text or not _doubled(before, char):
            kept.append(char)
            before = char
    return kept


def _doubled(first: Char, second: Char) -> bool:
    across = _OVERLAP * (first.x1 - first.x0)
    down = _OVERLAP * (first.bottom - first.top)
    return second.x0 - first.x0 <= across and abs(second.top - first.top) <= down and not first.text.isspace()


def _gap(before: Char, after: Char) -> bool:
    """Whether the gap between two characters is a space that the file has no character for."""
    gap = after.x0 - before.x1
    size = min(before.size, after.size)
    if gap <= _NARROW_GAP * size or before.text.isspace() or after.text.isspace():
        return False
    if gap > _WIDE_GAP * size or after.text in TICKED or after.text in UNTICKED:
        return True
    return before.text[-1:] < _WIDE_FROM and after.text[:1] < _WIDE_FROM

"""Characters to lines: by baseline from top to bottom, left to right, with the spaces that are on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from gicat.grid import Box, Mark
from gicat.parsers.pdf.model import Char

_BASELINE = 0.5  # of the em: a baseline nearer than that is the same line, raised or lowered a little
_NARROW_GAP, _WIDE_GAP = 0.25, 1.0  # of the em: from there a gap is a space, between Latin letters or other characters
_WIDE_FROM = "\u2e80"  # Han characters, their punctuation and full-width forms begin here


@dataclass
class Line:
    """A printed line.

    Attributes:
        chars: from left to right, white space at either end left out.
        spaced: whether white space stood at its end.
    """

    chars: list[Char]
    spaced: bool = False

    @cached_property
    def box(self) -> Box:
        """What its characters cover."""
        return (
            self.chars[0].x0,
            min(char.top for char in self.chars),
            max(char.x1 for char in self.chars),
            max(char.bottom for char in self.chars),
        )

    @cached_property
    def y(self) -> float:
        """Its baseline: that of its largest character."""
        return max(self.chars, key=lambda char: char.size).y

    @cached_property
    def size(self) -> float:
        """The em of its largest character."""
        return max(char.size for char in self.chars)

    @cached_property
    def _printed(self) -> tuple[str, tuple[Mark, ...]]:
        parts: list[str] = []
        marks: list[Mark] = []
        length = 0
        before: Char | None = None
        for char in self.chars:
            if before is not None and _gap(before, char):
                parts.append(" ")
                length += 1
            if char.mark is not None:
                marks.append(replace(char.mark, offset=length))
            parts.append(char.text)
            length += len(char.text)
            before = char
        return "".join(parts), tuple(marks)

    @property
    def text(self) -> str:
        """Its text."""
        return self._printed[0]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks in its text."""
        return self._printed[1]


def into_lines(chars: Iterable[Char]) -> list[Line]:
    """The lines that upright characters make, from top to bottom."""
    ordered = sorted(chars, key=lambda char: char.y)
    lines: list[Line] = []
    for run in _runs(ordered):
        run.sort(key=lambda char: char.x0)
        last = len(run)
        while last and run[last - 1].text.isspace():
            last -= 1
        first = next((i for i, char in enumerate(run) if not char.text.isspace()), 0)
        if last:
            lines.append(Line(run[first:last], last < len(run)))
    return lines


def _runs(ordered: list[Char]) -> Iterator[list[Char]]:
    run: list[Char] = []
    base = size = 0.0
    for char in ordered:
        if run and char.y - base > _BASELINE * max(size, char.size if char.size < 2 * size else size):
            yield run
            run = []
        if not run:
            base, size = char.y, char.size
        elif char.size > size:
            size = char.size
        run.append(char)
    if run:
        yield run


def _gap(before: Char, after: Char) -> bool:
    """Whether the gap between two characters is a space that the file has no character for."""
    gap = after.x0 - before.x1
    size = min(before.size, after.size)
    if gap <= _NARROW_GAP * size or before.text.isspace() or after.text.isspace():
        return False
    return gap > _WIDE_GAP * size or (before.text[-1:] < _WIDE_FROM and after.text[:1] < _WIDE_FROM)

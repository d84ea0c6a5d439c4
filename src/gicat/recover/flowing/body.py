"""The body of a table as atoms, and what they say whatever is known of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from gicat.numerals import without_ordinal
from gicat.recognise.page_numbers import is_page_number
from gicat.recognise.shapes import is_number
from gicat.recover.flowing import weights
from gicat.recover.flowing.atoms import Atom, printed
from gicat.recover.flowing.pieces import Gap
from gicat.recover.flowing.spans import Spans
from gicat.recover.tails import is_note
from gicat.text import squeeze

_NOTE_LINES = 8
_Aside = tuple[int, int, float]


class Body:
    """The atoms of a table's body.

    Args:
        atoms: themselves.
        blank_cells: whether the text prints empty cells.
        whole_cells: whether every atom is a cell.
        keep: whether it is decoded more than once.

    Attributes:
        counted: the atoms that are row numbers.
        spans: the atoms as cells.
    """

    def __init__(
        self, atoms: Sequence[Atom], *, blank_cells: bool, whole_cells: bool = False, keep: bool = False
    ) -> None:
        self.atoms, self.blank_cells, self.whole_cells, self.keep = atoms, blank_cells, whole_cells, keep
        self.counted = _counted(atoms)
        self.spans = Spans(atoms, keep=keep)
        self._asides: dict[int, list[_Aside]] = {}

    def asides(self, start: int) -> list[_Aside]:
        """Lines that are no cells: where they end, -1 or -2 for a row of one cell, and what they are worth."""
        found = self._asides.get(start)
        if found is None:
            found = list(self._lines_aside(start))
            if self.keep:
                self._asides[start] = found
        return found

    def _lines_aside(self, start: int) -> Iterator[_Aside]:
        first = self.atoms[start]
        if first.gap < Gap.LINE:
            return
        if first.blank:
            yield start + 1, -1, weights.EMPTY["content"]
            return
        end = self._line_end(start)
        text = printed(self.atoms[start:end]).text
        note, ordinal = _line(text)
        told = note or (self._at_edge(start, end) and is_page_number(text))
        yield end, -1, weights.OUTSIDE_TOLD if told else weights.OUTSIDE
        if not any(atom.boxed for atom in self.atoms[start:end]):
            yield end, -2, weights.FULL_WIDTH_TOLD if ordinal else weights.FULL_WIDTH
        if note:
            for _ in range(_NOTE_LINES):
                if end >= len(self.atoms) or self.atoms[end].blank or self.atoms[end].boxed:
                    return
                end = self._line_end(end)
                yield end, -1, weights.OUTSIDE_TOLD - 0.1

    def _at_edge(self, start: int, end: int) -> bool:
        """Whether a line is the last or first of a page."""
        return self.atoms[start].gap == Gap.PAGE or end == len(self.atoms) or self.atoms[end].gap == Gap.PAGE

    def _line_end(self, start: int) -> int:
        end = start + 1
        while end < len(self.atoms) and self.atoms[end].gap < Gap.LINE:
            end += 1
        return end


@lru_cache(maxsize=20_000)
def _line(text: str) -> tuple[bool, bool]:
    """Whether a line reads like a note, and whether it begins with an ordinal."""
    squeezed = squeeze(text)
    return is_note(text), without_ordinal(squeezed) != squeezed


def _counted(atoms: Sequence[Atom]) -> frozenset[int]:
    """The atoms that are row numbers: the longest count by ones among the numbers that start a line."""
    longest: dict[int, tuple[int, int]] = {}
    chain: dict[int, tuple[int, int | None]] = {}
    for index, atom in enumerate(atoms):
        text = squeeze(atom.text)
        if atom.gap < Gap.LINE or not text.isdecimal() or len(text) > 5 or not is_number(text):
            continue
        value = int(text)
        length, previous = longest.get(value - 1, (0, None))
        chain[index] = (length + 1, previous)
        if length + 1 >= longest.get(value, (0, 0))[0]:
            longest[value] = (length + 1, index)
    if not longest:
        return frozenset()
    at: int | None = max(longest.values())[1]
    found: set[int] = set()
    while at is not None:
        found.add(at)
        at = chain[at][1]
    return frozenset(found)

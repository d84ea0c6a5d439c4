"""How well atoms fit as a cell of a column: by their looks, by how their lines are wrapped, by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gicat.numerals import without_ordinal
from gicat.recognise.shapes import is_number
from gicat.recover.flowing import weights
from gicat.recover.flowing.atoms import Atom, printed
from gicat.recover.flowing.bounds import Bound
from gicat.recover.flowing.growth import Growth
from gicat.recover.flowing.joins import Join, Manner
from gicat.recover.flowing.looks import goes_on, looks
from gicat.recover.flowing.pieces import Gap, width
from gicat.recover.flowing.slots import Slot
from gicat.recover.tails import is_note
from gicat.text import squeeze

_LONGEST: dict[str, int] = {
    "number": 10, "level": 60, "name": 130, "deadline": 200, "publishers": 160, "responsible_units": 160,
    "contacts": 160, "contact_units": 200, "channels": 600, "forms": 600, "legal_basis": 1600, "content": 2400,
    "extra": 400, "tick": 30, "ticks": 30,
}  # fmt: skip
"""The widest text that a cell of a kind is looked for in."""
_PAGE_NUMBER = re.compile(r"^(?:第?\s*\d{1,4}\s*页.*|[-—–\s]*\d{1,4}[-—–\s]*|\d{1,4}\s*/\s*\d{1,4}|共\s*\d+\s*页)$")
_NOTE_LINES = 8


class Scores:
    """What atoms are worth in the columns of one table.

    Args:
        atoms: the atoms of its body.
        slots: its columns.
        blank_cells: whether the text prints empty cells.
        whole_cells: whether every atom is a cell.
        merged: what skipping columns behind a cell costs in this table, once that is known.
    """

    def __init__(
        self,
        atoms: Sequence[Atom],
        slots: Sequence[Slot],
        *,
        blank_cells: bool,
        whole_cells: bool = False,
        merged: float | None = None,
    ) -> None:
        self.atoms, self.slots, self.blank_cells = atoms, slots, blank_cells
        self.whole_cells = whole_cells
        self.counted = _counted(atoms)
        self.bounds = [Bound(slot) for slot in slots]
        self.manners = [Manner(slot) for slot in slots]
        self._longest = [_LONGEST[slot.kind] for slot in slots]
        self._joins: list[Join | None] = [None] * len(atoms)
        self.skips_first = 0.0 if blank_cells else weights.SKIPPED_FIRST
        self.skips_next = 0.0 if blank_cells else weights.SKIPPED_NEXT if merged is None else merged

    def skipped(self, slot: Slot) -> float:
        """What a row without a cell in a column costs."""
        return weights.SKIPPED_THOUGH_PRINTED if self.blank_cells else weights.SKIPPED[slot.kind]

    def row_start(self, position: int) -> float:
        """What a row that starts at an atom costs."""
        return weights.ROW + (0.0 if self.atoms[position].gap >= Gap.LINE else weights.ROW_IN_LINE)

    def cell_start(self, position: int) -> float:
        """What a cell that starts at an atom, and no row, costs."""
        gap = self.atoms[position].gap
        return weights.CELL_IN_LINE if gap == Gap.SPACE else weights.CELL_IN_WORD if gap == Gap.NONE else 0.0

    def open(self, start: int, *, rest: bool = False) -> Growth:
        """The cell that begins with an atom, not blank; with `rest`, it may go on with a list behind a page's edge."""
        growth = Growth(self.atoms, start, self.manners, list(range(len(self.slots))), rest=rest)
        self._fit(growth)
        return growth

    def grow(self, growth: Growth) -> bool:
        """Let a cell take the next atom; False where no column can hold it then."""
        if self.whole_cells or not growth.grow(self._joins):
            return False
        self._fit(growth)
        return bool(growth.columns)

    def _fit(self, growth: Growth) -> None:
        total, longest = growth.total, self._longest
        growth.columns = [column for column in growth.columns if total <= longest[column]]

    def beside(self, growth: Growth, column: int) -> float:
        """What the places where its atoms meet, and the width of its lines, say of a cell in a column."""
        return self.manners[column].overflow(growth.widest) + growth.sums[column]

    def worth(self, growth: Growth, column: int, beside: float) -> float:
        """What a cell is worth in a column."""
        slot = self.slots[column]
        value = looks(slot, growth.text, boxed=growth.boxed) + beside
        if slot.kind == "number":
            value += weights.COUNTED if growth.start in self.counted else weights.UNCOUNTED
        return value

    def empty(self, column: int) -> float:
        """What a cell that is printed and empty is worth in a column."""
        return weights.EMPTY.get(self.slots[column].kind, weights.EMPTY_OTHERWISE)

    def asides(self, start: int) -> Iterator[tuple[int, int, float]]:
        """Lines that are no cells: where they end, -1 or -2 for a row of one cell, and what they are worth."""
        first = self.atoms[start]
        if first.gap < Gap.LINE:
            return
        if first.blank:
            yield start + 1, -1, weights.EMPTY["content"]
            return
        end = self._line_end(start)
        text = printed(self.atoms[start:end]).text
        note, ordinal = _line(text)
        told = note or (self._at_edge(start, end) and _PAGE_NUMBER.match(text) is not None)
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

    def resumed(self, before: tuple[int, int], start: int, end: int, column: int) -> float:
        """What atoms are worth as the rest of a cell that a page's edge cut."""
        slot = self.slots[column]
        if self.atoms[before[0]].blank or self.atoms[start].blank:
            return weights.NO_REST
        above, below = printed(self.atoms[slice(*before)]), printed(self.atoms[start:end])
        boxed = self.atoms[before[0]].boxed
        if not boxed and any(atom.boxed for atom in self.atoms[start:end]):
            return weights.NO_REST
        gain = looks(slot, above.text + "\n" + below.text, boxed=boxed) - looks(slot, above.text, boxed=boxed)
        full = width(above.text.rpartition("\n")[2]) + self.atoms[start].lead > (slot.width or 0)
        return weights.ACROSS_PAGE + gain + goes_on(slot, above, below, full=full)


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
        if atom.gap < Gap.LINE or not text.isdigit() or len(text) > 5 or not is_number(text):
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

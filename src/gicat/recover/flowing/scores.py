"""How well atoms fit as a cell of a column: by their looks, by how their lines are wrapped, by where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from gicat.recognise.organisations import organisations
from gicat.recover.flowing import weights
from gicat.recover.flowing.atoms import printed
from gicat.recover.flowing.body import Body
from gicat.recover.flowing.bounds import Bound
from gicat.recover.flowing.growth import Growth
from gicat.recover.flowing.joins import Manner
from gicat.recover.flowing.looks import looks, repeated, shape
from gicat.recover.flowing.pieces import Gap, width
from gicat.recover.flowing.rests import goes_on
from gicat.recover.flowing.slots import Slot
from gicat.recover.flowing.spans import Span
from gicat.text import key


class Scores:
    """What atoms are worth in the columns of one table.

    Args:
        body: its atoms.
        slots: its columns.
        merged: what skipping columns behind a cell costs in this table, once that is known.
        in_line: what a cell behind white space on its line costs, once that is known.
    """

    def __init__(
        self, body: Body, slots: Sequence[Slot], *, merged: float | None = None, in_line: float | None = None
    ) -> None:
        self.body, self.atoms, self.slots = body, body.atoms, slots
        self.bounds = [Bound(slot) for slot in slots]
        self.manners = [Manner(slot) for slot in slots]
        self._again: dict[tuple[tuple[int, int], tuple[int, int]], float] = {}
        self._resumed: dict[tuple[tuple[int, int], int, int, int], float] = {}
        self.in_line = weights.CELL_IN_LINE if in_line is None else in_line
        self.skips_first = 0.0 if body.blank_cells else weights.SKIPPED_FIRST
        self.skips_next = 0.0 if body.blank_cells else weights.SKIPPED_NEXT if merged is None else merged

    def skipped(self, slot: Slot) -> float:
        """What a row without a cell in a column costs."""
        return weights.SKIPPED_THOUGH_PRINTED if self.body.blank_cells else weights.SKIPPED[slot.kind]

    def row_start(self, position: int) -> float:
        """What a row that starts at an atom costs."""
        return weights.ROW + (0.0 if self.atoms[position].gap >= Gap.LINE else weights.ROW_IN_LINE)

    def cell_start(self, position: int) -> float:
        """What a cell that starts at an atom, and no row, costs."""
        gap = self.atoms[position].gap
        return self.in_line if gap == Gap.SPACE else weights.CELL_IN_WORD if gap == Gap.NONE else 0.0

    def open(self, start: int, *, rest: bool = False) -> Growth:
        """The cell that begins with an atom, not blank; with `rest`, it may go on with a list behind a page's edge."""
        return Growth(self.body.spans, start, self.manners, rest=rest)

    def worth(self, span: Span, column: int, beside: float) -> float:
        """What a cell is worth in a column.

        Args:
            span: the cell.
            column: one of the slots.
            beside: what its meetings and the width of its lines are worth there.
        """
        slot = self.slots[column]
        if span.boxed or slot.boxed or slot.kind == "ticks":
            value = looks(slot, span.text, boxed=span.boxed) + beside
        else:
            value = self._words(slot, span) + beside
        if slot.kind == "number":
            value += weights.COUNTED if span.start in self.body.counted else weights.UNCOUNTED
        return value

    def _words(self, slot: Slot, span: Span) -> float:
        """The looks of a span without boxes, which the span remembers."""
        value = span.shapes.get(slot.kind)
        if value is None:
            value = span.shapes[slot.kind] = shape(slot.kind, span.text)
        if slot.seen or slot.elsewhere:
            if span.label is None:
                span.label = key(span.text)
            value += repeated(slot, span.label)
        return value

    def empty(self, column: int) -> float:
        """What a cell that is printed and empty is worth in a column."""
        return weights.EMPTY.get(self.slots[column].kind, weights.EMPTY_OTHERWISE)

    def again(self, above: tuple[int, int], here: tuple[int, int]) -> float:
        """What it says of a cell of names that the last cell of its column above is a list which has that name."""
        known = (above, here)
        if known not in self._again:
            have = organisations(printed(self.atoms[slice(*above)]))
            listed = len(have) > 1 and key(printed(self.atoms[slice(*here)]).text) in map(key, have)
            self._again[known] = weights.LISTED_ABOVE if listed else 0.0
        return self._again[known]

    def resumed(self, before: tuple[int, int], start: int, end: int, column: int) -> float:
        """What atoms are worth as the rest of a cell that a page's edge cut."""
        known = (before, start, end, column)
        if known not in self._resumed:
            self._resumed[known] = weights.ACROSS_PAGE + self._goes_on(before, start, end, self.slots[column])
        return self._resumed[known]

    def _goes_on(self, before: tuple[int, int], start: int, end: int, slot: Slot) -> float:
        first, boxed = self.atoms[start], self.atoms[before[0]].boxed
        if self.atoms[before[0]].blank or first.blank:
            return weights.NO_REST
        if not boxed and any(atom.boxed for atom in self.atoms[start:end]):
            return weights.NO_REST
        above, below = printed(self.atoms[slice(*before)]), printed(self.atoms[start:end])
        full = width(above.text.rpartition("\n")[2]) + first.lead > (slot.width or 0)
        worth = goes_on(slot, above, below, full=full)
        if worth <= weights.NO_REST:
            return worth
        return worth + looks(slot, above.text + "\n" + below.text, boxed=boxed) - looks(slot, above.text, boxed=boxed)

"""A cell that starts at an atom and takes one atom more at a time: its text, its lines, its worth at the meetings."""

from __future__ import annotations

from collections.abc import Sequence

from gicat.recover.flowing.atoms import Atom
from gicat.recover.flowing.joins import Join, Manner, join
from gicat.recover.flowing.looks import has_box, label_goes_on
from gicat.recover.flowing.pieces import Gap, width

ATOMS = 45
"""Atoms that a cell has at most."""


class Growth:
    """Atoms `start`..`end` as a cell of any of some columns.

    Attributes:
        text: what they print.
        boxed: whether one of them starts with a box.
        widest, total: the width of their widest line, and of all their lines.
        columns: the columns that may still take it.
        sums: by column, what the places say where its atoms meet.
    """

    __slots__ = (
        "_atoms", "_box", "_first_boxed", "_last", "_manners", "_meetings", "_rest", "_wides", "boxed", "columns",
        "end", "start", "sums", "text", "total", "widest",
    )  # fmt: skip

    def __init__(
        self, atoms: Sequence[Atom], start: int, manners: Sequence[Manner], columns: list[int], *, rest: bool = False
    ) -> None:
        first = atoms[start]
        self._atoms, self._manners, self._rest = atoms, manners, rest
        self.start, self.end = start, start + 1
        self.text, self.boxed, self._first_boxed = first.text, first.boxed, first.boxed
        self._box = has_box(first.text)
        self._last, self.widest, self.total = first.lines[-1], max(first.lines), sum(first.lines)
        self.columns = columns
        self.sums = [0.0] * len(manners)
        self._wides = [0] * len(manners)
        self._meetings: list[tuple[Join, int, float]] = []

    def grow(self, joins: list[Join | None]) -> bool:
        """Take the next atom; False where it cannot stand in the same cell.

        Args:
            joins: what is known of the meeting before each atom; added to.
        """
        if self.end - self.start >= ATOMS or self.end >= len(self._atoms):
            return False
        atom = self._atoms[self.end]
        if atom.blank or atom.gap == Gap.PAGE or (atom.boxed and not self._first_boxed and not self._rest):
            return False
        meeting = (self._join(joins, atom), self._last, self._listed(atom))
        self._meetings.append(meeting)
        self._append(atom)
        for column in self.columns:
            manner = self._manners[column]
            if manner.width is not None:
                self.sums[column] += manner.worth(*meeting, manner.width)
                continue
            wide = max(self.widest, manner.least)
            if wide == self._wides[column]:
                self.sums[column] += manner.worth(*meeting, wide)
            else:
                self._wides[column] = wide
                self.sums[column] = sum(manner.worth(*one, wide) for one in self._meetings)
        return True

    def _join(self, joins: list[Join | None], atom: Atom) -> Join:
        """A meeting says the same in every cell, unless nothing divides the atom before it from others."""
        before = self._atoms[self.end - 1]
        if before.gap <= Gap.SPACE and not before.space:
            return join(self.text, atom)
        known = joins[self.end]
        if known is None:
            known = joins[self.end] = join(before.text, atom)
        return known

    def _listed(self, atom: Atom) -> float:
        if not self._box or atom.boxed:
            return 0.0
        return label_goes_on(self.text, atom.text)

    def _append(self, atom: Atom) -> None:
        lines = atom.lines
        if atom.gap <= Gap.SPACE:
            self.text += atom.space + atom.text
            space = width(atom.space)
            self._last += space + lines[0]
            self.total += space + sum(lines)
        else:
            self.text += "\n" + atom.text
            self._last = lines[0]
            self.total += sum(lines)
        self.widest = max(self.widest, self._last)
        if len(lines) > 1:
            self._last = lines[-1]
            self.widest = max(self.widest, *lines)
        self.end += 1
        self.boxed = self.boxed or atom.boxed
        self._box = self._box or has_box(atom.text)

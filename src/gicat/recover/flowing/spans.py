"""What the atoms of a table say whatever is known of its columns: every run of them as the text of one cell.

A table is decoded several times, until its columns are known; what stands here is looked at once for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from gicat.recover.flowing.atoms import Atom
from gicat.recover.flowing.bounds import signs
from gicat.recover.flowing.joins import Join, Meeting, join
from gicat.recover.flowing.lists import has_box, label_goes_on
from gicat.recover.flowing.pieces import Gap, width

_ATOMS = 45
"""Atoms that a cell has at most."""


class Span:
    """Atoms `start`..`end` as one cell.

    Attributes:
        text: what they print.
        boxed: whether one of them starts with a box; `first_boxed` whether the first does.
        box: whether a box, or what may be one, is in the text.
        signs: what the text has signs of, as of `bounds.signs`.
        last, widest, total: the width of their last and widest line, and of all their lines.
        even: the width of their widest line of nothing but Han characters.
        meeting: where the last atom meets those before; None of a single atom.
        shapes: by kind of column what the text looks like, as far as that was asked.
        label: the key of the text, once that was asked.
        more: the span of one atom more, once that was asked; None where there is none.
        ended: whether there is none.
    """

    __slots__ = (
        "box", "boxed", "end", "ended", "even", "first_boxed", "label", "last", "meeting", "more", "shapes", "signs",
        "start", "text", "total", "widest",
    )  # fmt: skip

    def __init__(self, atom: Atom, start: int) -> None:
        lines = atom.lines
        self.start, self.end = start, start + 1
        self.text, self.boxed, self.first_boxed = atom.text, atom.boxed, atom.boxed
        self.box, self.signs = has_box(atom.text), signs(atom.text)
        self.last, self.widest, self.total = lines[-1], max(lines), sum(lines)
        self.even = atom.even
        self.meeting: Meeting | None = None
        self.shapes: dict[str, float] = {}
        self.label: str | None = None
        self.more: Span | None = None
        self.ended = False

    def longer(self, atom: Atom, meeting: Meeting) -> Span:
        """The span with one atom more."""
        more = Span(atom, self.start)
        more.end = self.end + 1
        joined = 0
        if atom.gap <= Gap.SPACE:
            space = width(atom.space)
            joined = self.last + space + atom.lines[0]
            more.text = self.text + atom.space + atom.text
            more.total += self.total + space
            more.last = joined if len(atom.lines) == 1 else more.last
        else:
            more.text = self.text + "\n" + atom.text
            more.total += self.total
        more.widest, more.even = max(self.widest, more.widest, joined), max(self.even, more.even)
        more.boxed, more.first_boxed = self.boxed or atom.boxed, self.first_boxed
        more.box, more.signs = self.box or more.box, self.signs | more.signs
        more.meeting = meeting
        return more


class Spans:
    """The spans of a table's atoms, made when they are asked for.

    Args:
        atoms: of the table.
        keep: whether they are asked for more than once; not for long tables, whose spans would fill the memory.
    """

    def __init__(self, atoms: Sequence[Atom], *, keep: bool) -> None:
        self.atoms, self.keep = atoms, keep
        self._first: dict[tuple[int, bool], Span] = {}
        self._joins: dict[int, Join] = {}

    def first(self, start: int, *, rest: bool) -> Span:
        """An atom, not blank, as a cell; spans that may go on with a list behind a page's edge are others (`rest`)."""
        span = self._first.get((start, rest))
        if span is None:
            span = Span(self.atoms[start], start)
            if self.keep:
                self._first[start, rest] = span
        return span

    def longer(self, span: Span, *, rest: bool) -> Span | None:
        """A span with one atom more; None where that cannot stand in the same cell."""
        if span.more is None and not span.ended:
            if self._ends(span, rest=rest):
                span.ended = True
            else:
                atom = self.atoms[span.end]
                listed = label_goes_on(span.text, atom.text) if span.box and not atom.boxed else 0.0
                span.more = span.longer(atom, Meeting(self._join(span), span.last, listed))
        return span.more

    def _ends(self, span: Span, *, rest: bool) -> bool:
        if span.end - span.start >= _ATOMS or span.end >= len(self.atoms):
            return True
        atom = self.atoms[span.end]
        return atom.blank or atom.gap == Gap.PAGE or (atom.boxed and not span.first_boxed and not rest)

    def _join(self, span: Span) -> Join:
        """A meeting says the same in every cell, unless nothing divides the atom before it from others."""
        end = span.end
        before = self.atoms[end - 1]
        if before.gap <= Gap.SPACE and not before.space:
            return join(span.text, self.atoms[end])
        known = self._joins.get(end)
        if known is None:
            known = self._joins[end] = join(before.text, self.atoms[end])
        return known

"""Where two atoms of a cell meet: whether the line before was full, and whether the words go on."""

from __future__ import annotations

import re
from math import log2
from typing import NamedTuple

from gicat.recover.flowing import weights
from gicat.recover.flowing.atoms import Atom
from gicat.recover.flowing.pieces import Gap
from gicat.recover.flowing.rests import finished
from gicat.recover.flowing.slots import LISTS, OPTIONS, Slot

_SLACK = 2
_USUAL = {"name": 8, "content": 4}
"""Kinds whose lines are full by chance the less, the wider their column is: names mostly have four characters."""
_CLOSED = frozenset("》）)〕")
_BEFORE_TITLE = frozenset("、，,；;：:和及与或《〈（(“的据照按行布订改实")
"""What a title in 《》 follows inside a sentence: signs, and words such as 根据, 实行, 公布, 修订, 落实."""
_JOINED_BY = frozenset("第、，,；;。和及与或（(《〈<”")
_POINT = re.compile(
    r"^(?:\d{1,2}[.．、)）]|[①-⑳]|[●○◆■▲·•]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、)"
)
_LONGEST: dict[str, int] = {
    "number": 10, "level": 60, "name": 130, "deadline": 200, "publishers": 160, "responsible_units": 160,
    "contacts": 160, "contact_units": 200, "channels": 600, "forms": 600, "legal_basis": 1600, "content": 2400,
    "extra": 400, "tick": 30, "ticks": 30,
    **dict.fromkeys(OPTIONS, 120),
}  # fmt: skip
"""The widest text that a cell of a kind is looked for in."""
_PLAIN = frozenset({"level", "name", "number", "tick", "ticks"})
"""Kinds whose cells hold no points or sentences."""


def _wrapped(kind: str, known: int | None) -> float:
    """What a full line says of the next being its rest: the wider the column, the less is it full by chance."""
    if known is None:
        return weights.WRAPPED
    usual = _USUAL.get(kind)
    return weights.WRAPPED_KNOWN + (weights.BY_CHANCE * log2(known / usual) if usual and known > usual else 0.0)


class Join(NamedTuple):
    """What two neighbouring atoms say of being one cell, whatever stands before them.

    Attributes:
        spaced: whether they stand on one line.
        lead: the width of what comes first behind.
        told: whether a sentence ends or a point begins there.
        apart: whether white space between Han characters divides them.
        closed: whether a bracket closes before, and no sign joins what follows.
        dialled: whether a number ends before, and words follow.
        limited: whether a deadline is complete before, and other words follow.
        titled: whether a title in 《》 begins behind, and no sign or word before joins it.
    """

    spaced: bool
    lead: int
    told: bool
    apart: bool
    closed: bool
    dialled: bool
    limited: bool
    titled: bool


def join(text: str, atom: Atom) -> Join:
    """The meeting of a text with the atom behind it."""
    last, first = text[-1], atom.text[0]
    spaced = atom.gap <= Gap.SPACE
    point = _POINT.match(atom.text) is not None
    return Join(
        spaced=spaced,
        lead=atom.lead,
        told=last in "。；;：:" or atom.boxed or point,
        apart=spaced and not atom.boxed and not last.isascii() and (not first.isascii() or point),
        closed=last in _CLOSED and first not in _JOINED_BY,
        dialled=not first.isascii() and finished("contacts", text, atom.text),
        limited=finished("deadline", text, atom.text),
        titled=first == "《" and last not in _BEFORE_TITLE,
    )


def fills(line: int, lead: int, wide: int) -> bool:
    """Whether what begins the next line has no room on a line, in a column so wide."""
    return line + lead > wide - line % 2


class Meeting(NamedTuple):
    """Where an atom meets those before it in a cell.

    Attributes:
        join: what the two atoms say.
        before: the width of the line before.
        listed: what the words behind are worth in a list.
    """

    join: Join
    before: int
    listed: float


class Manner:
    """How a column takes the meetings of atoms in its cells, and their width.

    Attributes:
        longest: the widest text that a cell of it is looked for in.
        lists: whether what stands behind a box counts.
        ticks: whether it is neighbouring columns, so that nothing in it is one cell.
        width: how wide its lines are; None where that is not known, and then they are `least` wide at least.
    """

    __slots__ = (
        "_apart", "_ended", "_plain", "_told", "_wrapped", "behind_basis", "behind_deadline", "behind_phone", "least",
        "lists", "longest", "ticks", "width",
    )  # fmt: skip

    def __init__(self, slot: Slot) -> None:
        kind = slot.kind
        self.longest = _LONGEST[kind]
        self.lists = kind in LISTS
        self.ticks = kind == "ticks"
        self.behind_basis = kind == "legal_basis"
        self.behind_phone = kind in ("contacts", "contact_units")
        self.behind_deadline = kind == "deadline"
        self.width, self.least = slot.width, slot.least
        self._apart = weights.WORDS_APART if slot.apart is None else slot.apart
        self._wrapped = _wrapped(kind, slot.width)
        self._ended = weights.ENDED.get(kind, weights.ENDED_OTHERWISE) if slot.ended is None else slot.ended
        self._plain = kind in _PLAIN
        self._told = self._ended if self._plain else weights.ENDED_TOLD

    def worth(self, meeting: Meeting, wide: int) -> float:
        """What a meeting says in a column that is taken to be so wide."""
        if self.ticks:
            return 0.0
        join, before, listed = meeting
        spaced, lead, told, apart, closed, dialled, limited, titled = join
        value = 0.0
        if self.lists:
            value = listed
        elif closed and self.behind_basis:
            value = weights.BEHIND_BASIS
        elif titled and not self.behind_basis:
            value = weights.BEFORE_TITLE
        elif dialled and self.behind_phone:
            value = weights.BEHIND_PHONE
        elif limited and self.behind_deadline:
            value = weights.BEHIND_DEADLINE
        if spaced:
            return value + (self._apart if apart else 0.0) + (self._ended if told and self._plain else 0.0)
        if fills(before, lead, wide):
            return value + self._wrapped
        return value + (self._told if told else self._ended)

    def overflow(self, widest: int, even: int) -> float:
        """What lines wider than the column cost, by the widest and by the widest of nothing but Han characters."""
        if self.width is None or widest <= self.width:
            return 0.0
        return weights.TOO_WIDE if max(widest - _SLACK, even) > self.width else weights.A_LITTLE_WIDE

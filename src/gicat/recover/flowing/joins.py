"""Where two atoms of a cell meet: whether the line before was full, and whether the words go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gicat.recover.flowing import weights
from gicat.recover.flowing.atoms import Atom
from gicat.recover.flowing.looks import finished, label_goes_on
from gicat.recover.flowing.pieces import Gap
from gicat.recover.flowing.slots import Slot

_SLACK = 2
_CLOSED = re.compile(r"[》）)〕]$")
_JOINED_BY = frozenset("、，,；;。和及与或（(《〈<”")
_POINT = re.compile(
    r"^(?:\d{1,2}[.．、)）]|[①-⑳]|[●○◆■▲·•]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、)"
)
_PLAIN = frozenset({"level", "name", "number", "tick", "ticks"})
"""Kinds whose cells hold no points or sentences."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two neighbouring atoms of a cell.

    Attributes:
        before: the width of the line that ends between them; -1 where they stand on one line.
        lead: the width of what comes first behind.
        told: whether a sentence ends or a point begins there.
        apart: whether white space between Han characters divides them.
        closed: whether a bracket closes before, and no sign joins what follows.
        dialled: whether a number ends before, and words follow.
        limited: whether a deadline is complete before, and other words follow.
        listed: what the words behind are worth in a list.
    """

    before: int
    lead: int
    told: bool
    apart: bool
    closed: bool
    dialled: bool
    limited: bool
    listed: float


def join(text: str, before: int, atom: Atom) -> Join:
    """The meeting of a text, whose last line is `before` wide, with the atom behind it."""
    last, first = text[-1], atom.text[0]
    spaced = atom.gap <= Gap.SPACE
    point = _POINT.match(atom.text) is not None
    return Join(
        before=-1 if spaced else before,
        lead=atom.lead,
        told=last in "。；;：:" or atom.boxed or point,
        apart=spaced and not atom.boxed and not last.isascii() and (not first.isascii() or point),
        closed=_CLOSED.search(text) is not None and first not in _JOINED_BY,
        dialled=finished("contacts", text, atom.text) and not first.isascii(),
        limited=finished("deadline", text, atom.text),
        listed=0.0 if atom.boxed else label_goes_on(text, atom.text),
    )


def joined(slot: Slot, widths: Sequence[int], joins: Sequence[Join]) -> float:
    """What the meetings of atoms inside a cell of a column say.

    Args:
        slot: the column.
        widths: of the lines of the cell.
        joins: where its atoms meet.
    """
    wide = slot.width if slot.width is not None else max(*widths, slot.least)
    wrapped = weights.WRAPPED_KNOWN if slot.width is not None else weights.WRAPPED
    return sum(_one(slot.kind, meeting, wide, wrapped) for meeting in joins)


def _one(kind: str, meeting: Join, wide: int, wrapped: float) -> float:
    value = 0.0
    if kind == "legal_basis" and meeting.closed:
        value += weights.BEHIND_BASIS
    elif kind in ("contacts", "contact_units") and meeting.dialled:
        value += weights.BEHIND_PHONE
    elif kind == "deadline" and meeting.limited:
        value += weights.BEHIND_DEADLINE
    elif kind in ("channels", "forms"):
        value += meeting.listed
    if meeting.before < 0:
        return value + (weights.WORDS_APART if meeting.apart else 0.0)
    if meeting.before + meeting.lead > wide - meeting.before % 2:
        return value + wrapped
    if meeting.told and kind not in _PLAIN:
        return value + weights.ENDED_TOLD
    return value + weights.ENDED.get(kind, weights.ENDED_OTHERWISE)


def overflow(slot: Slot, widths: Sequence[int]) -> float:
    """What lines wider than their column cost."""
    if slot.width is None:
        return 0.0
    widest = max(widths)
    if widest > slot.width + _SLACK:
        return weights.TOO_WIDE
    return weights.A_LITTLE_WIDE if widest > slot.width else 0.0

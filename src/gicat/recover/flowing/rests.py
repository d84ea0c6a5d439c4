"""What speaks for a text being the rest of a cell that a line or a page cut: a finished cell does not go on."""

from __future__ import annotations

import re
from math import log2

from gicat.grid import Printed
from gicat.recognise.dittos import is_ditto
from gicat.recover.bond import STRONG, bond
from gicat.recover.flowing import weights
from gicat.recover.flowing.lists import list_goes_on
from gicat.recover.flowing.slots import LISTS, Slot
from gicat.text import squeeze

TWO_CHARACTERS = 4
"""Their width."""
ANNOUNCING = re.compile(r"(?:电话|热线|传真|邮箱|地址)[:：]$")
"""What announces a contact."""
_REST_OF_DEADLINE = re.compile(r"(?:[之以]?(?:内(?!部)|前(?!期)|后(?!续))|之日|起(?!草)|个?工作日|个月|[日天]内)")
_OPEN_DEADLINE = re.compile(r"(?:可以?|应当?|须|需|将|并|且|予以)$")
"""What no deadline begins with, and what none ends with."""
_FINISHED = {"deadline": re.compile(r"(?:内|前|公开|公布|发布|公示|更新)$"), "contacts": re.compile(r"\d{5}$|[）)]$")}
"""Ends behind which a cell of a kind does not go on, but with `_GOING_ON`."""
_GOING_ON = re.compile(
    r"^(?:[，,、；;。（(并且]|公开|公布|发布|公示|予以|更新|及时|向社会|完成|其中|之内|如|但|有|长期)"
)


def goes_on(slot: Slot, above: Printed, below: Printed, *, full: bool) -> float:
    """What speaks for a text behind a page's edge being the rest of a cell: a finished cell does not go on.

    Args:
        slot: the column.
        above, below: the texts before and behind the edge, neither blank.
        full: whether the last line above has no room for what comes first below.
    """
    kind = slot.kind
    if kind in ("number", "tick", "ticks") or is_ditto(above.text):
        return weights.NO_REST
    if kind in LISTS:
        return list_goes_on(slot, above, below)
    if finished(kind, above.text, below.text) or not (full or ANNOUNCING.search(squeeze(above.text))):
        return weights.NO_REST
    if above.text.count("《") > above.text.count("》"):
        title, closing, _ = below.text.partition("》")
        return weights.REST_OF_TITLE + weights.BEFORE_BASIS * title.count("\n") if closing else weights.NO_REST
    coincidence = 0.5 * log2(max(slot.width or 0, TWO_CHARACTERS) / TWO_CHARACTERS)
    if kind == "deadline" and (
        _REST_OF_DEADLINE.match(squeeze(below.text)) or _OPEN_DEADLINE.search(squeeze(above.text))
    ):
        return coincidence + STRONG
    return coincidence + bond(kind, above, below, full=lambda: True)


def finished(kind: str, above: str, below: str) -> bool:
    """Whether a cell of a kind is complete, and the words behind are no part of it."""
    return kind in _FINISHED and _FINISHED[kind].search(above) is not None and _GOING_ON.match(below) is None

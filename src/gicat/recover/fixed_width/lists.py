"""Where in a column of option lists a list begins anew: with options that come first wherever one is whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gicat.grid import Printed
from gicat.recognise.options import choices
from gicat.recover.fixed_width.model import Piece
from gicat.text import key

LISTS = frozenset({"channels", "forms"})
"""Kinds of column that hold option lists."""
_FIRST_ONES = 4


def option_order(columns: Iterable[Sequence[Piece]]) -> dict[str, int]:
    """The place of every option in the first list of a column, which is given page by page."""
    order: dict[str, int] = {}
    for pieces in columns:
        for piece in pieces:
            labels = _labels(piece)
            if any(order.get(label, _FIRST_ONES) < _FIRST_ONES for label in labels):
                return order
            for label in labels:
                order.setdefault(label, len(order))
    return order


def restarts(pieces: Sequence[Piece], order: dict[str, int]) -> frozenset[int]:
    """The indices of the lines at which a list begins anew."""
    found = set()
    latest = -1
    for index, piece in enumerate(pieces):
        places = [order[label] for label in _labels(piece) if label in order]
        if places and min(places) < min(_FIRST_ONES, latest):
            found.add(index)
            latest = -1
        latest = max([latest, *places])
    return frozenset(found)


def follows(above: Sequence[Piece], piece: Piece, order: dict[str, int]) -> bool:
    """Whether a line begins with the option that comes behind the last of a list."""
    latest = max((order.get(label, -1) for part in above for label in _labels(part)), default=-1)
    return bool(labels := _labels(piece)) and order.get(labels[0]) == latest + 1


def _labels(piece: Piece) -> list[str]:
    return [key(choice.label) for choice in choices(Printed(piece.text))]

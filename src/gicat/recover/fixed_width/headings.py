"""Rows of one cell over all columns, such as a category above its items, that are shorter than the first column."""

from __future__ import annotations

from collections.abc import Sequence

from gicat.numerals import without_ordinal
from gicat.recognise.shapes import is_number
from gicat.recover.fixed_width.model import Band

_MOST = 0.7
"""The share of columns that begin anew behind a heading: it ends all cells that are merged over rows."""


def heading_lines(band: Band, kinds: Sequence[str]) -> set[int]:
    """The lines that print nothing but a text in the first column, no rest of one, right above a row of all columns.

    An ordinal tells of one where the column holds names and few others have ordinals.
    """
    if kinds[0] not in ("name", "number"):
        return set()
    held: list[set[int]] = [set() for _ in band.numbers]
    for number, pieces in enumerate(band.columns):
        for piece in pieces:
            held[piece.line].add(number)
    counted = {number for number, kind in enumerate(kinds) if kind != "tick" and band.columns[number]}
    ordered = [_ordered(piece.text) for piece in band.columns[0]]
    telling = 2 * sum(ordered) < len(ordered)
    found = set()
    before = None
    for piece, following in zip(band.columns[0], band.columns[0][1:], strict=False):
        goes_on = before is not None and before.full and before.line + 1 == piece.line
        alone = held[piece.line] == {0} and not is_number(piece.text)
        right_above = not any(held[piece.line + 1 : following.line])
        anew = right_above and len(held[following.line] & counted) >= _MOST * len(counted)
        if alone and ((telling and _ordered(piece.text)) or (anew and not goes_on)):
            found.add(piece.line)
        before = piece
    return found


def _ordered(text: str) -> bool:
    return without_ordinal(text) != text

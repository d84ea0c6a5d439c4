"""Whether the cells of a table stand at the top of their rows or in their middle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gicat.recover.fixed_width.bands import GAP
from gicat.recover.fixed_width.model import Band, Piece
from gicat.recover.fixed_width.rows import OWN

_COMPANY = 2
_ASTRAY = 0.18
"""Columns besides its own that begin where a cell at the top of its rows does; the share of cells without so much
company where cells stand at the top: those that a page cuts, and those that a program has set a line too low."""


def is_centred(bands: Sequence[Band], kinds: Sequence[str]) -> bool:
    """Whether cells stand in the middle: those that are merged over rows then begin where hardly any other does."""
    alone = count = 0
    for band in bands:
        starts = [_starts(pieces, band.y) for kind, pieces in zip(kinds, band.columns, strict=True) if kind != "tick"]
        beginning = Counter(line for lines in starts for line in lines)
        shared = [_starts(pieces, band.y) for kind, pieces in zip(kinds, band.columns, strict=True) if kind not in OWN]
        count += sum(map(len, shared))
        alone += sum(beginning[line] <= _COMPANY for lines in shared for line in lines)
    return alone > _ASTRAY * count


def _starts(pieces: Sequence[Piece], heights: Sequence[float]) -> list[int]:
    """The lines of a column above which nothing is printed in it."""
    return [
        piece.line
        for before, piece in zip([None, *pieces], pieces, strict=False)
        if before is None or heights[piece.line] - heights[before.line] >= GAP
    ]

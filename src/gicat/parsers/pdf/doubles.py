"""Characters printed twice on one spot, for a fake bold or a shadow: they count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, takewhile
from operator import attrgetter

from gicat.parsers.pdf.model import Char, divided

_OVERLAP = 0.3  # of a character's width or height: nearer than that, the same character is printed twice
_HALF = 3.0  # points: half a square, in which texts are looked for that begin at one place
_BITS = 24  # enough for the squares of any page; if not, more is looked at than need be
_BY_RUN, _BY_PLACE = attrgetter("run"), attrgetter("x0")


def printed_once(chars: list[Char]) -> list[Char]:
    """The characters of a page in their order, without those that are printed twice.

    Done before anybody looks at lines or cells: all come to the same then, whatever they take together.
    """
    if not _repeated(chars):
        return chars
    parts = [divided(char) for char in chars]
    kept = {id(single) for single in once(sorted((single for part in parts for single in part), key=_BY_PLACE))}
    return list(_left(chars, parts, kept))


def _left(chars: Sequence[Char], parts: Sequence[list[Char]], kept: set[int]) -> Iterator[Char]:
    """Blocks of which nothing is gone, whole, and what is left of the others."""
    for char, singles in zip(chars, parts, strict=True):
        left = [single for single in singles if id(single) in kept]
        yield from left if len(left) < len(singles) else [char]


def _repeated(chars: Sequence[Char]) -> bool:
    """Whether two texts that begin alike were shown at one place, which is cheap to see and rare.

    Squares of four grids: what is nearer than half a square stands in one of some grid.
    """
    squares: list[int] = []  # a number for each: the character, the column, the row
    for _, shown in groupby(chars, _BY_RUN):
        first = next(shown)
        text, x, y = ord(first.text[0]) << 2 * _BITS, int(first.x0 / _HALF), int(first.top / _HALF)
        left, right = text + ((x & -2) << _BITS), text + (((x + 1) | 1) << _BITS)
        up, down = y & -2, (y + 1) | 1  # even numbers for one grid, odd for that between
        squares += (left + up, left + down, right + up, right + down)
    return len(set(squares)) < len(squares)


def once(run: Sequence[Char]) -> list[Char]:
    """Characters from left to right without those that are printed twice, whatever is printed between or over them."""
    kept: list[Char] = []
    alike: dict[str, list[Char]] = defaultdict(list)
    for char in run:
        earlier = alike[char.text]
        if not any(_doubled(other, char) for other in takewhile(partial(_near, char), reversed(earlier))):
            kept.append(char)
            earlier.append(char)
    return kept


def _near(second: Char, first: Char) -> bool:
    """Whether a character begins where another does, or a little farther left; no box is larger than its em."""
    wide = min((first.x1 - first.x0) / len(first.text), first.size)
    return second.x0 - first.x0 <= _OVERLAP * wide


def _doubled(first: Char, second: Char) -> bool:
    down = _OVERLAP * min(first.bottom - first.top, first.size)
    return abs(second.top - first.top) <= down and not first.text.isspace()

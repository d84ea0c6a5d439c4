"""Characters printed twice on one spot, for a fake bold or a shadow: they count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile
from math import ceil, inf, log2
from operator import attrgetter, sub

from gicat.parsers.pdf.model import Char, divided

_OVERLAP = 0.3  # of a character's width or height: nearer than that, the same character is printed twice
_HALF = 3.0  # points: half a band, in which texts are looked for that begin at one place
_FINE = 8  # parts of a point
_LARGE, _LARGEST = _HALF / _OVERLAP, 10_000.0
"""Points from which on copies may be farther apart than half a band, and beyond which no text is."""
_KINDS = 64  # of bands
_BITS = 24  # enough for the parts of any page; if not, more is looked at than need be
_BY_PLACE = attrgetter("x0")


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

    A text is a number of its first character, its band of height, and how far to the right it begins; bands of two
    grids, since what is nearer than half a band stands in one of some grid. Numbers that nearly agree tell. Large
    texts are told by broader bands too.
    """
    texts: list[int] = []
    run = -1
    for char in chars:
        if char.run == run:
            continue
        run = char.run
        texts += _numbers(char, 0)
        if char.size > _LARGE:
            for doubled in range(1, _broader(char) + 1):
                texts += _numbers(char, doubled)
    texts.sort()
    return min(map(sub, texts[1:], texts), default=inf) <= _HALF * _FINE


def _broader(char: Char) -> int:
    """How often the usual band has to be doubled to be as broad as copies of a large character may be apart."""
    return ceil(log2(min(char.size, _LARGEST) / _LARGE))


def _numbers(char: Char, doubled: int) -> tuple[int, int]:
    """A text in bands that are doubled so often."""
    points = 1 << doubled
    band = int(char.top / (_HALF * points))
    first = (ord(char.text[0]) * _KINDS + doubled << 2 * _BITS) + int(char.x0 / points * _FINE)
    return first + ((band & -2) << _BITS), first + (((band + 1) | 1) << _BITS)


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

"""Whether titles of instruments are misspelt, or those of one instrument at all."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from gicat.lexicon.instruments import Instrument, registry, title_key
from gicat.text import CACHED

_LIKE = 0.5
"""Titles less alike than this are those of different instruments."""
_SLIPS = 2
_LONG = 8


@lru_cache(maxsize=CACHED)
def misspelt(title: str) -> Instrument | None:
    """The instrument that a title misses by a known misspelling, or by one character of many."""
    known = registry()
    folded = title_key(title)
    if folded in known.by_misspelling:
        return known.by_misspelling[folded]
    if len(folded) < _LONG:
        return None
    near = [having[0] for other, having in known.by_title.items() if _one_slip(folded, other)]
    return near[0] if len({one.id for one in near}) == 1 else None


def slip(title: str, meant: Instrument) -> bool:
    """Whether a title differs from one of an instrument by at most two characters."""
    return any(_distance(title_key(title), title_key(other), _SLIPS) <= _SLIPS for other in meant.titles)


def _one_slip(one: str, other: str) -> bool:
    """Whether two texts differ, by one character that is added, left out or another."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    same = next((index for index, char in enumerate(short) if char != long[index]), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _distance(one: str, other: str, most: int) -> int:
    """The edit distance of two texts, counted up to `most` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for index, char in enumerate(one, 1):
        before, row[0] = row[0], index
        for at, against in enumerate(other, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (char != against))
    return min(row[-1], most + 1)


def spelt(title: str, meant: Instrument) -> str:
    """The right title, with 中华人民共和国 only where the wrong one has it."""
    whole = "中华人民共和国"
    return meant.title if title.startswith(whole) else meant.title.removeprefix(whole)


def alike(one: str, other: str) -> bool:
    """Whether two titles may be those of one instrument: one within the other, or much the same words."""
    first, second = title_key(one), title_key(other)
    return first in second or second in first or SequenceMatcher(None, first, second, False).ratio() >= _LIKE

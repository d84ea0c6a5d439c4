"""Texts printed over each other on one line, taken apart by which characters were shown together."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from gicat.parsers.pdf.model import Char

_BY_PLACE = attrgetter("x0")
_MOST = 2_000  # characters of one line; more are no text to be read
_COVERED = 0.4  # of the narrower character's width: what lies deeper in another is printed over it
_FULL_WIDTH = 0.8  # of the em: from there a character is as wide as a Han character
_OPENING, _CLOSING = frozenset("（《〈「『【〔［｛“‘"), frozenset("）》〉」』】〕］｝”’、，。．；：！？")
"""Full-width punctuation whose ink is in the right half of its em, and in the left: typesetters push the other half
into its neighbour (JLREQ 3.1.4; `text-spacing-trim` of CSS Text 4)."""


def covers(a: Char, b: Char) -> bool:
    """Whether two characters stand on each other, so that a reader sees both at one place."""
    if a.text.isspace() or b.text.isspace():
        return False
    (start, end), (other_start, other_end) = _ink(a), _ink(b)
    across = min(end, other_end) - max(start, other_start)
    return across > _COVERED * min(end - start, other_end - other_start) > 0


def _ink(char: Char) -> tuple[float, float]:
    """From where to where a character is black, as far as its kind tells."""
    if char.x1 - char.x0 < _FULL_WIDTH * char.size:
        return char.x0, char.x1
    middle = (char.x0 + char.x1) / 2
    return middle if char.text in _OPENING else char.x0, middle if char.text in _CLOSING else char.x1


def layers(printed: Sequence[Char]) -> list[list[Char]]:
    """The characters of a line, in the order of the file, as texts in which none stands on another, left to right."""
    if len(printed) > _MOST:
        return [sorted(printed, key=_BY_PLACE)]
    runs: dict[int, list[Char]] = {}
    for char in printed:
        runs.setdefault(char.run or -id(char), []).append(char)
    found: list[list[Char]] = []
    for run in runs.values():
        layer = next((layer for layer in found if not _meet(layer, run)), None)
        if layer is None:
            found.append(run)
        else:
            layer += run
    for layer in found:
        layer.sort(key=_BY_PLACE)
    return found


def _meet(layer: Sequence[Char], run: Sequence[Char]) -> bool:
    return any(covers(a, b) for a in layer for b in run)

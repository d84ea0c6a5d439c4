"""Texts printed over each other on one line, taken apart by which characters were shown together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gicat.parsers.pdf.model import Char

_MOST = 2_000  # characters of one line; more are no text to be read
_COVERED = 0.4  # of the narrower character's width: what lies deeper in another is printed over it


def covers(a: Char, b: Char) -> bool:
    """Whether two characters stand on each other, so that a reader sees both at one place."""
    if a.text.isspace() or b.text.isspace():
        return False
    across = min(a.x1, b.x1) - max(a.x0, b.x0)
    return across > _COVERED * min(a.x1 - a.x0, b.x1 - b.x0) > 0


def layers(kept: Sequence[Char], printed: Iterable[Char]) -> list[list[Char]]:
    """The characters of a line as texts in which none stands on another, each from left to right.

    Args:
        kept: the characters that count, from left to right.
        printed: the same and more in the order of the file.
    """
    if len(kept) > _MOST:
        return [list(kept)]
    wanted = {id(char) for char in kept}
    runs: dict[int, list[Char]] = {}
    for char in printed:
        if id(char) in wanted:
            runs.setdefault(char.run or -id(char), []).append(char)
    found: list[list[Char]] = []
    for run in runs.values():
        layer = next((layer for layer in found if not _meet(layer, run)), None)
        if layer is None:
            found.append(run)
        else:
            layer += run
    for layer in found:
        layer.sort(key=lambda char: char.x0)
    return found


def _meet(layer: Sequence[Char], run: Sequence[Char]) -> bool:
    return any(covers(a, b) for a in layer for b in run)

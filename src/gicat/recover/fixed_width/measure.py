"""How many positions a character takes: programs that keep a layout do not agree on it."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from gicat.grid import Lines
from gicat.recover.fixed_width.model import Line, Page, Run

_RUN = re.compile(r"\S+")
_TAB = 8
_QUOTES, _PUNCTUATION = "“”‘’", "（）《》〈〉〔〕【】、，。；：！？"


class _Widths(dict[str, int]):
    """Positions by character, filled as characters are met."""

    def __init__(self, wide: str) -> None:
        self.wide = wide

    def __missing__(self, char: str) -> int:
        width = 2 if unicodedata.east_asian_width(char) in self.wide else 1
        self[char] = width
        return width


@dataclass(frozen=True, slots=True)
class Metric:
    """How a program counts.

    Attributes:
        positions: of a line that a character takes.
        wide: how much of its column's width it takes in print, in half ideographs.
    """

    positions: Callable[[str], int]
    wide: Callable[[str], int]

    def width(self, text: str) -> int:
        """How wide a text is in print; white space is left out."""
        return sum(map(self.wide, text)) - text.count(" ")

    def least(self, text: str) -> int:
        """How wide a text is at least: print may set quotes and punctuation beside punctuation half as wide."""
        pairs = sum(char in _PUNCTUATION and after in _PUNCTUATION for char, after in itertools.pairwise(text + "。"))
        return self.width(text) - pairs - sum(char in _QUOTES for char in text)


_EVERY_ONE = _Widths("").__getitem__
_WIDE = _Widths("WF").__getitem__
_AMBIGUOUS = _Widths("WFA").__getitem__
METRICS = (Metric(_EVERY_ONE, _AMBIGUOUS), Metric(_WIDE, _WIDE), Metric(_AMBIGUOUS, _AMBIGUOUS))
"""One position a character, whatever its width in print (pdftotext); two for a wide one, in print as well; two for
quotes and boxes too (Unicode annex 11)."""


def pages(lines: Lines, metric: Metric) -> list[Page]:
    """The pages of a text, each run at its positions."""
    starts = [0, *lines.breaks, len(lines.lines)]
    found = []
    for number, (first, last) in enumerate(itertools.pairwise(starts), 1):
        numbered = enumerate(lines.lines[first:last], lines.first + first)
        printed = tuple(_line(at, text, metric.positions) for at, text in numbered)
        if printed:
            found.append(Page(number, printed))
    return found


def _line(number: int, text: str, metric: Callable[[str], int]) -> Line:
    runs = []
    position = end = 0
    for match in _RUN.finditer(text):
        for char in text[end : match.start()]:
            position += _TAB - position % _TAB if char == "\t" else metric(char)
        start = position
        position += sum(map(metric, match.group()))
        runs.append(Run(start, position, match.group()))
        end = match.end()
    return Line(number, tuple(runs))

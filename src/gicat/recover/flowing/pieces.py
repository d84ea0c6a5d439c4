"""Lines of a text to pieces: the words between white space, and how far each stands from the one before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from unicodedata import east_asian_width

from gicat.grid import Lines
from gicat.text import bare

_WORD = re.compile(r"[^\s\u3000]+")
_WIDE = frozenset("WFA")
_PAGE_FROM = 3
"""Blank lines in a row from which on they can be the edge of a page, if that is more than is usual in the text."""
_USUAL = 0.05
"""The share of lines in front of which a run of blank lines stands that is usual: pages have more lines than that."""


class Gap(IntEnum):
    """What stands before a piece."""

    NONE = 0
    SPACE = 1
    LINE = 2
    BLANK = 3
    PAGE = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters that stand together in a text.

    Attributes:
        text: the characters; empty for a cell that is printed and empty.
        line: the line they stand on, from 1.
        gap: what stands before them.
        space: the white space before them on their line.
    """

    text: str
    line: int
    gap: Gap
    space: str = ""

    @property
    def blank(self) -> bool:
        """Whether it stands for an empty cell."""
        return not self.text


def width(text: str) -> int:
    """How many columns of a terminal a text takes: two for a Han character, one for a Latin one."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(char) in _WIDE else 1 for char in text)


def pieces(block: Lines, *, blank_cells: bool) -> list[Piece]:
    """The pieces of a text.

    Args:
        block: the text.
        blank_cells: whether every blank line is an empty cell; where it is not, only a line of no-break spaces is.
    """
    page_from = _page_from(block.lines)
    edges = set(block.breaks)
    found: list[Piece] = []
    gap, run = Gap.LINE, 0
    for index, line in enumerate(block.lines):
        if index in edges:
            gap = Gap.PAGE
        words = [word for word in _WORD.finditer(line) if word.group().isprintable() or bare(word.group())]
        if not words:
            run += 1
            if blank_cells or "\xa0" in line:
                found.append(Piece("", block.first + index, gap))
                gap, run = Gap.LINE, 0
            else:
                gap = max(gap, Gap.PAGE if run >= page_from else Gap.BLANK)
            continue
        for number, word in enumerate(words):
            space = line[words[number - 1].end() : word.start()] if number else ""
            found.append(Piece(word.group(), block.first + index, Gap.SPACE if number else gap, space))
        gap, run = Gap.LINE, 0
    return found


def _page_from(lines: Sequence[str]) -> int:
    """How many blank lines in a row are more than this text puts between two lines anyway."""
    runs: Counter[int] = Counter()
    run = 0
    for line in lines:
        if line.strip():
            if run:
                runs[run] += 1
            run = 0
        else:
            run += 1
    printed = sum(bool(line.strip()) for line in lines)
    usual, times = runs.most_common(1)[0] if runs else (0, 0)
    return max(_PAGE_FROM, usual + 1 if times > max(1, _USUAL * printed) else 0)

"""The body of a table on a page as the pieces of its columns, with the height of every line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from gicat.recover.fixed_width.cuts import spans_columns
from gicat.recover.fixed_width.headings import heading_lines
from gicat.recover.fixed_width.measure import Metric
from gicat.recover.fixed_width.model import Band, Line, Piece
from gicat.recover.fixed_width.placing import Placing
from gicat.recover.fixed_width.ticks import settle_ticks

GAP = 1.4
"""Lines between two pieces of a column from which on they belong to different cells."""
_WORD = re.compile(r"[A-Za-z0-9.\-]+|.")
_NEVER_FIRST = "，。、；：）》”？！,.;:)〉】"
_WIDE, _TELLING = 16, 4
_ASUNDER, _ASTRAY = 2.0, 4.5
_NEVER_LAST = "（《“〈【("
_SCRIPTS = re.compile(r"[\u2e80-\uffef] ?(?=[A-Za-z0-9])|[A-Za-z0-9] ?(?=[\u2e80-\uffef])")


class Part(NamedTuple):
    """The lines of a table on a page, where they belong, and the positions of the labels above."""

    page: int
    lines: Sequence[Line]
    placing: Placing
    labels: Sequence[tuple[int, int]]


def band(parts: Sequence[Part], widths: Sequence[int]) -> Band:
    """The lines of some pages, one below the other, cut into columns of these widths, in half ideographs."""
    made = Band([], [], [[] for _ in widths])
    lines = [line for part in parts for line in part.lines]
    for part in parts:
        _add(made, part)
    metric, kinds = parts[0].placing.metric, parts[0].placing.kinds
    for pieces, room in zip(made.columns, widths, strict=True):
        for piece, following in pairwise(pieces):
            piece.full = metric.width(piece.text) + _spread(piece.text) + _needed(following.text, metric) > room
        _mark_beginnings(pieces)
    named = {column for column, kind in enumerate(kinds) if kind in ("name", "number")}
    made.y = _heights(made, [bool(line.runs) for line in lines], widths, named)
    made.across |= heading_lines(made, kinds)
    return made


def _add(made: Band, part: Part) -> None:
    """Put the lines of a page into their columns, below those that are there."""
    placed = [part.placing.columns(line) for line in part.lines]
    first = len(made.numbers)
    made.doubtful |= {first + index for index in settle_ticks(part.lines, placed, part.placing.kinds, part.labels)}
    for index, line in enumerate(part.lines, first):
        texts: dict[int, list[str]] = {}
        for run, column in zip(line.runs, placed[index - first], strict=True):
            texts.setdefault(column, []).append(run.text)
        for column, words in texts.items():
            made.columns[column].append(Piece(index, " ".join(words)))
        made.pages.append(part.page)
        made.numbers.append(line.number)
        if spans_columns(line, part.placing.cuts):
            made.across.add(index)


def _mark_beginnings(pieces: Sequence[Piece]) -> None:
    """Find the texts that stand behind different ones in a column: cells begin alike more often than they go on so."""
    behind: dict[str, set[str]] = {}
    for piece, following in pairwise(pieces):
        behind.setdefault(following.text, set()).add(piece.text)
    for piece in pieces:
        piece.anew = len(piece.text) >= _TELLING and len(behind.get(piece.text, ())) > 1


def _needed(text: str, metric: Metric) -> int:
    """How much room the beginning of a text takes that cannot be divided."""
    words = _WORD.findall(text.replace(" ", ""))[:3]
    needed = 0
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        needed += metric.width(word)
        if word not in _NEVER_LAST and following not in _NEVER_FIRST:
            break
    return needed


def _spread(text: str) -> int:
    """How much room print may leave between Han characters and numbers: a quarter of an ideograph each time."""
    return (len(_SCRIPTS.findall(text)) + 1) // 2


def _heights(made: Band, printed: Sequence[bool], widths: Sequence[int], named: set[int]) -> list[float]:
    """The height of every line: one below the line before where a column prints on both, else half of one.

    Blank lines take none: they part rows, and a cell that is merged over the rows goes on behind them. Lines of a
    text that wraps in a wide column, where no line is full by chance, are one apart whatever stands between them:
    a program may set single lines of other columns there, if no name or number begins behind them.
    """
    held: list[set[int]] = [set() for _ in printed]
    for number, pieces in enumerate(made.columns):
        for piece in pieces:
            held[piece.line].add(number)
    steps = [0.0]
    for above, below in pairwise(range(len(printed))):
        if not printed[below]:
            steps.append(0.0)
        else:
            steps.append(1.0 if held[above] & held[below] or not printed[above] else 0.5)
    thin = [len(columns) == 1 for columns in held]
    wide = [pieces for pieces, room in zip(made.columns, widths, strict=True) if room >= _WIDE]
    for pieces in wide:
        for piece, following in pairwise(pieces):
            between = range(piece.line + 1, following.line + 1)
            apart = sum(steps[line] for line in between)
            astray = all(thin[line] for line in between[:-1]) and not held[between[-1]] & named
            most = _ASTRAY if astray else _ASUNDER
            if piece.full and 1.0 < apart < most and all(printed[line] for line in between):
                for line in between:
                    steps[line] /= apart
    heights, height = [], 0.0
    for step in steps:
        height += step
        heights.append(height)
    return heights

"""Rows of a table in fixed-width text: which lines belong together, by the columns in which every row has its own cell.

The cut is found by dynamic programming over the lines: a row has one number, a name and a content without a gap in it,
and all of them stand at the same height, at the top of the row or in its middle.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gicat.recognise.shapes import is_number
from gicat.recover.fixed_width.bands import GAP
from gicat.recover.fixed_width.model import Band, Piece

_ROW = 0.2
_MISSING = {"number": 2.5, "name": 2.5, "content": 2.5, "tick": 0.0}
_SECOND = {"number": 8.0, "tick": 6.0}
_GAP_INSIDE, _ENDED, _LISTED, _UNEVEN, _BELOW = 6.0, {"name": 3.0, "content": 2.0}, 0.3, 2.0, 3.0
_CUT_WRAP = {"name": 0.7, "content": 2.0}
_BLANK_INSIDE, _CUT_LIST = 2.0, 2.0
"""What it costs that a row lacks a cell, or has a second number or tick; that a cell has a gap in it, or goes on where
a line ended on purpose, which lists do; every line by which cells of a row stand at different heights, or below its
top if they stand there; that a row ends where the line was full; that a blank line stands in a row; that a row ends
within a numbered list."""
_EVEN, _NEARLY, _AT_TOP = 0.5, 0.3, 0.5
"""How far cells in the middle of a row may be apart where lines are whole, and what that costs; what it costs that the
cells of a row at the edge of a page, cut there, stand at its top instead."""
_ITEM = re.compile(r"^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.．、）)]|[①-⑳●○〇◆■·▪])")
_TALLEST, _HOPELESS = 90, 14.0
_INF = float("inf")
OWN = ("number", "name", "content", "tick")
"""Kinds of column in which every row has a cell of its own."""
_NEXT = re.compile(r"^[（(]?(?:0?[2-9]|1\d|[二三四五六七八九十])[.．、）)]|^[②-⑳]")
_FIRST = re.compile(r"^[（(]?(?:0?1|一)[.．、）)]|^①")


@dataclass(frozen=True, slots=True)
class Row:
    """Lines `first` to `last`, `last` not included, and where its own cells stand.

    Attributes:
        middle: the height of the middle of the tallest.
        top, bottom: the heights of their first and last lines.
    """

    first: int
    last: int
    middle: float
    top: float
    bottom: float


@dataclass(slots=True)
class _Cell:
    """A cell of a row so far."""

    kind: str
    pieces: int = 0
    top: float = 0.0
    bottom: float = 0.0
    ended: bool = False
    listed: bool = False

    def take(self, piece: Piece, height: float) -> float:
        """Add a line, and say what it costs that it belongs to the cell."""
        cost = 0.0
        if self.pieces == 0:
            self.top = height
        elif self.kind in _SECOND and (self.kind != "number" or is_number(piece.text)):
            cost = _SECOND[self.kind]
        elif height - self.bottom >= GAP:
            cost = _GAP_INSIDE
        elif self.kind == "content" and (piece.anew or _FIRST.match(piece.text)):
            cost = _ENDED[self.kind]
        elif self.ended:
            cost = _LISTED if self.listed or _ITEM.match(piece.text) else _ENDED.get(self.kind, 0.0)
        self.pieces += 1
        self.bottom, self.ended, self.listed = height, not piece.full, piece.text[-1] in "、，,；;："
        return cost

    def lacking(self, edge: bool) -> float:
        """What it costs that the row has none of these; less at the edge of a page, where a row may be cut."""
        return 0.0 if self.pieces else _MISSING[self.kind] * (0.4 if edge else 1.0)


class RowCutter:
    """Cuts a band into rows.

    Args:
        band: the lines and their pieces.
        kinds: of the columns.
        centred: whether cells stand in the middle of their rows.
    """

    def __init__(self, band: Band, kinds: Sequence[str], *, centred: bool) -> None:
        self.band, self.centred = band, centred
        self.count = len(band.numbers)
        own = [(kind, pieces) for kind, pieces in zip(kinds, band.columns, strict=True) if kind in OWN and pieces]
        self.own = [(kind, _by_line(pieces, self.count)) for kind, pieces in own]
        self.joints = _joints(band, kinds)
        held = {piece.line for pieces in band.columns for piece in pieces}
        self.blank = [line not in held for line in range(self.count)]

    def rows(self, first: int, last: int) -> tuple[list[Row], float]:
        """The rows of some lines, and what the cut costs."""
        best = [_INF] * (last - first + 1)
        best[0] = 0.0
        came: list[int] = [0] * len(best)
        for start in range(first, last):
            if best[start - first] == _INF:
                continue
            for end, cost in self._from(start, first, last):
                total = best[start - first] + cost
                if total < best[end - first]:
                    best[end - first], came[end - first] = total, start - first
        found: list[Row] = []
        at = last - first
        while at > 0:
            found.append(self.row(first + came[at], first + at))
            at = came[at]
        return found[::-1], best[-1]

    def _from(self, start: int, first: int, last: int) -> list[tuple[int, float]]:
        """Where a row from a line on can end, and what each costs."""
        states = [_Cell(kind) for kind, _ in self.own]
        found = []
        spent = 0.0
        for line in range(start, min(last, start + _TALLEST)):
            spent += _BLANK_INSIDE if line > start and self.blank[line - 1] and not self.blank[line] else 0.0
            for state, (_, pieces) in zip(states, self.own, strict=True):
                piece = pieces[line]
                if piece is not None:
                    spent += state.take(piece, self.band.y[line])
            if spent > _HOPELESS:
                break
            edge = start == first or line + 1 == last
            cost = (
                _ROW
                + spent
                + sum(state.lacking(edge) for state in states)
                + self._uneven(states, self.band.y[start], edge)
            )
            if line + 1 < last:
                cost += self._cut_wraps(line)
            found.append((line + 1, cost))
        return found or [(start + 1, _HOPELESS)]

    def _uneven(self, states: Sequence[_Cell], above: float, edge: bool) -> float:
        """What it costs that the cells of a row whose first line is at a height do not stand at one height."""
        tops = [state.top for state in states if state.pieces]
        if not tops:
            return 0.0
        at_top = _UNEVEN * (max(tops) - min(tops)) + _BELOW * min(2.0, min(tops) - above)
        if not self.centred:
            return at_top
        middles = [(state.top + state.bottom) / 2 for state in states if state.pieces]
        off = max(middles) - min(middles)
        centred = _UNEVEN * max(0.0, off - _EVEN) + _NEARLY * min(off, _EVEN)
        return min(centred, at_top + _AT_TOP) if edge else centred

    def _cut_wraps(self, line: int) -> float:
        """What it costs that a row ends at a line that some cell wraps at, or within a list."""
        cost = 0.0
        for kind, above, below in self.joints[line]:
            if above.full and not below.anew and not _FIRST.match(below.text):
                cost += _CUT_WRAP[kind] * (0.2 if above.text[-1] in "。；" else 1.0)
            if kind == "content" and _NEXT.match(below.text):
                cost += _CUT_LIST
        return cost

    def row(self, first: int, last: int) -> Row:
        """Lines as one row."""
        states = [_Cell(kind) for kind, _ in self.own]
        for state, (_, pieces) in zip(states, self.own, strict=True):
            for line in range(first, last):
                piece = pieces[line]
                if piece is not None:
                    state.take(piece, self.band.y[line])
        printed = [state for state in states if state.pieces]
        if not printed:
            top, bottom = self.band.y[first], self.band.y[last - 1]
            return Row(first, last, (top + bottom) / 2, top, bottom)
        tallest = max(printed, key=lambda state: state.bottom - state.top)
        top, bottom = min(state.top for state in printed), max(state.bottom for state in printed)
        return Row(first, last, (tallest.top + tallest.bottom) / 2, top, bottom)


def _joints(band: Band, kinds: Sequence[str]) -> list[list[tuple[str, Piece, Piece]]]:
    """For every line the neighbouring pieces of names and contents that a border below it would part."""
    found: list[list[tuple[str, Piece, Piece]]] = [[] for _ in band.numbers]
    for kind, pieces in zip(kinds, band.columns, strict=True):
        for above, below in pairwise(pieces if kind in _CUT_WRAP else ()):
            if band.y[below.line] - band.y[above.line] < GAP:
                for line in range(above.line, below.line):
                    found[line].append((kind, above, below))
    return found


def _by_line(pieces: Sequence[Piece], count: int) -> list[Piece | None]:
    found: list[Piece | None] = [None] * count
    for piece in pieces:
        found[piece.line] = piece
    return found

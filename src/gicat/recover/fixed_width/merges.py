"""Cells of the columns that rows share: which lines make a cell, and which rows it is merged over.

A cell that stands in the middle of its rows tells by its height which they are. One that stands at their top tells
where they begin, and goes on for as many lines as it has text, beside rows that print nothing there.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from gicat.recognise.deadlines import deadline
from gicat.recover.bond import CERTAIN, STRONG, bond
from gicat.recover.fixed_width.bands import GAP
from gicat.recover.fixed_width.lists import LISTS, follows, restarts
from gicat.recover.fixed_width.model import Piece, printed
from gicat.recover.fixed_width.rows import Row

_CELL, _OFF_CENTRE, _OUTSIDE, _LEFT, _SPLIT, _BLANK, _BLANK_EDGE, _AT_TOP = 0.2, 1.5, 2.0, 10.0, 0.7, 2.5, 1.0, 0.8
"""What it costs: a cell; every line by which it is off the middle of its rows, or stands outside of them; a line
for which no row is left; a split or a join against what the texts say, by its strength; a row without a cell, and one
at the edge of a page; that a cell at the edge of a page stands at the top of its rows."""
_STRANGE, _BRIDGE = 0.8, 0.5
"""What it costs that a cell reads like none of its column; that it goes on behind a gap that only a line makes."""
_SLACK, _HALF, _NEAR, _NEARBY = 0.6, 0.5, 0.25, 2.5
NAMES = frozenset({"publishers", "responsible_units", "contact_units"})
_WEAK, _ENDED = 0.5, 0.3
"""What is a weak sign that a cell begins, and how much of one it is that the line above had room for more."""
_PARAGRAPHS = frozenset({"contacts", "extra"})
"""Kinds of column in whose cells a line may end anywhere."""
_REACH = 6
"""Lines that are looked at to tell whether a text goes on with the one above."""
_INF = float("inf")


@dataclass(frozen=True, slots=True)
class Merged:
    """Some lines of a column as one cell over rows `first` to `last`, `last` not included."""

    first: int
    last: int
    pieces: tuple[Piece, ...]


def edges(rows: Sequence[Row], heights: Sequence[float]) -> list[float]:
    """The height of the border above every row, and below the last.

    A row's cells stand in its middle, so that each border follows from the one above; it stays between the texts.
    """
    found = [heights[rows[0].first] - _HALF]
    for row, following in itertools.pairwise(rows):
        lower, upper = sorted((row.bottom + _HALF, following.top - _HALF))
        found.append(min(max(2 * row.middle - found[-1], lower), upper))
    return [*found, heights[rows[-1].last - 1] + _HALF]


class Shared:
    """A column whose cells rows share, on one page.

    Args:
        kind: of the column, see `recognise.shapes`.
        pieces: its lines.
        rows: of the table.
        heights: of all lines of the page.
        order: of the options in its lists.
    """

    def __init__(
        self, kind: str, pieces: Sequence[Piece], rows: Sequence[Row], heights: Sequence[float], order: dict[str, int]
    ) -> None:
        self.kind, self.pieces, self.rows, self.heights = kind, list(pieces), rows, heights
        self.y = [heights[piece.line] for piece in pieces]
        self._order = order
        self._anew = restarts(pieces, order) if kind in LISTS else frozenset()
        self._alone = frozenset(
            piece.text
            for index, piece in enumerate(pieces)
            if (index == 0 or self.apart(index)) and (index + 1 == len(pieces) or self.apart(index + 1))
        )

    def apart(self, index: int) -> bool:
        """Whether nothing is printed in the column between a line and the one before."""
        return self.y[index] - self.y[index - 1] >= GAP

    def near(self, index: int) -> bool:
        """Whether but one line stands between a line and the one before, which a program may have set too low."""
        return self.y[index] - self.y[index - 1] < _NEARBY

    def unfinished(self, index: int, first: int) -> bool:
        """Whether the text from `first` on surely goes on at a line: it was full, or the list has its next option."""
        if self.kind not in LISTS:
            return self.pieces[index - 1].full
        return follows(self.pieces[first:index], self.pieces[index], self._order)

    def begins(self, index: int, first: int, *, surely: bool) -> bool:
        """Whether a cell begins at a line at the top of a row; surely: behind a full line by more than a weak sign."""
        return self.strength(index, first) < (-_WEAK if surely and self.pieces[index - 1].full else 0.0)

    def strength(self, index: int, first: int) -> float:
        """How strongly a line and those behind it go on with those from `first` on: bound where positive."""
        if self.kind in LISTS:
            return -CERTAIN if index in self._anew else STRONG
        if self.kind in NAMES and self.pieces[index].text in self._alone:
            return -_WEAK
        above = self.pieces[first:index]
        found = [
            bond(self.kind, printed(above), printed(self.pieces[index:last]), full=lambda: above[-1].full)
            for last in self._lasts(index)
        ]
        if found[0] >= CERTAIN:
            return CERTAIN
        strength = min(found)
        return strength if above[-1].full or self.kind in _PARAGRAPHS else min(-_ENDED, strength)

    def _lasts(self, index: int) -> list[int]:
        """Where a text that begins at a line may end: for names there, for deadlines anywhere as far as is looked."""
        last = index + 1
        if self.kind in NAMES:
            return [last]
        while last < min(len(self.pieces), index + _REACH) and not self.apart(last):
            last += 1
        return list(range(index + 1, last + 1)) if self.kind == "deadline" else [last]


def centred_cells(column: Shared) -> tuple[list[Merged], float]:
    """The cells of a column whose cells stand in the middle of the rows that they are merged over, and their cost."""
    return _Spans(column).best() if column.pieces else ([], 0.0)


class _Spans:
    """Finds the cheapest way to put a column's lines into cells and these over rows, by dynamic programming."""

    def __init__(self, column: Shared) -> None:
        self.column, self.pieces, self.rows, self.y = column, column.pieces, column.rows, column.y
        self.edges = edges(column.rows, column.heights)
        strengths = {index: self._strength(index) for index in range(1, len(self.pieces)) if self._may_end(index)}
        self.breaks = {index: strength for index, strength in strengths.items() if strength < CERTAIN}

    def best(self) -> tuple[list[Merged], float]:
        """The cells, top to bottom, and what they cost."""
        states: dict[tuple[int, int], tuple[float, tuple[Merged, ...]]] = {(0, 0): (0.0, ())}
        done: tuple[float, tuple[Merged, ...]] = (_INF, ())
        while states:
            at = min(states)
            cost, way = states.pop(at)
            if at == (len(self.pieces), len(self.rows)):
                done = (cost, way)
                continue
            for to, step, cell in self._next(*at):
                if cost + step < states.get(to, (_INF, ()))[0]:
                    states[to] = (cost + step, (*way, cell) if cell else way)
        if not done[1]:
            return [Merged(0, len(self.rows), tuple(self.pieces))], _LEFT
        return list(done[1]), done[0]

    def _next(self, piece: int, row: int) -> list[tuple[tuple[int, int], float, Merged | None]]:
        """Where a cell that begins at a line and a row can end, and what each way costs."""
        found: list[tuple[tuple[int, int], float, Merged | None]] = []
        if row < len(self.rows):
            cut = piece in (0, len(self.pieces))  # a merged cell may go on from the page before, or on the next
            found.append(((piece, row + 1), _BLANK_EDGE if cut else _BLANK, None))
        elif piece < len(self.pieces):
            left = Merged(row - 1, row, tuple(self.pieces[piece:]))
            return [((len(self.pieces), row), _LEFT * (len(self.pieces) - piece), left)]
        joins = 0.0
        for end in range(piece + 1, len(self.pieces) + 1):
            lasts = self._ends(piece, end, row)
            told = joins + self._ended(end) + (self._strange(piece, end) if lasts else 0.0)
            for last in lasts:
                cell = Merged(row, last, tuple(self.pieces[piece:end]))
                found.append(((end, last), told + self._off(piece, end, row, last), cell))
            if end == len(self.pieces) or (self.column.apart(end) and not self._bridged(piece, end)):
                break
            joins += _BRIDGE if self.column.apart(end) else max(0.0, -_SPLIT * self.breaks.get(end, 0.0))
        return found

    def _strange(self, piece: int, end: int) -> float:
        """What it costs that a cell reads like none of its column, unless the page may cut it."""
        if piece == 0 or end == len(self.pieces):
            return 0.0
        text = "".join(part.text for part in self.pieces[piece:end])
        if self.column.kind == "deadline" and not deadline(text).understood:
            return _STRANGE
        return _STRANGE * (sum(map(text.count, "（《")) != sum(map(text.count, "）》")))

    def _bridged(self, piece: int, end: int) -> bool:
        """Whether a text surely goes on behind a line that a program has set between."""
        column = self.column
        return column.near(end) and column.unfinished(end, piece) and column.strength(end, piece) >= STRONG

    def _ended(self, end: int) -> float:
        """What it costs that a cell ends before a line."""
        if end == len(self.pieces) or self.column.apart(end):
            return 0.0
        return _SPLIT * max(0.0, self.breaks[end]) if end in self.breaks else _INF

    def _ends(self, piece: int, end: int, row: int) -> list[int]:
        """The rows that a cell may end at: between its last line and the next one's."""
        if end < len(self.pieces) and end not in self.breaks and not self.column.apart(end):
            return []
        bottom = self.y[end - 1]
        following = self.y[end] if end < len(self.pieces) else _INF
        return [
            last
            for last in range(row + 1, len(self.rows) + 1)
            if self.edges[last] >= bottom - _SLACK and self.edges[last - 1] <= following + _SLACK
        ]

    def _off(self, piece: int, end: int, row: int, last: int) -> float:
        """What it costs that a cell stands where it does in its rows."""
        top, bottom = self.edges[row], self.edges[last]
        first, final = self.y[piece], self.y[end - 1]
        outside = max(0.0, top - first - _SLACK + 0.5) + max(0.0, final + 0.5 - bottom - _SLACK)
        cost = _OFF_CENTRE * max(0.0, abs((first + final) / 2 - (top + bottom) / 2) - _NEAR)
        if row == 0 or last == len(self.rows):
            cost = min(cost, _AT_TOP + _OFF_CENTRE * abs(first - 0.5 - top))
        return _CELL + cost + _OUTSIDE * outside

    def _may_end(self, index: int) -> bool:
        """Whether a border of rows may run between a line and the one before."""
        between = (self.y[index - 1] + self.y[index]) / 2
        return any(abs(edge - between) <= 1.0 for edge in self.edges[1:-1])

    def _strength(self, index: int) -> float:
        first = index - 1
        while first > 0 and not self.column.apart(first):
            first -= 1
        return self.column.strength(index, first)

"""A cell that starts at an atom and takes one atom more at a time, as a cell of each column that may hold it."""

from __future__ import annotations

from collections.abc import Sequence

from gicat.recover.flowing.joins import Manner, Meeting
from gicat.recover.flowing.spans import Spans


class Growth:
    """A span that grows, as a cell of any of some columns.

    Attributes:
        span: the atoms so far.
        columns: the columns that may still take it.
        beside: by column, what its meetings and the width of its lines are worth.
    """

    __slots__ = ("_manners", "_meetings", "_rest", "_spans", "_sums", "_wides", "beside", "columns", "span")

    def __init__(self, spans: Spans, start: int, manners: Sequence[Manner], *, rest: bool = False) -> None:
        self._spans, self._manners, self._rest = spans, manners, rest
        self.span = span = spans.first(start, rest=rest)
        self.columns = [column for column, manner in enumerate(manners) if span.total <= manner.longest]
        self._sums, self._wides = [0.0] * len(manners), [0] * len(manners)
        self.beside = [manner.overflow(span.widest, span.even) for manner in manners]
        self._meetings: list[Meeting] = []

    def grow(self) -> bool:
        """Take the next atom; False where it cannot stand in the same cell, of any column."""
        span = self._spans.longer(self.span, rest=self._rest)
        if span is None or span.meeting is None:
            return False
        self.span = span
        meeting = span.meeting
        self._meetings.append(meeting)
        total, widest, even = span.total, span.widest, span.even
        sums, beside, left = self._sums, self.beside, []
        for column in self.columns:
            manner = self._manners[column]
            if total > manner.longest:
                continue
            left.append(column)
            if manner.width is not None:
                sums[column] += manner.worth(meeting, manner.width)
                beside[column] = manner.overflow(widest, even) + sums[column]
            else:
                beside[column] = sums[column] = self._unmeasured(column, manner)
        self.columns = left
        return bool(left)

    def _unmeasured(self, column: int, manner: Manner) -> float:
        """What the meetings are worth in a column that is taken to be as wide as the cell's widest line."""
        wide = max(self.span.widest, manner.least)
        if wide == self._wides[column]:
            return self._sums[column] + manner.worth(self._meetings[-1], wide)
        self._wides[column] = wide
        return sum(manner.worth(one, wide) for one in self._meetings)

"""What the columns of a table are like, learned by decoding its beginning until nothing new is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gicat.deadline import Deadline
from gicat.recover.flowing.body import Body
from gicat.recover.flowing.decode import decode
from gicat.recover.flowing.learn import in_line, learned, merged
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.slots import Slot
from gicat.recover.flowing.ways import Reading

_LESSONS = 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """A decoding of a table's beginning, and what was known before it.

    Attributes:
        slots: the columns.
        merged: what skipping columns behind a cell costs.
        in_line: what a cell that starts in the middle of a line costs.
        reading: what they gave.
    """

    slots: Sequence[Slot]
    merged: float | None
    in_line: float | None
    reading: Reading


class Lessons:
    """The decodings of one beginning; of those that start from the same, one is made.

    Args:
        body: the beginning.
        slots: its columns, as far as the header tells.
        deadline: when to stop; nothing is learned after it.
    """

    def __init__(self, body: Body, slots: Sequence[Slot], deadline: Deadline | None = None) -> None:
        self.body, self.slots, self.deadline = body, slots, deadline
        self._had: dict[tuple[tuple[Slot, ...], float | None, float | None], Lesson] = {}

    def best(self) -> Lesson:
        """The last lesson under the better one of two assumptions of how wide columns are."""
        return max((self._last(narrow=narrow) for narrow in (False, True)), key=lambda lesson: lesson.reading.worth)

    def _last(self, *, narrow: bool) -> Lesson:
        lesson = self._lesson(self.slots, None, None)
        for _ in range(_LESSONS):
            steps = lesson.reading.steps
            known = learned(self.slots, self.body.atoms, steps, narrow=narrow)
            lesson = self._lesson(known, merged(self.slots, steps), in_line(known, self.body.atoms, steps))
        return lesson

    def _lesson(self, slots: Sequence[Slot], rare: float | None, within: float | None) -> Lesson:
        start = (tuple(slots), rare, within)
        if start not in self._had:
            scores = Scores(self.body, slots, merged=rare, in_line=within)
            self._had[start] = Lesson(slots, rare, within, decode(scores, thorough=False, deadline=self.deadline))
        return self._had[start]

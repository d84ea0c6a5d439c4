"""What the columns of a table are like, learned by decoding its beginning until nothing new is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gicat.recover.flowing.body import Body
from gicat.recover.flowing.decode import Step, decode
from gicat.recover.flowing.learn import learned, merged
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.slots import Slot

_LESSONS = 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """A decoding of a table's beginning.

    Attributes:
        slots: the columns, as known before it.
        merged: what skipping columns behind a cell costs, as known before it.
        steps: the best reading.
        worth: what that is worth.
    """

    slots: Sequence[Slot]
    merged: float | None
    steps: Sequence[Step]
    worth: float


class Lessons:
    """The decodings of one beginning; of those that start from the same, one is made.

    Args:
        body: the beginning.
        slots: its columns, as far as the header tells.
    """

    def __init__(self, body: Body, slots: Sequence[Slot]) -> None:
        self.body = body
        self._had: dict[tuple[tuple[Slot, ...], float | None], Lesson] = {}
        self.first = self._lesson(slots, None)

    def best(self) -> Lesson:
        """The last lesson under the better one of two assumptions of how wide columns are."""
        return max((self._last(narrow=narrow) for narrow in (False, True)), key=lambda lesson: lesson.worth)

    def _last(self, *, narrow: bool) -> Lesson:
        lesson = self.first
        for _ in range(_LESSONS):
            known = learned(self.first.slots, self.body.atoms, lesson.steps, narrow=narrow)
            lesson = self._lesson(known, merged(self.first.slots, lesson.steps))
        return lesson

    def _lesson(self, slots: Sequence[Slot], rare: float | None) -> Lesson:
        start = (tuple(slots), rare)
        if start not in self._had:
            self._had[start] = Lesson(slots, rare, *decode(Scores(self.body, slots, merged=rare)))
        return self._had[start]

"""How long the work on a file may go on. The clock is handed in: nothing below the command line has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Deadline:
    """A time that runs out.

    Attributes:
        clock: seconds of a running clock; None for all the time in the world.
        seconds: how many of them there are from now on.
        passed: whether it was found out of time; it stays so.
    """

    clock: Callable[[], float] | None = None
    seconds: float = 0.0
    passed: bool = False
    _started: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self._started = self.clock() if self.clock else 0.0

    def over(self) -> bool:
        """Whether the time is up."""
        if self.clock is not None and not self.passed:
            self.passed = self.clock() - self._started > self.seconds
        return self.passed

"""Who does the work: the protocol of executors, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Protocol, Self

from gicat.batch.job import Outcome, Task

_LOOK = 0.2  # seconds between two looks at whether to stop


class Executor(Protocol):
    """Has tasks done somewhere; a context manager, which ends its workers when it is left."""

    def __enter__(self) -> Self:
        """Readies the workers; raises GicatError if there can be none."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None, /
    ) -> None:
        """Ends the workers; what they are still doing is lost."""
        ...

    def run(self, tasks: Iterable[Task], stopped: Callable[[], bool]) -> Iterator[tuple[Task, Outcome]]:
        """Tasks with what came of them, as they are done; every task once.

        Args:
            tasks: taken one by one, in this thread, never many more than there are workers.
            stopped: asked several times a second whether to leave the rest.

        Raises:
            UsageError: for options that make no sense for any file.
            GicatError: where no work can be done any more.
        """
        ...


class Future(Protocol):
    """What both `concurrent.futures` and Dask have."""

    def add_done_callback(self, call: Callable[[Any], None], /) -> None:
        """Calls once it is done, in any thread."""
        ...

    def result(self) -> Any:
        """What came of it, or raises what was raised."""
        ...


def in_flight(
    tasks: Iterable[Task], submit: Callable[[Task], Future], most: Callable[[], int], stopped: Callable[[], bool]
) -> Iterator[tuple[Task, Future]]:
    """Tasks with their futures as they are done, at most `most()` of them submitted at any time."""
    done: SimpleQueue[tuple[Task, Future]] = SimpleQueue()
    waiting = iter(tasks)
    flying, more = 0, True
    while not stopped():
        while more and flying < most() and not stopped():
            task = next(waiting, None)
            if task is None:
                more = False
            else:
                submit(task).add_done_callback(partial(_put, done, task))
                flying += 1
        if not flying:
            return
        try:
            finished = done.get(timeout=_LOOK)
        except Empty:
            continue
        flying -= 1
        yield finished


def _put(done: SimpleQueue[tuple[Task, Future]], task: Task, future: Future) -> None:
    done.put((task, future))

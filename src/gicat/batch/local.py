"""The executor of this machine: a thread for each worker process, which waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from gicat.batch.executors import in_flight
from gicat.batch.isolated import Bounds, Child
from gicat.batch.job import Job, Outcome, Task

_AHEAD = 2  # tasks for each worker: one in work, one ready


class LocalExecutor:
    """Worker processes on this machine; see `Executor`."""

    def __init__(self, job: Job, bounds: Bounds, workers: int) -> None:
        self._children = [Child(job, bounds) for _ in range(workers)]
        self._idle: SimpleQueue[Child] = SimpleQueue()
        for child in self._children:
            self._idle.put(child)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="gicat-batch")

    def __enter__(self) -> Self:
        """Nothing to ready: processes are started when they are needed."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Ends the processes, which ends the threads that wait for them."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for child in self._children:
            child.end()
        self._threads.shutdown()

    def run(self, tasks: Iterable[Task], stopped: Callable[[], bool]) -> Iterator[tuple[Task, Outcome]]:
        """See `Executor`."""
        most = _AHEAD * len(self._children)
        for task, future in in_flight(tasks, lambda task: self._threads.submit(self._run, task), lambda: most, stopped):
            yield task, future.result()

    def _run(self, task: Task) -> Outcome:
        child = self._idle.get()
        try:
            return child.run(task)
        finally:
            self._idle.put(child)

"""The executor of a Dask cluster (extra `cluster`): the same work, in processes that the cluster's workers start.

Dask does a task again whose worker is lost, and gives it up when several workers are lost over it.
"""

from __future__ import annotations

import logging
import pickle
import pydoc
import re
import uuid
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import Any, Self

from gicat.__about__ import __version__
from gicat.batch.executors import Future, in_flight
from gicat.batch.isolated import Bounds
from gicat.batch.job import Job, Outcome, Task, failed
from gicat.batch.remote import dismiss, work_on
from gicat.diagnostics import Phrase, found
from gicat.errors import GicatError, UsageError

LOCAL = "local"
"""An address: a cluster inside this process, for trying."""

_CONNECT = 10.0  # seconds to reach the scheduler
_ARRIVE = 30.0  # seconds for a first worker to be there
_AHEAD = 2  # tasks for each thread of the cluster
_EVERY = 100  # tasks between two looks at how many threads there are


class ClusterError(GicatError):
    """The cluster can do no work any more; what is done is in the manifest."""


class ClusterExecutor:
    """Workers of a Dask cluster; see `Executor`."""

    def __init__(self, job: Job, bounds: Bounds, address: str, *, shared: bool, workers: int) -> None:
        """Keeps what is to be done.

        Args:
            job, bounds: as every worker is to have them.
            address: of the scheduler, or `LOCAL`.
            shared: whether workers open the files themselves, under the same absolute paths; else their bytes are sent.
            workers: how many files a local cluster works on at a time.
        """
        self._job = job
        self._settings = pickle.dumps((job, bounds))
        self._address = address
        self._shared = shared
        self._workers = workers
        self._name = uuid.uuid4().hex
        self._open = ExitStack()
        self._client: Any = None
        self._threads = 0
        self._asked = 0

    def __enter__(self) -> Self:
        """Connects; raises UsageError where there is no scheduler, no worker, or a worker without this gicat."""
        try:
            from distributed import Client, LocalCluster
            from distributed.comm.addressing import parse_address
            from distributed.comm.registry import get_backend
        except ImportError as error:
            raise UsageError("--cluster needs Dask: pip install 'gicat[cluster]'") from error
        if self._address != LOCAL and not re.fullmatch(r"[a-z]+://\S+:\d+", self._address):
            raise UsageError(f"--cluster: {self._address!r} is not of the form tcp://scheduler:8786, nor {LOCAL!r}")
        _quiet()
        with self._open:
            try:
                where: Any = self._address
                if where != LOCAL:
                    get_backend(parse_address(where)[0])  # a client for an unknown scheme makes noise when it goes
                else:
                    where = self._open.enter_context(
                        LocalCluster(  # type: ignore[no-untyped-call]
                            n_workers=1,
                            threads_per_worker=self._workers,
                            processes=False,  # each thread has a process of its own for the work
                            dashboard_address=None,
                            silence_logs=logging.CRITICAL,
                        )
                    )
                client = Client(where, timeout=_CONNECT, set_as_default=False)  # type: ignore[no-untyped-call]
                self._client = self._open.enter_context(client)
            except (OSError, ValueError, TypeError) as error:
                raise UsageError(f"--cluster {self._address}: no scheduler answers there ({_line(error)})") from error
            self._check()
            self._open.callback(self._dismiss)
            self._open = self._open.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Ends the processes in the workers and the connection; a cluster that was here before stays."""
        self._open.close()

    def run(self, tasks: Iterable[Task], stopped: Callable[[], bool]) -> Iterator[tuple[Task, Outcome]]:
        """See `Executor`."""
        for task, future in in_flight(tasks, self._submit, self._most, stopped):
            yield task, self._outcome(future)

    def _check(self) -> None:
        """That there is a worker, and that all can do the work."""
        try:
            self._client.wait_for_workers(1, timeout=_ARRIVE)
        except TimeoutError as error:
            raise UsageError(f"--cluster {self._address}: the scheduler has no workers") from error
        versions = self._client.run(pydoc.locate, "gicat.__about__.__version__")
        for worker, version in versions.items():
            if version != __version__:
                has = f"gicat {version}" if version else "no gicat"
                raise UsageError(f"--cluster {self._address}: worker {worker} has {has}, here is {__version__}")

    def _most(self) -> int:
        if self._asked % _EVERY == 0:
            with suppress(OSError, TimeoutError):  # a scheduler that is gone shows when a task comes back
                self._threads = sum(self._client.nthreads().values())
        self._asked += 1
        return _AHEAD * max(1, self._threads)

    def _submit(self, task: Task) -> Future:
        if not self._shared:
            task = task.loaded(self._job.options)
        future: Future = self._client.submit(work_on, self._name, self._settings, pickle.dumps(task), pure=False)
        return future

    def _outcome(self, future: Future) -> Outcome:
        from distributed import KilledWorker

        try:
            outcome: Outcome = future.result()
        except KilledWorker as error:
            lost = error.allowed_failures + 1
            how = Phrase(f"{lost} workers of the cluster were lost over it", f"集群先后有 {lost} 个节点因此丢失")
            return failed(found("R033", how=how), self._job.options)
        except GicatError:
            raise
        except (CancelledError, OSError) as error:
            raise ClusterError(f"--cluster {self._address}: the scheduler is gone; run again with --resume") from error
        except Exception as error:
            raise ClusterError(f"a worker cannot work: {_line(error)}; run again with --resume") from error
        return outcome

    def _dismiss(self) -> None:
        with suppress(OSError, TimeoutError, CancelledError, RuntimeError):  # the cluster may be gone
            self._client.run(dismiss, self._name, on_error="ignore")


def _quiet() -> None:
    """Has Dask's own loggers say nothing: what matters is said in one line. Each has a level of its own."""
    for name in logging.root.manager.loggerDict:
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]

"""Worker processes with hard limits of time and memory."""

from __future__ import annotations

import multiprocessing
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path

SECONDS = 20.0
"""Processor time for one input."""
MEGABYTES = 1000
"""Most resident memory of a process at one input."""
_PATIENCE = 4
"""A process that takes this many times as long on the clock hangs; other work may be on the machine."""
_SPACE = 4_000_000_000
"""Address space of a process; beyond it, memory errors are raised."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case.

    Attributes:
        id: the case.
        problems: what is wrong; see `checks.problems`.
        seconds: processor time.
        megabytes: most memory.
    """

    id: str
    problems: tuple[str, ...]
    seconds: float
    megabytes: float


@dataclass
class _Worker:
    """A process and what it is at."""

    link: Connection
    process: multiprocessing.process.BaseProcess
    id: str | None = None
    started: float = field(default_factory=time.monotonic)

    def give(self, identity: str) -> None:
        self.id, self.started = identity, time.monotonic()
        self.link.send(identity)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.link.close()


def run(identities: Iterator[str], workers: int) -> Iterator[Outcome]:
    """The outcomes of cases, as they come."""
    busy = [_started() for _ in range(workers)]
    for worker in busy:
        _next(worker, identities)
    try:
        while any(worker.id for worker in busy):
            ready = wait([worker.link for worker in busy if worker.id], timeout=1)
            for place, worker in enumerate(busy):
                if worker.id is None:
                    continue
                late = time.monotonic() - worker.started > SECONDS * _PATIENCE
                if worker.link not in ready and not late:
                    continue
                outcome = None if worker.link not in ready else _received(worker)
                if outcome is None:
                    reason = "it hangs" if late else f"the process ended with code {_code(worker)}"
                    yield Outcome(worker.id, (reason,), time.monotonic() - worker.started, 0.0)
                    worker.end()
                    busy[place] = worker = _started()
                else:
                    yield outcome
                _next(worker, identities)
    finally:
        for worker in busy:
            worker.end()


def measured(identity: str) -> Outcome:
    """The outcome of a case in this process."""
    from tests.fuzz.cases import case
    from tests.fuzz.checks import problems

    made = case(identity)
    _forget_peak()
    started = time.process_time()
    found = problems(made)
    seconds, megabytes = time.process_time() - started, _peak()
    if seconds > SECONDS:
        found.append(f"it takes more than {SECONDS:g} s")
    if megabytes > MEGABYTES:
        found.append(f"it takes more than {MEGABYTES} MB")
    return Outcome(identity, tuple(found), seconds, megabytes)


def _started() -> _Worker:
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return _Worker(ours, process)


def _next(worker: _Worker, identities: Iterator[str]) -> None:
    worker.id = None
    identity = next(identities, None)
    if identity is not None:
        worker.give(identity)


def _received(worker: _Worker) -> Outcome | None:
    try:
        outcome = worker.link.recv()
    except (EOFError, OSError):
        return None
    return outcome if isinstance(outcome, Outcome) else None


def _code(worker: _Worker) -> int | None:
    worker.process.join(5)
    return worker.process.exitcode


def _serve(link: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_SPACE, _SPACE))
    while True:
        link.send(measured(link.recv()))


def _forget_peak() -> None:
    """Start measuring memory anew, where the system can (Linux)."""
    forget = Path("/proc/self/clear_refs")
    if forget.exists():
        forget.write_text("5")


def _peak() -> float:
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

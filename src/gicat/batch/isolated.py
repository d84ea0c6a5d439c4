"""A worker process seen from outside: a file that hangs, crashes or eats the memory costs that process and no more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Lock, Timer
from typing import Any, cast

from gicat.batch.child import IDLE, receive, send
from gicat.batch.job import Job, Outcome, Task, failed
from gicat.diagnostics import Diagnostic, Phrase, found
from gicat.errors import GicatError, UsageError

_MANY = 5_000  # files after which a process is replaced: what libraries leak stays a few megabytes
_START = 120.0  # seconds in which a process must be ready, on a machine that has much else to do


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one file may take.

    Attributes:
        seconds: of time.
        memory: megabytes, of the whole worker process.
    """

    seconds: float = 180.0
    memory: int = 2048


class StartError(GicatError):
    """A worker process could not be started."""


class Child:
    """A worker process, started when it is needed and again when it died. For one thread at a time."""

    def __init__(self, job: Job, bounds: Bounds) -> None:
        self._job = job
        self._bounds = bounds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()
        self._ended = False
        self._late = False
        self._used = 0.0
        self._tasks = 0

    def run(self, task: Task) -> Outcome:
        """What comes of a task; where its process died, an outcome that says how.

        Raises:
            UsageError: for options that make no sense for any file.
            StartError: if there can be no process.
        """
        start = self._job.clock()
        process = self._ready()
        self._tasks += 1
        try:
            answer = self._within(self._bounds.seconds, process, lambda: self._ask(process, task))
        except (EOFError, OSError):
            return self._failed(self._obituary(process), start)
        if self._late:  # just in time: the answer is there, and the process is killed
            self._reaped(process)
        if isinstance(answer, UsageError):
            raise answer
        if isinstance(answer, MemoryError):
            self._reaped(process)  # whatever it still holds is not to be trusted
            return self._failed(found("R031", limit=self._bounds.memory), start)
        return cast(Outcome, answer)

    def _failed(self, why: Diagnostic, start: float) -> Outcome:
        return failed(why, self._job.options, self._job.clock() - start)

    def end(self) -> None:
        """Ends the process, at once and for good; may be called from any thread."""
        with self._lock:
            self._ended = True
            process = self._process
        if process:
            self._kill(process)
            process.wait()

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._process and self._process.poll() is None:
            if self._job.clock() - self._used < IDLE / 2 and self._tasks < _MANY:
                return self._process
            self._reaped(self._process)  # it may be about to end itself, or has grown
        with self._lock:
            if self._ended:
                raise StartError("the run was ended")
            self._tasks = 0
            try:
                self._process = process = _start()
            except OSError as error:
                raise StartError(f"no worker process can be started: {error.strerror or error}") from error
        settings = (self._job, self._bounds.seconds, self._bounds.memory)
        try:
            self._within(_START, process, lambda: self._ask(process, settings))
        except (EOFError, OSError) as error:
            why = _died(self._reaped(process)).en
            raise StartError(f"a worker process ended at once ({why}); is --memory large enough?") from error
        return process

    def _within(self, seconds: float, process: subprocess.Popen[bytes], work: Callable[[], Any]) -> Any:
        """Does work with the process, which is killed after a time."""
        self._late = False
        done = Event()

        def expire() -> None:
            with self._lock:
                if not done.is_set() and not _answers(process):
                    self._late = True
                    self._kill(process)

        timer = Timer(seconds, expire)
        timer.daemon = True
        timer.start()
        try:
            return work()
        finally:
            timer.cancel()
            self._used = self._job.clock()
            with self._lock:
                done.set()

    @staticmethod
    def _ask(process: subprocess.Popen[bytes], message: Any) -> Any:
        assert process.stdin and process.stdout
        send(process.stdin, message)  # type: ignore[arg-type]
        return receive(process.stdout)  # type: ignore[arg-type]

    def _obituary(self, process: subprocess.Popen[bytes]) -> Diagnostic:
        code = self._reaped(process)
        if self._late:
            return found("R030", limit=f"{self._bounds.seconds:g}")
        return found("R033", how=_died(code))

    def _reaped(self, process: subprocess.Popen[bytes]) -> int:
        self._process = None
        self._kill(process)
        return process.wait()

    @staticmethod
    def _kill(process: subprocess.Popen[bytes]) -> None:
        """Kills the process and whatever it started."""
        if process.returncode is not None:  # its number may be another's by now
            return
        if sys.platform != "win32":
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()


def _answers(process: subprocess.Popen[bytes]) -> bool:
    """Whether an answer is there to read: it came in time if this process, not that one, was stopped (Ctrl-Z)."""
    if sys.platform == "win32":
        return False
    import select

    assert process.stdout
    return bool(select.select([process.stdout], [], [], 0)[0])


def _start() -> subprocess.Popen[bytes]:
    """A process with this one's search path for modules; in a group of its own, so that Ctrl-C is not its business."""
    script = f"import sys; sys.path[:] = {sys.path!r}; from gicat.batch.child import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        process_group=None if sys.platform == "win32" else 0,
    )


def _died(code: int) -> Phrase:
    """How a process ended, by its return code."""
    if code >= 0:
        return Phrase(f"exit code {code}", f"退出码 {code}")
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = str(-code)
    if name == "SIGABRT":
        return Phrase("signal SIGABRT, often for want of memory", "信号 SIGABRT，往往因内存不足")
    return Phrase(f"signal {name}", f"信号 {name}")

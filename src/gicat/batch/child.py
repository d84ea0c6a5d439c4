"""A worker process: tasks come in on its standard input, outcomes go out on its standard output.

`isolated.Child` is the other end. A process of its own, not of `multiprocessing`, since the workers of a Dask cluster
may not have children of that kind, and a file must cost no more than its own process there too.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import struct
import sys
import warnings
from typing import Any, BinaryIO

from gicat.batch.job import Job, Outcome
from gicat.batch.work import convert
from gicat.errors import UsageError

HEAD = struct.Struct("<Q")
"""Before each message: how many bytes it has."""

LATE = 30.0
"""Seconds after the time limit when a process whose parent died, and which nobody else ends, ends itself."""

IDLE = 3600.0
"""Seconds without a task after which a process ends itself: whoever started it may have forgotten it."""


def send(stream: BinaryIO, message: Any) -> None:
    """Writes a message; raises OSError if nobody reads."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(HEAD.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> Any:
    """The next message; raises EOFError where there is none, or not all of it."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError
    (size,) = HEAD.unpack(head)
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return pickle.loads(data)


def main() -> None:
    """Receives a job with its limits, then tasks; answers each with an outcome, a `UsageError` or a `MemoryError`."""
    tasks, outcomes = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)  # what a library prints does not get between the messages
    warnings.simplefilter("ignore")
    try:
        job, seconds, memory = receive(tasks)
        gc.set_threshold(*job.collect)
        _limit(memory)
        send(outcomes, None)
        while True:
            faulthandler.dump_traceback_later(IDLE, exit=True, file=nothing)
            task = receive(tasks)
            faulthandler.dump_traceback_later(seconds + LATE, exit=True, file=nothing)
            send(outcomes, _answer(job, task))
    except (EOFError, BrokenPipeError):  # the other end is gone, or done
        return


def _answer(job: Job, task: Any) -> Outcome | UsageError | MemoryError:
    try:
        return convert(job, task)
    except UsageError as error:
        return error
    except MemoryError:
        return MemoryError()


def _limit(memory: int) -> None:
    """Bounds the memory of this process in megabytes, where the system can (RLIMIT_AS: Linux, not macOS)."""
    if sys.platform == "win32":
        return
    import resource

    wanted = memory << 20
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))

"""Work on a file that never ends, in a library that nothing can stop: the command goes on without it.

Readers look at the clock between pages and steps and stop by themselves (`Limits.seconds`). What keeps one of them from
ever looking again is inside a library; so the work is done in a thread of its own, which is left to itself then.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from gicat.diagnostics import Diagnostic
    from gicat.parsers.base import Source
    from gicat.pipeline import Options

T = TypeVar("T")

_GRACE = 5.0
"""Seconds beyond the limit in which a reader is waited for: its steps may be long."""
_STACK = 16 << 20
"""Bytes: as much as the main thread has, or more; the usual size is half a megabyte on some systems."""


class EndlessError(Exception):
    """The work on a file does not end, or cannot begin since that on another one does not; the diagnostic says so."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def patiently(work: Callable[[Source, Options], T], source: Source, options: Options) -> T:
    """What `work` gives for a file, or raises.

    Raises:
        EndlessError: R018 if it does not look at the clock for longer than `Limits.seconds`, R033 for every file after
            such a one: the library is still at it, and cannot be used for another.
    """
    from gicat.diagnostics import Phrase, found

    if _last is not None and busy():
        name = _last.name
        how = Phrase(f"it does not come to the end of {name}", f"处理 {name} 时停不下来")
        raise EndlessError(found("R033", how=how))
    clock = options.read.clock
    if clock is None:
        return work(source, options)
    watch = _Watch(clock, clock())
    watched = replace(options, read=replace(options.read, clock=watch.look))
    task = _Task(lambda: work(source, watched), source.name)
    limit = options.read.limits.seconds
    while not task.done.wait(max(0.1, limit + _GRACE - watch.since())):
        if watch.since() > limit + _GRACE:
            what = Phrase(f"no end of it after {limit + _GRACE:g} s", f"超过 {limit + _GRACE:g} 秒仍未完成")
            raise EndlessError(found("R018", what=what, limit=f"seconds={limit:g}"))
    return task.answer()


def busy() -> bool:
    """Whether a thread is still at work: the usual end of a process would take its libraries from under its feet."""
    return _last is not None and not _last.done.is_set()


@dataclass(slots=True)
class _Watch:
    """A clock that knows when somebody last looked at it."""

    clock: Callable[[], float]
    looked: float

    def look(self) -> float:
        self.looked = self.clock()
        return self.looked

    def since(self) -> float:
        return self.clock() - self.looked


class _Task(Generic[T]):
    """Work in a thread of its own."""

    def __init__(self, work: Callable[[], T], name: str) -> None:
        global _last  # noqa: PLW0603 - libraries are the process's, and so is who uses them
        self.name = name
        self.done = threading.Event()
        self._answer: list[T] = []
        self._error: BaseException | None = None
        context = copy_context()
        usual = threading.stack_size(_STACK)
        try:
            self._thread = threading.Thread(target=context.run, args=(self._run, work), daemon=True)
            self._thread.start()
        finally:
            threading.stack_size(usual)
        _last = self

    def _run(self, work: Callable[[], T]) -> None:
        try:
            self._answer.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            self._error = error
        finally:
            self.done.set()

    def answer(self) -> T:
        if self._error is not None:
            raise self._error
        return self._answer[0]


_last: _Task[Any] | None = None

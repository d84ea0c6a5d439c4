"""How far a batch is: a bar on a terminal, lines elsewhere; at the end what failed and why."""

from __future__ import annotations

import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from gicat.cli.console import Console, is_terminal
from gicat.cli.reporting import clock, one_line, rich_console

if TYPE_CHECKING:
    from gicat.batch.manifest import Record

_EVERY = 10.0  # seconds between two lines


class Progress(Protocol):
    """Something that shows how far it is."""

    def done(self, record: Record, kept: bool, /) -> None:
        """An input is done, by this run or, `kept`, by an earlier one."""
        ...

    def stop(self) -> None:
        """Shows no more."""
        ...


def progress(console: Console, total: int) -> Progress:
    """What suits the console: nothing with --quiet, a bar on a terminal, else lines."""
    if console.verbosity < 0:
        return _Silent()
    if is_terminal(sys.stderr) and console.verbosity == 0:
        return _Bar(console, total)
    return _Lines(console, total)


class _Silent:
    def done(self, record: Record, kept: bool, /) -> None:
        pass

    def stop(self) -> None:
        pass


class _Lines:
    """A line every ten seconds; with -v one for each input."""

    def __init__(self, console: Console, total: int) -> None:
        self._console = console
        self._total = total
        self._counts: Counter[str] = Counter()
        self._start = self._said = time.monotonic()

    def done(self, record: Record, kept: bool, /) -> None:
        self._counts.update(done=1, kept=int(kept), items=record.items, failed=int(record.status == "failed"))
        if self._console.verbosity > 0:
            self._console.say(f"{one_line(record.name)}: {self._what(record, kept)}")
        now = time.monotonic()
        if now - self._said >= _EVERY:
            self._said = now
            self._console.say(self._far(now - self._start))

    def stop(self) -> None:
        pass

    def _what(self, record: Record, kept: bool) -> str:
        status = self._console.text("batch-kept" if kept else f"batch-{record.status}")
        line = self._console.text("batch-done", status=status, items=record.items, seconds=record.seconds)
        return f"{line}: {one_line(record.message)}" if record.message else line

    def _far(self, seconds: float) -> str:
        counts, worked = self._counts, self._counts["done"] - self._counts["kept"]
        left = (self._total - counts["done"]) * seconds / worked if worked else 0.0
        return self._console.text(
            "batch-progress", done=counts["done"], total=self._total, items=counts["items"], failed=counts["failed"],
            left=clock(left),
        )  # fmt: skip


class _Bar:
    """A bar with files, items, failures and the time that is left."""

    def __init__(self, console: Console, total: int) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._counts: Counter[str] = Counter()
        zh = console.language == "zh"
        self._bar = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[items]} 个事项" if zh else "{task.fields[items]} items"),
            TextColumn("失败 {task.fields[failed]}" if zh else "{task.fields[failed]} failed"),
            TimeRemainingColumn(),
            console=rich_console(console),
            transient=True,
        )
        self._task = self._bar.add_task("", total=total, items=0, failed=0)
        self._bar.start()

    def done(self, record: Record, kept: bool, /) -> None:
        self._counts.update(items=record.items, failed=int(record.status == "failed"))
        self._bar.update(self._task, advance=1, items=self._counts["items"], failed=self._counts["failed"])

    def stop(self) -> None:
        self._bar.stop()

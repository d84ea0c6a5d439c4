"""What a batch says to people: names on one line, times, and at its end what failed and why."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gicat.cli.console import Console, is_terminal
from gicat.writers.terminal import shown

if TYPE_CHECKING:
    from rich.console import Console as RichConsole

    from gicat.batch.run import Totals


def one_line(text: str) -> str:
    """A name or message as one line that does no harm to a terminal."""
    return shown(text).replace("\n", "\\n").replace("\t", "\\t")


def clock(seconds: float) -> str:
    """Seconds as 1:02:03."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


def rich_console(console: Console) -> RichConsole:
    """Standard error as rich knows it."""
    from rich.console import Console as RichConsole

    return RichConsole(stderr=True, no_color=not console.colors(sys.stderr), highlight=False)


def closing(console: Console, totals: Totals, seconds: float, manifest: str) -> None:
    """What failed and why, as a table on a terminal, else as lines; then how much was done."""
    if totals.failures:
        if is_terminal(sys.stderr):
            _table(console, totals.failures)
        else:
            for name, message in totals.failures:
                console.say(f"{one_line(name)}: {one_line(message)}")
        more = totals.statuses["failed"] - len(totals.failures)
        if more:
            console.say(console.text("batch-more", count=more, manifest=manifest))
    if console.verbosity < 0:
        return
    counts = {status: totals.statuses[status] for status in ("converted", "partial", "failed", "skipped")}
    line = console.text("batch-summary", **counts, items=totals.items, seconds=f"{seconds:.1f}")
    if totals.kept:
        line += "; " + console.text("batch-earlier", count=totals.kept)
    console.say(line)


def _table(console: Console, failures: Sequence[tuple[str, str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=False)
    table.add_column(console.text("batch-file"), overflow="fold")
    table.add_column(console.text("batch-why"), overflow="fold")
    for name, message in failures:
        table.add_row(Text(one_line(name)), Text(one_line(message)))
    rich_console(console).print(table)

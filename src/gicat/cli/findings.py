"""Findings as lines for a person, and as an exit code."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gicat.writers.terminal import shown

if TYPE_CHECKING:
    from gicat.cli.console import Console
    from gicat.schema import Diagnostic, Document, Place

SEVERITIES = ("error", "warning", "info")
_COUNTED = "RP"  # reading and inference; what a rule finds is the validator's business
_MANY = 3  # findings of one code that are shown one by one


def failing(diagnostics: list[Diagnostic], fail_on: str) -> bool:
    """Whether any finding is at or above a severity."""
    bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(d.severity in bad and d.code[0] in _COUNTED for d in diagnostics)


def report(console: Console, label: str, diagnostics: list[Diagnostic]) -> None:
    """One line for each finding, or one for all of a code that is found again and again."""
    label = shown(label)
    visible = [d for d in diagnostics if SEVERITIES.index(d.severity) <= console.verbosity + 1]
    counts = Counter(d.code for d in visible)
    done: set[str] = set()
    for d in visible:
        many = counts[d.code] > _MANY and console.verbosity < 1
        if many and d.code in done:
            continue
        done.add(d.code)
        more = f" ({console.text('repeated', count=counts[d.code])})" if many else ""
        place = _place(console, d.place)
        message = " ".join(shown(d.message).split())
        console.say(f"{label}:{place} {d.code} [{d.severity}] {message}{more}", d.severity)


def summary(console: Console, label: str, document: Document) -> None:
    """How much was found, in one line; nothing for a file that could not be read, whose error has said so."""
    if console.verbosity < 0 or not document.catalogues:
        return
    items = sum(len(catalogue.items) for catalogue in document.catalogues)
    line = console.text("summary", catalogues=len(document.catalogues), items=items)
    counts = Counter[str](d.severity for d in document.diagnostics)
    if counts:
        line += "; " + console.text("counts", **{severity: counts[severity] for severity in SEVERITIES})
    console.say(f"{shown(label)}: {line}")


def _place(console: Console, place: Place) -> str:
    """Where, as an editor or a reader of the file finds it: a line, or page and row."""
    if place.line is not None:
        return f"{place.line}:"
    named = {"page": place.page, "table": place.table if place.page is None else None, "row": place.row}
    words = [console.text(key, n=number) for key, number in named.items() if number is not None]
    return " ".join(words) + ":" if words else ""

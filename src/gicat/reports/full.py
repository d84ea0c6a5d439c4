"""For people: every finding with its cell, the offending part marked, the reason and what to do, grouped by file."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gicat.diagnostics import Language, Severity
from gicat.reports import CheckedFile, Run
from gicat.reports.advice import advice, section
from gicat.reports.marked import changed, marked
from gicat.reports.places import long_place, place, subject
from gicat.reports.words import SEVERITIES, in_language, mended, one_line, say
from gicat.rules.base import Finding, Fix

if TYPE_CHECKING:
    from rich.text import Text

COLORS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}
_OF_READING = "RP"  # these codes say themselves what was inferred, and have the severity of their code
_ALSO = 8  # further places of the same finding that are named
_MINIMUM = 40  # columns; a narrower terminal wraps


def write(run: Run) -> str:
    """The report as lines for a terminal of `run.width` columns, coloured if `run.color`."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    stream = io.StringIO()
    console = Console(
        file=stream, width=max(run.width, _MINIMUM), force_terminal=run.color, no_color=not run.color,
        color_system="standard" if run.color else None, legacy_windows=False, highlight=False, markup=False,
        emoji=False, _environ={},
    )  # fmt: skip
    for text, indent in _lines(run):
        console.print(Padding(text, (0, 0, 0, indent), expand=False) if text.plain else Text(), overflow="fold")
    return mended("\n".join(line.rstrip() for line in stream.getvalue().split("\n")))


def _lines(run: Run) -> Iterator[tuple[Text, int]]:
    """Every line with its indent; wrapped text keeps it."""
    from rich.text import Text

    for file in run.files:
        if file.findings:
            yield Text(one_line(file.path), "bold underline"), 0
            yield Text(), 0
            for finding, others in _grouped(file):
                yield from _finding(run, file, finding, others)
    yield from _about(run)
    counts = {severity.value: count for severity, count in run.counts().items()}
    result = say("failed" if run.failed else "passed", run.language)
    summary = Text(f"{result}: ", "bold red" if run.failed else "bold green")
    yield summary.append(say("counts", run.language, files=len(run.files), **counts), "default"), 0
    for key, number in (("known", run.known), ("hidden", run.hidden)):
        if number:
            yield Text(say(key, run.language, n=number)), 0


def _grouped(file: CheckedFile) -> Iterator[tuple[Finding, list[Finding]]]:
    """The findings of a file in order, those that say the very same of other cells behind the first of them."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in file.findings:
        same = (finding.code, finding.severity, finding.message, finding.suggestion, finding.field, finding.quote,
                finding.printed, finding.certainty)  # fmt: skip
        groups.setdefault(same, []).append(finding)
    for first, *others in groups.values():
        yield first, others


def _finding(run: Run, file: CheckedFile, finding: Finding, others: list[Finding]) -> Iterator[tuple[Text, int]]:
    from rich.text import Text

    language = run.language
    where = [long_place(place(file, finding), language), subject(run, file, finding)]
    head = Text(f"{finding.code} ", "bold").append(in_language(SEVERITIES[finding.severity], language),
                                                   COLORS[finding.severity])  # fmt: skip
    yield head.append("  ").append("  ".join(part for part in where if part) or say("whole", language), "default"), 2
    yield from _cell(run, finding)
    yield Text(one_line(in_language(finding.message, language))), 4
    told = advice(run, finding)
    if told:
        yield _labelled("fix", told, run), 4
    if finding.fix:
        yield from _change(finding.fix, language)
    if finding.certainty != "direct" and finding.code[0] not in _OF_READING:
        yield Text(say(finding.certainty, language), "italic"), 4
    if others:
        yield Text(_also(run, file, others)), 4
    yield Text(), 0


def _change(fix: Fix, language: Language) -> Iterator[tuple[Text, int]]:
    """What a fix does: one text in one line; several different texts whole, a line each."""
    from rich.text import Text

    kind = f"  ({say('safe' if fix.safe else 'unsafe', language)})"
    pairs = fix.changes or (changed(one_line(fix.before), one_line(fix.after)),)
    for number, (before, after) in enumerate(pairs, 1):
        told = say("becomes", language, before=one_line(before), after=one_line(after))
        yield Text(told + (kind if number == len(pairs) else ""), "green"), 8


def _cell(run: Run, finding: Finding) -> Iterator[tuple[Text, int]]:
    """The cell behind a gutter, carets under what is wrong in it; a quote without a place is printed nowhere."""
    from rich.text import Text

    printed = finding.printed or (finding.quote if finding.places else None)
    if not printed or not printed.strip():
        if finding.field is not None and finding.item is not None:
            yield Text("│ ", "dim").append(say("empty", run.language), "dim"), 4
        return
    for line in marked(printed, finding.quote, max(run.width, _MINIMUM) - 8):
        text = Text("│ ", "dim").append(line.text, "default")
        text.stylize(COLORS[finding.severity], 2 + line.start, 2 + line.end)
        yield text, 4
        if line.start < line.end:
            yield Text("│ ", "dim").append(line.underline, COLORS[finding.severity]), 4


def _also(run: Run, file: CheckedFile, others: list[Finding]) -> str:
    names = [long_place(place(file, other), run.language) or subject(run, file, other) for other in others]
    listed = ("、" if run.language == "zh" else ", ").join(names[:_ALSO])
    if len(names) > _ALSO:
        listed = say("more", run.language, where=listed, n=len(names) - _ALSO)
    return say("also", run.language, n=len(others), where=listed)


def _about(run: Run) -> Iterator[tuple[Text, int]]:
    """Once for each rule that found something: what it is about, why it matters, where that is written."""
    from rich.text import Text

    found = Counter(finding.code for _, finding in run.findings())
    used = [rule for code, rule in run.rules.items() if found[code] and section(rule, "Why", run.language)]
    if used:
        yield Text(say("rules", run.language), "bold underline"), 0
        yield Text(), 0
    for rule in used:
        title = one_line(in_language(rule.title, run.language))
        yield Text(f"{rule.code} ", "bold").append(f"{title} ({rule.name})", "default"), 2
        for heading in ("Why", "Source"):
            for paragraph in section(rule, heading, run.language):
                yield Text(paragraph), 4
        yield Text(say("rule", run.language, code=rule.code), "dim"), 4
        yield Text(), 0


def _labelled(key: str, text: str, run: Run) -> Text:
    from rich.text import Text

    label = say(key, run.language) + ("：" if run.language == "zh" else ": ")
    return Text(label, "bold green").append(text, "default")

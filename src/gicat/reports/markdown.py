"""Markdown for a merge request, a step summary or a mail: the result of every file, then its findings as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gicat.diagnostics import Severity
from gicat.reports import CheckedFile, Run
from gicat.reports.advice import advice
from gicat.reports.places import long_place, place, subject
from gicat.reports.words import SEVERITIES, in_language, one_line, say
from gicat.rules.base import Finding

_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_SPECIAL = re.compile(r"([\\`*_\[\]|~#<>&@])")  # @ would call somebody, # would name an issue


def write(run: Run) -> str:
    """The whole report."""
    return "".join((*_head(run), *(part for file in run.files for part in (_opening(run, file), *_rows(run, file)))))


def limited(run: Run, limit: int) -> str:
    """The report cut behind the last finding that fits into a number of bytes, the rest counted."""
    head = "".join(_head(run))
    parts, size, left = [head], len(head.encode()) + 1_000, 0
    for file in run.files:
        for number, part in enumerate((_opening(run, file), *_rows(run, file))):
            size += len(part.encode())
            if size <= limit:
                parts.append(part)
            elif number:
                left += 1
    if left:
        parts.append(f"\n{say('left', run.language, n=left)}\n")
    return "".join(parts)


def _head(run: Run) -> Iterator[str]:
    result = say("failed" if run.failed else "passed", run.language)
    counts = {severity.value: count for severity, count in run.counts().items()}
    yield f"## {say('title', run.language)}: {result}\n\n"
    yield say("counts", run.language, files=len(run.files), **counts) + "\n"
    if run.known:
        yield "\n" + say("known", run.language, n=run.known) + "\n"
    if not run.files:
        return
    names = (in_language(SEVERITIES[severity], run.language) for severity in Severity)
    yield "\n" + _row(say("file", run.language), say("result", run.language), *names)
    yield _row("---", "---", *["---:"] * len(Severity))
    for file in run.files:
        numbers = [sum(finding.severity is severity for finding in file.findings) for severity in Severity]
        failed = any(run.fails(finding) for finding in file.findings)
        sign = "❌" if failed else "✅"
        yield _row(_text(file.path), f"{sign} {say('failed' if failed else 'passed', run.language)}",
                   *map(str, numbers))  # fmt: skip


def _opening(run: Run, file: CheckedFile) -> str:
    if not file.findings:
        return ""
    keys = ("place", "severity", "code", "message", "fix")
    header = _row(*(say(key, run.language) for key in keys)) + _row(*["---"] * len(keys))
    return f"\n### {_text(file.path)}\n\n{header}"


def _rows(run: Run, file: CheckedFile) -> Iterator[str]:
    for finding in file.findings:
        yield _row(*_cells(run, file, finding))


def _cells(run: Run, file: CheckedFile, finding: Finding) -> Iterator[str]:
    where = [long_place(place(file, finding), run.language), subject(run, file, finding)]
    yield "<br>".join(_text(part) for part in where if part) or say("whole", run.language)
    yield f"{_SIGNS[finding.severity]} {in_language(SEVERITIES[finding.severity], run.language)}"
    rule = run.rules.get(finding.code)
    yield f"{finding.code}<br>{_text(in_language(rule.title, run.language))}" if rule else finding.code
    yield _text(in_language(finding.message, run.language))
    yield _text(advice(run, finding))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def _text(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], "\\" + match[0]), one_line(text))

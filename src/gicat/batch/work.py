"""The work on one file, as a worker process does it: read, parse, check, write to memory."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath, PurePosixPath

from gicat import schema
from gicat.batch.combined import part_of
from gicat.batch.job import Job, Outcome, Status, Task, failed, load
from gicat.batch.plan import Entry
from gicat.diagnostics import Diagnostic, Severity, found
from gicat.errors import UsageError
from gicat.parsers.base import Source
from gicat.pipeline import parse_source
from gicat.validation import validate
from gicat.writers.registry import writer

PARTIAL = frozenset({"R005", "R013"})
"""Codes that say that something of the file was not read."""


def convert(job: Job, task: Task) -> Outcome:
    """What comes of a file; `seconds` counts everything, opening it included.

    Raises:
        UsageError: for options that make no sense for any file.
        MemoryError: beyond the process' limit.
    """
    start = job.clock()
    data = load(task.entry, job.options) if task.data is None else task.data
    if isinstance(data, Diagnostic):
        return failed(data, job.options, job.clock() - start)
    try:
        outcome = _converted(job, task, data)
    except (UsageError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - a fault of gicat, or of another package's reader, costs its file only
        what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        outcome = failed(found("R032", what=what), job.options)
        outcome = replace(outcome, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
    return replace(outcome, seconds=job.clock() - start)


def _converted(job: Job, task: Task, data: bytes) -> Outcome:
    document = parse_source(Source(PurePosixPath(task.entry.name).name, data), job.options)
    status, message = _verdict(document)
    outcome = Outcome(
        status,
        message,
        sha256=document.source.sha256,
        size=len(data),
        format=document.source.format,
        catalogues=len(document.catalogues),
        items=sum(len(catalogue.items) for catalogue in document.catalogues),
        diagnostics=_by_severity([d.severity for d in document.diagnostics]),
    )
    if job.checks and status != "failed":
        findings, fault = _findings(job, _reported(task.entry, job.root), document)
        outcome = replace(outcome, findings=findings, message=message or fault)
    if status == "failed":
        return outcome
    text = "".join(writer(job.format)([document], job.write))
    part = part_of(document, task.entry.name, job.combined, job.write) if job.combined else None
    return replace(outcome, output=text.encode("utf-8", "replace"), part=part)


def _verdict(document: schema.Document) -> tuple[Status, str | None]:
    """Whether the file was read, and the diagnostic that a person should see first."""
    errors = [d for d in document.diagnostics if d.severity == "error"]
    lost = [d for d in document.diagnostics if d.code in PARTIAL]
    worst = next(iter(errors + lost), None)
    message = f"{worst.code} {worst.message}" if worst else None
    if not document.catalogues:
        return "failed", message
    return ("partial" if worst else "converted"), message


def _reported(entry: Entry, root: str) -> str:
    """What `gicat validate` calls a file, and patterns in settings are compared with."""
    path = PurePath(entry.path)
    seen = path.relative_to(root) if root and path.is_relative_to(root) else path
    return f"{seen.as_posix()}/{entry.member.name}" if entry.member else seen.as_posix()


def _by_severity(severities: Sequence[str]) -> dict[str, int]:
    counts = Counter(severities)
    return {severity.value: counts[severity] for severity in Severity}


def _findings(job: Job, path: str, document: schema.Document) -> tuple[Mapping[str, Mapping[str, int]], str | None]:
    """How many findings there are by severity and by code, and what went wrong in a rule."""
    assert job.checks is not None
    faults: list[str] = []

    def on_fault(label: str, error: Exception) -> None:
        faults.append(f"R032 {label}: {type(error).__name__}: {error}")

    run = validate([(path, document)], job.checks, language=job.options.language, on_fault=on_fault)
    all_found = [finding for _, finding in run.findings()]
    codes = Counter(finding.code for finding in all_found)
    severities = _by_severity([finding.severity.value for finding in all_found])
    return {"severities": severities, "codes": dict(sorted(codes.items()))}, faults[0] if faults else None

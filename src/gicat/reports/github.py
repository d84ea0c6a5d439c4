"""GitHub Actions: annotations on the changed files, and the Markdown of the step summary.

Source: GitHub documentation, "Workflow commands for GitHub Actions": `::error file=…,line=…,title=…::message`, and
the escapes that the runner undoes (`@actions/core`, command.ts): % CR LF in messages, in properties : and , too.
Of each severity a step shows ten annotations only, so errors come first and the summary has everything.
"""

from __future__ import annotations

from gicat.diagnostics import Severity
from gicat.reports import CheckedFile, Run, markdown
from gicat.reports.advice import advice
from gicat.reports.places import first_line, long_place, place, subject
from gicat.reports.words import in_language, one_line
from gicat.rules.base import Finding

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
SUMMARY_LIMIT = 1_000_000
"""Bytes of a step summary; GitHub refuses one of more than 1 MiB."""


def write(run: Run) -> str:
    """One workflow command a finding and line, the worst first."""
    order = list(Severity)
    found = sorted(run.findings(), key=lambda pair: order.index(pair[1].severity))
    return "".join(f"{_command(run, file, finding)}\n" for file, finding in found)


def summary(run: Run) -> str:
    """Markdown for the file that GITHUB_STEP_SUMMARY names; findings beyond GitHub's limit are counted only."""
    return markdown.limited(run, SUMMARY_LIMIT)


def _command(run: Run, file: CheckedFile, finding: Finding) -> str:
    rule = run.rules.get(finding.code)
    properties = {"title": f"{finding.code} {rule.name}" if rule else finding.code}
    if file.path != "-":
        properties = {"file": one_line(file.path), "line": str(first_line(file, finding)), **properties}
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {listed}::{_data(_message(run, file, finding))}"


def _message(run: Run, file: CheckedFile, finding: Finding) -> str:
    where = place(file, finding)
    about = [long_place(where, run.language) if where.line is None else "", subject(run, file, finding)]
    lines = [" ".join(part for part in about if part), in_language(finding.message, run.language)]
    lines.append(advice(run, finding))
    return "\n".join(one_line(line) for line in lines if line)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""GitLab's code quality report.

Source: GitLab documentation, "Code Quality", "Implement a custom tool": `description`, `check_name`, `fingerprint`
(unique in the report), `location.path` (relative, no `./`), `location.lines.begin`, and `severity`, one of info,
minor, major, critical and blocker.
"""

from __future__ import annotations

from gicat.diagnostics import Severity
from gicat.reports import Run
from gicat.reports.json import dumped
from gicat.reports.places import first_line, long_place, place, subject
from gicat.reports.words import in_language, one_line

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(run: Run) -> str:
    """A JSON array with an object for each finding."""
    entries = []
    for file, finding in run.findings():
        rule = run.rules.get(finding.code)
        where = "" if place(file, finding).line is not None else long_place(place(file, finding), run.language)
        about = " ".join(part for part in (where, subject(run, file, finding)) if part)
        message = one_line(in_language(finding.message, run.language))
        entries.append({
            "description": f"{finding.code} {about}: {message}" if about else f"{finding.code} {message}",
            "check_name": f"{finding.code} {rule.name}" if rule else finding.code,
            "fingerprint": finding.fingerprint,
            "severity": SEVERITIES[finding.severity],
            "location": {"path": one_line(file.path), "lines": {"begin": first_line(file, finding)}},
        })  # fmt: skip
    return dumped(entries, indent=1) + "\n"

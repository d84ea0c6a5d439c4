"""Formats of findings. Each is one module with `write(run: Run) -> str` and one line in `REPORTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from types import MappingProxyType
from typing import cast

from gicat.diagnostics import Language, Severity
from gicat.reports.heads import DocumentHead
from gicat.rules.base import Finding
from gicat.rules.described import UsedRule

REPORTS: Mapping[str, str] = MappingProxyType(
    {
        "full": "gicat.reports.full",
        "concise": "gicat.reports.concise",
        "json": "gicat.reports.json",
        "jsonl": "gicat.reports.jsonl",
        "github": "gicat.reports.github",
        "gitlab": "gicat.reports.gitlab",
        "sarif": "gicat.reports.sarif",
        "junit": "gicat.reports.junit",
        "markdown": "gicat.reports.markdown",
    }
)
"""Name of a format to its module, imported when it is used."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file and what was found in it.

    Attributes:
        path: with forward slashes, relative to the root of the repository, else to the working folder; `-` for
            standard input.
        document: what reports tell of what gicat read in it; without catalogues where it could not be read.
        findings: in document order; `Finding.path` is `path`, and no two fingerprints of a run are equal.
    """

    path: str
    document: DocumentHead
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that a report may tell.

    Attributes:
        version: of gicat.
        files: in the order they were checked, those without findings too.
        rules: code to rule, of every rule that ran and every code that was found, in the order of their codes.
        language: of messages.
        fail_on: findings of this severity or a worse one fail the run; None where none does.
        left_out: what else is in the folders that were checked and was not checked, as reports name files.
        known: how many findings the baseline held back.
        hidden: how many findings are mere information and left out of `files`, since the reader did not ask for
            them with -v; only on the console.
        color, width: what the terminal can show; for reports that people read there.
    """

    version: str
    files: tuple[CheckedFile, ...]
    rules: Mapping[str, UsedRule] = field(default_factory=dict)
    language: Language = "en"
    fail_on: Severity | None = Severity.ERROR
    left_out: tuple[str, ...] = ()
    known: int = 0
    hidden: int = 0
    color: bool = False
    width: int = 100

    def findings(self) -> Iterator[tuple[CheckedFile, Finding]]:
        """Every finding with its file."""
        return ((file, finding) for file in self.files for finding in file.findings)

    def fails(self, finding: Finding) -> bool:
        """Whether this finding fails the run."""
        order = list(Severity)
        return self.fail_on is not None and order.index(finding.severity) <= order.index(self.fail_on)

    @property
    def failed(self) -> bool:
        """Whether any finding fails the run."""
        return any(self.fails(finding) for _, finding in self.findings())

    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, the worst first."""
        counts = dict.fromkeys(Severity, 0)
        for _, finding in self.findings():
            counts[finding.severity] += 1
        return counts


def writer(name: str) -> Callable[[Run], str]:
    """The function that writes a run in a format of `REPORTS`; raises KeyError for another name."""
    return cast(Callable[[Run], str], import_module(REPORTS[name]).write)


__all__ = ["REPORTS", "CheckedFile", "Run", "UsedRule", "writer"]

"""What passes between the process that plans and those that work: the job, its tasks, their outcomes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Literal

from gicat.__about__ import __version__
from gicat.batch.archives import read_member
from gicat.batch.plan import Entry
from gicat.diagnostics import Diagnostic, Phrase, found
from gicat.errors import UnreadableError
from gicat.pipeline import Options
from gicat.rules.run import Checks
from gicat.writers.base import WriteOptions

Status = Literal["converted", "partial", "failed", "skipped"]
Combined = Literal["csv", "jsonl", "parquet"]


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for every file of a batch; can be pickled.

    Attributes:
        options: of reading.
        format: of results, a name in `gicat.writers.registry.WRITERS`.
        write: options of the writer, for results and for what is combined.
        clock: seconds of a running clock.
        combined: the format of the one file of all items, None without one.
        checks: the rules to run, None for none.
        root: the folder from which patterns in settings see the paths of files.
        collect: the pace of the garbage collector, for `gc.set_threshold`.
    """

    options: Options
    format: str
    write: WriteOptions
    clock: Callable[[], float]
    combined: Combined | None = None
    checks: Checks | None = None
    root: str = ""
    collect: tuple[int, int, int] = (700, 10, 10)

    def fingerprint(self) -> str:
        """Twelve digits that change with whatever a result depends on, besides the file and gicat's version.

        Not with the password: it opens a file or does not, and its hash should not lie about.
        """
        read = self.options.read
        return _digest(
            {
                "format": self.format,
                "write": self.write,
                "read": [read.encoding, read.dialect, read.pdf_engine, read.pages, read.limits],
                "options": [self.options.language, self.options.tables, self.options.audit, self.options.lexicon],
                "checks": self.checks
                and [[rule.code for rule in self.checks.active()], self.checks.selection, self.checks.context],
            }
        )

    def combined_fingerprint(self) -> str:
        """The same for what a file adds to the one file of all items."""
        return _digest({"results": self.fingerprint(), "combined": self.combined, "gicat": __version__})


def _digest(parts: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=_plain).encode()).hexdigest()[:12]


def _plain(value: object) -> object:
    """What JSON has for a value of ours."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    assert isinstance(value, Set), value
    return sorted(value)


@dataclass(frozen=True, slots=True)
class Task:
    """A file to convert.

    Attributes:
        entry: which.
        data: its bytes, or why it cannot be read; None where the worker is to open it.
    """

    entry: Entry
    data: bytes | Diagnostic | None = None

    def loaded(self, options: Options) -> Task:
        """The same with its bytes."""
        return self if self.data is not None else replace(self, data=load(self.entry, options))


def load(entry: Entry, options: Options) -> bytes | Diagnostic:
    """The bytes of an input, or why there are none."""
    read = options.read
    path = Path(entry.path)
    try:
        if entry.member:
            return read_member(path, entry.member, read.limits, read.password)
        size = path.stat().st_size
        if size > read.limits.bytes:  # not even opened: it may be larger than the memory
            what = Phrase(f"{size} bytes", f"{size} 字节")
            return found("R018", what=what, limit=f"bytes={read.limits.bytes}")
        return path.read_bytes()
    except UnreadableError as error:
        return Diagnostic(error.code, error.details)
    except OSError as error:
        return found("R003", reason=error.strerror or str(error))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file.

    Attributes:
        status: converted, partial (what could be read is in the result), failed (there is no result).
        message: what is the matter, for a person; None where all is well.
        sha256, size: of the input, in bytes; None where it could not be opened or its worker died.
        format: the format that was read.
        catalogues, items: how many.
        diagnostics: severity to number.
        findings: what the rules found: severity to number, code to number; None where they did not run.
        seconds: the time it took.
        output: the result.
        part: what it adds to the one file of all items.
    """

    status: Status
    message: str | None = None
    sha256: str | None = None
    size: int | None = None
    format: str | None = None
    catalogues: int = 0
    items: int = 0
    diagnostics: Mapping[str, int] = field(default_factory=dict)
    findings: Mapping[str, Mapping[str, int]] | None = None
    seconds: float = 0.0
    output: bytes | None = None
    part: bytes | None = None


def failed(why: Diagnostic, options: Options, seconds: float = 0.0) -> Outcome:
    """The outcome of a file of which there is no result."""
    message = f"{why.code} {why.message(options.language)}"
    return Outcome("failed", message, diagnostics={why.severity.value: 1}, seconds=seconds)

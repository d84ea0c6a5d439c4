"""The manifest of an output folder: a line for each input, added as it is done; what a later run goes on from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from gicat.__about__ import __version__
from gicat.batch.job import Outcome, Status
from gicat.batch.lines import JsonLines, dumps
from gicat.errors import UsageError

NAME = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Record:
    """A line of the manifest.

    Attributes:
        name: of the input, in the plan; `input` in the file.
        status: see `Outcome`; skipped is what the plan leaves out.
        output: below the output folder, with forward slashes; None where there is none.
        sha256, size: of the input.
        output_sha256: of the output.
        format, catalogues, items, diagnostics, findings, seconds, message: see `Outcome`.
        gicat: the version that did it.
        job: fingerprint of the options.
    """

    name: str
    status: Status
    output: str | None = None
    sha256: str | None = None
    size: int | None = None
    output_sha256: str | None = None
    format: str | None = None
    catalogues: int = 0
    items: int = 0
    diagnostics: Mapping[str, int] | None = None
    findings: Mapping[str, Mapping[str, int]] | None = None
    seconds: float = 0.0
    message: str | None = None
    gicat: str | None = None
    job: str | None = None

    @classmethod
    def of(cls, name: str, outcome: Outcome, job: str, output: str | None, output_sha256: str | None) -> Record:
        """The line of an input that was worked on."""
        return cls(
            name=name,
            status=outcome.status,
            output=output,
            sha256=outcome.sha256,
            size=outcome.size,
            output_sha256=output_sha256,
            format=outcome.format,
            catalogues=outcome.catalogues,
            items=outcome.items,
            diagnostics=outcome.diagnostics,
            findings=outcome.findings,
            seconds=round(outcome.seconds, 3),
            message=outcome.message,
            gicat=__version__,
            job=job,
        )

    def line(self) -> dict[str, Any]:
        """As the manifest has it; `findings` only where rules ran."""
        values = {"input": self.name} | {name: getattr(self, name) for name in self.__slots__ if name != "name"}
        if self.findings is None:
            del values["findings"]
        return values


class Manifest:
    """An open manifest; the last line of an input counts.

    Attributes:
        records: what earlier runs did, by input.
    """

    def __init__(self, folder: Path, *, fresh: bool) -> None:
        """Opens, or makes, the manifest of an output folder.

        Args:
            folder: the output folder.
            fresh: whether to forget what is in it.

        Raises:
            OSError: if it cannot be written.
            UsageError: if its lines are not those of a manifest.
        """
        self._path = folder / NAME
        self._lines = JsonLines(self._path, fresh=fresh)
        self.records: dict[str, Record] = {}
        self._fresh = fresh
        try:
            for record in self._read():
                self.records[record.name] = record
        except UsageError:
            self.close()
            raise

    def close(self) -> None:
        """Closes the file; one without a line goes."""
        if self._lines.empty:
            self._path.unlink(missing_ok=True)
        self._lines.__exit__(None, None, None)

    def append(self, record: Record) -> None:
        """Adds a line; raises OSError."""
        self._lines.append(record.line())

    def tidy(self, scratch: Path) -> None:
        """Writes the file anew without the lines that later ones supersede; raises OSError."""
        if self._fresh:  # every input once
            return
        last = {line["input"]: number for number, line in enumerate(self._lines)}
        temporary = scratch / NAME
        with temporary.open("wb") as out:
            out.writelines(dumps(line) for number, line in enumerate(self._lines) if last[line["input"]] == number)
        temporary.replace(self._path)

    def _read(self) -> Iterator[Record]:
        try:
            for number, line in enumerate(self._lines, 1):
                if not isinstance(line.get("input"), str) or line.get("status") not in get_args(Status):
                    raise UsageError(f"{self._path}:{number}: not a line of a manifest; --overwrite starts anew")
                known = {name: value for name, value in line.items() if name in Record.__slots__}
                yield Record(line["input"], **known)
        except ValueError as error:
            raise UsageError(f"{error}; --overwrite starts anew") from error

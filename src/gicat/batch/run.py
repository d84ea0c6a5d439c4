"""A batch: has the entries of a plan converted, writes results and manifest, goes on from an earlier run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gicat.batch.combined import Parts, write_combined
from gicat.batch.executors import Executor
from gicat.batch.job import Job, Outcome, Task, failed
from gicat.batch.manifest import Manifest, Record
from gicat.batch.outputs import OF_ONE_FILE, Outputs
from gicat.batch.plan import Entry, Plan
from gicat.batch.resume import Earlier
from gicat.diagnostics import found

_NAMED = 100  # failures that are kept to be named at the end; the manifest has all

Watch = Callable[[Record, bool], None]
"""Told of each input that is done, and whether an earlier run did it."""


@dataclass(slots=True)
class Totals:
    """What a run came to.

    Attributes:
        statuses: how many inputs of each status.
        kept: how many of them an earlier run had done.
        items: in all results.
        diagnostics: severity to number.
        failures: input and message of the first that failed.
        interrupted: whether it was stopped before its end.
    """

    statuses: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    items: int = 0
    diagnostics: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)
    interrupted: bool = False

    def add(self, record: Record, *, kept: bool) -> None:
        """Counts an input."""
        self.statuses[record.status] += 1
        self.kept += kept
        self.items += record.items
        self.diagnostics.update(record.diagnostics or {})
        if record.status == "failed" and len(self.failures) < _NAMED:
            self.failures.append((record.name, record.message or ""))


@dataclass(slots=True)
class Batch:
    """One run over a plan.

    Attributes:
        plan, job: what to do.
        outputs, manifest: where results and their lines go.
        parts, combined: what the one file of all items is made of, and where it goes; both None without one.
        watch: see `Watch`.
        totals: so far.
    """

    plan: Plan
    job: Job
    outputs: Outputs
    manifest: Manifest
    parts: Parts | None = None
    combined: Path | None = None
    watch: Watch = lambda record, kept: None
    totals: Totals = field(default_factory=Totals)
    _fingerprint: str = ""

    def run(self, executor: Executor, stopped: Callable[[], bool]) -> Totals:
        """Does what an earlier run did not, until all is done or `stopped()`.

        Raises:
            OSError: if something other than one result cannot be written; what was written counts.
            GicatError: as `Executor.run`.
        """
        finished = False
        self._fingerprint = self.job.fingerprint()
        try:
            for task, outcome in executor.run(self._tasks(stopped), stopped):
                self._settle(task.entry, outcome)
            self.totals.interrupted = stopped()
            if not self.totals.interrupted:
                self._leave_out()
                if self.parts and self.combined:
                    write_combined(self.combined, self.parts.in_order(e.name for e in self.plan.entries), self.job)
                self.manifest.tidy(self.outputs.scratch)
                finished = True
        finally:
            self.outputs.tidy(finished=finished)
        return self.totals

    def _leave_out(self) -> None:
        """Notes what the plan leaves out, unless that is noted already."""
        for left in self.plan.left_out:
            message = getattr(left.reason, self.job.options.language)
            record = Record(left.name, "skipped", message=message)
            if self.manifest.records.pop(left.name, None) != record:
                self.manifest.append(record)
            self.totals.add(record, kept=False)

    def _tasks(self, stopped: Callable[[], bool]) -> Iterator[Task]:
        """What is to be done; what is done already is counted on the way."""
        earlier = Earlier(self.job, self.outputs, self.parts)
        for entry in self.plan.entries:
            if stopped():
                return
            record = self.manifest.records.pop(entry.name, None)
            if entry.problem:
                self._settle(entry, failed(found("R003", reason=entry.problem), self.job.options))
            elif record and earlier.holds(record, entry, self.plan.output(entry)):
                self.totals.add(record, kept=True)
                self.watch(record, True)
            else:
                yield Task(entry)

    def _settle(self, entry: Entry, outcome: Outcome) -> None:
        """Writes a result, then what it adds to the combined file, then its line: the line says that all is there."""
        output, digest = None, None
        if outcome.output is None:
            if not entry.problem:
                self.outputs.remove(self.plan.output(entry))
        else:
            output = self.plan.output(entry)
            try:
                digest = self.outputs.write(output, outcome.output)
            except OSError as error:
                if error.errno not in OF_ONE_FILE:
                    raise
                outcome = failed(found("R034", reason=error.strerror), self.job.options, outcome.seconds)
                output = None
        if self.parts:
            if outcome.part is not None and outcome.sha256:
                self.parts.add(entry.name, outcome.sha256, outcome.part)
            else:
                self.parts.drop(entry.name)
        record = Record.of(entry.name, outcome, self._fingerprint, output, digest)
        self.manifest.append(record)
        self.totals.add(record, kept=False)
        self.watch(record, False)

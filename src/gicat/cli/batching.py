"""What `gicat batch` finds out before any work starts: the job, the plan, whether the results can be written."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gicat.batch.manifest import NAME
from gicat.batch.outputs import SCRATCH
from gicat.cli.console import Console
from gicat.cli.options import read_options
from gicat.cli.reporting import one_line
from gicat.cli.writing import check_writing, write_options
from gicat.errors import OutputError, UsageError

if TYPE_CHECKING:
    from gicat.batch.job import Combined, Job
    from gicat.batch.plan import Plan
    from gicat.batch.run import Batch

_RULE_OPTIONS = ("select", "ignore", "extend_select", "per_file_ignores", "profile")


def job_of(given: Mapping[str, Any], paths: Sequence[str], console: Console) -> Job:
    """What is to be done with every file; raises UsageError for options that do not go together."""
    from gicat.batch.job import Job
    from gicat.cli.settings import lexicon_of, settings
    from gicat.cli.submissions import nearest_folder, repository
    from gicat.pipeline import Options

    for needed, one in (("cluster", "shared_path"), ("validated", None)):
        wanted = [one] if one else [name for name in _RULE_OPTIONS if given[name]]
        for name in wanted:
            if given[name] and not given[needed]:
                option = "--validate" if needed == "validated" else f"--{needed}"
                raise UsageError(f"--{name.replace('_', '-')} needs {option}")
    if given["resume"] and given["overwrite"]:
        raise UsageError("--resume and --overwrite exclude each other")
    combined = _combined(given)
    check_writing(given, filter(None, (given["format_name"], combined)))
    options = Options(
        read=read_options(dict(given)),
        language=console.language,
        tables=frozenset(given["tables"]) or None,
        audit=given["audit"],
        lexicon=lexicon_of(given, paths),
    )
    checks = None
    if given["validated"]:
        checks = settings({**given, "fail_on": None, "exclude": ()}, nearest_folder(paths)).checks
    return Job(
        options,
        given["format_name"],
        write_options(given, given["format_name"], console),
        time.monotonic,
        combined,
        checks,
        root=str(repository(Path.cwd())),
        collect=gc.get_threshold(),
    )


def _combined(given: Mapping[str, Any]) -> Combined | None:
    from gicat.batch.combined import SUFFIXES

    if given["combined"] is None:
        return None
    kind = SUFFIXES.get(Path(given["combined"]).suffix.lower())
    if kind is None:
        raise UsageError(f"--combined: {given['combined']} must end in one of {', '.join(SUFFIXES)}")
    if kind == "csv" and given["wide"]:
        raise UsageError("--wide and --combined exclude each other: its columns are known only at the end; use --long")
    if kind == "parquet":
        from gicat.batch.parquet import require_pyarrow

        require_pyarrow()
    return kind


@dataclass(slots=True)
class Prepared:
    """A plan that can be carried out.

    Attributes:
        plan, job: what to do.
        folder: of the results.
        combined: the file of all items, None without one.
        fresh: whether an earlier run's manifest is forgotten.
    """

    plan: Plan
    job: Job
    folder: Path
    combined: Path | None
    fresh: bool
    console: Console

    def results(self) -> Iterator[Path]:
        """Where the results go."""
        return (self.folder / self.plan.output(entry) for entry in self.plan.entries if entry.problem is None)

    def lines(self) -> Iterator[str]:
        """The plan for reading: input → result, and what is left out."""
        for entry in self.plan.entries:
            if entry.problem:
                yield f"{one_line(entry.name)}: {one_line(getattr(entry.problem, self.console.language))}"
            else:
                yield f"{one_line(entry.name)} → {one_line(str(self.folder / self.plan.output(entry)))}"
        for left in self.plan.left_out:
            reason = getattr(left.reason, self.console.language)
            yield f"{one_line(left.name)}: {self.console.text('batch-not-read', why=reason)}"

    @contextmanager
    def opened(self) -> Iterator[Batch]:
        """The run with its files open; raises OutputError where they cannot be, UsageError where another has them."""
        from gicat.batch.combined import Parts, check_target
        from gicat.batch.lines import Locked
        from gicat.batch.manifest import Manifest
        from gicat.batch.outputs import Outputs
        from gicat.batch.run import Batch

        with ExitStack() as stack:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                if self.combined:
                    check_target(self.combined)
                manifest = Manifest(self.folder, fresh=self.fresh)
                stack.callback(manifest.close)
                outputs = Outputs(self.folder)
                parts = stack.enter_context(Parts(outputs.scratch, self.job)) if self.combined else None
            except Locked as error:
                raise UsageError(f"{self.folder}: {self.console.text('batch-locked')}") from error
            except OSError as error:
                where = os.fsdecode(error.filename) if error.filename else self.folder
                raise OutputError(f"{where}: {self.console.text('unwritable', why=error.strerror)}") from error
            yield Batch(self.plan, self.job, outputs, manifest, parts, self.combined)


def prepared(paths: Sequence[str], output: str, given: Mapping[str, Any], job: Job, console: Console) -> Prepared:
    """The plan, after everything that can be refused was.

    Raises:
        UsageError: for a path that does not exist, nothing to read, an output folder that is in an input or holds
            one, two inputs with one result, and results that are there already.
    """
    from gicat.batch.plan import Choice, make_plan
    from gicat.writers.registry import suffix

    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"{path}: {console.text('missing')}")
    folder = Path(output)
    combined = None if given["combined"] is None else Path(given["combined"])
    _keep_apart(paths, folder, combined, console)
    plan = make_plan(paths, suffix(given["format_name"]), Choice(given["include"], given["exclude"]))
    if not plan.entries:
        raise UsageError(console.text("batch-nothing"))
    taken = [NAME]
    if combined and _inside(combined, folder):
        inside = Path(os.path.realpath(combined)).relative_to(os.path.realpath(folder))
        if inside.parts[:1] in ((NAME,), (SCRATCH,)):
            raise UsageError(f"{combined}: {console.text('batch-own')}")
        taken.append(inside.as_posix())
    for one, other in plan.collisions(taken):
        raise UsageError(console.text("batch-collision", one=one_line(one), other=one_line(other)))
    ready = Prepared(plan, job, folder, combined, not given["resume"], console)
    _keep_what_is_there(ready, paths, given)
    return ready


def _keep_apart(paths: Sequence[str], folder: Path, combined: Path | None, console: Console) -> None:
    """Refuses results inside what is read, where the next run would read them."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: {console.text('batch-no-folder')}")
    for path in map(Path, paths):
        if path.is_dir():
            if _inside(folder, path) or _inside(path, folder):
                raise UsageError(f"{folder}: {console.text('batch-inside', name=path)}")
            if combined and _inside(combined, path):
                raise UsageError(f"{combined}: {console.text('batch-inside', name=path)}")
        elif combined and os.path.realpath(combined) == os.path.realpath(path):
            raise UsageError(f"{combined}: {console.text('overwrites')}")


def _keep_what_is_there(ready: Prepared, paths: Sequence[str], given: Mapping[str, Any]) -> None:
    """Refuses to write over anything, unless told to."""
    files = {os.path.realpath(path) for path in paths if os.path.isfile(path)}  # noqa: PTH113 - never raises
    for result in ready.results() if files else ():
        if os.path.realpath(result.parent) + os.sep + result.name in files:
            raise UsageError(f"{one_line(str(result))}: {ready.console.text('overwrites')}")
    manifest = ready.folder / NAME
    if given["overwrite"] or (given["resume"] and manifest.exists()):
        return
    if manifest.exists():
        raise UsageError(f"{ready.folder}: {ready.console.text('batch-used')}")
    for there in chain(ready.results(), filter(None, [ready.combined])):
        if os.path.lexists(there):
            raise UsageError(f"{one_line(str(there))}: {ready.console.text('batch-exists')}")


def _inside(path: Path, folder: Path) -> bool:
    """Whether a path, which need not exist, is a folder or in it."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))

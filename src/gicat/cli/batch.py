"""`gicat batch`."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from gicat.batch.manifest import NAME
from gicat.cli.console import Console, console_options
from gicat.cli.files import open_output
from gicat.cli.findings import SEVERITIES
from gicat.cli.options import Choice, reading_options
from gicat.cli.settings import rule_options
from gicat.cli.writing import writing_options
from gicat.errors import OutputError

if TYPE_CHECKING:
    from gicat.batch.executors import Executor
    from gicat.batch.job import Job
    from gicat.batch.run import Totals
    from gicat.cli.batching import Prepared

INTERRUPTED = 130


def _patterns(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    if any(not value.strip("/") for value in values):
        raise click.BadParameter("a pattern is a name, such as '*.pdf' or drafts.", ctx, param)
    return values


def _folder(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if not value:  # `-o "$OUT"` without OUT must not fill the current folder
        raise click.BadParameter("the name of the folder is empty.", ctx, param)
    return value


@click.command("batch")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="DIR", required=True, callback=_folder,
              help="Folder of the results, made if it is not there.")  # fmt: skip
@click.option("--format", "format_name", type=Choice(["json", "jsonl", "csv", "table"]), default="json",
              show_default=True, help="Format of each result.")  # fmt: skip
@writing_options
@click.option("--combined", metavar="FILE",
              help="Besides, one file of all items in the order of the plan: .csv, .jsonl or .parquet.")  # fmt: skip
@click.option(
    "--include",
    multiple=True,
    metavar="PATTERN",
    callback=_patterns,
    help="Only what fits, such as '*.pdf'. Repeatable.",
)
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    callback=_patterns,
    help="Nothing that fits, such as drafts. Repeatable.",
)
@click.option("--dry-run", is_flag=True, help="Print what would be read and written, and stop.")
@click.option("--resume", is_flag=True, help="Go on with what is in DIR: what has not changed is not done again.")
@click.option("--overwrite", is_flag=True, help="Start anew, over what is in DIR.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), metavar="N", help="Worker processes; default: all cores.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=180.0, show_default=True,
              metavar="SECONDS", help="Most time for one file.")  # fmt: skip
@click.option("--memory", type=click.IntRange(min=128), default=2048, show_default=True, metavar="MB",
              help="Most memory for one file.")  # fmt: skip
@click.option("--cluster", metavar="ADDRESS",
              help="Have a Dask cluster do it: tcp://scheduler:8786; local starts one for trying.")  # fmt: skip
@click.option("--shared-path", is_flag=True, help="With --cluster: workers open the files under the same paths.")
@click.option("--validate", "validated", is_flag=True, help="Run the rules too; counts go to the manifest.")
@click.option("--audit", is_flag=True, help="Compare the characters of file and result; a difference is a finding.")
@click.option("--fail-on", type=Choice(SEVERITIES), default="error", show_default=True,
              help="Exit with 1 for findings of reading at or above this severity.")  # fmt: skip
@reading_options
@rule_options
@console_options
@click.pass_obj
def command(console: Console, /, paths: tuple[str, ...], output: str, **given: Any) -> int:
    """Folders and ZIP archives, converted file by file.

    DIR mirrors the folder: a.docx becomes a.docx.json; with several PATHs, each stands below its own name.
    DIR/manifest.jsonl says of each file what came of it. A file that cannot be read, hangs or crashes is named and
    costs nothing else.

    \b
    gicat batch lists/ -o out/
    gicat batch lists/ archive.zip -o out/ --combined all.csv
    gicat batch lists/ -o out/ --include '*.pdf' --exclude drafts --dry-run
    gicat batch lists/ -o out/ --resume
    gicat batch lists/ -o out/ --cluster tcp://scheduler:8786
    """
    from gicat.cli.batching import job_of, prepared

    job = job_of(given, paths, console)
    ready = prepared(paths, output, given, job, console)
    if given["dry_run"]:
        with open_output(None, (), console) as out:
            for line in ready.lines():
                out.write(line + "\n")
        return 0
    totals = _carried_out(ready, _executor(job, given), console)
    if totals.interrupted:
        console.say(console.text("batch-interrupted"))
        return INTERRUPTED
    bad = SEVERITIES[: SEVERITIES.index(given["fail_on"]) + 1]
    return int(totals.statuses["failed"] > 0 or any(totals.diagnostics[severity] for severity in bad))


def _executor(job: Job, given: Mapping[str, Any]) -> Executor:
    from gicat.batch.isolated import Bounds
    from gicat.batch.local import LocalExecutor

    bounds, workers = Bounds(given["timeout"], given["memory"]), given["jobs"] or _cores()
    if given["cluster"]:
        from gicat.batch.cluster import ClusterExecutor

        return ClusterExecutor(job, bounds, given["cluster"], shared=given["shared_path"], workers=workers)
    return LocalExecutor(job, bounds, workers)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _carried_out(ready: Prepared, executor: Executor, console: Console) -> Totals:
    """Runs the batch and says at its end what came of it, however it ends."""
    from gicat.cli.interrupts import interruptible
    from gicat.cli.progress import progress
    from gicat.cli.reporting import closing

    start = time.monotonic()
    with interruptible() as stopped, executor, ready.opened() as batch:
        shown = progress(console, len(ready.plan.entries))
        batch.watch = shown.done
        try:
            return batch.run(executor, stopped)
        except OSError as error:
            where = os.fsdecode(error.filename) if error.filename else ready.folder
            why = console.text("batch-stopped", why=error.strerror or str(error))
            raise OutputError(f"{where}: {why}") from error
        finally:
            shown.stop()
            closing(console, batch.totals, time.monotonic() - start, str(ready.folder / NAME))

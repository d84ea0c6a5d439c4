"""`gicat validate`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gicat.cli.console import Console, console_options
from gicat.cli.files import Output, open_output
from gicat.cli.options import Choice, reading_options
from gicat.cli.settings import SEVERITIES, fail_on_option, rule_options
from gicat.cli.statistics import statistics
from gicat.errors import OutputError, UsageError

if TYPE_CHECKING:
    from gicat.reports import Run

FORMATS = ("full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown")
_HUMAN = ("full", "concise")


@click.command("validate")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "format_name", type=Choice(FORMATS),
              help="What standard output gets; full, or github in GitHub Actions.")  # fmt: skip
@click.option("--report", "reports", multiple=True, metavar="FORMAT[:FILE]",
              help="One more report, into a file, or instead of the one on standard output. Repeatable.")  # fmt: skip
@rule_options
@fail_on_option
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--statistics", "counted", is_flag=True, help="How often each code is found, instead of the findings.")
@click.option("--baseline", metavar="FILE", help="Leave out the findings that are in FILE.")
@click.option("--write-baseline", metavar="FILE", help="Write what is found to FILE, for --baseline.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Files in folders to leave out. Repeatable.")
@click.option("--show-settings", is_flag=True, help="Print what options and settings come to, and stop.")
@reading_options
@console_options
@click.pass_obj
def command(console: Console, /, paths: tuple[str, ...], **given: Any) -> int:
    """Check catalogues: what a trained evaluator would find.

    Files and folders of any format that gicat reads, its own JSON included; - is standard input. `gicat rules`
    tells what is checked. Known findings stay out with a baseline, wanted ones with --select and --ignore, for good
    in gicat.toml.

    \b
    gicat validate submissions/
    gicat validate list.docx --select F,X --ignore X004
    gicat validate submissions/ --report sarif:gicat.sarif --report junit:gicat.xml
    gicat validate submissions/ --write-baseline known.json
    gicat validate submissions/ --baseline known.json --fail-on warning
    """
    from gicat.cli.checking import Checking, known_findings
    from gicat.cli.settings import settings, shown
    from gicat.cli.submissions import gather, nearest_folder

    format_name, files = _reports(given)
    chosen = settings(given, nearest_folder(paths))
    if given["show_settings"]:
        with open_output(None, (), console) as out:
            out.write("\n".join(shown(chosen)) + "\n")
        return 0
    gathered = gather(paths, chosen.exclude, console)
    known = known_findings(chosen.baseline) if chosen.baseline and not given["write_baseline"] else frozenset[str]()
    with ExitStack() as outputs:
        inputs = [submission.name for submission in gathered.submissions]

        def opened(name: str | None) -> Output:
            return outputs.enter_context(open_output(name, inputs, console))

        written = [(name, opened(path)) for name, path in files]
        new_baseline = opened(given["write_baseline"]) if given["write_baseline"] else None
        checking = Checking(console, chosen, known)
        run = replace(checking.run(gathered.submissions, given), left_out=gathered.left_out)
        for name, output in written:
            output.write(_report(name, run))
        if new_baseline:
            _write_baseline(console, given["write_baseline"], new_baseline, run)
        _show(console, opened(None), format_name, run, counted=given["counted"])
    failed = run.failed and not chosen.exit_zero and not new_baseline
    return checking.exit or int(failed)


def _reports(given: Mapping[str, Any]) -> tuple[str, list[tuple[str, str]]]:
    """What goes to standard output, and the reports that go to files."""
    from gicat.cli.options import did_you_mean

    files: list[tuple[str, str]] = []
    console: list[str] = [given["format_name"]] if given["format_name"] else []
    for report in given["reports"]:
        name, _, path = report.partition(":")
        if name not in FORMATS:
            raise UsageError(f"--report: {name!r} is not one of {', '.join(FORMATS)}.{did_you_mean(name, FORMATS)}")
        if path:
            files.append((name, path))
        else:
            console.append(name)
    paths = [os.path.realpath(path) for path in (*(path for _, path in files), given["write_baseline"]) if path]
    if len(set(paths)) < len(paths):
        raise UsageError("two reports go to one file")
    if len(console) > 1:
        raise UsageError(f"standard output can have one report only: {', '.join(console)}")
    github = os.environ.get("GITHUB_ACTIONS") == "true"
    return console[0] if console else "github" if github else "full", files


def _write_baseline(console: Console, name: str, output: Output, run: Run) -> None:
    from gicat.rules.baseline import can_be_known, dumps

    found = [finding for _, finding in run.findings() if can_be_known(finding)]
    output.write(dumps(found))
    console.say(console.text("baseline-written", count=len(found), name=name))


def _report(name: str, run: Run) -> str:
    from gicat.reports import writer

    return writer(name)(run)


def _show(console: Console, output: Output, name: str, run: Run, *, counted: bool) -> None:
    """The report on standard output; in GitHub Actions its summary too."""
    import shutil

    width = shutil.get_terminal_size((100, 24)).columns
    visible = replace(run, color=console.colors(sys.stdout), width=width)
    if name in _HUMAN:
        visible = _without_notes(visible, console.verbosity)
    if counted and name in _HUMAN:
        output.write(statistics(run, console.language))
    else:
        output.write(_report(name, visible))
        if visible.hidden and name != "full" and console.verbosity >= 0:  # that one says so itself
            console.say(console.text("hidden", count=visible.hidden))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if name == "github" and summary:
        from gicat.reports.github import summary as markdown

        try:
            with Path(summary).open("a", encoding="utf-8") as stream:
                stream.write(markdown(run))
        except OSError as error:
            raise OutputError(f"{summary}: {console.text('unwritable', why=error.strerror)}") from error


def _without_notes(run: Run, verbosity: int) -> Run:
    """The run as people want it: without information unless asked for, with every finding that fails it."""
    shown = SEVERITIES[: verbosity + 2]
    files = tuple(
        replace(file, findings=tuple(f for f in file.findings if f.severity in shown or run.fails(f)))
        for file in run.files
    )
    hidden = sum(len(file.findings) for file in run.files) - sum(len(file.findings) for file in files)
    return replace(run, files=files, hidden=hidden)

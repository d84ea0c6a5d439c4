"""`gicat coverage`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gicat.cli.console import Console, console_options
from gicat.cli.files import open_output
from gicat.cli.options import Choice, output_option, read_options, reading_options
from gicat.cli.settings import config_options, configuration, profile_option

if TYPE_CHECKING:
    from gicat.schema import Document

_SUFFIXES = {".json": "json", ".csv": "csv"}


@click.command("coverage")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "format_name", type=Choice(["table", "json", "csv"]),
              help="The default is that of the output's suffix, else table.")  # fmt: skip
@output_option
@profile_option
@config_options
@reading_options
@console_options
@click.pass_obj
def command(console: Console, /, paths: tuple[str, ...], output: str | None, **given: Any) -> int:
    """Which duties of the law catalogues cover, side by side.

    The duties are those of 条例 Arts. 20 and 21 for the kind of body and the level of government that issued a
    catalogue, besides guide, catalogue and annual report (Arts. 12, 49). Files and folders of any format that gicat
    reads, its own JSON included; - is standard input.

    \b
    gicat coverage list.docx
    gicat coverage submissions/ --format csv -o coverage.csv
    gicat coverage town.pdf --profile township
    gicat parse list.pdf | gicat coverage - --format json
    """
    from gicat.cli.checking import documents
    from gicat.cli.chosen import profile
    from gicat.cli.coverage_formats import Body, as_csv, as_json
    from gicat.cli.coverage_table import as_table
    from gicat.cli.facts import facts
    from gicat.cli.submissions import gather, nearest_folder
    from gicat.pipeline import Options
    from gicat.rules.context import Context
    from gicat.rules.coverage import coverages

    config = configuration(given, nearest_folder(paths))
    context = Context(profile=profile(given["profile"], config), facts=facts(config))
    submissions = gather(paths, config.values.get("exclude", ()), console).submissions
    name = given["format_name"] or _SUFFIXES.get(Path(output or "").suffix.lower(), "table")
    exits = {0}

    def fault(label: str, error: Exception) -> None:
        console.internal_error(error, label)
        exits.add(2)

    with open_output(output, [one.name for one in submissions], console) as out:
        options = Options(
            read=read_options(given),
            language=console.language,
            tables=frozenset(given["tables"]) or None,
            lexicon=config.extension(),
        )
        bodies: list[Body] = []
        for path, document in documents(submissions, options, fault):
            exits.add(_unreadable(console, path, document))
            found = coverages(document, context.of_file(path).profile)
            bodies += [Body(path, one) for one in found] or [Body(path, None)]
        if name == "table":
            color = output is None and console.colors(sys.stdout)
            width = shutil.get_terminal_size((100, 24)).columns
            out.write(as_table(bodies, console.language, width=width, color=color, names=console.verbosity > 0))
        else:
            out.write((as_json if name == "json" else as_csv)(bodies))
    return max(exits)


def _unreadable(console: Console, path: str, document: Document) -> int:
    """1 for a document without catalogues, after saying why there are none."""
    from gicat.cli.findings import report

    if document.catalogues:
        return 0
    report(console, path, [told for told in document.diagnostics if told.severity == "error"])
    return 1

"""`gicat parse`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gicat.cli.console import Console, console_options
from gicat.cli.files import STANDARD, open_output, read_source
from gicat.cli.options import Choice, output_option, read_options, reading_options
from gicat.cli.patience import EndlessError, patiently
from gicat.cli.settings import config_options
from gicat.cli.writing import check_writing, write_options, writing_options
from gicat.errors import UsageError

if TYPE_CHECKING:
    from gicat.pipeline import Options
    from gicat.schema import Document

_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}
_NOT_WRITTEN = frozenset({".xlsx", ".xls", ".ods", ".docx", ".doc", ".pdf", ".html", ".tsv", ".xml", ".yaml", ".md"})
"""Suffixes of other formats, which would say of the output what it is not."""


@click.command("parse")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@output_option
@click.option(
    "--format",
    "format_name",
    type=Choice(["json", "jsonl", "csv", "table"]),
    help="Output format; the default is that of the output's suffix, else json.",
)
@writing_options
@click.option("--audit", is_flag=True, help="Compare the characters of file and result; a difference is a finding.")
@config_options
@reading_options
@click.option(
    "--fail-on",
    type=Choice(["error", "warning", "info"]),
    default="error",
    show_default=True,
    help="Exit with 1 for findings at or above this severity.",
)
@console_options
@click.pass_obj
def command(console: Console, /, files: tuple[str, ...], output: str | None, **given: Any) -> int:
    """Catalogues from PDF, DOCX and text files as JSON or CSV.

    Several files give an array in the order of the arguments; - is standard input.

    \b
    gicat parse list.pdf
    gicat parse list.pdf -o list.json
    gicat parse a.docx b.txt --format csv --labels zh -o all.csv
    gicat parse list.pdf --pages 1-3,7 --no-places --no-printed
    curl -s https://example.org/list.pdf | gicat parse - --format table
    """
    name = _format(given, output)
    if files.count(STANDARD) > 1:
        raise UsageError(console.text("twice"))
    with open_output(output, files, console) as out:
        import shutil

        from gicat.cli.settings import lexicon_of
        from gicat.pipeline import Options
        from gicat.writers.registry import writer

        options = Options(
            read=read_options(given),
            language=console.language,
            tables=frozenset(given["tables"]) or None,
            audit=given["audit"],
            lexicon=lexicon_of(given, files),
        )
        run = Run(console, options, given["fail_on"])
        documents = run.documents(files)
        first = next(documents, None)
        if first is None:
            return run.exit
        written = replace(
            write_options(given, name, console),
            array=len(files) > 1,
            width=shutil.get_terminal_size((100, 24)).columns,
            color=output is None and console.colors(sys.stdout),
        )
        for piece in writer(name)(chain([first], documents), written):
            out.write(piece)
    return run.exit


@dataclass(slots=True)
class Run:
    """The files of one command, and the worst exit code so far."""

    console: Console
    options: Options
    fail_on: str
    exit: int = 0

    def documents(self, files: tuple[str, ...]) -> Iterator[Document]:
        """The documents of the files that could be opened; what is wrong with a file does not stop the next."""
        for file in files:
            try:
                document = self._document(file)
            except UsageError as error:
                self.console.error(str(error))
                self.exit = 2
            except Exception as error:  # noqa: BLE001 - a fault of gicat in one file does not cost the others
                self.console.internal_error(error, file)
                self.exit = 2
            else:
                yield document

    def _document(self, file: str) -> Document:
        from gicat.cli.findings import failing, report, summary
        from gicat.pipeline import parse_source

        source = read_source(file, self.console)
        try:
            document = patiently(parse_source, source, self.options)
        except EndlessError as error:
            from gicat.validation import refused

            document = refused(source, error.diagnostic, self.options.language)
        if self.options.read.pages and document.catalogues and document.source.pages is None:
            self.console.say(f"{file}: " + self.console.text("no-pages", format=document.source.format))
        report(self.console, file, document.diagnostics)
        summary(self.console, file, document)
        if failing(document.diagnostics, self.fail_on):
            self.exit = max(self.exit, 1)
        return document


def _format(given: dict[str, Any], output: str | None) -> str:
    """The output format; options that it does not know are the user's mistake."""
    suffix = Path(output or "").suffix.lower()
    if suffix in _NOT_WRITTEN and not given["format_name"]:
        raise UsageError(f"{suffix} files cannot be written; use .json, .jsonl or .csv, or say --format")
    name: str = given["format_name"] or _SUFFIXES.get(suffix, "json")
    check_writing(given, [name])
    return name

"""`gicat fix`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gicat.cli.console import Console, console_options
from gicat.cli.files import STANDARD, open_output, read_source
from gicat.cli.options import output_option, read_options, reading_options
from gicat.cli.patience import EndlessError, patiently
from gicat.cli.settings import rule_options
from gicat.errors import UsageError

if TYPE_CHECKING:
    from pydantic import BaseModel

    from gicat.rules.base import Finding
    from gicat.schema import Document


@click.command("fix")
@click.argument("file", metavar="FILE")
@output_option
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="Also fixes that may change what the catalogue says.")
@rule_options
@reading_options
@console_options
@click.pass_obj
def command(console: Console, /, file: str, output: str | None, unsafe: bool, **given: Any) -> int:
    """Mend what a machine can mend in a catalogue.

    Reads FILE as `gicat parse` does, applies the fixes marked [*] in `gicat rules`, writes gicat's JSON and shows on
    standard error what changed. FILE stays as it is; fixing the result again changes nothing.

    \b
    gicat fix list.docx -o list.json
    gicat fix list.json --select V003 -o mended.json
    gicat fix list.docx --unsafe-fixes -o list.json
    """
    from gicat.cli.findings import failing, report
    from gicat.cli.settings import settings
    from gicat.cli.submissions import nearest_folder, reported
    from gicat.pipeline import Options
    from gicat.rules.fixing import fixed
    from gicat.validation import documents_of, refused
    from gicat.writers import WriteOptions
    from gicat.writers.json import one

    checks = settings(given, nearest_folder([file])).checks
    with open_output(output, [file], console) as out:
        options = Options(
            read=read_options(given),
            language=console.language,
            tables=frozenset(given["tables"]) or None,
            lexicon=checks.lexicon,
        )
        source = read_source(file, console)
        try:
            documents = patiently(documents_of, source, options)
        except EndlessError as error:
            documents = [refused(source, error.diagnostic, console.language)]
        if len(documents) != 1:
            raise UsageError(f"{file}: {console.text('one-document', count=len(documents))}")
        (document,) = documents
        result = fixed(document, checks, unsafe=unsafe, path=reported(file))
        out.write("".join(one(result.document, WriteOptions())) + "\n")
    _tell(console, result.made, document, result.document, (file, output or STANDARD))
    if result.left:
        console.say(console.text("fixable", count=len(result.left)))
    unreadable = failing(document.diagnostics, "error")
    if unreadable:
        report(console, file, [d for d in document.diagnostics if d.severity == "error"])
    return int(unreadable)


def _tell(
    console: Console, made: tuple[Finding, ...], before: Document, after: Document, names: tuple[str, str]
) -> None:
    """What changed and why, then how much; with --quiet nothing."""
    if console.verbosity < 0:
        return
    if made:
        console.say(f"--- {Path(names[0]).as_posix()}\n+++ {Path(names[1]).as_posix()}")
    for line in _diff(before, after):
        console.say(line)
    for finding in made:
        console.say(f"{finding.code} {getattr(finding.message, console.language)}")
    console.say(console.text("fixed", count=len(made)))


def _diff(before: Document, after: Document) -> Iterator[str]:
    """The lines that differ, part by part; a fix changes the parts of a document and adds or removes none."""
    for number, (old, new) in enumerate(zip(before.catalogues, after.catalogues, strict=True)):
        title = f"catalogue {number}"
        yield from _part(title, _lines(old, without="items"), _lines(new, without="items"))
        for index, (was, now) in enumerate(zip(old.items, new.items, strict=True)):
            yield from _part(f"{title}, item {index}: {was.name or was.id}", _lines(was), _lines(now))


def _part(title: str, old: list[str], new: list[str]) -> Iterator[str]:
    if old != new:
        yield f"@@ {title} @@"
        yield from (line for line in unified_diff(old, new, n=0, lineterm="") if line[:3] not in ("---", "+++", "@@ "))


def _lines(part: BaseModel, without: str | None = None) -> list[str]:
    plain = part.model_dump(mode="json", exclude={without} if without else None)
    return json.dumps(plain, ensure_ascii=False, indent=1).splitlines()

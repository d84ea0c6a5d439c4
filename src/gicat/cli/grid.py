"""`gicat grid`."""

from __future__ import annotations

import sys
from functools import partial
from typing import Any

import click

from gicat.cli.console import Console, console_options
from gicat.cli.files import open_output, read_source
from gicat.cli.options import Choice, output_option, read_options, reading_options
from gicat.cli.patience import EndlessError, patiently
from gicat.cli.settings import config_options


@click.command("grid")
@click.argument("file", metavar="FILE")
@click.option("--raw", is_flag=True, help="As the reader saw it, before tables are recovered.")
@click.option(
    "--format", "format_name", type=Choice(["text", "json"]), help="The default is text on a terminal, else json."
)
@output_option
@config_options
@reading_options
@console_options
@click.pass_obj
def command(
    console: Console, /, file: str, raw: bool, format_name: str | None, output: str | None, **given: Any
) -> int:
    """The cells of a file, before anybody says what they mean.

    \b
    gicat grid list.pdf
    gicat grid list.pdf --raw --pages 2
    gicat grid list.docx --format json -o cells.json
    """
    with open_output(output, [file], console) as out:
        from gicat.cli.findings import failing, report
        from gicat.cli.settings import lexicon_of
        from gicat.pipeline import Options, open_source, said
        from gicat.writers.grid import as_json, as_text

        options = Options(read=read_options(given), lexicon=lexicon_of(given, [file]))
        source = read_source(file, console)
        try:
            opened = patiently(partial(open_source, raw=raw), source, options)
            blocks, told = opened.blocks, opened.diagnostics
        except EndlessError as error:
            blocks, told = (), (error.diagnostic,)
        diagnostics = said(told, console.language)
        report(console, file, diagnostics)
        blocks = _chosen(blocks, frozenset(given["tables"]))
        if (format_name or ("text" if output is None and sys.stdout.isatty() else "json")) == "json":
            out.write(as_json(blocks))
        else:
            for line in as_text(blocks):
                out.write(line)
    return int(failing(diagnostics, "error"))


def _chosen(blocks: tuple[Any, ...], tables: frozenset[int]) -> tuple[Any, ...]:
    """The blocks; of the grids only those that are asked for, counted from 0."""
    from gicat.grid import Grid

    if not tables:
        return blocks
    grids = [block for block in blocks if isinstance(block, Grid)]
    return tuple(grid for number, grid in enumerate(grids) if number in tables)

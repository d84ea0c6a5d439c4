"""`gicat formats`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from gicat.cli.console import Console, console_options
from gicat.cli.files import open_output
from gicat.cli.options import Choice, output_option


@click.command("formats")
@click.option(
    "--format",
    "format_name",
    type=Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A list for reading, or JSON.",
)
@output_option
@console_options
@click.pass_obj
def command(console: Console, format_name: str, output: str | None) -> None:
    """What can be read and written.

    Formats, kinds of text export and PDF engines; and what is recognised, with what to do about it.

    \b
    gicat formats
    gicat formats --format json
    """
    import json

    known = _known(console.language)
    with open_output(output, (), console) as out:
        if format_name == "json":
            out.write(json.dumps(known, ensure_ascii=False, indent=1) + "\n")
        else:
            out.write("".join(_lines(known)))


def _known(language: str) -> dict[str, Any]:
    from gicat.parsers.formats import plugins
    from gicat.parsers.known import UNREADABLE
    from gicat.parsers.registry import FORMATS
    from gicat.parsers.text.dialects import DIALECTS
    from gicat.writers.registry import WRITERS

    return {
        "read": [
            {"name": f.name, "title": f.title, "suffixes": list(f.suffixes), "engines": list(f.engines)}
            for f in (*FORMATS, *plugins())
        ],
        "dialects": [{"name": name, "title": dialect.title} for name, dialect in DIALECTS.items()],
        "recognised": [
            {"name": name, "title": getattr(u.title, language), "suffixes": list(u.suffixes),
             "advice": getattr(u.advice, language)}
            for name, u in UNREADABLE.items()
        ],
        "write": list(WRITERS),
    }  # fmt: skip


def _lines(known: dict[str, Any]) -> Iterator[str]:
    yield "Read:\n"
    for f in known["read"]:
        yield f"  {f['name']:8} {f['title']} ({' '.join(f['suffixes'])})\n"
        if f["engines"]:
            yield f"           engines: {', '.join(f['engines'])}\n"
    yield "Kinds of text export, for --dialect:\n"
    for d in known["dialects"]:
        yield f"  {d['name']:11} {d['title']}\n"
    yield "Recognised, not read yet:\n"
    for u in known["recognised"]:
        yield f"  {u['name']:8} {u['title']}: {u['advice']}\n"
    yield f"Write:\n  {', '.join(known['write'])}\n"

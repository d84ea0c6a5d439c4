"""Options of the writers, for the commands that write catalogues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gicat.cli.options import Choice
from gicat.errors import UsageError

if TYPE_CHECKING:
    from gicat.cli.console import Console
    from gicat.writers.base import WriteOptions

F = TypeVar("F", bound=Callable[..., Any])

_KNOWS: Mapping[str, tuple[str, ...]] = {
    "wide": ("csv",),
    "long": ("csv",),
    "labels": ("csv", "table"),
    "no_places": ("json", "jsonl"),
    "no_printed": ("json", "jsonl"),
}
"""Option to the formats that know it."""


def writing_options(command: F) -> F:
    """Adds what may be said about the writing of results; `write_options` takes the values."""
    for option in (
        click.option("--no-printed", is_flag=True, help="json, jsonl: leave out the cells as printed."),
        click.option("--no-places", is_flag=True, help="json, jsonl: leave out where things are printed."),
        click.option("--long", is_flag=True, help="csv: one row for each item and option."),
        click.option("--wide", is_flag=True, help="csv: one more column for each option: 1, 0, or empty if unknown."),
        click.option("--labels", type=Choice(["en", "zh"]), default=None,
                     help="Language of csv headers (en) and of table headers (that of messages)."),
    ):  # fmt: skip
        command = option(command)
    return command


def check_writing(given: Mapping[str, Any], names: Iterable[str]) -> None:
    """Raises UsageError for options that none of the formats knows, and for those that exclude each other."""
    if given["wide"] and given["long"]:
        raise UsageError("--wide and --long exclude each other")
    written = set(names)
    for option, formats in _KNOWS.items():
        if given[option] and not written.intersection(formats):
            raise UsageError(f"--{option.replace('_', '-')} needs --format {' or '.join(formats)}")


def write_options(given: Mapping[str, Any], name: str, console: Console) -> WriteOptions:
    """The values of `writing_options` as the writer of a format wants them."""
    from gicat.writers import WriteOptions

    return WriteOptions(
        places=not given["no_places"],
        printed=not given["no_printed"],
        labels=given["labels"] or (console.language if name == "table" else "en"),
        wide=given["wide"],
        long=given["long"],
    )

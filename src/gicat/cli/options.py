"""Options that several commands share, and the types of their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from gicat.parsers.base import ReadOptions

F = TypeVar("F", bound=Callable[..., Any])
LIMITS = ("bytes", "parts", "unpacked", "ratio", "depth", "pages", "drawing", "cells", "seconds")


def did_you_mean(given: str, possible: Iterable[str]) -> str:
    """The end of a usage error: a suggestion, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(given, possible, n=1)
    return f" Did you mean {close[0]!r}?" if close else ""


class Choice(click.Choice):  # type: ignore[type-arg, unused-ignore]
    """One of several words; a mistyped one gets a suggestion."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word, or a usage error."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            hint = did_you_mean(str(value), [str(choice) for choice in self.choices])
            raise click.BadParameter(f"{error.message}{hint}", ctx, param) from error


def _pages(ctx: click.Context, param: click.Parameter, value: str | None) -> frozenset[int] | None:
    """Page numbers from 1 and ranges of them: 1-3,7."""
    if value is None:
        return None
    numbers: set[int] = set()
    for part in re.split("[,，]", value):
        match = re.fullmatch(r"\s*(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?\s*", part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last:
            raise click.BadParameter(f"{value!r} is not a list of pages such as 1-3,7.", ctx, param)
        numbers.update(range(first, last + 1))
    return frozenset(numbers)


def _limits(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, float]:
    """Limits by name: pages=100."""
    limits: dict[str, float] = {}
    for value in values:
        name, _, number = value.partition("=")
        if name not in LIMITS:
            hint = did_you_mean(name, LIMITS)
            raise click.BadParameter(f"{name!r} is not one of {', '.join(LIMITS)}.{hint}", ctx, param)
        if not re.fullmatch(r"\d{1,15}(\.\d+)?" if name == "seconds" else r"\d{1,15}", number):
            raise click.BadParameter(f"{value!r} is not of the form {name}=NUMBER.", ctx, param)
        limits[name] = float(number) if name == "seconds" else int(number)
    return limits


def output_option(command: F) -> F:
    """Adds `-o`."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to FILE, which appears only when all is well; - is standard output.",
    )(command)


def reading_options(command: F) -> F:
    """Adds what may be said about the reading of a file; `read_options` takes the values."""
    for option in (
        click.option("--limit", "limits", callback=_limits, multiple=True, metavar="NAME=NUMBER",
                     help=f"A limit against hostile files, repeatable: {', '.join(LIMITS)}."),
        click.option("--pdf-engine", type=Choice(["pdfium", "pdfplumber"]), default="pdfium", show_default=True,
                     help="Library that reads PDF."),
        click.option("--dialect", metavar="NAME",
                     help="Kind of text export, instead of recognition; see `gicat formats`."),
        click.option("--encoding", metavar="NAME", help="Encoding of a text file, instead of detection."),
        click.option("--table", "tables", type=click.IntRange(min=0), multiple=True, metavar="N",
                     help="Only table N, counted from 0 as in `places`; repeatable."),
        click.option("--pages", callback=_pages, metavar="LIST", help="Only these pages, such as 1-3,7."),
        click.option("--password", metavar="TEXT", help="Password of an encrypted PDF."),
    ):  # fmt: skip
        command = option(command)
    return command


def read_options(given: dict[str, Any]) -> ReadOptions:
    """The values of `reading_options`, `tables` excepted, as the reader wants them."""
    import time

    from gicat.parsers.base import Limits, ReadOptions

    return ReadOptions(
        password=given["password"],
        encoding=given["encoding"],
        dialect=given["dialect"],
        pdf_engine=given["pdf_engine"],
        pages=given["pages"],
        limits=Limits(**given["limits"]),
        clock=time.monotonic,
    )

"""The kinds of text export (dialects): how each looks, and which module reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gicat.grid import Block, Lines, Place, Sighting
from gicat.parsers.text import aligned, delimited, pipes, tabs, undelimited


def _lines(lines: Sequence[str]) -> list[Block]:
    """Text without delimiters, for recovery to find its cells."""
    return [Lines(tuple(lines))]


def _without(delimiters: str) -> Callable[[Sequence[str]], Iterable[Sighting]]:
    """What is printed: every line without what a pattern says is a delimiter."""
    pattern = re.compile(delimiters)

    def see(lines: Sequence[str]) -> Iterable[Sighting]:
        return (Sighting(pattern.sub(" ", line), Place(line=number)) for number, line in enumerate(lines, 1))

    return see


_whole = _without(r"(?!)")


@dataclass(frozen=True, slots=True)
class Dialect:
    """A kind of text export.

    Attributes:
        title: for people.
        read: its lines to blocks.
        sight: what is printed on its lines, delimiters left out; for the audit.
        divides: whether anything in a text is a boundary of cells in this dialect.
    """

    title: str
    read: Callable[[list[str]], list[Block]]
    sight: Callable[[Sequence[str]], Iterable[Sighting]] = _whole
    divides: Callable[[Sequence[str]], bool] = bool


def _some(char: str) -> Callable[[Sequence[str]], bool]:
    return lambda lines: any(char in line for line in lines)


DIALECTS: dict[str, Dialect] = {
    "tab-cells": Dialect(
        "every cell starts with a tab, a blank line ends a row",
        tabs.read,
        divides=lambda lines: any(line.startswith("\t") for line in lines),
    ),
    "pipes": Dialect(
        "cells end with | or stand between |, one row or one cell a line",
        pipes.read,
        _without(pipes.DELIMITERS),
        lambda lines: any(pipes.PIPE.search(line) for line in lines),
    ),
    "tsv": Dialect("a row a line, tabs between cells, quotes around cells of several lines",
                   delimited.reads("\t"), delimited.sights("\t"), _some("\t")),
    "csv": Dialect("a row a line, commas between cells, quotes around cells of several lines",
                   delimited.reads(","), delimited.sights(","), _some(",")),
    "fixed-width": Dialect("columns at the same position of every line (pdftotext -layout)", aligned.read,
                           divides=lambda lines: any("  " in line.strip() for line in lines)),
    "paragraphs": Dialect("every paragraph of a cell on its own line, a blank line for an empty cell "
                          "(LibreOffice's text)", _lines),
    "paragraphs-apart": Dialect("a blank line behind every paragraph (a web page pasted), a no-break space for an "
                                "empty cell", _lines),
    "glued": Dialect("the cells of a row run together without anything between", _lines),
    "flowing": Dialect("words of cells one after another, broken over lines (the dump of a PDF, pdftotext -raw)",
                       _lines),
}  # fmt: skip

_FEW, _MANY = 3, 6
"""Lines, or pipes in all, from which on a text has the dialect."""


def recognise(lines: Sequence[str]) -> str:
    """The dialect of a text, by what its lines look like."""
    printed = [line for line in lines if line.strip()]
    tabbed = sum(line.startswith("\t") for line in printed)
    piped = sum("|" in line or "｜" in line for line in printed)
    if delimited.looks_delimited(lines, "\t"):
        return "tsv"
    if tabbed >= _FEW and tabbed >= piped:
        return "tab-cells"
    pipes_in_all = sum(len(pipes.PIPE.findall(line)) for line in printed)
    if piped >= min(_FEW, len(printed)) or pipes_in_all >= _MANY:
        return "pipes"
    if delimited.looks_delimited(lines, ","):
        return "csv"
    return "fixed-width" if aligned.looks_aligned(lines) else undelimited.looks(lines)

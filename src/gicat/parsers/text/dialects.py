"""The kinds of text export (dialects): how each looks, and which module reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gicat.grid import Block
from gicat.parsers.text import pipes, tabs


def _unread(lines: list[str]) -> list[Block]:
    raise NotImplementedError("text without delimiters is handed on as Lines")


@dataclass(frozen=True, slots=True)
class Dialect:
    """A kind of text export.

    Attributes:
        title: for people.
        read: its lines to blocks.
        delimiters: a pattern of what is not print but delimits cells; empty for none.
    """

    title: str
    read: Callable[[list[str]], list[Block]]
    delimiters: str = ""


DIALECTS: dict[str, Dialect] = {
    "tab-cells": Dialect("every cell starts with a tab, a blank line ends a row", tabs.read),
    "pipes": Dialect("cells end with | or stand between |, one row or one cell a line", pipes.read, pipes.DELIMITERS),
    "flowing": Dialect("no delimiters; not recovered yet", _unread),
}

_FEW, _MANY = 3, 6
"""Lines, or pipes in all, from which on a text has the dialect."""


def recognise(lines: list[str]) -> str:
    """The dialect of a text, by what its lines look like."""
    printed = [line for line in lines if line.strip()]
    tabbed = sum(line.startswith("\t") for line in printed)
    piped = sum("|" in line or "｜" in line for line in printed)
    if tabbed >= _FEW and tabbed >= piped:
        return "tab-cells"
    pipes_in_all = sum(len(pipes.PIPE.findall(line)) for line in printed)
    return "pipes" if piped >= min(_FEW, len(printed)) or pipes_in_all >= _MANY else "flowing"

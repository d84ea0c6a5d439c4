"""What every writer has in common: its options, its shape, and care for text that is no valid Unicode."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from gicat.schema import Document, Option


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write documents.

    Attributes:
        array: json: an array of documents, also of one; else exactly one document is written.
        places: json, jsonl: whether to write where things are printed.
        printed: json, jsonl: whether to write the cells as printed.
        labels: csv, table: language of the headers.
        wide: csv: one more column for each option.
        long: csv: one row for each item and option.
        width: table: columns of the terminal.
        color: table: whether to use terminal colours.
    """

    array: bool = False
    places: bool = True
    printed: bool = True
    labels: Literal["en", "zh"] = "en"
    wide: bool = False
    long: bool = False
    width: int = 100
    color: bool = False


Writer = Callable[[Iterable[Document], WriteOptions], Iterator[str]]
"""Yields the pieces of the output text; takes documents one by one where the format allows it."""


def mended(text: str) -> str:
    """Text that every encoding of Unicode can carry: lone surrogates become U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def ticked(options: Iterable[Option]) -> str:
    """The ticked options of a cell, joined by ；, each with what was filled in: 政府网站；其他：公示栏."""
    return "；".join(f"{o.label}：{o.note}" if o.note else o.label for o in options if o.checked)

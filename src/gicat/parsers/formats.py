"""A format by name: its suffixes and where its reader lives; readers are imported when first used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from typing import cast

from gicat.parsers.base import Reader

ENTRY_POINTS = "gicat.readers"


@dataclass(frozen=True, slots=True)
class Format:
    """A format gicat can read.

    Attributes:
        name: as `source.format` has it.
        title: for people.
        suffixes: file name endings, lower case with the dot.
        reader: "module:class" of its `Reader`.
        engines: the libraries that can read it, where there is a choice, the default first.
        recognises: for formats from other packages: whether bytes and a file name are of this format.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    reader: str
    engines: tuple[str, ...] = ()
    recognises: Callable[[bytes, str], bool] | None = None

    def open(self) -> Reader:
        """A new reader of this format; imports its module."""
        module, _, name = self.reader.partition(":")
        return cast(Reader, getattr(import_module(module), name)())


def plugins() -> tuple[Format, ...]:
    """Formats that installed packages add through the entry-point group `gicat.readers`.

    Each entry point names a `Format`.
    """
    return tuple(cast(Format, point.load()) for point in entry_points(group=ENTRY_POINTS))

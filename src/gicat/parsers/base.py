"""What every reader has in common: its input, its options and limits, its protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from gicat.diagnostics import Result
from gicat.grid import Reading, Sighting


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name, without its folder, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds against hostile files; what goes beyond them is left out with R005, or refused with R003.

    Attributes:
        bytes: size of the file.
        parts: parts of a ZIP package.
        unpacked: bytes of one part of a ZIP package, and of all parts read together.
        ratio: unpacked to packed size of one part.
        depth: nesting of XML elements.
        pages: pages read.
        drawing: bytes of drawing instructions of one page of a PDF, those of a form each time it is drawn.
        cells: cells read.
        seconds: time spent in reading one file, and as much again in making catalogues of it.
    """

    bytes: int = 200_000_000
    parts: int = 20_000
    unpacked: int = 400_000_000
    ratio: int = 1_000
    depth: int = 256
    pages: int = 5_000
    drawing: int = 10_000_000
    cells: int = 2_000_000
    seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller may say about the reading of a file.

    Attributes:
        password: for encrypted files.
        encoding: of text files, instead of detection.
        dialect: of text files, instead of recognition.
        pdf_engine: "pdfium" or "pdfplumber".
        pages: the pages to read, from 1; None for all.
        limits: see `Limits`.
        clock: seconds of a running clock, for `Limits.seconds`; handed in, since nothing below the
            command line reads the clock of its own accord.
    """

    password: str | None = None
    encoding: str | None = None
    dialect: str | None = None
    pdf_engine: str = "pdfium"
    pages: frozenset[int] | None = None
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], float] | None = None


class Reader(Protocol):
    """A reader of one format; see the README for how to add one."""

    def read(self, source: Source, options: ReadOptions) -> Result[Reading]:
        """What is printed in a file.

        Raises:
            gicat.errors.UnreadableError: if no block of it can be read, with the R code that says why.
        """
        ...

    def sightings(self, source: Source, options: ReadOptions) -> Iterable[Sighting]:
        """Every printed character of the file with its place, counted without looking at cells (for the audit).

        Called only after `read` succeeded on the same source and options.
        """
        ...

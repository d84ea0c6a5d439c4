"""Text exports: what a website, a converter or a clipboard left of a catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gicat.diagnostics import Diagnostic, Result, found
from gicat.errors import UnreadableError, UsageError
from gicat.grid import Block, Lines, Reading, Sighting, Stream
from gicat.parsers.base import ReadOptions, Source
from gicat.parsers.decode import Decoded, decode
from gicat.parsers.text.dialects import DIALECTS, recognise
from gicat.parsers.text.lines import page_breaks, split_lines
from gicat.parsers.text.undelimited import BLANK_CELLS


class TextReader:
    """Reader of text in any encoding and dialect."""

    def read(self, source: Source, options: ReadOptions) -> Result[Reading]:
        """The blocks of a text, see `gicat.parsers.base.Reader.read`.

        Raises:
            UnreadableError: R002 for a text of nothing but white space.
            UsageError: for an unknown encoding or dialect.
        """
        decoded, dialect, lines = _opened(source, options)
        blocks = [_paged(block, decoded.text, options.dialect) for block in DIALECTS[dialect].read(lines)]
        limited = [_within(block, options.limits.cells) for block in blocks]
        reading = Reading(tuple(limited), dialect=dialect, encoding=decoded.encoding)
        cut = (
            [found("R005", limit=f"{options.limits.cells} cells", what="the rest of the text")]
            if limited != blocks
            else []
        )
        return Result.of(reading, [*decoded.diagnostics, *_mistaken(dialect, options.dialect, lines), *cut])

    def sightings(self, source: Source, options: ReadOptions) -> Iterable[Sighting]:
        """The lines of the text without the delimiters of its dialect."""
        _, dialect, lines = _opened(source, options)
        return DIALECTS[dialect].sight(lines)


def _mistaken(dialect: str, asked: str | None, lines: list[str]) -> list[Diagnostic]:
    """R020 where a dialect was asked for and nothing in the text divides cells in it."""
    if asked is None or DIALECTS[dialect].divides(lines):
        return []
    return [found("R020", dialect=dialect, looks=recognise(lines))]


def _paged(block: Block, text: str, asked: str | None) -> Block:
    """Lines with the page breaks among them, and what the dialect that was asked for says of blank ones."""
    if not isinstance(block, Lines):
        return block
    return replace(block, breaks=page_breaks(text), blank_cells=BLANK_CELLS.get(asked or ""))


def _within(block: Block, cells: int) -> Block:
    """A block with no more cells, or lines that may be cells, than the limit allows."""
    if isinstance(block, Lines) and len(block.lines) > cells:
        return replace(block, lines=block.lines[:cells])
    if isinstance(block, Stream) and len(block.cells) > cells:
        return replace(block, cells=block.cells[:cells])
    return block


def _opened(source: Source, options: ReadOptions) -> tuple[Decoded, str, list[str]]:
    decoded = decode(source.data, options.encoding)
    lines = split_lines(decoded.text)
    if not any(line.strip() for line in lines):
        raise UnreadableError("R002")
    dialect = options.dialect or recognise(lines)
    if dialect not in DIALECTS:
        raise UsageError(f"unknown dialect {dialect!r}; one of {', '.join(DIALECTS)}")
    return decoded, dialect, lines

"""CSV and TSV: a delimiter between cells, quotes around a cell that holds one or goes over lines (RFC 4180).

A line of them is as wide as its table even where a title or note stands in it alone; such a line is one cell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from gicat.grid import Block, Break, Place, Printed, Sighting, Stream, StreamCell

_LONGEST = 400
"""Lines that a quoted cell may have; a quote that is not closed by then is a character like any other."""
_LOOKED_AT, _LEAST_ROWS, _LEAST_COLUMNS, _MOST = 400, 2, 3, 0.6


@dataclass(frozen=True, slots=True)
class _Record:
    """A row: the number of its first line, and its cells with the numbers of theirs."""

    line: int
    cells: tuple[tuple[int, str], ...]


def reads(delimiter: str) -> Callable[[Sequence[str]], list[Block]]:
    """The reader of text with a delimiter: all its rows as one stream."""

    def read(lines: Sequence[str]) -> list[Block]:
        cells = [cell for record in _records(lines, delimiter) for cell in _cells(record)]
        return [Stream(tuple(cells), exact=True)] if cells else []

    return read


def sights(delimiter: str) -> Callable[[Sequence[str]], Iterable[Sighting]]:
    """What is printed in text with a delimiter: all of it but delimiters and the quotes around cells."""

    def see(lines: Sequence[str]) -> Iterable[Sighting]:
        for record in _records(lines, delimiter):
            for line, text in record.cells:
                yield Sighting(text, Place(line=line))

    return see


def looks_delimited(lines: Sequence[str], delimiter: str) -> bool:
    """Whether most rows at the beginning of a text have one width, three cells at least."""
    widths = [len(record.cells) for record in islice(_records(lines, delimiter), _LOOKED_AT) if _printed(record)]
    wide = Counter(width for width in widths if width >= _LEAST_COLUMNS)
    count = wide.most_common(1)[0][1] if wide else 0
    return count >= _LEAST_ROWS and count >= _MOST * len(widths)


def _printed(record: _Record) -> bool:
    return any(text.strip() for _, text in record.cells)


def _cells(record: _Record) -> Iterator[StreamCell]:
    """The cells of a row; of one in which nothing stands behind the first cell, only that."""
    cells = record.cells
    if cells[0][1].strip() and not any(text.strip() for _, text in cells[1:]):
        cells = cells[:1]
    for index, (line, text) in enumerate(cells):
        lines = [part.strip() for part in text.strip().split("\n")]
        printed = Printed("\n".join(lines), (Break.LINE,) * (len(lines) - 1))
        yield StreamCell(printed, line, 0 if index else 1)


def _records(lines: Sequence[str], delimiter: str) -> Iterator[_Record]:
    """The rows of a text; a line of nothing but white space is none."""
    return _Records(lines, delimiter).rows()


class _Records:
    """Cuts lines into rows, each line looked at once however many quotes are never closed."""

    def __init__(self, lines: Sequence[str], delimiter: str) -> None:
        self.lines, self.delimiter = lines, delimiter
        self._opens = re.compile(rf'(?:^|{re.escape(delimiter)}) *"')
        self._closing = re.compile(rf'((?:[^"]|"")*)" *(?={re.escape(delimiter)}|\Z)')
        self._closes_at = 0

    def rows(self) -> Iterator[_Record]:
        """All rows in order."""
        number = 0
        while number < len(self.lines):
            line = self.lines[number]
            if self._opens.search(line):
                record, number = self._quoted(number)
                yield record
            elif line.strip():
                yield _Record(number + 1, tuple((number + 1, cell) for cell in line.split(self.delimiter)))
            number += 1

    def _quoted(self, number: int) -> tuple[_Record, int]:
        """The row that starts at a line with quoted cells, and its last line."""
        start, rest = number, self.delimiter + self.lines[number]
        cells: list[tuple[int, str]] = []
        while rest:
            first, rest = number, rest.removeprefix(self.delimiter)
            if rest.lstrip(" ").startswith('"'):
                text, rest, number = self._inside(number, rest.lstrip(" ")[1:])
            else:
                text, rest = self._plain(rest)
            cells.append((first + 1, text))
        return _Record(start + 1, tuple(cells)), number

    def _plain(self, rest: str) -> tuple[str, str]:
        """A cell without quotes, and what stands behind it from the delimiter on."""
        text, found, behind = rest.partition(self.delimiter)
        return text, found + behind

    def _inside(self, number: int, rest: str) -> tuple[str, str, int]:
        """A cell behind its opening quote, what stands behind it from the delimiter on, and its last line."""
        closed = self._closing.match(rest)
        if closed:
            return closed.group(1).replace('""', '"'), rest[closed.end() :], number
        end = self._next_close(number + 1)
        if end is None or end - number > _LONGEST:
            text, behind = self._plain(rest)
            return f'"{text}', behind, number
        last = self.lines[end]
        closed = self._closing.match(last)
        inner = closed.group(1) if closed else last
        text = "\n".join([rest, *self.lines[number + 1 : end], inner]).replace('""', '"')
        return text, last[closed.end() :] if closed else "", end

    def _next_close(self, number: int) -> int | None:
        """The first line from a number on that closes a cell it began in; None without any."""
        self._closes_at = max(self._closes_at, number)
        while self._closes_at < len(self.lines) and not self._closing.match(self.lines[self._closes_at]):
            self._closes_at += 1
        return self._closes_at if self._closes_at < len(self.lines) else None

"""A real dump of a PDF taken apart into its cells, with the help of the values that are known of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tests.rendering.dump import Row

_BOX = re.compile(r"^[☑□■√]")
_OPTION = re.compile(r"[☑□■√]?[^☑□■√]+")


def dumped_rows(text: str, labels: Sequence[str], values: Sequence[Sequence[str]]) -> tuple[str, list[Row]]:
    """The title of a dump and its rows as printed lines, the header first.

    Args:
        text: the dump.
        labels: of the header.
        values: the text of every cell of every row, "" where nothing is known; equal ones need not be printed again.

    Raises:
        ValueError: for a line that stands in no cell.
    """
    title, *lines = [line.strip() for line in text.split("\n") if line.strip()]
    reader = _Reader([list(labels), *values])
    for line in lines:
        reader.take(line)
    return title, [[(column, row[column]) for column in sorted(row)] for row in reader.rows]


def option_text(options: Sequence[Mapping[str, Any]], boxes: tuple[str, str]) -> str:
    """An option list without white space."""
    return "".join(boxes[not option["checked"]] + option["label"] for option in options)


class _Reader:
    """Follows the lines through the cells: of one row after the other, each from its first character on."""

    def __init__(self, values: Sequence[Sequence[str]]) -> None:
        self.values = [[_bare(value) for value in row] for row in values]
        self.rows: list[dict[int, list[str]]] = [{}]
        self.done = [0] * len(values[0])
        self.last = -1

    def take(self, line: str) -> None:
        """Put a line, or the parts of it between spaces, into cells."""
        if self._whole(line):
            return
        for space in re.finditer(" ", line):
            left, right = line[: space.start()], line[space.end() :]
            if self._finishes(left) and self._whole(left):
                self.take(right)
                return
        raise ValueError(f"in no cell: {line}")

    def _whole(self, line: str) -> bool:
        bare = _bare(line)
        row = self.values[len(self.rows) - 1]
        order = [self.last, *range(self.last + 1, len(row)), *range(self.last)] if self.last >= 0 else range(len(row))
        for column in order:
            if row[column].startswith(bare, self.done[column]) and (self.done[column] or column >= self.last):
                return self._put(column, line, self.done[column] + len(bare))
        if self._repeats(bare):
            return self._put(self.last, line, len(row[self.last]))
        return self._next(line, bare)

    def _finishes(self, line: str) -> bool:
        """Whether a part of a line ends a cell."""
        bare = _bare(line)
        cells = zip(self.values[len(self.rows) - 1], self.done, strict=True)
        return any(value.endswith(bare) and value.startswith(bare, done) for value, done in cells)

    def _repeats(self, bare: str) -> bool:
        """Options printed twice: behind an option list, what it already holds."""
        listed = self.values[len(self.rows) - 1][self.last] if self.last >= 0 else ""
        return _BOX.match(listed) is not None and all(part in listed for part in _OPTION.findall(bare))

    def _next(self, line: str, bare: str) -> bool:
        """The line as the beginning of the next row."""
        if len(self.rows) == len(self.values):
            return False
        row = self.values[len(self.rows)]
        column = next((c for c, value in enumerate(row) if value.startswith(bare)), None)
        if column is None:
            return False
        self.rows.append({})
        self.done = [0] * len(row)
        return self._put(column, line, len(bare))

    def _put(self, column: int, line: str, done: int) -> bool:
        self.rows[-1].setdefault(column, []).append(line)
        self.done[column] = done
        self.last = column
        return True


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)

"""Lines of a merged cell that a page break cuts, printed below the last row of the page, where no border goes on.

Browsers end the page's last row with its border and print on what is left of the merged cells beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gicat.parsers.pdf.lattice import Lattice
from gicat.parsers.pdf.model import Char
from gicat.parsers.pdf.overflow import CellChars

_LINE = 0.5  # of the em: how far baselines of one line may differ
_NEXT = 1.8  # times the em: farther below, a line does not go on with a text
_WORD = 1.0  # times the em: nearer characters are of one text


def taken_up(outside: list[Char], inside: Sequence[CellChars], tables: Sequence[Lattice]) -> list[Char]:
    """The characters that still stand outside after those below open cells are put into them.

    Args:
        outside: characters of no cell.
        inside: those of the cells, by table; they are changed.
        tables: their geometry.
    """
    gone: set[int] = set()
    for table, cells in zip(tables, inside, strict=True):
        last = {
            i: max(c.y for c in cells[i] if not c.angle)
            for i in table.open
            if any(not c.angle for c in cells.get(i, ()))
        }
        if not last:
            continue
        for line in _lines(char for char in outside if not char.angle and char.y > table.ys[-1]):
            homes = [_home(char, table) for char in line]
            if not _goes_on(line, homes, last):
                break
            for char, home in zip(line, homes, strict=True):
                if home is not None:
                    cells[home].append(char)
                    last[home] = char.y
                    gone.add(id(char))
    return [char for char in outside if id(char) not in gone] if gone else outside


def _lines(chars: Iterator[Char]) -> Iterator[list[Char]]:
    """Characters by their baselines, from top to bottom, each line from left to right."""
    line: list[Char] = []
    for char in sorted(chars, key=lambda char: char.y):
        if line and char.y - line[0].y > _LINE * char.size:
            yield sorted(line, key=lambda char: char.x0)
            line = []
        line.append(char)
    if line:
        yield sorted(line, key=lambda char: char.x0)


def _home(char: Char, table: Lattice) -> int | None:
    """The open cell that a character stands below."""
    x = (char.x0 + char.x1) / 2
    return next((i for i in table.open if table.xs[table.spans[i].left] < x < table.xs[table.spans[i].right]), None)


def _goes_on(line: Sequence[Char], homes: Sequence[int | None], last: dict[int, float]) -> bool:
    """Whether all of a line are next lines of texts in open cells; what runs on from one to another is a note."""
    for char, home in zip(line, homes, strict=True):
        if home not in last or char.y - last[home] > _NEXT * char.size:
            return False
    together = zip(pairwise(line), pairwise(homes), strict=True)
    return not any(b.x0 - a.x1 < _WORD * b.size and one != other for (a, b), (one, other) in together)

"""Lines of a merged cell that a page break cuts, printed over the border below it: they stay in their cell.

Browsers and LibreOffice give the rest of such a cell the height of the rows that are left, and print all of its lines.
"""

from __future__ import annotations

from gicat.parsers.pdf.lattice import Lattice
from gicat.parsers.pdf.lines import Line

_OVER = 0.9  # of the em: lines nearer than that are printed over each other
_APART = 0.15  # of the em: and nearer than that they are one line printed twice
_NEXT = 1.9  # times the em: farther below, a line does not go on with a text
_INDENT = 1.0  # of the em: how far from where the text above begins


def take_back(table: Lattice, lines: dict[int, list[Line]]) -> None:
    """Put a first line that is printed over the second one into the cell above.

    Its text goes on there, or stands on the page before and the line on the border.

    Args:
        table: the geometry.
        lines: of each cell, from top to bottom; they are changed.
    """
    spilled: list[tuple[int, Line]] = []
    for index, found in lines.items():
        if len(found) < 2 or not _over(*sorted(found[:2], key=lambda line: line.y)):
            continue
        first = min(found[:2], key=lambda line: line.y)
        span = table.spans[index]
        above = table.owner.get((span.top - 1, span.left))
        if above is None:
            continue
        ended = lines.get(above)
        if _goes_on(ended[-1], first) if ended else first.box[1] < table.ys[span.top]:
            found.remove(first)
            spilled.append((above, first))
    for above, line in spilled:
        lines.setdefault(above, []).append(line)


def _over(first: Line, second: Line) -> bool:
    """Whether a line stands on the one below it, and beside no part of it."""
    size = min(first.size, second.size)
    across = min(first.x1, second.x1) - max(first.x0, second.x0)
    return _APART * size < second.y - first.y < _OVER * size and across > size


def _goes_on(last: Line, line: Line) -> bool:
    near = last.size / 2 < line.y - last.y <= _NEXT * last.size
    return near and abs(line.x0 - last.x0) <= _INDENT * last.size and abs(line.size - last.size) < 1

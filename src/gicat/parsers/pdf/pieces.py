"""Lines outside tables in pieces, with the rulings around them, for tables that have no frame of rulings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from gicat.grid import Box, Piece, Printed, Tag
from gicat.parsers.pdf.lines import Line
from gicat.parsers.pdf.model import Char, Page

_GAP = 0.2  # of the em: a wider gap between texts that were not shown together parts pieces
_WIDE = 2.5  # of the em: a gap as wide as that parts any text
_SHORTEST = 20.0  # points: shorter lines underline words
_THICK = 3.0
_UNTAGGED: Mapping[int, Tag] = MappingProxyType({})
_COLUMNS = 3  # pieces on one line from which a page may have a table


@dataclass(slots=True)
class Loose:
    """What is drawn on a page in no table.

    Attributes:
        across, down: horizontal and vertical lines, from top to bottom.
        shades: shading, from top to bottom.
    """

    across: list[Box]
    down: list[Box]
    shades: list[Box]


def loose(page: Page, tables: Sequence[Box]) -> Loose:
    """The drawings of a page outside its tables."""
    drawn = Loose([], [], [])
    for box in _lines_of(page):
        x0, top, x1, bottom = box
        if _within(box, tables):
            continue
        if x1 - x0 >= _SHORTEST and bottom - top <= _THICK:
            drawn.across.append(box)
        elif bottom - top >= _SHORTEST / 2 and x1 - x0 <= _THICK:
            drawn.down.append(box)
    filled = (rect.box for rect in page.rects if rect.fill is not None and not rect.stroked)
    drawn.shades += (box for box in filled if not _within(box, tables))
    for boxes in (drawn.across, drawn.shades):
        boxes.sort(key=lambda box: box[1])
    return drawn


def _within(box: Box, tables: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(t[0] <= x <= t[2] and t[1] <= y <= t[3] for t in tables)


def _lines_of(page: Page) -> Iterator[Box]:
    yield from page.strokes
    for rect in page.rects:
        if rect.stroked:
            x0, top, x1, bottom = rect.box
            yield from ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom))


def tabular(lines: Iterable[Line]) -> bool:
    """Whether any line of a page has as many pieces as a row of a table."""
    return any(len(_parts(line, ())) >= _COLUMNS for line in lines)


def pieces(line: Line, down: Sequence[Box], tags: Mapping[int, Tag]) -> Iterator[Piece]:
    """A line in pieces, parted at gaps, at vertical lines, and where a document says that another cell begins."""
    crossing = [(x0 + x1) / 2 for x0, top, x1, bottom in down if top <= line.y - line.size / 3 <= bottom]
    for chars in _parts(line, crossing, tags):
        part = Line(chars, chars[0].y, max(char.size for char in chars))
        text, marks = part.printed()
        yield Piece(Printed(text, (), tuple(marks)), part.box, part.y, part.size, tags.get(chars[0].run))


def _parts(line: Line, crossing: Sequence[float], tags: Mapping[int, Tag] = _UNTAGGED) -> list[list[Char]]:
    parts: list[list[Char]] = []
    for char in line.chars:
        if char.text.isspace():
            if parts:
                parts[-1].append(char)
            continue
        before = next((other for other in reversed(parts[-1]) if not other.text.isspace()), None) if parts else None
        other = before is not None and tags.get(before.run) != tags.get(char.run)
        if before is None or other or _parted(before, char, crossing):
            parts.append([])
        parts[-1].append(char)
    for part in parts:
        while part[-1].text.isspace():
            part.pop()
    return parts


def _parted(before: Char, after: Char, crossing: Sequence[float]) -> bool:
    gap = after.x0 - before.x1
    size = min(before.size, after.size)
    if any(before.x1 - _GAP * size <= x <= after.x0 + _GAP * size for x in crossing):
        return True
    return gap > _WIDE * size or (gap > _GAP * size and (before.run != after.run or not before.run))

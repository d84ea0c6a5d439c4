"""One page of an engine's characters and lines as blocks in reading order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gicat.grid import Block, Box, Break, Fragment, Grid, Paragraph
from gicat.parsers.pdf.below import taken_up
from gicat.parsers.pdf.breaks import break_between, printed
from gicat.parsers.pdf.cells import grid_of, parted
from gicat.parsers.pdf.lattice import Lattice, contains, lattice
from gicat.parsers.pdf.lines import Line, into_lines
from gicat.parsers.pdf.model import Char, Page
from gicat.parsers.pdf.overflow import CellChars
from gicat.parsers.pdf.pieces import loose, pieces, tabular
from gicat.parsers.pdf.rulings import Frame, frames, shading
from gicat.parsers.pdf.spread import Point
from gicat.parsers.pdf.turning import Turn, quarter

_COMPLETE = 0.98  # of the characters between shaded areas that stand in them
_SAME_SIZE = 0.1  # of the em: lines of one paragraph are set in one size


class TooManyCells(Exception):
    """A page whose lines would make more cells than the limit."""


@dataclass(slots=True)
class Placed:
    """A block and where it stands on its page as displayed, for what is seen only over all pages.

    Attributes:
        block: a grid or a paragraph.
        page: its number.
        top, bottom: in shares of the page's height.
        size: the em of a paragraph, 0 for a grid.
    """

    block: Block
    page: int
    top: float
    bottom: float
    size: float = 0.0


def blocks_of(page: Page, turn: Turn, cells: int) -> list[Placed]:
    """The blocks of a page in reading order.

    Args:
        page: turned upright, its characters resolved.
        turn: how it was turned.
        cells: how many cells it may have.

    Raises:
        TooManyCells: if its lines would make more.
    """
    tables = _tables(page, cells)
    inside, outside = parted(page.chars, tables)
    strips = [i for i, table in enumerate(tables) if len(table.xs) == 2 and _columned(inside[i])]
    if strips:  # lines across the page between the rows of a table whose columns are not drawn
        tables = [table for i, table in enumerate(tables) if i not in strips]
        inside, outside = parted(page.chars, tables)
    outside = taken_up(outside, inside, tables)
    askew = [char for char in outside if quarter(char.angle) is None]
    upright = [char for char in outside if quarter(char.angle) is not None]
    found: list[tuple[Box, Placed]] = []
    grids = [grid_of(table, chars, page.number, turn) for table, chars in zip(tables, inside, strict=True)]
    for table, grid in zip(tables, grids, strict=True):
        grid = replace(grid, nested=_outer_cell(table, tables, grids))
        found.append((table.box, _placed(grid, page, turn, table.box)))
    found += _paragraphs(into_lines(upright), page, turn, [table.box for table in tables])
    if askew:
        found.append(_watermark(askew, page, turn))
    found.sort(key=lambda item: (item[0][1], item[0][0]))
    return [placed for _, placed in found]


def _columned(cells: CellChars) -> bool:
    """Whether cells hold lines in pieces, as those of a table's row are."""
    return 2 * sum(tabular(into_lines(chars)) for chars in cells.values()) > len(cells)


def _tables(page: Page, cells: int) -> list[Lattice]:
    def points() -> list[Point]:
        return [((char.x0 + char.x1) / 2, (char.top + char.bottom) / 2) for char in page.chars]

    ruled = _lattices(frames(page.strokes, page.rects, points), cells)
    if ruled or page.strokes or any(rect.stroked for rect in page.rects):
        return ruled
    return _complete(_lattices(shading(page.rects, points), cells), points())


def _lattices(found: list[Frame], cells: int) -> list[Lattice]:
    if sum(len(frame.horizontal) for frame in found) * sum(len(frame.vertical) for frame in found) > cells:
        raise TooManyCells
    made = (lattice(frame) for frame in found)
    return [table for table in made if table is not None]


def _complete(tables: list[Lattice], points: list[tuple[float, float]]) -> list[Lattice]:
    """Shaded areas make tables only where no text stands between them: else every other row is shaded."""
    if not tables:
        return []
    left, top, right, bottom = _union([table.box for table in tables])
    between = [(x, y) for x, y in points if left < x < right and top < y < bottom]
    inside = sum(any(table.find(x, y) is not None for table in tables) for x, y in between)
    return tables if inside >= _COMPLETE * len(between) else []


def _outer_cell(table: Lattice, tables: list[Lattice], grids: list[Grid]) -> tuple[int, int] | None:
    """The cell of another table that a table stands in."""
    x0, top, x1, bottom = table.box
    for other, grid in zip(tables, grids, strict=True):
        cell = other.find((x0 + x1) / 2, (top + bottom) / 2) if other is not table else None
        if cell is not None and contains(other.cell_box(other.spans[cell]), table.box):
            return grid.cells[cell].row, grid.cells[cell].column
    return None


def _paragraphs(lines: list[Line], page: Page, turn: Turn, tables: list[Box]) -> list[tuple[Box, Placed]]:
    """Lines outside tables; those that clearly run on make one paragraph."""
    drawn = loose(page, tables) if tabular(lines) else None
    margin = min((line.x0 for line in lines), default=0.0)
    width = page.width - 2 * margin
    gathered: list[list[Line]] = []
    for line in lines:
        if gathered and _runs_on(gathered[-1][-1], line, width):
            gathered[-1].append(line)
        else:
            gathered.append([line])
    found = []
    for group in gathered:
        box, placed = _paragraph(group, width, page, turn)
        if drawn is not None and isinstance(placed.block, Paragraph):
            parts = tuple(piece for line in group for piece in pieces(line, drawn.down, page.tags))
            last = group is gathered[-1]
            rules, shades = (_taken(boxes, None if last else group[-1].y) for boxes in (drawn.across, drawn.shades))
            placed.block = replace(placed.block, pieces=parts, rules=rules, shades=shades)
        found.append((box, placed))
    return found


def _taken(boxes: list[Box], y: float | None) -> tuple[Box, ...]:
    """Take those boxes out of a list that begin above a place, or all."""
    count = len(boxes) if y is None else sum(box[1] <= y for box in boxes)
    taken = tuple(boxes[:count])
    del boxes[:count]
    return taken


def _runs_on(above: Line, below: Line, width: float) -> bool:
    alike = abs(above.size - below.size) <= _SAME_SIZE * above.size
    return alike and break_between(above, below, width) is Break.WRAP


def _paragraph(lines: list[Line], width: float, page: Page, turn: Turn) -> tuple[Box, Placed]:
    box = _union([line.box for line in lines])
    block = Paragraph(printed(lines, width), (Fragment(page.number, bbox=turn.back(box)),))
    return box, _placed(block, page, turn, box, max(line.size for line in lines))


def _watermark(chars: list[Char], page: Page, turn: Turn) -> tuple[Box, Placed]:
    """Text that runs askew, in the order of the file: furniture of the page."""
    box = _union([(char.x0, char.top, char.x1, char.bottom) for char in chars])
    line = Line(chars, chars[0].y, chars[0].size)
    block = Paragraph(printed([line], 0.0), (Fragment(page.number, bbox=turn.back(box)),), furniture=True)
    return box, _placed(block, page, turn, box)


def _placed(block: Block, page: Page, turn: Turn, box: Box, size: float = 0.0) -> Placed:
    _, top, _, bottom = turn.back(box)
    height = (page.width if turn.angle in (90, 270) else page.height) or 1.0
    return Placed(block, page.number, top / height, bottom / height, size)


def _union(boxes: list[Box]) -> Box:
    """The smallest box around some."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)

"""Fixed-width text (`pdftotext -layout`, line printers) to tables: columns by alignment, rows by what they hold.

`measure` gives every run its positions, `heads` finds the header of a page, `cuts` its columns, `placing` and `bands`
put the lines into them, `rows` and `merges` make cells of the lines; here these become grids, one a page, which
`recover.continuation` joins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gicat.grid import Block, Fragment, Grid, Lines, Paragraph, Printed
from gicat.recover.fixed_width.alignment import is_centred
from gicat.recover.fixed_width.grids import GridMaker
from gicat.recover.fixed_width.lists import LISTS, option_order
from gicat.recover.fixed_width.measure import pages
from gicat.recover.fixed_width.model import Band, Line
from gicat.recover.fixed_width.tables import Sheet, Table, find_tables, metric_of
from gicat.text import bare


def fixed_blocks(lines: Lines) -> list[Block] | None:
    """The paragraphs and tables of fixed-width text, a grid a page; None where no page has the header of a table."""
    metric = metric_of(lines)
    tables, ahead = find_tables(pages(lines, metric), metric)
    if not tables:
        return None
    blocks: list[Block] = [block for page in ahead for block in _paragraphs(page.number, page.lines)]
    heads: set[str] = set()
    for table in tables:
        grids = _grids(table)
        for sheet, grid in zip(table.sheets, grids, strict=True):
            blocks += _before(sheet, heads)
            if grid.rows:
                blocks.append(grid)
            blocks += _paragraphs(sheet.page, sheet.after)
    return blocks


def _grids(table: Table) -> list[Grid]:
    """A grid a page; where the cells of a page go on with those of the next as if nothing stood between, all of them
    are in the first, and the others have nothing but the header that is printed again."""
    made: list[tuple[Sheet, Band]] = list(table.bands())
    bands = [one for _, one in made]
    centred = is_centred(bands, table.kinds)
    lists = [column for column, kind in enumerate(table.kinds) if kind in LISTS]
    orders = {column: option_order(one.columns[column] for one in bands) for column in lists}
    makers = [GridMaker(table, sheet, one, orders, centred=centred) for sheet, one in made]
    grids = [maker.grid() for maker in makers]
    if centred and 1 < len(made) <= _MOST_JOINED:
        sheet, one = table.whole()
        whole = GridMaker(table, sheet, one, orders, centred=True)
        grid = whole.grid()
        if whole.cost < sum(maker.cost for maker in makers):
            return [grid, *(_header(table, sheet) for sheet in table.sheets[1:])]
    return grids


def _header(table: Table, sheet: Sheet) -> Grid:
    bare = replace(sheet, body=())
    return GridMaker(table, bare, Band([], [], [[] for _ in table.kinds]), {}, centred=True).grid()


_MOST_JOINED = 20
"""Pages of a table that are looked at as one."""


def _before(sheet: Sheet, seen: set[str]) -> list[Block]:
    """The paragraphs above a table; on a further page, those that stood there before are page furniture."""
    found: list[Block] = []
    for paragraph in _paragraphs(sheet.page, sheet.before):
        text = "".join(char for char in bare(paragraph.text) if not char.isdigit())
        found.append(Paragraph(paragraph.printed, paragraph.fragments, furniture=text in seen))
        seen.add(text)
    return found


def _paragraphs(page: int, lines: Sequence[Line]) -> list[Paragraph]:
    return [Paragraph(Printed(line.text), (Fragment(page=page, line=line.number),)) for line in lines if line.runs]

"""Fixed-width text (`pdftotext -layout`, line printers) to tables: columns by alignment, rows by what they hold.

`measure` gives every run its positions, `heads` finds the header of a page, `cuts` its columns, `placing` and `bands`
put the lines into them, `rows` and `merges` make cells of the lines; here these become grids, one a page, which
`recover.continuation` joins.
"""

from __future__ import annotations

from collections.abc import Sequence

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
        for sheet, grid in _grids(table):
            blocks += _before(sheet, heads)
            blocks.append(grid)
            blocks += _paragraphs(sheet.page, sheet.after)
    return blocks


def _grids(table: Table) -> list[tuple[Sheet, Grid]]:
    made: list[tuple[Sheet, Band]] = list(table.bands())
    bands = [one for _, one in made]
    centred = is_centred(bands, table.kinds)
    lists = [column for column, kind in enumerate(table.kinds) if kind in LISTS]
    orders = {column: option_order(one.columns[column] for one in bands) for column in lists}
    return [(sheet, GridMaker(table, sheet, one, orders, centred=centred).grid()) for sheet, one in made]


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

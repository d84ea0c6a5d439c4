"""Every checkbox encoding in every nesting prints the same cell: the constructors of `nestings` multiplied out.

What stands around runs, paragraphs and cells multiplies with the encodings in one document; what stands around rows and
tables makes documents of their own, each with every encoding in every wrapper of cells. The product of all of it, over
a million cells, is `python -m tests.parsers.docx.test_product`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import pytest

from gicat.grid import Cell, Grid
from gicat.recognise.options import choices
from tests.parsers.docx.builder import docx, p, parts, r, tbl, tc, zipped
from tests.parsers.docx.nestings import BLOCKS, BOXES, CELLS, ROWS, RUNS, TABLES, strict
from tests.parsers.docx.reading import read, shape

Kind = tuple[str, str, str, str]
"""Names of `BOXES`, `RUNS`, `BLOCKS` and `CELLS`."""
WANT = [("政府网站", True), ("政府公报", False)]


def row(kind: Kind) -> str:
    """A row of three cells, the options in the one in the middle."""
    box, run, block, cell = BOXES[kind[0]], RUNS[kind[1]], BLOCKS[kind[2]], CELLS[kind[3]]
    options = [run(box(ticked) + r(label)) for label, ticked in WANT]
    middle = cell(f"<w:tc>{block(p(r(' ').join(options)))}</w:tc>")
    return f"<w:tr>{tc('序')}{middle}{tc('尾')}</w:tr>"


def table(kinds: Iterable[Kind], around_row: str = "plain", around_table: str = "plain") -> str:
    return TABLES[around_table](tbl(*(ROWS[around_row](row(kind)) for kind in kinds)))


def wrong(data: bytes, kinds: list[Kind]) -> Iterator[object]:
    """What of a document is not as it should be."""
    blocks, diagnostics = read(data)
    yield from diagnostics
    grid = [block for block in blocks if isinstance(block, Grid)][-1]
    if (grid.rows, grid.columns) != (len(kinds), 3):
        yield grid.rows, grid.columns
    cells = {(cell.row, cell.column): cell for cell in grid.cells}
    for number, kind in enumerate(kinds):
        first, middle, last = (cells.get((number, column), Cell(number, column)) for column in range(3))
        read_options = [(option.label, option.checked) for option in choices(middle.printed)]
        if (first.text, read_options, last.text) != ("序", WANT, "尾"):
            yield kind, middle.text, read_options


@pytest.mark.parametrize("cell", CELLS)
def test_encodings_in_runs_paragraphs_and_cells(cell: str) -> None:
    kinds = [(*kind, cell) for kind in product(BOXES, RUNS, BLOCKS)]
    assert not list(wrong(docx(table(kinds)), kinds))


@pytest.mark.parametrize(("around_row", "around_table"), list(product(ROWS, TABLES)))
def test_encodings_in_cells_rows_and_tables(around_row: str, around_table: str) -> None:
    kinds = [(box, "plain", "plain", cell) for box, cell in product(BOXES, CELLS)]
    assert not list(wrong(docx(table(kinds, around_row, around_table)), kinds))


@pytest.mark.parametrize("around_table", TABLES)
def test_strict_documents(around_table: str) -> None:
    kinds = [(box, run, "plain", "sdt") for box, run in product(BOXES, RUNS)]
    assert not list(wrong(zipped(strict(parts(table(kinds, "sdt", around_table)))), kinds))


RESTART, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
RIGHT, RIGHT_ON = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
WIDE = '<w:gridSpan w:val="2"/>'
MERGED: list[tuple[str, list[tuple[str, str]]]] = [
    ("", [("甲", RESTART), ("乙", WIDE), ("丙", "")]),
    ("", [("", GO_ON), ("丁", RIGHT), ("", RIGHT_ON), ("戊", RESTART)]),
    ("", [("", GO_ON), ("己", RESTART + WIDE), ("", GO_ON)]),
    ('<w:gridBefore w:val="1"/>', [("", GO_ON + WIDE), ("庚", "")]),
    ('<w:gridAfter w:val="1"/>', [("辛", RIGHT + RESTART), ("", RIGHT_ON + RESTART), ("壬", "")]),
    ("", [("", RIGHT + GO_ON), ("", RIGHT_ON + GO_ON)]),
    ("", [("一", ""), ("二", ""), ("三", ""), ("四", ""), ("五", "")]),
]
"""Rows of (row properties, cells of (text, properties)): spans of every kind, rows that begin late or end early."""
SHAPE = [
    (0, 0, 3, 1, "甲"), (0, 1, 1, 2, "乙"), (0, 3, 1, 1, "丙"), (1, 1, 1, 2, "丁"), (1, 3, 2, 1, "戊"),
    (2, 1, 2, 2, "己"), (3, 3, 1, 1, "庚"), (4, 0, 2, 2, "辛"), (4, 2, 1, 1, "壬"),
    (6, 0, 1, 1, "一"), (6, 1, 1, 1, "二"), (6, 2, 1, 1, "三"), (6, 3, 1, 1, "四"), (6, 4, 1, 1, "五"),
]  # fmt: skip


@pytest.mark.parametrize("around_cell", CELLS)
@pytest.mark.parametrize("around_row", ROWS)
@pytest.mark.parametrize("around_table", TABLES)
def test_merges_and_ragged_rows(around_cell: str, around_row: str, around_table: str) -> None:
    rows = []
    for properties, cells in MERGED:
        inner = "".join(CELLS[around_cell](tc(text, merge)) for text, merge in cells)
        rows.append(ROWS[around_row](f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"))
    blocks, diagnostics = read(docx(TABLES[around_table](tbl(*rows))))
    grid = [block for block in blocks if isinstance(block, Grid)][-1]
    assert (shape(grid), grid.rows, grid.columns, diagnostics) == (SHAPE, 7, 5, ())


if __name__ == "__main__":
    import sys

    everything = list(product(BOXES, RUNS, BLOCKS, CELLS))
    found = 0
    for rows, tables in product(ROWS, TABLES):
        for problem in wrong(docx(table(everything, rows, tables)), everything):
            found += 1
            sys.stdout.write(f"{rows} {tables} {problem}\n")
    sys.stdout.write(f"{len(everything) * len(ROWS) * len(TABLES)} cells, {found} problems\n")
    sys.exit(bool(found))

"""The readers alone, without recovery or interpretation: a printed table reads back as its cells, spans and boxes."""

from __future__ import annotations

from functools import lru_cache

import pytest
from samples.catalogues import culture, subsidies, water

from gicat.grid import Grid, Mark, Paragraph, Reading
from gicat.marks import state_of
from gicat.parsers.base import ReadOptions, Source
from gicat.parsers.registry import FORMATS
from tests.rendering import ENCODINGS, Box, Cell, Sheet, Structure, compose, docx_bytes, houses, pdf_files, soffice

SHEETS = {
    "list": lambda: compose(water(), houses.LIST),
    "matters": lambda: compose(culture(), houses.MATTERS),
    "standard": lambda: compose(subsidies(), houses.STANDARD),
}
STRUCTURES = {
    "plain": Structure(),
    "cell-sdt": Structure(cell_sdt=True),
    "row-sdt": Structure(row_sdt=True),
    "table-sdt": Structure(table_sdt=True),
    "inserted": Structure(inserted=True),
    "old-merge": Structure(old_merge=True),
    "split-runs": Structure(split_runs=True),
}
TICKED, UNTICKED = "■", "□"
PDF_BOXES = ("square", "ballot", "content-control", "sym-wingdings", "form-field")
"""What still is a box in print; letters of a symbol font are letters where that font is not installed."""


@lru_cache
def sheet(name: str) -> Sheet:
    return SHEETS[name]()


def read(name: str, data: bytes, **options: str) -> Reading:
    reader = next(f for f in FORMATS if name.endswith(f.suffixes)).open()
    return reader.read(Source(name, data), ReadOptions(**options)).value


def printed(cell: Cell) -> str:
    """The text of a model's cell, its boxes as plain squares."""
    return "\n".join(
        "".join((TICKED if piece.ticked else UNTICKED) if isinstance(piece, Box) else piece for piece in text)
        for text in cell.lines
    )


def squared(text: str, marks: tuple[Mark, ...]) -> str:
    """A text read, its boxes as plain squares: by the state of a mark, else by the glyph."""
    told = {mark.offset: mark.state if mark.state is not None else state_of(mark.glyph) for mark in marks}
    out = []
    for offset, char in enumerate(text):
        state = told.get(offset, state_of(char) if char not in "●√" else None)
        out.append(char if state is None else TICKED if state else UNTICKED)
    return "".join(out)


def cells(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    return [
        (c.row, c.column, c.row_span, c.column_span, squared(c.text, c.printed.marks))
        for c in sorted(grid.cells, key=lambda c: (c.row, c.column))
    ]


def wanted(name: str) -> list[tuple[int, int, int, int, str]]:
    found = []
    for row, slots in enumerate(sheet(name).table.slots()):
        found += [
            (row, column, cell.rows, cell.columns, printed(cell))
            for column, (cell, top, left) in enumerate(slots)
            if top and left
        ]
    return found


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("encoding", sorted(set(ENCODINGS) - {"root"}))
def test_docx_boxes(name: str, encoding: str) -> None:
    reading = read("a.docx", docx_bytes(sheet(name), ENCODINGS[encoding]))
    (grid,) = reading.grids()
    assert cells(grid) == wanted(name)


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("structure", STRUCTURES)
def test_docx_structures(name: str, structure: str) -> None:
    reading = read("a.docx", docx_bytes(sheet(name), ENCODINGS["sym-wingdings"], STRUCTURES[structure]))
    (grid,) = reading.grids()
    assert cells(grid) == wanted(name)
    paragraphs = [block.text for block in reading.blocks if isinstance(block, Paragraph) and block.text]
    outside = [sheet(name).title, *("".join(map(str, p)) for p in (*sheet(name).before, *sheet(name).after))]
    assert paragraphs == outside


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    if soffice() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    documents = {f"{name}-{box}": docx_bytes(sheet(name), ENCODINGS[box]) for name in SHEETS for box in PDF_BOXES}
    return pdf_files(documents, tmp_path_factory.mktemp("prints"))


@pytest.mark.external
@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("box", PDF_BOXES)
@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_pdf_first_page(name: str, box: str, engine: str, prints: dict[str, bytes]) -> None:
    """The cells that stand whole on the first page, and the boxes of the document in order."""
    if (engine, box) == ("pdfplumber", "sym-wingdings"):
        pytest.skip("pdfminer ignores ActualText, which alone tells symbols apart that no installed font has")
    reading = read("a.pdf", prints[f"{name}-{box}"], pdf_engine=engine)
    first = next(reading.grids())
    last = first.rows - 1
    whole = [c for c in cells(first) if c[0] + c[2] <= last]
    found = {(r, c, h, w): "".join(text.split()) for r, c, h, w, text in whole}
    expected = {(r, c, h, w): "".join(text.split()) for r, c, h, w, text in wanted(name) if r + h <= last}
    assert found == expected
    boxes = "".join(ch for g in reading.grids() for c in cells(g) for ch in c[4] if ch in TICKED + UNTICKED)
    assert sorted(boxes) == sorted(ch for c in wanted(name) for ch in c[4] if ch in TICKED + UNTICKED)

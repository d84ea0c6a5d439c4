"""Rulings to cells."""

from __future__ import annotations

import pytest

from .reading import paragraphs, read, tables, texts
from .writing import Sheet, pdf

XS, YS = [50.0, 120.0, 200.0, 350.0], [100.0, 130.0, 160.0, 190.0]
ENGINES = ("pdfium", "pdfplumber")


def _labels(sheet: Sheet) -> Sheet:
    """A letter into each of the nine slots of the lattice, top row first."""
    letters = iter("abcdefghi")
    for y in (170, 140, 110):
        for x in (60, 130, 210):
            sheet.latin(x, y, next(letters))
    return sheet


NINE = [list("abcdefghi")]


@pytest.mark.parametrize("engine", ENGINES)
def test_strokes(engine: str) -> None:
    data = pdf(_labels(Sheet().lattice(XS, YS)))
    assert texts(data, engine) == NINE
    cell = next(read(data, engine).grids()).cells[4]
    assert cell.fragments[0].page == 1
    assert cell.fragments[0].bbox == pytest.approx((120, 140, 200, 170), abs=0.6)


@pytest.mark.parametrize("engine", ENGINES)
def test_thin_filled_rectangles_are_rulings(engine: str) -> None:
    sheet = _labels(Sheet())
    for x in XS:
        sheet.bar(x, YS[0], x, YS[-1])
    for y in YS:
        sheet.bar(XS[0], y, XS[-1], y)
    assert texts(pdf(sheet), engine) == NINE


@pytest.mark.parametrize("engine", ENGINES)
def test_a_rectangle_per_cell(engine: str) -> None:
    sheet = _labels(Sheet())
    for i in range(3):
        for j in range(3):
            sheet.draw(f"{XS[i]} {YS[j]} {XS[i + 1] - XS[i]} {YS[j + 1] - YS[j]} re S")
    assert texts(pdf(sheet), engine) == NINE


@pytest.mark.parametrize("engine", ENGINES)
def test_lines_of_many_short_segments_and_dashes(engine: str) -> None:
    sheet = _labels(Sheet()).draw("[3 2] 0 d")
    for x in XS:
        sheet.draw(*(f"{x} {y} m {x} {y + 3} l S" for y in range(100, 190, 5)))
    for y in YS:
        sheet.line(XS[0], y, XS[-1], y)
    assert texts(pdf(sheet), engine) == NINE


@pytest.mark.parametrize("engine", ENGINES)
def test_dotted_lines(engine: str) -> None:
    sheet = _labels(Sheet())
    for x in XS:
        sheet.draw(*(f"{x} {y} 0.5 0.5 re f" for y in range(100, 191, 2)))
    for y in YS:
        sheet.draw(*(f"{x} {y} 0.5 0.5 re f" for x in range(50, 351, 2)))
    assert texts(pdf(sheet), engine) == NINE


@pytest.mark.parametrize("engine", ENGINES)
def test_double_borders_are_one(engine: str) -> None:
    sheet = _labels(Sheet().lattice(XS, YS)).lattice([x + 1.5 for x in XS], [y + 1.5 for y in YS])
    assert texts(pdf(sheet), engine) == NINE


@pytest.mark.parametrize("engine", ENGINES)
def test_rulings_in_a_form_with_a_matrix(engine: str) -> None:
    content = " ".join(f"{x} 0 m {x} 45 l S" for x in (0, 35, 75, 150))
    content += " " + " ".join(f"0 {y} m 150 {y} l S" for y in (0, 15, 30, 45))
    form = f"/BBox [-1 -1 200 200] /Matrix [2 0 0 2 10 20]|{content}"
    sheet = _labels(Sheet().draw("q 1 0 0 1 40 80 cm /X Do Q"))
    assert texts(pdf(sheet, forms={"X": form}), engine) == NINE


@pytest.mark.parametrize("engine", ENGINES)
def test_merged_both_ways(engine: str) -> None:
    """A header over two columns, a first cell over two rows: gaps in the rulings."""
    sheet = Sheet().line(50, 100, 350, 100).line(50, 190, 350, 190).line(50, 160, 350, 160)
    sheet.line(120, 130, 350, 130).line(50, 100, 50, 190).line(350, 100, 350, 190)
    sheet.line(120, 100, 120, 190).line(200, 100, 200, 160)
    sheet.latin(60, 170, "a").latin(210, 170, "b").latin(60, 130, "c").latin(130, 140, "d").latin(210, 140, "e")
    sheet.latin(130, 110, "f")
    assert tables(pdf(sheet), engine) == [[
        (0, 0, 1, 1, "a"), (0, 1, 1, 2, "b"),
        (1, 0, 2, 1, "c"), (1, 1, 1, 1, "d"), (1, 2, 1, 1, "e"),
        (2, 1, 1, 1, "f"), (2, 2, 1, 1, ""),
    ]]  # fmt: skip


def test_a_missing_wall_makes_rectangles_not_an_l() -> None:
    """Of a 2×2 table the wall between b and d, and that between c and d, are missing."""
    sheet = Sheet().draw("50 100 200 100 re S").line(150, 150, 150, 200).line(50, 150, 150, 150)
    sheet.latin(60, 170, "a").latin(160, 170, "b").latin(60, 120, "c").latin(160, 120, "d")
    assert tables(pdf(sheet)) == [[(0, 0, 1, 1, "a"), (0, 1, 2, 1, "b\nd"), (1, 0, 1, 1, "c")]]


@pytest.mark.parametrize("engine", ENGINES)
def test_missing_outer_borders(engine: str) -> None:
    sheet = _labels(Sheet())
    for x in XS[1:-1]:
        sheet.line(x, YS[0], x, YS[-1])
    for y in YS[1:-1]:
        sheet.line(XS[0], y, XS[-1], y)
    assert texts(pdf(sheet), engine) == NINE


def test_missing_bottom_border() -> None:
    sheet = _labels(Sheet())
    for x in XS:
        sheet.line(x, YS[0], x, YS[-1])
    for y in YS[1:]:
        sheet.line(XS[0], y, XS[-1], y)
    assert texts(pdf(sheet)) == NINE


def test_stepped_outline_leaves_the_paper_beside_it_alone() -> None:
    """A narrow table stands on a wide one; what is printed beside it is no cell."""
    sheet = Sheet().lattice([50, 120, 350], [100, 130]).line(50, 130, 50, 160).line(120, 130, 120, 160)
    sheet.line(50, 160, 120, 160).latin(60, 140, "a").latin(60, 110, "b").latin(130, 110, "c").latin(200, 140, "beside")
    data = pdf(sheet)
    assert tables(data) == [[(0, 0, 1, 1, "a"), (1, 0, 1, 1, "b"), (1, 1, 1, 1, "c")]]
    assert paragraphs(data) == ["beside"]


def test_two_tables_and_text_between() -> None:
    sheet = Sheet().lattice([50, 120, 200], [200, 230]).lattice([50, 120, 200], [100, 130])
    sheet.latin(60, 210, "a").latin(60, 110, "b").latin(60, 160, "between").latin(60, 260, "above")
    blocks = read(pdf(sheet)).blocks
    shown = [getattr(block, "text", None) or block.cells[0].text for block in blocks]  # type: ignore[union-attr]
    assert shown == ["above", "a", "between", "b"]


@pytest.mark.parametrize("engine", ENGINES)
def test_shading_makes_no_cells(engine: str) -> None:
    sheet = Sheet().draw("0.8 g 50 100 100 30 re f 0.9 g 50 140 60 20 re f 0 g").lattice(XS, YS)
    assert texts(pdf(_labels(sheet)), engine) == NINE


def test_shading_alone_makes_cells() -> None:
    sheet = Sheet()
    for i in range(3):
        for j in range(3):
            grey = 0.8 + 0.1 * ((i + j) % 2)
            sheet.draw(f"{grey} g {XS[i]} {YS[j]} {XS[i + 1] - XS[i] - 1} {YS[j + 1] - YS[j] - 1} re f 0 g")
    assert texts(pdf(_labels(sheet))) == NINE


def test_underlines_make_no_cells() -> None:
    sheet = _labels(Sheet().lattice(XS, YS)).line(212, 107, 260, 107).line(60, 250, 150, 250)
    assert texts(pdf(sheet)) == NINE


def test_a_box_around_text_is_no_table() -> None:
    assert paragraphs(pdf(Sheet().draw("50 100 200 100 re S").latin(60, 150, "notice"))) == ["notice"]


def test_a_table_in_a_cell_takes_its_own_text() -> None:
    sheet = Sheet().lattice([50, 100, 350], [50, 250]).lattice([150, 200, 250], [100, 130, 160])
    sheet.latin(60, 200, "outer").latin(160, 110, "c").latin(110, 200, "around")
    grids = list(read(pdf(sheet)).grids())
    assert [[cell.text for cell in grid.cells] for grid in grids] == [["outer", "around"], ["", "", "c", ""]]
    assert [grid.nested for grid in grids] == [None, (0, 1)]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_rotated_pages(engine: str, rotate: int) -> None:
    """The content is turned against /Rotate, so that the page reads upright."""
    turns = {90: "0 1 -1 0 300 0", 180: "-1 0 0 -1 400 300", 270: "0 -1 1 0 0 400"}
    wide = rotate == 180
    sheet = Sheet(400 if wide else 300, 300 if wide else 400, rotate).draw(f"q {turns[rotate]} cm")
    data = pdf(_labels(sheet.lattice(XS, YS)).draw("Q"))
    assert texts(data, engine) == NINE
    box = next(read(data, engine).grids()).cells[0].fragments[0].bbox
    assert box == pytest.approx((50, 110, 120, 140), abs=0.6)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("matrix", ["0 1 -1 0 300 0", "0 -1 1 0 0 400"])
def test_a_table_printed_sideways(engine: str, matrix: str) -> None:
    data = pdf(_labels(Sheet(300, 400).draw(f"q {matrix} cm").lattice(XS, YS)).draw("Q"))
    assert texts(data, engine) == NINE


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("boxes", "lower_left"),
    [
        ("/MediaBox [0 0 400 300] /CropBox [20 40 380 280]", (20, 40)),
        ("/MediaBox [-10 -30 390 270]", (-10, -30)),
        ("/MediaBox [10 20 400 300] /CropBox [0 40 380 900]", (10, 40)),
    ],
)
def test_the_shown_part_of_the_page_is_the_frame(
    engine: str, rotate: int, boxes: str, lower_left: tuple[float, float]
) -> None:
    data = pdf(_labels(Sheet(rotate=rotate).lattice(XS, YS))).replace(b"/MediaBox [0 0 400 300]", boxes.encode())
    grid = next(read(data, engine).grids())
    assert [cell.text for cell in grid.cells] == NINE[0]
    upright = next(read(data.replace(f"/Rotate {rotate}".encode(), b"/Rotate 0"), "pdfium").grids())
    box = upright.cells[0].fragments[0].bbox
    assert box is not None
    assert box[0] == pytest.approx(50 - lower_left[0], abs=0.6)
    theirs = next(read(data).grids())
    assert grid.cells[0].fragments[0].bbox == pytest.approx(theirs.cells[0].fragments[0].bbox, abs=0.6)


def test_a_box_drawn_after_the_text_behind_the_table() -> None:
    """The last text shown in a cell, then a note below the table, then what is drawn in that cell."""
    sheet = Sheet().lattice([50, 150, 250], [100, 130]).han(55, 110, "甲").han(170, 110, "其他").han(55, 80, "备注：略")
    sheet.draw("158 109 10 10 re S 158 109 m 168 119 l S 158 119 m 168 109 l S")
    assert texts(pdf(sheet)) == [["甲", "☑其他"]]

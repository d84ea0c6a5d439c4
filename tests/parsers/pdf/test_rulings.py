"""Rulings in all the ways that producers draw them: a catalogue reads the same."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest

from .drawn import Drawing, Pen
from .reading import facts, texts
from .writing import Sheet, pdf


@lru_cache
def expected() -> list[dict[str, Any]]:
    return facts(pdf(*Drawing().pages()))


def double(apart: float) -> Pen:
    def draw(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
        dx, dy = (apart / 2, 0.0) if x0 == x1 else (0.0, apart / 2)
        sheet.line(x0 - dx, y0 - dy, x1 - dx, y1 - dy).line(x0 + dx, y0 + dy, x1 + dx, y1 + dy)

    return draw


def dashed(pen: Pen, on: float, off: float) -> Pen:
    def draw(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
        (x0, x1), (y0, y1) = sorted((x0, x1)), sorted((y0, y1))
        length, start = x1 - x0 + y1 - y0, 0.0
        while start < length:
            end = min(start + on, length)
            if x0 == x1:
                pen(sheet, x0, y0 + start, x0, y0 + end)
            else:
                pen(sheet, x0 + start, y0, x0 + end, y0)
            start += on + off

    return draw


def bar(thick: float) -> Pen:
    def draw(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
        (x0, x1), (y0, y1) = sorted((x0, x1)), sorted((y0, y1))
        sheet.draw(f"{x0 - thick / 2} {y0 - thick / 2} {x1 - x0 + thick} {y1 - y0 + thick} re f")

    return draw


def wide(width: float) -> Pen:
    return lambda sheet, x0, y0, x1, y1: sheet.draw(f"{width} w {x0} {y0} m {x1} {y1} l S")


def longer(by: float) -> Pen:
    """Lines that end beyond (or, below 0, before) the corners of their cells."""

    def draw(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
        (x0, x1), (y0, y1) = sorted((x0, x1)), sorted((y0, y1))
        if x0 == x1:
            sheet.line(x0, y0 - by, x1, y1 + by)
        else:
            sheet.line(x0 - by, y0, x1 + by, y1)

    return draw


PENS: dict[str, Pen] = {
    **{f"double-{apart}": double(apart) for apart in (1.5, 3, 4.5, 6, 9)},
    **{f"dashes-{on}-{off}": dashed(Sheet.line, on, off) for on, off in ((3, 2), (6, 4), (1, 3))},
    **{f"dash-bars-{on}-{off}": dashed(Sheet.bar, on, off) for on, off in ((3, 2), (6, 4), (0.5, 2))},
    **{f"bar-{thick}": bar(thick) for thick in (0.1, 1, 2, 4, 6)},
    **{f"pen-{width}": wide(width) for width in (0, 2, 4, 6)},
    **{f"longer-{by}": longer(by) for by in (-3, -1, 1, 3, 6)},
}


@pytest.mark.parametrize("pen", PENS.values(), ids=PENS.keys())
def test_pens(pen: Pen) -> None:
    assert facts(pdf(*replace(Drawing(), pen=pen).pages())) == expected()


def test_without_outline() -> None:
    assert facts(pdf(*replace(Drawing(), outer=False).pages())) == expected()


@pytest.mark.parametrize("space", [1, 3, 7])
def test_cells_with_space_between(space: float) -> None:
    """`border-spacing` of a browser."""
    drawing = replace(Drawing(), pen=lambda *_: None)
    [sheet] = drawing.pages()
    for x, y, w, h in drawing.boxes(sheet):
        sheet.draw(f"{x + space / 2} {y + space / 2} {w - space} {h - space} re S")
    assert facts(pdf(sheet)) == expected()


def test_borders_painted_as_areas() -> None:
    """The area between two outlines, filled by the even-odd rule."""
    drawing = replace(Drawing(), pen=lambda *_: None)
    [sheet] = drawing.pages()
    for x, y, w, h in drawing.boxes(sheet):
        sheet.draw(f"{x} {y} {w} {h} re {x + 1} {y + 1} {w - 2} {h - 2} re f*")
    assert facts(pdf(sheet)) == expected()


def test_round_corners() -> None:
    drawing = replace(Drawing(), pen=lambda *_: None)
    [sheet] = drawing.pages()
    for x, y, w, h in drawing.boxes(sheet):
        a, b, r = x + w, y + h, 3
        sheet.draw(
            f"{x + r} {y} m {a - r} {y} l {a} {y} {a} {y} {a} {y + r} c {a} {b - r} l {a} {b} {a} {b} {a - r} {b} c"
            f" {x + r} {b} l {x} {b} {x} {b} {x} {b - r} c {x} {y + r} l {x} {y} {x} {y} {x + r} {y} c h S"
        )
    assert facts(pdf(sheet)) == expected()


@pytest.mark.parametrize("underlined", [False, True])
def test_white_cells_on_black_ground(underlined: bool) -> None:
    """`<table bgcolor=black cellspacing=1>`: the lines are the ground that shows."""
    drawing = replace(Drawing(), pen=lambda *_: None)
    [sheet] = drawing.pages()
    boxes = list(drawing.boxes(sheet))
    left, low = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, high = max(x + w for x, _, w, _ in boxes), max(y + h for _, y, _, h in boxes)
    ground = [f"0 g {left - 1} {low - 1} {right - left + 2} {high - low + 2} re f 1 g"]
    ground += [f"{x + 0.4} {y + 0.4} {w - 0.8} {h - 0.8} re f" for x, y, w, h in boxes]
    sheet.stream = [*ground, "0 g", *sheet.stream]
    if underlined:
        sheet.line(100, high + 10, 200, high + 10)
    assert facts(pdf(sheet)) == expected()


def test_narrow_columns_are_no_double_borders() -> None:
    sheet = Sheet().lattice([50, 59, 68, 77, 86, 186], [100, 130]).latin(90, 110, "a")
    assert texts(pdf(sheet)) == [["", "", "", "", "a"]]


def test_an_edge_of_shading_where_rulings_end_is_a_border() -> None:
    """A title row over columns, told by its shade alone; shading inside a cell is none."""
    sheet = Sheet().draw("50 100 300 90 re S").draw("0.8 g 50 160 300 30 re f 0.9 g 60 110 40 20 re f 0 g")
    for x in (120, 200, 280):
        sheet.line(x, 100, x, 160)
    sheet.latin(60, 170, "title")
    for x, letter in zip((60, 130, 210, 290), "abcd", strict=True):
        sheet.latin(x, 112, letter)
    assert texts(pdf(sheet)) == [["title", "a", "b", "c", "d"]]


def test_dots_under_each_other_are_no_ruling() -> None:
    """The corners of underlines drawn piece by piece, ten points apart."""
    sheet = Sheet()
    for y in range(100, 160, 10):
        sheet.bar(50, y, 120, y).draw(f"120.5 {y - 0.5} 1 1 re f").bar(122, y, 190, y)
    assert texts(pdf(sheet.latin(60, 103, "a"))) == []

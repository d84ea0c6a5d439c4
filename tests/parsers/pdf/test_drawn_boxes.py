"""Check boxes in all the ways that drawings make them: a catalogue reads the same whatever they are drawn with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest

from .drawn import Drawing
from .reading import codes, facts, paragraphs, printed, read, sighted, texts
from .writing import Sheet, check_box, pdf

SignMaker = Callable[[Sheet, float, float, bool], object]
"""Draws a box at a point of the baseline, ticked or not."""


def _tick(sheet: Sheet, x: float, y: float) -> None:
    sheet.draw(f"{x + 2} {y + 4} m {x + 4} {y + 1} l {x + 9} {y + 9} l S")


def square(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.draw(f"{x + 1} {y} 8 8 re S")
    if on:
        _tick(sheet, x, y)


def four_lines(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.line(x + 1, y, x + 9, y).line(x + 1, y + 8, x + 9, y + 8).line(x + 1, y, x + 1, y + 8)
    sheet.line(x + 9, y, x + 9, y + 8)
    if on:
        _tick(sheet, x, y)


def four_bars(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.bar(x + 1, y, x + 9, y).bar(x + 1, y + 8, x + 9, y + 8).bar(x + 1, y, x + 1, y + 8)
    sheet.bar(x + 9, y, x + 9, y + 8)
    if on:
        _tick(sheet, x, y)


def crossed(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.draw(f"{x + 1} {y} 8 8 re S")
    if on:
        sheet.draw(f"{x + 1} {y} m {x + 9} {y + 8} l {x + 1} {y + 8} m {x + 9} {y} l S")


def small_black_in_white(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.draw(f"1 g {x + 1} {y} 8 8 re B 0 g")
    if on:
        sheet.draw(f"{x + 2.5} {y + 1.5} 5 5 re f")


def black(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.draw(f"{x + 1} {y} 8 8 re {'B' if on else 'S'}")


def white_on_black(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.draw(f"0 g {x + 1} {y} 8 8 re f 1 g {x + 1.7} {y + 0.7} 6.6 6.6 re f 0 g")
    if on:
        _tick(sheet, x, y)


def border_as_area(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.draw(f"{x + 1} {y} 8 8 re {x + 1.7} {y + 0.7} 6.6 6.6 re f*")
    if on:
        sheet.draw(f"{x + 2} {y + 4} m {x + 4} {y + 1} l {x + 9} {y + 9} l {x + 4} {y + 3} l f")


def rounded(sheet: Sheet, x: float, y: float, on: bool) -> None:
    """As browsers draw a check box: white or blue area, outline with round corners, white tick."""
    a, b = x + 1, y
    outline = (
        f"{a + 2} {b} m {a + 6} {b} l {a + 7} {b} {a + 8} {b + 1} {a + 8} {b + 2} c {a + 8} {b + 6} l"
        f" {a + 8} {b + 7} {a + 7} {b + 8} {a + 6} {b + 8} c {a + 2} {b + 8} l"
        f" {a + 1} {b + 8} {a} {b + 7} {a} {b + 6} c {a} {b + 2} l {a} {b + 1} {a + 1} {b} {a + 2} {b} c h"
    )
    if on:
        sheet.draw(f"1 g {outline} f 0 0.46 1 rg {outline} f 1 G")
        _tick(sheet, x, y)
        sheet.draw("0 g 0 G")
    else:
        sheet.draw(f"1 g {outline} f 0 g 0.46 G {outline} S 0 G")


def ring(sheet: Sheet, x: float, y: float, on: bool) -> None:
    def circle(r: float, paint: str) -> None:
        a, b, k = x + 5, y + 4, 0.55 * r
        sheet.draw(
            f"{a + r} {b} m {a + r} {b + k} {a + k} {b + r} {a} {b + r} c {a - k} {b + r} {a - r} {b + k} {a - r} {b} c"
            f" {a - r} {b - k} {a - k} {b - r} {a} {b - r} c {a + k} {b - r} {a + r} {b - k} {a + r} {b} c {paint}"
        )

    circle(4, "S")
    if on:
        circle(2, "f")


def large_tick(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.draw(f"{x + 1} {y} 8 8 re S")
    if on:
        sheet.draw(f"{x + 1} {y + 4} m {x + 4} {y - 1} l {x + 13} {y + 12} l S")


def printed_tick(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.draw(f"{x + 1} {y} 8 8 re S")
    if on:
        sheet.han(x, y, "√")


def dingbat_tick(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.draw(f"{x + 1} {y} 8 8 re S")
    if on:
        sheet.latin(x + 1, y, "4", font="F3")


def overprinted_glyphs(sheet: Sheet, x: float, y: float, on: bool) -> None:
    """As Word prints a field EQ \\o(□,√)."""
    sheet.han(x, y, "□")
    if on:
        sheet.han(x, y, "√")


def tick_over_glyph(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.han(x, y, "□")
    if on:
        _tick(sheet, x, y)


def control(sheet: Sheet, x: float, y: float, on: bool) -> None:
    sheet.annotations.append(check_box(x + 1, y, on, side=8))


BOXES = [
    square, four_lines, four_bars, crossed, small_black_in_white, black, white_on_black, border_as_area, rounded, ring,
    large_tick, printed_tick, dingbat_tick, overprinted_glyphs, tick_over_glyph, control,
]  # fmt: skip


def hand(box: SignMaker, signs: str = "☑□") -> Callable[[Sheet, float, float, str], object]:
    """Writes a line with some of its signs drawn."""

    def write(sheet: Sheet, x: float, y: float, line: str) -> None:
        start = 0
        for index, char in enumerate([*line, signs[0]]):
            if char not in signs:
                continue
            if line[start:index]:
                sheet.han(x + start * 10, y, line[start:index])
            if index < len(line):
                box(sheet, x + index * 10, y, char in "☑√")
            start = index + 1

    return write


@lru_cache
def expected() -> list[dict[str, Any]]:
    return facts(pdf(*Drawing().pages()))


def test_the_plain_drawing() -> None:
    first = expected()[1]
    assert [(option["label"], option["checked"]) for option in first["channels"]] == [
        ("政府网站", True), ("政府公报", False), ("社区公示栏", True), ("其他", False)
    ]  # fmt: skip
    assert [option["checked"] for option in first["audiences"]] == [True, False]


@pytest.mark.parametrize("box", BOXES)
def test_boxes_of_options(box: SignMaker) -> None:
    assert facts(pdf(*replace(Drawing(), hand=hand(box)).pages())) == expected()


def test_boxes_in_a_form_with_a_matrix() -> None:
    forms = {}
    for name, on in (("T", True), ("U", False)):
        sheet = Sheet().draw("0.5 0 4 4 re S" + " 1 2 m 2 0.5 l 4.5 4.5 l S" * on)
        forms[name] = "/BBox [0 0 6 6]|" + " ".join(sheet.stream)

    def box(sheet: Sheet, x: float, y: float, on: bool) -> None:
        sheet.draw(f"q 2 0 0 2 {x} {y} cm /{'T' if on else 'U'} Do Q")

    assert facts(pdf(*replace(Drawing(), hand=hand(box)).pages(), forms=forms)) == expected()


@pytest.mark.parametrize("box", [square, crossed, black, rounded, control])
def test_boxes_alone_in_tick_columns(box: SignMaker) -> None:
    assert facts(pdf(*replace(Drawing(), hand=hand(box, "√")).pages())) == expected()


def test_drawn_ticks_alone_in_tick_columns() -> None:
    drawn = hand(lambda sheet, x, y, on: _tick(sheet, x, y), "√")
    assert facts(pdf(*replace(Drawing(), hand=drawn).pages())) == expected()


def test_a_slash_through_an_empty_cell_is_no_tick() -> None:
    sheet = Sheet().lattice([50, 70, 90], [100, 120]).line(50, 100, 70, 120).han(75, 106, "√")
    assert texts(pdf(sheet)) == [["", "√"]]


def test_a_tick_outside_tables_is_a_drawing() -> None:
    sheet = Sheet().han(50, 100, "内容")
    _tick(sheet, 200, 100)
    assert paragraphs(pdf(sheet)) == ["内容"]


def test_a_box_before_no_text_outside_tables_is_a_drawing() -> None:
    sheet = Sheet().han(50, 100, "内容").draw("200 50 8 8 re S")
    assert paragraphs(pdf(sheet)) == ["内容"]


def test_a_bullet_is_no_box() -> None:
    assert paragraphs(pdf(Sheet().draw("50 102 4.2 4.2 re f").han(60, 100, "内容"))) == ["内容"]


def test_a_box_at_the_border_of_its_cell() -> None:
    sheet = Sheet().lattice([50, 150, 250], [100, 130]).draw("50.4 110 8 8 re S").han(60, 110, "网站")
    assert texts(pdf(sheet)) == [["□网站", ""]]


def test_squares_in_a_row_are_cells() -> None:
    """A character each: a field of a form."""
    sheet = Sheet()
    for i, char in enumerate("甲乙丙"):
        sheet.draw(f"{50 + 12 * i} 100 12 12 re S").han(51 + 12 * i, 102, char)
    assert texts(pdf(sheet)) == [["甲", "乙", "丙"]]


def test_pictures_of_boxes_say_nothing() -> None:
    """Two pictures of a box may be any two things: what they show is unknown, not ticked and not unticked."""

    def picture(sheet: Sheet, x: float, y: float, on: bool) -> None:
        bits = "00" * 8 if on else "007E7E7E7E7E7E00"
        sheet.draw(f"q 8 0 0 8 {x + 1} {y} cm BI /W 8 /H 8 /BPC 1 /CS /G /F /AHx ID {bits}> EI Q")

    data = pdf(*replace(Drawing(), hand=hand(picture)).pages())
    channels = facts(data)[1]["channels"]
    assert [(option["label"], option["checked"]) for option in channels] == [
        ("政府网站", None), ("政府公报", None), ("社区公示栏", None), ("其他", None)
    ]  # fmt: skip
    assert codes(data) == ["P005"]
    assert sighted(data) == printed(read(data))


def test_a_box_at_the_end_of_a_line_is_not_of_the_cell_beside() -> None:
    sheet = Sheet().lattice([50, 150, 250], [50, 150, 200]).han(55, 180, "公开渠道").han(155, 180, "公开时限")
    sheet.han(55, 125, "□村务公开栏").draw("129 124 8 8 re S").han(55, 112, "便民服务中心")
    assert texts(pdf(sheet.han(151, 130.5, "批准后")))[0][2:] == ["□村务公开栏 □\n便民服务中心", "批准后"]


def test_boxes_printed_over_each_other_are_no_cells() -> None:
    sheet = Sheet().lattice([50, 150, 250], [50, 150, 200]).han(55, 180, "事项").han(155, 180, "公开渠道")
    for y, label in ((140, "政府网站"), (134, "公报")):
        sheet.draw(f"155 {y} 7.5 7.5 re S").han(165, y + 1, label, size=7)
    assert texts(pdf(sheet.han(55, 120, "甲"))) == [["事项", "公开渠道", "甲", "□政府网站\n□公报"]]

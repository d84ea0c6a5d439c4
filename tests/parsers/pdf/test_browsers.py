"""What browsers do in print: punctuation pushed together, gaps for spaces, borders past the end of a page, clipped."""

from __future__ import annotations

import pytest

from gicat.grid import Break

from .reading import paragraphs, read, tables, texts
from .writing import Sheet, pdf

PUSHED = "《条例》（国务院令），第一“条”、《办法》"


def test_punctuation_pushed_into_its_neighbour_stays_in_its_place() -> None:
    """Every character shown on its own; the empty halves of 》 and （ lie over each other (CSS text-spacing-trim)."""
    sheet, x = Sheet(), 50.0
    for before, char in zip(" " + PUSHED, PUSHED, strict=False):
        x -= 5 if char in "（《“" and before in "》、、，" else 0
        sheet.han(x, 100, char)
        x += 10
    assert paragraphs(pdf(sheet)) == [PUSHED]


@pytest.mark.parametrize(("gap", "text"), [(2.24, "GB/T 9704"), (1.0, "GB/T9704")])
def test_a_gap_as_wide_as_a_space_between_latin_letters(gap: float, text: str) -> None:
    width = 7.78 + 6.67 + 2.78 + 6.11  # G B / T in Helvetica
    data = pdf(Sheet().latin(50, 100, "GB/T").latin(50 + width + gap, 100, "9704"))
    assert paragraphs(data) == [text]


def test_borders_end_where_they_are_clipped() -> None:
    """The last row of the page has no border below, its sides run on over the foot and past the edge of the page."""
    sheet = Sheet().draw("q 40 60 300 220 re W n").line(50, 250, 250, 250).line(50, 150, 250, 150)
    for x in (50, 150, 250):
        sheet.line(x, 250, x, -100)
    sheet.draw("Q").han(55, 200, "公开内容").han(155, 200, "公开时限").han(55, 100, "机构").han(155, 100, "长期")
    sheet.han(160, 20, "第1页")
    data = pdf(sheet)
    assert texts(data) == [["公开内容", "公开时限", "机构", "长期"]]
    assert paragraphs(data) == ["第1页"]


def test_a_page_in_the_middle_of_merged_cells_is_one_table() -> None:
    """No ruling crosses the merged column, and the page has no border above and below: its sides alone tell."""
    sheet = Sheet()
    for x in (50, 100, 150, 250):
        sheet.line(x, 260, x, 40)
    sheet.line(50, 150, 100, 150).line(150, 150, 250, 150)
    for x, texts_ in ((55, ("1", "2")), (155, ("甲项", "乙项"))):
        sheet.han(x, 200, texts_[0]).han(x, 100, texts_[1])
    assert tables(pdf(sheet)) == [
        [(0, 0, 1, 1, "1"), (0, 1, 2, 1, ""), (0, 2, 1, 1, "甲项"), (1, 0, 1, 1, "2"), (1, 2, 1, 1, "乙项")]
    ]


def test_a_frame_painted_side_by_side_through_clips() -> None:
    """An area between two outlines, once for each side that is drawn, clipped to it; here the lower side is not."""
    sheet, sides = Sheet(), []
    for x in (50.0, 150.0):
        left, right, top, low = x, x + 98, 260.0, 100.0
        sides = [
            (left, low, left + 1, top), (right - 1, low, right, top), (left, top - 1, right, top)
        ]  # fmt: skip
        for x0, y0, x1, y1 in sides:
            sheet.draw(f"q {x0} {y0} {x1 - x0} {y1 - y0} re W n {left + 1} {low} {right - left - 2} {top - low - 1} re")
            sheet.draw(f"{left} {low} {right - left} {top - low} re f* Q")
        sheet.han(x + 5, 240, "内容")
    assert texts(pdf(sheet)) == [["内容", "内容"]]


def test_room_for_text_between_borders_that_are_not_shared() -> None:
    """Every cell has a border of its own, 3 pt from the next one's: 机关 fills its line, 办公 does not."""
    sheet = Sheet()
    for x in (50, 103):
        sheet.draw(f"{x} 100 50 160 re S")
    for i, text in enumerate(("规划财务", "科、机关", "党委、办", "公室")):
        sheet.han(54, 240 - 12 * i, text)
    for i, text in enumerate(("规划科", "办公室")):
        sheet.han(107, 240 - 12 * i, text)
    first, second = next(read(pdf(sheet)).grids()).cells
    assert set(first.printed.breaks) == {Break.WRAP}
    assert set(second.printed.breaks) == {Break.LINE}


def test_lines_of_a_cut_cell_below_the_last_row() -> None:
    """The last row has its border, the merged cell beside it goes on below; a note below is none of its lines."""
    sheet = Sheet().line(50, 250, 250, 250).line(50, 200, 150, 200).line(50, 150, 150, 150)
    for x in (50, 150, 250):
        sheet.line(x, 250, x, 150)
    for i, text in enumerate(("一", "二", "三", "四", "五", "六", "七")):
        sheet.han(155, 240 - 14 * i, text)
    sheet.han(55, 230, "甲").han(55, 180, "乙").han(55, 100, "注：以上各项由办公室负责解释")
    assert texts(pdf(sheet)) == [["甲", "一\n二\n三\n四\n五\n六\n七", "乙"]]
    assert paragraphs(pdf(sheet)) == ["注：以上各项由办公室负责解释"]

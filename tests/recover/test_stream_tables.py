"""Delimited text: where the header ends, whether blanks were pushed to the row's end, rows of a single cell."""

from __future__ import annotations

import time

import pytest

from tests.building import parsed

HEADER = "类别 | 公开事项 | 公开内容 | 公开依据 | 公开主体 | 公开时限 |\n"
GROUPED = (
    "公开事项 |  | 公开内容 | 公开依据 | 公开时限 | 公开对象 |  |\n一级事项 | 二级事项 |  |  |  | 全社会 | 特定群体 |\n"
)


def test_an_item_named_like_a_label_is_no_header_row() -> None:
    text = HEADER + "机构概况 | 联系方式 | 地址 | 《甲条例》 | 办公室 | 20日内 |\n"
    (item,) = parsed(text).catalogues[0].items
    assert (item.categories, item.name) == (["机构概况"], "联系方式")


def test_a_category_named_like_a_leaf_is_no_header_row() -> None:
    text = HEADER + "依申请公开 | 申请渠道 | 地址 | 《甲条例》 | 办公室 | 20日内 |\n"
    (item,) = parsed(text).catalogues[0].items
    assert (item.categories, item.name, item.access_modes) == (["依申请公开"], "申请渠道", [])


def test_blanks_inside_the_header_say_that_none_were_moved() -> None:
    text = GROUPED + "机构概况 | 机构职能 | 职责 | 《甲条例》 | 20日内 | √ |  |\n"
    (item,) = parsed(text).catalogues[0].items
    assert [option.checked for option in item.audiences] == [True, False]


def test_cells_that_fit_only_with_their_blanks_before_them_are_put_there() -> None:
    text = (
        HEADER
        + "机构概况 | 机构职能 | 职责 | 《甲条例》 | 办公室 | 20日内 |\n"
        + "机构概况 | 领导信息 | 姓名 | 《乙条例》 | 及时公开 | |\n"
    )
    first, second = parsed(text).catalogues[0].items
    assert second.deadline is not None and second.deadline.text == "及时公开"
    assert second.publishers == first.publishers == ["办公室"]


def test_a_row_of_one_cell_and_blanks_is_a_heading() -> None:
    text = HEADER + "综合政务 |  |  |  |  |  |\n机构概况 | 机构职能 | 职责 | 《甲条例》 | 办公室 | 20日内 |\n"
    (item,) = parsed(text).catalogues[0].items
    assert item.categories == ["综合政务", "机构概况"]


@pytest.mark.parametrize("often", ["wide", "deep"])
def test_a_header_may_be_very_long(often: str) -> None:
    """The same header again and again, on one line or on thousands: time that grows with its length."""

    def seconds(count: int) -> float:
        line = HEADER.rstrip("\n") if often == "wide" else HEADER
        start = time.process_time()
        parsed(line * count + "\n甲 | 乙 | 丙 | 《甲条例》 | 办公室 | 20日内 |\n")
        return time.process_time() - start

    seconds(50)
    assert seconds(2_000) < 30 * max(seconds(200), 0.05)

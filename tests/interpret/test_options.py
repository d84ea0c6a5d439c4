"""Tick columns and checkbox lists of a row."""

from __future__ import annotations

import pytest

from gicat.diagnostics import Diagnostic
from gicat.schema import Item, Option
from tests.building import LEFT, UP, codes, grid, interpreted, items

HEAD = ["序号", "事项", "公开内容", "公开时限", "公开对象", LEFT, "公开方式", LEFT, "公开层级", LEFT]
LEAVES = [UP, UP, UP, UP, "全社会", "特定群体", "主动", "依申请公开", "州级县级", "乡、村级"]
FRONT = ["1", "甲", "乙", "20个工作日内"]
SURE = [*FRONT, "√", "", "√", "", "√", ""]


def ticked(*cells: str) -> tuple[Item, list[Diagnostic]]:
    """The last item of a table whose other row has ticks."""
    (catalogue,), told = interpreted(grid(HEAD, LEAVES, SURE, [*FRONT, *cells]))
    return catalogue.items[-1], told


def shown(options: list[Option]) -> list[tuple[str, bool | None, str | None]]:
    return [(o.label, o.checked, o.note) for o in options]


def listed(text: str, label: str = "公开渠道") -> tuple[Item, list[Diagnostic]]:
    (catalogue,), told = interpreted(grid(["序号", "事项", "公开内容", "公开时限", label], [*FRONT, text]))
    return catalogue.items[0], told


class TestWordsInTickColumns:
    @pytest.mark.parametrize("sign", ["√", "●", "是", "☑", "■", "✓"])
    def test_root_and_its_like_dot_and_shi_tick_the_headers_label(self, sign: str) -> None:
        item, _ = ticked(sign, "", sign, "", sign, "")
        assert shown(item.audiences) == [("全社会", True, None), ("特定群体", False, None)]
        assert [o.code for o in item.access_modes] == ["proactive", "on_request"]

    def test_text_that_names_one_of_the_headers_labels_selects_it(self) -> None:
        item, _ = ticked("√", "", "√", "", "县级", "")
        assert shown(item.levels) == [("县级", True, None), ("乡、村级", False, None)]
        assert item.levels[0].code == "county"

    def test_the_whole_label_selects_it(self) -> None:
        item, _ = ticked("全社会", "", "主动", "", "√", "")
        assert shown(item.audiences)[0] == ("全社会", True, None)

    def test_parts_that_share_their_ending(self) -> None:
        item, _ = ticked("√", "", "√", "", "", "村级")
        assert shown(item.levels)[1] == ("村级", True, None)

    def test_any_other_text_ticks_the_headers_label_and_is_its_note(self) -> None:
        item, _ = ticked("", "在校学生家长", "√", "", "√", "")
        assert shown(item.audiences) == [("全社会", False, None), ("特定群体", True, "在校学生家长")]

    @pytest.mark.parametrize("sign", ["?", "？", "\ufffd"])
    def test_a_question_mark_is_not_a_tick(self, sign: str) -> None:
        item, told = ticked(sign, "", "√", "", "√", "")
        assert shown(item.audiences)[0] == ("全社会", None, None)
        assert [(d.code, d.field) for d in told] == [("P015", "audiences")]

    @pytest.mark.parametrize("sign", ["", "—", "/", "无", "×", "否", "□"])
    def test_blanks_dashes_and_denials(self, sign: str) -> None:
        item, told = ticked(sign, "√", "√", "", "√", "")
        assert shown(item.audiences) == [("全社会", False, None), ("特定群体", True, None)]
        assert told == []


class TestTicksLost:
    def test_a_table_with_tick_columns_but_no_tick_at_all_does_not_tell(self) -> None:
        (catalogue,), told = interpreted(grid(HEAD, LEAVES, [*FRONT, *[""] * 6], [*FRONT, *[""] * 6]))
        assert {o.checked for item in catalogue.items for o in [*item.audiences, *item.access_modes, *item.levels]} == {
            None
        }
        assert codes(told) == ["P002"] * 6

    def test_one_tick_in_the_table_makes_blanks_empty(self) -> None:
        item, told = ticked(*[""] * 6)
        assert {o.checked for o in [*item.audiences, *item.access_modes, *item.levels]} == {False}
        assert told == []


class TestLists:
    def test_one_entry_per_distinct_label_and_a_diagnostic_tells(self) -> None:
        item, told = listed("□政府网站 ■公告栏 ■政府网站")
        assert shown(item.channels) == [("政府网站", True, None), ("公告栏", True, None)]
        assert [(d.code, d.details["count"]) for d in told] == [("P011", 2)]

    def test_one_option_without_a_box_among_boxed_ones_is_null_and_told(self) -> None:
        item, told = listed("■政府网站 □电视 公告栏")
        assert shown(item.channels)[-1] == ("公告栏", None, None)
        assert [(d.code, d.details["label"]) for d in told] == [("P010", "公告栏")]

    def test_an_unclear_box_is_null_and_told(self) -> None:
        item, told = listed("■政府网站 ?电视")
        assert shown(item.channels)[-1] == ("电视", None, None)
        assert codes(told) == ["P015"]

    def test_codes(self) -> None:
        item, _ = listed("■政府網站 □发布会／听证会 □乡情茶馆")
        assert [(o.label, o.code) for o in item.channels] == [
            ("政府網站", "gov_website"),
            ("发布会／听证会", "press_conference_hearing"),
            ("乡情茶馆", None),
        ]

    def test_the_filling_of_other(self) -> None:
        item, _ = listed("■政府网站 ■其他：村民大会")
        assert [(o.code, o.note) for o in item.channels] == [("gov_website", None), ("other", "村民大会")]

    @pytest.mark.parametrize("text", ["", "—", "/", "无"])
    def test_nothing(self, text: str) -> None:
        item, _ = listed(text)
        assert item.channels == []


def test_print_of_tick_columns_is_kept_cell_by_cell() -> None:
    item, _ = ticked("√", "", "", "√", "√", "")
    assert item.printed["audiences"].split("\t") == ["√", ""]
    assert [place.column for place in item.places["access_modes"]] == [6, 7]


def test_a_label_over_two_columns_without_leaves_is_one_list() -> None:
    (item,) = items(["序号", "事项", "公开内容", "公开时限", "公开对象"], [*FRONT, "全社会"])
    assert shown(item.audiences) == [("全社会", True, None)]

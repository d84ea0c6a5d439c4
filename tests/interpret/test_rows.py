"""Merges, blanks, missing cells, dittos, continuing and dropped rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gicat.grid import Fragment
from gicat.schema import Item
from tests.building import LEFT, UP, codes, grid, interpreted, items

HEAD = ["序号", "类别", "事项名称", "公开内容", "公开依据", "公开时限", "公开主体", "公开责任", "公开渠道", "监督电话"]
BASIS, LIMIT, WHO, UNIT, WHERE, PHONE = (
    "《甲法》",
    "20个工作日内",
    "市教育局",
    "办公室",
    "■政府网站 □公报",
    "0574-89389306",
)
SHARED_CELLS = [BASIS, LIMIT, WHO, UNIT, WHERE, PHONE]
FIRST = ["1", "概况", "简介", "机构职能", *SHARED_CELLS]


def shared(item: Item) -> list[object]:
    """The values of the shared columns, as far as they can be compared."""
    return [
        item.legal_basis and item.legal_basis.text,
        item.deadline and item.deadline.text,
        *item.publishers,
        *item.responsible_units,
        *(option.checked for option in item.channels),
        *(contact.value for contact in item.contacts),
    ]


SHARED_VALUES = [BASIS, LIMIT, WHO, UNIT, True, False, PHONE]
SHARED_FIELDS = ["legal_basis", "deadline", "publishers", "responsible_units", "channels", "contacts"]


class TestMerges:
    def test_a_covered_cell_takes_its_origins_value(self) -> None:
        one, two = items(HEAD, FIRST, ["2", UP, "职能", "领导分工", *[UP] * 6])
        assert shared(one) == shared(two) == SHARED_VALUES
        assert one.inherited == {}
        assert two.inherited == dict.fromkeys(["categories", *SHARED_FIELDS], "span")

    def test_a_span_may_cross_categories(self) -> None:
        _, two = items(HEAD, FIRST, ["2", "业务", "职能", "领导分工", *[UP] * 6])
        assert (two.categories, shared(two)) == (["业务"], SHARED_VALUES)

    def test_a_covered_number_name_and_content_count_too(self) -> None:
        _, two = items(HEAD, FIRST, [UP, UP, UP, UP, BASIS, "1年", WHO, UNIT, WHERE, PHONE])
        assert (two.number, two.categories, two.name, two.content) == ("1", ["概况"], "简介", "机构职能")
        assert two.inherited["name"] == two.inherited["content"] == "span"

    def test_an_empty_span_stays_empty(self) -> None:
        _, two = items(HEAD, [*FIRST[:4], "", *FIRST[5:]], ["2", UP, "职能", "领导分工", *[UP] * 6])
        assert two.legal_basis is None
        assert "legal_basis" not in two.inherited


class TestBlank:
    def test_without_spans_a_blank_cell_is_a_merge_for_shared_columns(self) -> None:
        _, two = items(HEAD, FIRST, ["2", "", "职能", "领导分工", *[""] * 6], spanless=True)
        assert shared(two) == SHARED_VALUES
        assert two.categories == ["概况"]
        assert two.inherited == dict.fromkeys(["categories", *SHARED_FIELDS], "blank")

    def test_also_across_a_change_of_category(self) -> None:
        _, two = items(HEAD, FIRST, ["2", "业务", "职能", "领导分工", *[""] * 6], spanless=True)
        assert (two.categories, shared(two)) == (["业务"], SHARED_VALUES)

    def test_it_is_told(self) -> None:
        _, told = interpreted(grid(HEAD, FIRST, ["2", "", "职能", "领导分工", *[""] * 6], spanless=True))
        assert codes(told) == ["P001"] * 7
        assert {d.field for d in told} == {"categories", *SHARED_FIELDS}
        assert all(d.certainty == "inferred" and d.item == 1 for d in told)

    def test_blank_name_and_content_cells_are_empty(self) -> None:
        _, two, three = items(
            HEAD, FIRST, ["2", "", "", "领导分工", *SHARED_CELLS], ["3", "", "职能", "", *SHARED_CELLS], spanless=True
        )
        assert (two.name, two.content) == (None, "领导分工")
        assert (three.name, three.content) == ("职能", None)

    def test_blank_tick_cells_are_empty(self) -> None:
        head = ["序号", "事项名称", "公开内容", "公开时限", "公开对象", LEFT]
        leaves = [UP, UP, UP, UP, "全社会", "特定群体"]
        read = items(head, leaves, ["1", "甲", "乙", "1年", "√", ""], ["2", "丙", "丁", "", "", "√"], spanless=True)
        assert [[o.checked for o in item.audiences] for item in read] == [[True, False], [False, True]]

    def test_where_the_table_shows_merges_a_blank_cell_is_empty(self) -> None:
        _, two = items(HEAD, FIRST, ["2", UP, "职能", "领导分工", *[""] * 6])
        assert shared(two) == [None, None]

    def test_a_blank_cell_in_the_first_row_is_empty(self) -> None:
        (one,) = items(HEAD, ["1", "", "简介", "机构职能", *[""] * 6], spanless=True)
        assert (one.categories, shared(one), one.inherited) == ([], [None, None], {})

    def test_zero_width_characters_leave_a_cell_blank(self) -> None:
        _, two = items(HEAD, FIRST, ["2", "\u200b", "职能", "领导分工", "\ufeff", *[""] * 5], spanless=True)
        assert (two.categories, shared(two)) == (["概况"], SHARED_VALUES)

    def test_a_level_printed_anew_ends_the_levels_inside_it(self) -> None:
        head = ["一级事项", "二级事项", "三级事项", "公开内容", "公开时限"]
        _, two = items(head, ["甲", "乙", "丙", "内容", "1年"], ["丁", "", "戊", "内容", "1年"], spanless=True)
        assert (two.categories, two.name) == (["丁"], "戊")

    @pytest.mark.parametrize("dash", ["—", "/", "无"])
    def test_a_dash_is_printed_and_fills_nothing(self, dash: str) -> None:
        _, two = items(HEAD, FIRST, ["2", "", "职能", "领导分工", BASIS, LIMIT, dash, dash, dash, dash], spanless=True)
        assert (two.publishers, two.responsible_units, two.channels, two.contacts) == ([], [], [], [])

    @pytest.mark.parametrize("dash", ["—", "/", "无"])
    def test_a_dash_is_no_basis_and_no_deadline(self, dash: str) -> None:
        (one,) = items(HEAD, [*FIRST[:4], dash, dash, *FIRST[6:]])
        assert (one.legal_basis, one.deadline) == (None, None)


class TestMissing:
    def test_a_missing_cell_takes_the_value_above_number_and_name_included(self) -> None:
        _, two = items(HEAD, FIRST, [None, None, None, "领导分工", "《乙法》"])
        assert (two.number, two.categories, two.name, two.content) == ("1", ["概况"], "简介", "领导分工")
        assert two.legal_basis and two.legal_basis.text == "《乙法》"
        assert two.inherited["number"] == two.inherited["name"] == two.inherited["deadline"] == "missing"

    def test_a_missing_tick_is_null(self) -> None:
        head = ["序号", "事项名称", "公开内容", "公开时限", "公开对象", LEFT]
        leaves = [UP, UP, UP, UP, "全社会", "特定群体"]
        table = grid(head, leaves, ["1", "甲", "乙", "1年", "√", ""], ["2", "丙", "丁", "1年"])
        (catalogue,), told = interpreted(table)
        assert [o.checked for o in catalogue.items[1].audiences] == [None, None]
        assert codes(told) == ["P002"]

    def test_nothing_above_nothing_taken(self) -> None:
        (one,) = items(HEAD, ["1", "概况", "简介", "机构职能"])
        assert shared(one) == [None, None]


class TestContinuing:
    @pytest.mark.parametrize("other", [UP, ""])
    def test_a_row_of_which_only_content_is_printed_continues_the_item_above(self, other: str) -> None:
        row = [other if text != "" else "" for text in [UP, UP, UP, "x", *[UP] * 6]]
        row[3] = "领导分工"
        (catalogue,), told = interpreted(grid(HEAD, FIRST, row, spanless=other == ""))
        (item,) = catalogue.items
        assert item.content == "机构职能领导分工"
        assert item.printed["content"].split() == ["机构职能", "领导分工"]
        assert [place.row for place in item.places["content"]] == [1, 2]
        assert codes(told) == ["P016"]

    def test_it_is_an_item_of_its_own_if_it_has_its_own_channels(self) -> None:
        _, two = items(HEAD, FIRST, [UP, UP, UP, "领导分工", UP, UP, UP, UP, "□政府网站 ■公报", UP])
        assert (two.name, two.content) == ("简介", "领导分工")
        assert [o.checked for o in two.channels] == [False, True]

    def test_it_is_an_item_of_its_own_if_it_has_its_own_ticks(self) -> None:
        head = ["序号", "事项名称", "公开内容", "公开时限", "公开对象", LEFT]
        leaves = [UP, UP, UP, UP, "全社会", "特定群体"]
        read = items(head, leaves, ["1", "甲", "乙", "1年", "√", ""], [UP, UP, "丁", UP, "", "√"])
        assert [(item.name, item.content) for item in read] == [("甲", "乙"), ("甲", "丁")]

    def test_content_in_the_first_row_has_nothing_to_continue(self) -> None:
        (one,) = items(HEAD, ["", "", "", "机构职能", *[""] * 6], spanless=True)
        assert (one.name, one.content) == (None, "机构职能")

    def test_content_behind_a_full_width_row_starts_anew(self) -> None:
        one, two = items(HEAD, FIRST, ["二、业务", *[LEFT] * 9], ["", "", "", "领导分工", *[""] * 6], spanless=True)
        assert (one.content, two.content) == ("机构职能", "领导分工")

    def test_a_ditto_adds_nothing_to_the_item_above(self) -> None:
        (one,) = items(HEAD, FIRST, ["", "", "", "同上", *[""] * 6], spanless=True)
        assert one.content == "机构职能"


class TestDropped:
    @pytest.mark.parametrize("row", [["2", *[""] * 9], [*[""] * 10], ["2"]], ids=["number", "blank", "short"])
    def test_a_row_with_nothing_but_a_number_or_nothing_is_dropped_with_a_diagnostic(self, row: list[str]) -> None:
        (catalogue,), told = interpreted(
            grid(HEAD, FIRST, row, ["3", "业务", "执法", "案件", *SHARED_CELLS], spanless=True)
        )
        assert [item.number for item in catalogue.items] == ["1", "3"]
        assert [(d.code, d.text) for d in told] == [("P007", row[0] or None)]

    def test_a_number_alone_does_not_change_the_rows_below(self) -> None:
        _, two = items(HEAD, FIRST, ["2", *[""] * 9], ["3", "", "执法", "案件", *[""] * 6], spanless=True)
        assert (two.categories, shared(two)) == (["概况"], SHARED_VALUES)


class TestDitto:
    @pytest.mark.parametrize("sign", ["同上", "〃", "同上。", "″", '"', "同 上"])
    def test_the_value_is_the_one_above_and_the_text_as_printed(self, sign: str) -> None:
        _, two = items(HEAD, FIRST, ["2", sign, "职能", sign, *[sign] * 6])
        assert (two.categories, two.content, two.publishers) == (["概况"], "机构职能", [WHO])
        assert two.responsible_units == [UNIT]
        assert [o.checked for o in two.channels] == [True, False]
        assert set(two.inherited.values()) == {"ditto"}
        text = "".join(sign.split())
        assert two.legal_basis and [c.title for c in two.legal_basis.citations] == ["甲法"]
        assert two.legal_basis.text == two.deadline.text == text if two.deadline else False
        assert two.printed["deadline"] == sign

    def test_the_kind_is_ditto_for_deadlines(self) -> None:
        _, two = items(HEAD, FIRST, ["2", "业务", "职能", "领导", BASIS, "同上", *SHARED_CELLS[2:]])
        assert two.deadline and [term.kind for term in two.deadline.terms] == ["ditto"]

    def test_a_ditto_below_a_ditto(self) -> None:
        read = items(HEAD, FIRST, *[[str(n), "业务", "职能", "领导", "同上", *SHARED_CELLS[1:]] for n in (2, 3)])
        assert [i.legal_basis and [c.title for c in i.legal_basis.citations] for i in read] == [["甲法"]] * 3

    def test_in_tick_columns(self) -> None:
        head = ["序号", "事项名称", "公开内容", "公开时限", "公开对象", LEFT]
        leaves = [UP, UP, UP, UP, "全社会", "特定群体"]
        read = items(head, leaves, ["1", "甲", "乙", "1年", "√", ""], ["2", "丙", "丁", "1年", "同上", "同上"])
        assert [o.checked for o in read[1].audiences] == [True, False]

    def test_with_nothing_above(self) -> None:
        (one,) = items(HEAD, ["1", "概况", "简介", "机构职能", BASIS, LIMIT, "同上", "同上", "同上", PHONE])
        assert (one.publishers, one.responsible_units, one.channels) == ([], [], [])


class TestFullWidth:
    def test_a_full_width_row_between_items_is_the_outermost_category(self) -> None:
        table = grid(
            HEAD,
            ["一、综合", *[LEFT] * 9],
            FIRST,
            ["（二）业务", *[LEFT] * 9],
            ["2", "执法", "处罚", "案件", *SHARED_CELLS],
            ["说明：以上均为主动公开", *[LEFT] * 9],
        )
        (catalogue,), _ = interpreted(table)
        assert [item.categories for item in catalogue.items] == [["综合", "概况"], ["业务", "执法"]]
        assert [note.text for note in catalogue.notes] == ["说明：以上均为主动公开"]

    @pytest.mark.parametrize("note", ["注：以下各项依申请公开", "备注：联系电话0574-89389306", "（续表）"])
    def test_a_note_between_items_is_no_category(self, note: str) -> None:
        _, two = items(HEAD, FIRST, [note, *[LEFT] * 9], ["2", "执法", "处罚", "案件", *SHARED_CELLS])
        assert two.categories == ["执法"]


def test_a_row_that_numbers_the_columns_is_no_item() -> None:
    read = items(HEAD, [f"（{n}）" for n in range(1, 11)], FIRST)
    assert [item.name for item in read] == ["简介"]


def test_a_cell_over_two_fields_is_the_value_of_the_one_it_looks_like() -> None:
    (one,) = items(HEAD, [*FIRST[:5], LIMIT, LEFT, *FIRST[7:]])
    assert (one.deadline is not None, one.publishers) == (True, [])


def test_a_cell_joined_over_a_page_break_is_no_merge() -> None:
    """A table without merges is read as one that lost them, whatever the page breaks left of its empty cells."""
    rows = [HEAD, FIRST, ["2", "业务", "职能", "领导分工", "", *[""] * 5], ["3", *FIRST[1:]]]
    whole = grid(*rows)
    cells = [
        replace(c, row_span=2, fragments=(Fragment(page=1), Fragment(page=2))) if (c.row, c.column) == (2, 4) else c
        for c in whole.cells
        if (c.row, c.column) != (3, 4)
    ]
    (catalogue,), _ = interpreted(replace(whole, cells=tuple(cells)))
    assert catalogue.items[1].channels == catalogue.items[0].channels != []

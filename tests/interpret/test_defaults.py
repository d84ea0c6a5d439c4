"""Preamble values become the items' only where the table has no such column."""

from __future__ import annotations

import pytest

from tests.building import codes, grid, interpreted, paragraph

HEAD = ["序号", "事项", "公开内容", "公开依据", "备注"]
ROW = ["1", "简介", "机构职能", "《甲法》", ""]
LIMIT = paragraph("【公开时限】20个工作日内", 2)


def test_values_of_columns_the_table_lacks() -> None:
    stated = paragraph("【公开时限】20个工作日内【责任主体】市教育局、市民政局\n【公开渠道】政府网站")
    (catalogue,), told = interpreted(stated, grid(HEAD, ROW, ["2", *ROW[1:]]))
    for item in catalogue.items:
        assert item.deadline and [(t.kind, t.amount) for t in item.deadline.terms] == [("within", 20)]
        assert item.publishers == ["市教育局", "市民政局"]
        assert [(o.code, o.checked) for o in item.channels] == [("gov_website", True)]
        assert {item.inherited[name] for name in ("deadline", "publishers", "channels")} == {"default"}
    assert sorted(codes(told)) == ["P017"] * 3
    assert all(d.certainty == "inherited" for d in told)


def test_the_place_is_that_of_the_preamble() -> None:
    (catalogue,), _ = interpreted(LIMIT, grid(HEAD, ROW))
    item = catalogue.items[0]
    assert (item.printed["deadline"], item.places["deadline"][0].line) == ("20个工作日内", 2)


@pytest.mark.parametrize("value", ["10个工作日内", ""])
def test_a_column_of_the_table_wins_even_where_it_is_empty(value: str) -> None:
    (catalogue,), told = interpreted(LIMIT, grid([*HEAD[:4], "公开时限"], [*ROW[:4], value]))
    deadline = catalogue.items[0].deadline
    assert (deadline.text if deadline else "") == value
    assert "P017" not in codes(told)


@pytest.mark.parametrize("text", ["公开时限：20个工作日内", "【说明】20个工作日内", "【公开时限】", "【公开时限】 \n"])
def test_other_texts_state_no_default(text: str) -> None:
    (catalogue,), _ = interpreted(paragraph(text), grid(HEAD, ROW))
    assert catalogue.items[0].deadline is None


def test_a_dash_states_no_default() -> None:
    (catalogue,), _ = interpreted(paragraph("【公开时限】—"), grid(HEAD, ROW))
    assert catalogue.items[0].deadline is None


def test_contacts_are_not_copied_into_items() -> None:
    (catalogue,), _ = interpreted(paragraph("【监督渠道】监督电话：0574-89389306"), grid(HEAD, ROW))
    assert [c.value for c in catalogue.contacts] == ["0574-89389306"]
    assert catalogue.items[0].contacts == []


def test_text_behind_the_rows_states_no_default() -> None:
    (catalogue,), _ = interpreted(grid(HEAD, ROW), paragraph("【公开时限】20个工作日内"))
    assert catalogue.items[0].deadline is None


def test_items_do_not_share_what_they_inherit() -> None:
    (catalogue,), _ = interpreted(paragraph("【责任主体】市教育局"), grid(HEAD, ROW, ["2", *ROW[1:]]))
    one, two = catalogue.items
    one.publishers.append("另一")
    assert two.publishers == ["市教育局"]

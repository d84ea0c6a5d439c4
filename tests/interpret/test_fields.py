"""Items: print beside value, places, stable identity."""

from __future__ import annotations

from tests.building import LEFT, UP, grid, interpreted, items

HEAD = ["序号", "类别", "事项名称", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道"]
ROW = [
    "1",
    "一、概况",
    "机构\n简 介",
    "1.机构职能\n2.领导\n分工",
    "《甲法》\n（国务院令\n第1号）",
    "20 个\n工作日内",
    "市教\n育局",
    "■政府网站\n□公 报",
]


class TestPrintAndValue:
    def test_printed_keeps_every_character_and_break(self) -> None:
        (item,) = items(HEAD, ROW)
        names = ["number", "categories", "name", "content", "legal_basis", "deadline", "publishers", "channels"]
        assert [item.printed[name] for name in names] == ROW  # type: ignore[index]

    def test_derived_fields_lose_the_white_space_between_han_characters(self) -> None:
        (item,) = items(HEAD, ROW)
        assert (item.name, item.content, item.publishers) == ("机构简介", "1.机构职能2.领导分工", ["市教育局"])
        assert item.legal_basis and item.legal_basis.text == "《甲法》（国务院令第1号）"
        assert item.deadline and item.deadline.text == "20个工作日内"
        assert [option.label for option in item.channels] == ["政府网站", "公报"]

    def test_latin_words_stay_apart_and_radicals_become_han(self) -> None:
        (item,) = items(HEAD, [*ROW[:2], "⼈事", "GB/T  9704\n标准", *ROW[4:]])
        assert (item.name, item.content) == ("人事", "GB/T 9704标准")
        assert item.printed["name"] == "⼈事"

    def test_widths_quotes_and_punctuation_stay(self) -> None:
        (item,) = items(HEAD, [*ROW[:3], "“三定”方案（ＡＢ），１２", *ROW[4:]])
        assert item.content == "“三定”方案（ＡＢ），１２"


def test_elements_of_the_content() -> None:
    (item,) = items(HEAD, ROW)
    assert item.content_elements == ["机构职能", "领导分工"]


def test_places_are_of_the_printing_cell() -> None:
    _, two = items(HEAD, ROW, ["2", UP, "职能", "内容", *[UP] * 4])
    assert [(p.row, p.column) for p in two.places["deadline"]] == [(1, 5)]
    assert [(p.row, p.column) for p in two.places["name"]] == [(2, 2)]


def test_tabs_inside_a_cell_do_not_look_like_two_cells() -> None:
    (item,) = items(HEAD, [*ROW[:3], "甲\t乙", *ROW[4:]])
    assert item.printed["content"] == "甲 乙"


def test_a_cell_over_two_tick_columns_is_printed_once() -> None:
    head = ["序号", "事项", "公开内容", "公开时限", "公开对象", LEFT]
    (item,) = items(head, [UP] * 4 + ["全社会", "特定群体"], ["1", "甲", "乙", "1年", "√", LEFT])
    assert item.printed["audiences"] == "√"


def test_identity_is_stable_and_repeats_are_counted_up() -> None:
    one, two, three = items(HEAD, ROW, ["2", *ROW[1:]], ["3", "其他", *ROW[2:]])
    again = items(HEAD, ["9", *ROW[1:-1], "□政府网站"])[0]
    assert one.id == again.id
    assert len({one.id, two.id, three.id}) == 3


def test_every_printed_field_has_a_place_and_the_reverse() -> None:
    (catalogue,), _ = interpreted(grid([*HEAD, "备注"], [*ROW, "好"], ["2", UP, "职能", "内容", *[UP] * 4, ""]))
    for item in catalogue.items:
        assert item.printed.keys() == item.places.keys()
        assert set(item.inherited) <= set(item.places) | {"number"}

"""Headers: found among pieces whatever became of their lines, and nowhere else."""

from __future__ import annotations

import pytest

from gicat.recover.flowing.header import Header, headers
from tests.recover.flowing.texts import cut


def one(text: str) -> Header:
    (found,) = headers(cut(text))
    return found


def tops(text: str) -> list[str]:
    return [cell.printed.text for cell in one(text).columns.tops]


def subs(text: str) -> list[str]:
    return [cell.printed.text for cell in one(text).columns.subs]


FIVE = ["类别", "事项名称", "公开内容", "公开依据", "公开时限"]
KINDS = ("level", "name", "content", "legal_basis", "deadline")


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(FIVE),
        "\n\n".join(FIVE),
        " ".join(FIVE),
        "".join(FIVE),
        "类别\n事项名称 公开内容\n公开依据 公开时限",
    ],
    ids=["lines", "blank-lines", "one-line", "glued", "lines-of-several"],
)
def test_labels_are_found_however_they_are_divided(text: str) -> None:
    assert tops(f"云岭市水务局目录\n{text}\n节水") == FIVE
    assert one(f"云岭市水务局目录\n{text}\n节水").columns.kinds == KINDS


def test_labels_broken_over_lines_keep_their_lines() -> None:
    assert tops("事项\n\n类别\n事项\n名称 公开内容\n\n公开\n依据\n公开时\n\n限\n节水") == [
        "事项\n类别",
        "事项\n名称",
        "公开内容",
        "公开\n依据",
        "公开时\n限",
    ]


def test_a_label_broken_inside_glued_labels() -> None:
    assert tops("类别事项名\n称公开内容公开依\n据公开时限\n节水") == [
        "类别",
        "事项名\n称",
        "公开内容",
        "公开依\n据",
        "公开时限",
    ]


def test_two_labels_that_would_make_a_third_stay_two() -> None:
    labels = ["领域", "类别", "事项名称", "公开内容", "公开依据"]
    assert tops("\n".join(labels) + "\n节水") == labels


TWO_ROWS = ["序号", "公开事项", "公开内容", "公开依据", "公开对象", "公开方式"]
INNER = ["一级事项", "二级事项", "全社会", "特定群体", "主动", "依申请公开"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_two_rows_of_labels_stand_over_one_another(gap: str) -> None:
    text = gap.join([*TWO_ROWS, *INNER, "1", "节水"])
    assert (tops(text), subs(text)) == (TWO_ROWS, INNER)
    assert one(text).columns.kinds == ("number", "level", "name", "content", "legal_basis", *["tick"] * 4)


def test_empty_cells_in_the_header_keep_their_columns() -> None:
    first = ["序号", "公开事项", "\xa0", "公开内容", "公开对象", "\xa0"]
    second = ["\xa0", "一级事项", "二级事项", "\xa0", "全社会", "特定群体"]
    found = one("\n".join([*first, *second, "1", "节水"]))
    assert [cell.printed.text for cell in found.columns.tops] == ["序号", "公开事项", "", "公开内容", "公开对象", ""]
    assert found.columns.kinds == ("number", "level", "name", "content", "tick", "tick")
    assert found.end == 12


def test_a_label_of_no_list_between_known_ones_is_a_column() -> None:
    assert tops("类别\n事项名称\n公开内容\n分管领导\n公开依据\n节水") == [
        "类别",
        "事项名称",
        "公开内容",
        "分管领导",
        "公开依据",
    ]
    assert one("类别\n事项名称\n公开内容\n分管领导\n公开依据\n节水").columns.kinds[3] == "extra"


def test_words_behind_the_last_known_label_are_no_label() -> None:
    assert tops("\n".join([*FIVE, "节水信息", "供水信息"])) == FIVE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "公开内容\n公开依据",
        "公开内容\n节水计划\n公开依据\n20日内\n公开时限",
        "请在公开内容、公开依据、公开时限中选择",
    ],
    ids=["nothing", "two-labels", "values-between", "inside-a-sentence"],
)
def test_what_is_no_header(text: str) -> None:
    assert headers(cut(text)) == []


def test_each_header_is_found_with_its_place() -> None:
    text = "\n".join(["水务局目录", *FIVE, "节水", "民政局目录", *FIVE, "低保"])
    assert [(found.start, found.end) for found in headers(cut(text))] == [(1, 6), (8, 13)]


def test_headers_are_the_same_whatever_their_lines() -> None:
    assert one("\n".join(FIVE)).labels == one("类别\n事项\n名称\n公开内\n容\n公开\n依据\n公开时限").labels


def test_a_first_label_may_be_broken_behind_its_first_character() -> None:
    assert one("类\n别\n事项名称\n公开内容\n公开依据").start == 0

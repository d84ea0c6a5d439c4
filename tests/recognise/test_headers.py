"""Header rows, and how the leaves of two rows stand under their groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.recognise.headers import Leaf, arrange, is_header_row, is_label, leaf_of

FIRST = ["序号", "公开事项", "公开内容", "公开对象", "公开方式"]
LEAVES = ["一级事项", "二级事项", "全社会", "特定群体", "主动", "依申请公开"]
EXPECTED = [Leaf(0), Leaf(1, 0), Leaf(1, 1), Leaf(2), Leaf(3, 2), Leaf(3, 3), Leaf(4, 4), Leaf(4, 5)]


def labels(leaves: list[Leaf], tops: list[str], subs: list[str]) -> list[tuple[str, str]]:
    return [(tops[leaf.top or 0], subs[leaf.sub] if leaf.sub is not None else "") for leaf in leaves]


WANTED = labels(EXPECTED, FIRST, LEAVES)


@pytest.mark.parametrize(
    ("tops", "subs"),
    [
        (FIRST, LEAVES),
        ([*FIRST, "", "", ""], [*LEAVES, "", ""]),
        (FIRST, ["", "一级事项", "二级事项", "", "全社会", "特定群体", "主动", "依申请公开"]),
        (
            ["序号", "公开事项", "", "公开内容", "公开对象", "", "公开方式", ""],
            ["", "一级事项", "二级事项", "", "全社会", "特定群体", "主动", "依申请公开"],
        ),
    ],
    ids=["merged", "packed", "position", "aligned"],
)
def test_leaves_stand_under_their_groups(tops: list[str], subs: list[str]) -> None:
    assert labels(arrange(tops, subs), tops, subs) == WANTED


def test_leaves_of_no_group_are_not_arranged() -> None:
    assert arrange(["序号", "公开内容"], ["全社会", "特定群体"]) == []


def test_one_row() -> None:
    assert arrange(["序号", "事项", "", ""], []) == [Leaf(0), Leaf(1)]


@given(
    st.lists(st.sampled_from([*FIRST, *LEAVES, "", "备注"]), max_size=8),
    st.lists(st.sampled_from([*LEAVES, "", "x"]), max_size=8),
)
def test_every_label_stands_over_a_column_or_none_does(tops: list[str], subs: list[str]) -> None:
    leaves = arrange(tops, subs)
    if leaves:
        assert {i for i, text in enumerate(subs) if text} <= {leaf.sub for leaf in leaves}
        assert [leaf.top for leaf in leaves] == sorted(leaf.top or 0 for leaf in leaves)


@pytest.mark.parametrize("row", [FIRST, LEAVES, ["序号", "自定栏", "公开内容"], ["序号", "", "公开 内容\n（要素）"]])
def test_header_rows(row: list[str]) -> None:
    assert is_header_row(row)


@pytest.mark.parametrize(
    "row",
    [[], [""], ["序号"], ["1", "机构概况", "机构简介"], ["一、综合"], ["1", "2", "3", "4"], ["序号", "a", "b", "c"]],
)
def test_other_rows(row: list[str]) -> None:
    assert not is_header_row(row)


def test_traditional_characters_and_width() -> None:
    assert is_label("公開內容")
    assert leaf_of("依申請公開") == "access_modes"
    assert leaf_of("特定群体（请写明）") == leaf_of("特定群体(请写明)") == "audiences"

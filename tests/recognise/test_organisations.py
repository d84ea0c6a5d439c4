"""Organisations: separators, wraps, and breaks between names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.grid import Break
from gicat.recognise.organisations import is_name, organisations
from gicat.text import bare
from tests.building import printed

SEPARATORS = "、，,；;/／|"


def names(text: str) -> list[str]:
    return list(organisations(printed(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规划财务与\n法规科\n办公室\n基金监管科", ["规划财务与法规科", "办公室", "基金监管科"]),
        ("市教育\n局", ["市教育局"]),
        ("县人民政府办公\n室", ["县人民政府办公室"]),
        ("市卫生健康委\n员会", ["市卫生健康委员会"]),
        ("人力资源和社会保\n障局\n财政局", ["人力资源和社会保障局", "财政局"]),
        ("计划发展与\n统计处", ["计划发展与统计处"]),
        ("市教育局\n（基础教育科）", ["市教育局（基础教育科）"]),
        ("各业务科（\n室）", ["各业务科（室）"]),
        ("规划科\n财务科", ["规划科", "财务科"]),
        ("基金监管科\n办公\n室", ["基金监管科", "办公室"]),
    ],
)
def test_a_break_inside_a_name_is_a_wrap(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("separator", ["、", "，", ",", "；", ";", "/", "\n", " 、 ", "　"])
def test_separators_divide(separator: str) -> None:
    assert names(f"办公室{separator}综合科{separator}各业务科（室）") == ["办公室", "综合科", "各业务科（室）"]


def test_separators_in_brackets_do_not_divide() -> None:
    assert names("办公室（政务公开科、法规科）、财务科") == ["办公室（政务公开科、法规科）", "财务科"]


def test_names_that_end_like_none_stay_as_printed() -> None:
    assert names("负责管理的部门分别公开") == ["负责管理的部门分别公开"]


@pytest.mark.parametrize("text", ["", " \n", "、", "；、"])
def test_nothing_printed_nothing_named(text: str) -> None:
    assert names(text) == []


@pytest.mark.xfail(strict=True, reason="people are glued to the office or listed as organisations")
def test_a_person_is_no_organisation() -> None:
    assert names("办公室\n张三") == ["办公室"]


@given(st.lists(st.sampled_from(["办公室", "市教育局", "综合科", "县人民政府", "规划财务处"]), min_size=1, max_size=4))
def test_names_between_separators_read_back(listed: list[str]) -> None:
    assert names("、".join(listed)) == listed


@given(st.text("办公室科局、，（）\n 市教育abc-/|", max_size=25))
def test_no_character_but_separators_is_lost(text: str) -> None:
    kept = "".join(names(text))
    left = [char for char in bare(text) if char not in SEPARATORS]
    assert [char for char in bare(kept) if char not in SEPARATORS] == left


@pytest.mark.parametrize("text", ["市教育局", "办公室", "某县人民政府办公室", "各业务科（室）", "政务公开科"])
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["", "局", "公开。由办公室", "《办公室》", "机构简介", "20个工作日内"])
def test_other_texts_are_no_names(text: str) -> None:
    assert not is_name(text)


def test_a_full_line_ends_no_name_where_separators_do() -> None:
    assert list(organisations(printed("综合科、机关\n党委、办公室", Break.WRAP))) == ["综合科", "机关党委", "办公室"]
    assert list(organisations(printed("综合科、机关\n党委", Break.LINE))) == ["综合科", "机关", "党委"]
    assert list(organisations(printed("综合科\n办公室", Break.WRAP))) == ["综合科", "办公室"]

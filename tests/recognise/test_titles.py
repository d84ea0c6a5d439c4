"""Titles, areas and agencies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.recognise.titles import agency_of, is_title, region_of


@pytest.mark.parametrize(
    "text",
    [
        "某市政府信息主动公开目录",
        "某县民政局政府信息公开目录（2020年版）",
        "（一）重大建设项目领域基层政务公开标准目录",
        "政府信息公開目錄",
        "某市 公开\n事项清单",
    ],
)
def test_titles(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize(
    "text", ["", "目录", "公开目录名称", "按照本目录公开信息。", "第一部分 目录", "机构简介", "【公开目录】", "录" * 90]
)
def test_other_lines(text: str) -> None:
    assert not is_title(text)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("达州市医疗保障局主动公开事项目录", "达州市"),
        ("2024年度甲市乙区市场监督管理局主动公开事项清单", "甲市乙区"),
        ("甲省乙市丙县政务公开目录", "甲省乙市丙县"),
        ("北京市西城区政务公开目录", "北京市西城区"),
        ("上海市宝山区政务公开目录", "上海市宝山区"),
        ("西藏自治区阿里地区公开目录", "西藏自治区阿里地区"),
        ("市场监督管理局公开目录", None),
        ("城市管理局公开目录", None),
        ("社区居委会公开目录", None),
        ("中心城区公开目录", None),
        ("全市公开目录", None),
        ("", None),
    ],
)
def test_the_area_a_title_begins_with(text: str, region: str | None) -> None:
    assert region_of(text) == region


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("2024年度甲市乙区市场监督管理局主动公开事项清单", "甲市乙区市场监督管理局"),
        ("附件1：2023年甲县民政局政务公开目录", "甲县民政局"),
        ("某市政府信息主动公开目录（市医保局）", "市医保局"),
        ("达州市医疗保障局主动公开事项目录", "达州市医疗保障局"),
        ("某县民政局政府信息公开目录（2020年版）", "某县民政局"),
        ("城关镇人民政府公开目录", "城关镇人民政府"),
        ("某市政府信息主动公开目录（试行）", None),
        ("某市政务公开标准目录", None),
        ("政务公开目录", None),
    ],
)
def test_the_agency_a_title_names(title: str, agency: str | None) -> None:
    assert agency_of(title) == agency


@given(st.text("某市县区镇局目录公开政府信息（）2020年", max_size=30))
def test_whatever_is_named_is_printed(text: str) -> None:
    for part in (region_of(text), agency_of(text)):
        assert part is None or part in text

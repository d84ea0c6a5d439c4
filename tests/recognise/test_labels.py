"""Header labels that no list has, by the words they are made of."""

from __future__ import annotations

import pytest

from gicat.recognise.headers import header_of
from gicat.recognise.labels import beginnings


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("信息形成科室", "responsible_units"),
        ("牵头责任处室", "responsible_units"),
        ("承办机构", "responsible_units"),
        ("承办科室（电话）", "contact_units"),
        ("责任科室、责任人及联系电话", "contact_units"),
        ("承办人及联系电话", "contacts"),
        ("社会监督举报电话", "contacts"),
        ("法律法规和政策依据", "legal_basis"),
        ("公开的法律依据", "legal_basis"),
        ("不予公开依据", "extra"),
        ("公开期限及更新频率", "deadline"),
        ("信息公开时限", "deadline"),
        ("主要公开渠道", "channels"),
        ("信息发布机构", "publishers"),
        ("应公开内容及要求", "content"),
        ("公开事项编码", "number"),
        ("信息公开对象和范围", "audiences"),
        ("行政层级", "levels"),
    ],
)
def test_labels_made_of_known_words(label: str, role: str) -> None:
    header = header_of(label)
    assert header is not None and header.role == role


@pytest.mark.parametrize(
    ("label", "rank"), [("一级信息类别", 2), ("第三级条目", 4), ("信息主题分类", 1), ("信息事项名称", 9)]
)
def test_levels(label: str, rank: int) -> None:
    header = header_of(label)
    assert header is not None and (header.role, header.rank) == ("level", rank)


def test_form_or_channel_or_mode_is_for_the_values_to_say() -> None:
    header = header_of("公开渠道与方式")
    assert header is not None and header.role == "channels" and "access_modes" in header.senses


@pytest.mark.parametrize(
    "text",
    [
        "主要内容", "单位负责人",
        "办理时限", "受理部门", "机构名称", "服务对象", "完成时间", "申请方式", "决算公开内容说明",
        "公开依据及渠道", "单位名称", "部门", "内容", "办公室及相关单位", "设定依据与公开时限", "公开", "形成科室的",
    ],
)  # fmt: skip
def test_other_words_are_no_label_by_their_parts(text: str) -> None:
    header = header_of(text)
    assert header is None or text == "内容"


def test_a_composed_label_begins_as_told() -> None:
    assert all(label[:2] in beginnings() for label in ("信息形成科室", "承办人及联系电话", "一级信息类别"))

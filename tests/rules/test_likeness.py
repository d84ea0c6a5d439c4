"""Whether a title is misspelt, and for which instrument."""

from __future__ import annotations

import pytest

from gicat.rules.likeness import alike, misspelt


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("政府信息公开条件", "cn.sc.711.2019"),
        ("政务信息公开条例", "cn.sc.711.2019"),
        ("中华人民共和国政府信息公开条例例", "cn.sc.711.2019"),
        ("政府信公开条例", None),
        ("重大行政决策程序条例", None),
        ("重大行政决策程序暂行条列", "cn.sc.713.2019"),
        ("医疗保障基金使用监督管条例", "cn.sc.735.2021"),
        ("政府信息公开条例", None),
        ("行政强制法", None),
        ("优化营商环境条列", "cn.sc.722.2019"),
        ("示例省优化营商环境条例", None),
        ("国有土地上房屋征收与补偿办法", None),
    ],
)
def test_misspelt(title: str, meant: str | None) -> None:
    found = misspelt(title)
    assert (found.id if found else None) == meant


def test_alike() -> None:
    assert alike("关于全面推进政务公开工作的意见实施细则", "国务院办公厅关于全面推进政务公开工作的意见")
    assert not alike(
        "基层政务公开标准指引", "国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知"
    )

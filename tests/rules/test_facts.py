"""Facts: classifications and their evidence."""

from __future__ import annotations

import pytest

from gicat import schema
from gicat.diagnostics import CODES
from gicat.lexicon.diagnostics import explanations
from gicat.rules.context import Profile
from gicat.rules.facts import family, issuer, named_issuer, topics


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("慈溪市政府信息主动公开目录清单", "list"),
        ("达州市主动公开事项目录", "matters"),
        ("某区政府信息主动公开基本目录", "basic"),
        ("某县养老服务领域基层政务公开标准目录", "standard"),
        ("通知", "other"),
    ],
)
def test_family(title: str, value: str) -> None:
    fact = family(schema.Catalogue(title=title))
    assert fact.value == value
    assert (fact.evidence in title) and (fact.source == ("title" if value != "other" else "none"))


def test_the_profile_overrides_the_title() -> None:
    fact = family(schema.Catalogue(title="某区公开目录"), Profile(family="standard"))
    assert (fact.value, fact.source) == ("standard", "profile")


def test_tick_groups_are_those_of_the_template() -> None:
    columns = [
        schema.Column(label=["公开对象", "全社会"], field="audiences", option="全社会"),
        schema.Column(label=["公开方式", "主动"], field="access_modes", option="主动"),
    ]
    fact = family(schema.Catalogue(columns=columns))
    assert (fact.value, fact.source) == ("standard", "columns")


@pytest.mark.parametrize(
    ("agency", "value"),
    [
        ("松河乡人民政府", "township"), ("柳湾街道办事处", "subdistrict"), ("白鹭县人民政府", "government"),
        ("白鹭县水务局", "department"), ("白鹭县自来水有限公司", "other"), (None, "department"),
    ],
)  # fmt: skip
def test_issuer(agency: str | None, value: str) -> None:
    assert issuer(schema.Catalogue(agency=agency), Profile()).value == value


def test_named_issuer() -> None:
    assert named_issuer(schema.Catalogue(agency="市医保局", agency_source="publishers")) is None
    assert named_issuer(schema.Catalogue(agency="市医保局", region="慈溪市")) == "市医保局"
    assert named_issuer(schema.Catalogue(agency="国家统计局", agency_source="title")) == "国家统计局"
    assert named_issuer(schema.Catalogue(region="白鹭县")) == "白鹭县"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("政府信息公开指南", "guide"), ("政府信息公开目录", "catalogue"), ("政府信息公开年报", "annual_report"),
        ("政府信息公开年度工作报告", "annual_report"), ("政策文件解读", "interpretation"), ("部门预决算公开", "budget"),
        ("预决算及“三公”经费", "budget"), ("政府采购与招投标", "procurement"), ("重大决策预公开", "decision"),
        ("人大建议政协提案", "proposals"), ("领导信息", "leadership"), ("权责清单", "power_list"),
    ],
)  # fmt: skip
def test_topic(name: str, value: str) -> None:
    fact = topics(schema.Item(id="1", name=name))[0]
    assert (fact.value, fact.source) == (value, "name")
    assert fact.evidence


@pytest.mark.parametrize("name", ["法治政府建设年度报告", "政府集中采购目录", "办事指南", "权责目录"])
def test_what_only_looks_like_one_of_the_three(name: str) -> None:
    assert not {"guide", "catalogue", "annual_report"} & {fact.value for fact in topics(schema.Item(id="1", name=name))}


def test_the_name_is_surer_than_the_category() -> None:
    item = schema.Item(id="1", categories=["财政信息", "政府采购"], name="部门预算", content="政府信息公开指南")
    assert [fact.value for fact in topics(item)] == ["budget", "procurement", "guide"]


def test_every_code_of_reading_and_inference_is_explained() -> None:
    assert set(explanations()) == set(CODES)

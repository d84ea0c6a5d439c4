"""Whose catalogue it is: kinds and levels of bodies by their names, settings before names, names before profiles."""

from __future__ import annotations

import pytest

from gicat import schema
from gicat.lexicon.issuers import issuers
from gicat.rules.context import ISSUERS, LEVELS, Context, Profile, Stated
from gicat.rules.facts import family, issuer, level, name_topics, topics

NOBODY = Profile(issuer="other")
"""A profile that no name of the tables below leads to by chance."""


def catalogue(agency: str | None, region: str | None = None) -> schema.Catalogue:
    return schema.Catalogue(agency=agency, region=region)


def test_words_lead_to_known_kinds_and_levels() -> None:
    assert set(issuers().kinds.values()) == set(ISSUERS)
    assert set(issuers().levels.values()) | {"national"} == set(LEVELS)


@pytest.mark.parametrize(
    ("agency", "kind", "evidence"),
    [
        ("白鹭县水务局", "department", "局"), ("县发展和改革委员会", "department", "委员会"),
        ("松河省财政厅", "department", "厅"), ("市住建委", "department", "委"),
        ("白鹭县人民政府国有资产监督管理委员会", "department", "监督管理委员会"),
        ("市城市管理委员会", "department", "城市管理委员会"), ("白鹭县医疗保障局办公室", "department", "办公室"),
        ("白鹭县人民政府", "government", "人民政府"), ("松河经济开发区管理委员会", "government", "管理委员会"),
        ("柳湾湖风景名胜区管委会", "government", "管委会"),
        ("白鹭县人民政府办公室", "government_office", "人民政府办公室"),
        ("市政府办公室", "government_office", "政府办公室"),
        ("松河省人民政府办公厅", "government_office", "人民政府办公厅"),
        ("柳湾镇人民政府", "township", "镇人民政府"), ("苇塘乡政府", "township", "乡政府"),
        ("柳湾镇", "township", "镇"),
        ("柳湾镇人民政府党政办公室", "township", "镇人民政府党政办公室"),
        ("苇塘苏木人民政府", "township", "苏木人民政府"),
        ("新桥街道办事处", "subdistrict", "街道办事处"), ("新桥街道", "subdistrict", "街道"),
        ("东里地区办事处", "subdistrict", "地区办事处"), ("新桥街道党建办公室", "subdistrict", "街道"),
        ("柳湾镇经济发展局", "township", "镇"), ("镇综合办公室", "township", "镇"),
        ("镇江县水务局", "department", "局"),
        ("乡级人民政府", "township", "乡级人民政府"), ("区市场监督管理局", "department", "局"),
        ("国家税务总局白鹭县税务局", "vertical_agency", "税务局"), ("松河海关", "vertical_agency", "海关"),
        ("白鹭县气象局", "vertical_agency", "气象局"), ("国家统计局白鹭调查队", "vertical_agency", "调查队"),
        ("市住房公积金管理中心", "authorised_organisation", "公积金管理中心"),
        ("白鹭县疾病预防控制中心", "authorised_organisation", "疾病预防控制中心"),
        ("白鹭县自来水有限公司", "other", "公司"), ("白鹭县第一中学", "other", "中学"),
        ("白鹭县人民医院", "other", "医院"),
    ],
)  # fmt: skip
def test_the_longest_ending_tells_the_kind(agency: str, kind: str, evidence: str) -> None:
    fact = issuer(catalogue(agency), NOBODY)
    assert (fact.value, fact.source, fact.evidence) == (kind, "agency", evidence)


def test_a_name_that_does_not_tell_leaves_it_to_the_profile() -> None:
    fact = issuer(catalogue("白鹭县水文站"), Profile(issuer="vertical_agency"))
    assert (fact.value, fact.source) == ("vertical_agency", "profile")


def test_an_office_that_publishes_all_rows_may_be_part_of_the_body() -> None:
    assert issuer(schema.Catalogue(agency="综合办公室", agency_source="publishers"), NOBODY).source == "profile"
    town = schema.Catalogue(agency="柳湾镇人民政府", agency_source="publishers")
    assert issuer(town, NOBODY).value == "township"


@pytest.mark.parametrize(("region", "kind"), [("柳湾镇", "township"), ("新桥街道", "subdistrict"), ("白鹭县", "other")])
def test_a_town_stands_for_its_government(region: str, kind: str) -> None:
    assert issuer(catalogue(None, region), NOBODY).value == kind


@pytest.mark.parametrize(
    ("agency", "region", "value", "source"),
    [
        ("白鹭县水务局", "白鹭县", "county", "agency"), ("区教育局", "临溪区", "county", "region"),
        ("松河市白鹭区教育局", None, "county", "agency"), ("松河市水务局", None, "city", "agency"),
        ("市医保局", None, "city", "agency"), ("市医保局", "松河市", "city", "region"),
        ("市医保局", "上海市", "province", "region"), ("区民政局", "上海市", "county", "agency"),
        ("区市场监督管理局", None, "county", "agency"), ("县市场监督管理局", "白鹭县", "county", "region"),
        ("市民政局", None, "city", "agency"), ("市中区水务局", None, "county", "agency"),
        ("松州市水务局", None, "city", "agency"), ("松河省临溪市水务局", None, "city", "agency"),
        ("松河省松州市白鹭县水务局", None, "county", "agency"), ("松河盟临溪市水务局", None, "county", "agency"),
        ("松河省财政厅", None, "province", "agency"), ("自治区财政厅", None, "province", "agency"),
        ("松河自治州民政局", None, "prefecture", "agency"), ("松河市临溪市水务局", None, "county", "agency"),
        ("白鹭旗农牧局", None, "county", "agency"), ("柳湾镇人民政府", None, "township", "agency"),
        ("新桥街道办事处", "白鹭区", "township", "agency"), ("国家林业局", None, "national", "agency"),
        ("国家税务总局白鹭县税务局", None, "county", "agency"), ("国家统计局白鹭调查队", None, None, "none"),
        ("松河高新区管委会", None, None, "none"), ("市场监督管理局", None, None, "none"), (None, None, None, "none"),
    ],
)  # fmt: skip
def test_level(agency: str | None, region: str | None, value: str | None, source: str) -> None:
    fact = level(catalogue(agency, region), Profile())
    assert (fact.value, fact.source) == (value, source)
    assert (fact.evidence or "—") in (agency or "") + (region or "") + "—"


def test_a_profile_tells_the_level_that_no_name_tells() -> None:
    assert level(catalogue("市场监督管理局"), Profile(level="county")).value == "county"
    assert level(catalogue("松河省财政厅"), Profile(level="county")).value == "province"


TOWNS = Stated("towns/*", issuer="township", level="township", family="basic")
ONE = Stated("towns/odd.txt", issuer="subdistrict", topics={"惠民直通车": ("budget", "fees"), "其它": ()})


def test_settings_beat_names_and_the_last_pattern_beats_the_others() -> None:
    context = Context(facts=(TOWNS, ONE))
    usual, odd = context.of_file("towns/a.txt").profile, context.of_file("towns/odd.txt").profile
    bureau = schema.Catalogue(agency="白鹭县水务局", title="白鹭县水务局政务公开标准目录")
    assert (issuer(bureau, usual).value, issuer(bureau, odd).value) == ("township", "subdistrict")
    assert (level(bureau, odd).value, family(bureau, odd).value) == ("township", "basic")
    fact = issuer(bureau, usual)
    assert (fact.source, fact.evidence) == ("settings", "towns/*")
    assert context.of_file("bureaus/a.txt") is context


def test_settings_replace_the_topics_of_an_item() -> None:
    odd = Context(facts=(TOWNS, ONE)).of_file("towns/odd.txt").profile
    item = schema.Item(id="1", name="惠民直通车", content="政府信息公开指南")
    assert [(fact.value, fact.source, fact.art20) for fact in topics(item, odd)] == [
        ("budget", "settings", 7), ("fees", "settings", 8),
    ]  # fmt: skip
    assert name_topics(item, odd) == {"budget", "fees"}
    assert [fact.value for fact in topics(item)] == ["guide"]
    assert topics(schema.Item(id="2", name="其它", content="部门预算"), odd) == ()

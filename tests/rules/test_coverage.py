"""Coverage: which duties the items of a catalogue meet, by name, category or content; whom each duty binds."""

from __future__ import annotations

import pytest

from gicat import schema
from gicat.lexicon.duties import duties
from gicat.lexicon.topics import topics
from gicat.rules.context import ISSUERS, LEVELS, Profile, Stated
from gicat.rules.coverage import Coverage, coverages
from tests.shared import gold, needs_shared

COUNTY = "白鹭县水务局"


def item(name: str = "", content: str = "", *categories: str) -> schema.Item:
    return schema.Item(id=name or content, name=name, content=content, categories=list(categories))


def covered(*items: schema.Item, agency: str | None = COUNTY, profile: Profile | None = None) -> Coverage:
    catalogue = schema.Catalogue(agency=agency, agency_source="title", items=list(items))
    (one,) = coverages(document(catalogue), profile or Profile())
    return one


def document(*catalogues: schema.Catalogue) -> schema.Document:
    source = schema.Source(name="list.txt", format="text", sha256="", bytes=0, gicat="0")
    return schema.Document(source=source, catalogues=list(catalogues))


def states(coverage: Coverage) -> dict[str, str]:
    return {each.duty.code: each.state for each in coverage.duties}


def met(*items: schema.Item, agency: str | None = COUNTY) -> dict[str, str]:
    """Code to state of the duties that are met."""
    found = states(covered(*items, agency=agency))
    return {code: state for code, state in found.items() if state in ("listed", "mentioned")}


def test_duties_are_bound_to_known_kinds_and_topics() -> None:
    assert {word for duty in duties() for word in duty.issuers} <= set(ISSUERS)
    assert {word for duty in duties() for word in duty.levels} <= set(LEVELS)
    known = topics().codes
    assert {duty.topic for duty in duties()} - {None} <= set(known)
    assert {topic.art20 for topic in known.values()} - {None} == {duty.item for duty in duties()} - {None}
    assert {topic.art21 for topic in known.values()} - {None} == {duty.matter for duty in duties()} - {None}
    assert all(topic.beside | topic.headings <= set(topic.words) for topic in known.values())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("行政规范性文件", "20.1"), ("内设机构", "20.2"), ("领导分工", "20.2"), ("水资源专项规划", "20.3"),
        ("水务统计公报", "20.4"), ("取水行政许可", "20.5"), ("办事指南", "20.5"), ("行政处罚决定", "20.6"),
        ("行政强制事项", "20.6"), ("部门预决算", "20.7"), ("行政事业性收费目录", "20.8"), ("政府采购实施情况", "20.9"),
        ("重大建设项目批准和实施", "20.10"), ("促进就业措施", "20.11"), ("防汛应急预案", "20.12"),
        ("安全生产检查情况", "20.13"), ("公务员招考", "20.14"), ("市政公用设施维护", "21.municipal_works"),
        ("公共服务事项", "21.public_service"), ("公益事业建设", "21.public_welfare"),
        ("征地补偿公告", "21.land_acquisition"), ("国有土地上房屋征收", "21.house_acquisition"),
        ("户籍管理", "21.public_security"), ("临时救助", "21.social_assistance"), ("政府信息公开指南", "12.guide"),
        ("政府信息公开目录", "12.catalogue"), ("政府信息公开工作年度报告", "49.annual_report"),
    ],
)  # fmt: skip
def test_a_name_that_meets_a_duty(name: str, code: str) -> None:
    assert met(item(name))[code] == "listed"
    assert met(item("其他", "", name))[code] == "listed"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("农业农村政策落实", "agriculture_policy"), ("农田水利设施", "irrigation"),
        ("土地承包经营权流转", "land_contract"),
        ("宅基地审批", "homestead"), ("一事一议筹资筹劳", "levies"), ("土地征收", "land_acquisition"),
    ],
)  # fmt: skip
def test_what_towns_have_to_list(name: str, code: str) -> None:
    assert met(item(name), agency="柳湾镇人民政府")[f"21.{code}"] == "listed"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("年度计划", ""), ("工作计划", "全年工作安排"), ("计划总结", "总结"), ("公开招聘", "编外人员"),
        ("主办业务", "1.基本信息 2.联系方式"), ("供水水价", "项目预算金额"), ("办理流程", "见办事指南"),
        ("食堂管理", "菜单、收费标准"), ("依申请公开目录", ""), ("企业财务年度报告", ""), ("会议", "局长办公会"),
    ],
)  # fmt: skip
def test_what_only_looks_like_it(name: str, content: str) -> None:
    assert met(item(name, content)) == {}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("干部任免、招考、录用公示", "20.14"), ("用水总量等统计数据", "20.4"), ("全县水利发展规划及重点工作", "20.3"),
        ("部门预算、决算表", "20.7"), ("突发事件的处置", "20.12"), ("政府采购项目公告", "20.9"),
    ],
)  # fmt: skip
def test_what_only_a_content_says_is_mentioned(content: str, code: str) -> None:
    assert met(item("工作动态", content))[code] == "mentioned"


def test_items_that_are_about_a_duty_come_first() -> None:
    coverage = covered(item("工作动态", "水利发展规划"), item("专项规划"), item("政策", "", "规划计划"))
    (plan,) = (each for each in coverage.duties if each.duty.code == "20.3")
    assert [(one.item, one.source, one.evidence) for one in plan.by] == [
        (1, "name", "专项规划"), (2, "categories", "规划计划"), (0, "content", "发展规划"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("agency", "bound", "free"),
    [
        ("白鹭县水务局", {"20.1", "21.municipal_works", "49.annual_report"}, {"21.levies"}),
        ("白鹭县人民政府", {"20.14", "21.public_security", "49.annual_report"}, {"21.homestead"}),
        ("柳湾镇人民政府", {"20.1", "21.levies", "12.guide"}, {"21.municipal_works", "49.annual_report"}),
        ("新桥街道办事处", {"20.1", "12.guide"}, {"21.levies", "21.public_service", "49.annual_report"}),
        ("松河省水利厅", {"20.3", "49.annual_report"}, {"21.public_service", "21.land_acquisition"}),
        ("国家税务总局白鹭县税务局", {"20.6", "49.annual_report"}, {"21.public_service"}),
        ("白鹭县自来水有限公司", set(), {"20.1", "20.2", "12.guide", "49.annual_report"}),
    ],
)
def test_whom_a_duty_binds(agency: str, bound: set[str], free: set[str]) -> None:
    found = states(covered(item("其他"), agency=agency))
    assert {code for code in bound | free if found[code] == "not_required"} == free
    assert {found[code] for code in bound} <= {"missing"}


def test_settings_state_what_an_item_is() -> None:
    stated = Stated("*", issuer="township", topics={"惠民直通车": ("agriculture_policy",)})
    coverage = covered(item("惠民直通车", "部门预算"), profile=Profile(stated=(stated,)))
    found = states(coverage)
    assert (found["21.agriculture_policy"], found["20.7"]) == ("listed", "missing")
    assert coverage.issuer.source == "settings"


def test_catalogues_of_one_body_count_together_and_others_apart() -> None:
    catalogues = [
        schema.Catalogue(agency=COUNTY, items=[item("部门预算")]),
        schema.Catalogue(title="养老服务领域基层政务公开标准目录", items=[item("行政处罚")]),
        schema.Catalogue(agency="白鹭县民政局", items=[item("行政许可")]),
    ]
    first, second = coverages(document(*catalogues), Profile())
    assert (first.catalogues, second.catalogues) == ((0, 1), (2,))
    assert (states(first)["20.6"], states(second)["20.6"]) == ("listed", "missing")
    assert coverages(document(), Profile()) == ()


MATRIX = {
    "000": "✓✓✓–––✓–––✓✓✓", "001": "–✓––––✓–––✓✓✓", "002": "✓✓✓✓✓✓✓✓✓✓✓–✓", "003": "✓✓✓–✓–✓–––✓✓✓",
    "004": "✓✓✓✓✓✓✓✓–✓✓✓✓",
}  # fmt: skip
"""What was established of the seeds by hand; 003 speaks of plans in the content of 工作动态 only."""
COLUMNS = ("20.1", "20.2", "20.3", "20.4", "20.5", "20.6", "20.7", "20.9", "20.12", "20.14",
           "12.guide", "12.catalogue", "49.annual_report")  # fmt: skip
IN_CONTENTS = {("002", "20.4"), ("002", "20.14"), ("003", "20.3"), ("004", "20.14")}


@needs_shared
@pytest.mark.parametrize("name", sorted(MATRIX))
def test_the_gold_catalogues_cover_what_was_established_by_hand(name: str) -> None:
    given = {**gold(name), "source": {"name": name, "format": None, "sha256": "", "bytes": 0, "gicat": "0"}}
    for catalogue in given["catalogues"]:
        catalogue["items"] = [{"id": str(index), **one} for index, one in enumerate(catalogue["items"])]
    (coverage,) = coverages(schema.Document.model_validate(given), Profile())
    found = states(coverage)
    assert "".join("✓" if found[code] in ("listed", "mentioned") else "–" for code in COLUMNS) == MATRIX[name]
    assert {(name, code) for code in COLUMNS if found[code] == "mentioned"} == {
        at for at in IN_CONTENTS if at[0] == name
    }

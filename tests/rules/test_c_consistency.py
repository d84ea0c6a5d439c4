"""Group C: cells, rows and documents that contradict each other."""

from __future__ import annotations

import pytest

from gicat import schema
from gicat.rules.base import BatchRule, Finding
from gicat.rules.context import Context
from tests.rules.one_rule import RULES, document, found, mended


def test_an_agency_in_the_overview_by_another_name() -> None:
    given = document({"publisher": "示例市水务局"}, before="【责任主体】示例市水务局部门")
    (finding,) = found("C001", given)
    assert (finding.quote, finding.places[0].line) == ("示例市水务局部门", 2)
    assert mended("C001", given).catalogues[0].preamble[0].text == "【责任主体】示例市水务局"


@pytest.mark.parametrize("name", ["示例县水务局", "示例市水务局部门"])
def test_an_agency_in_the_rows_by_another_name(name: str) -> None:
    assert [f.quote for f in found("C001", document({"publisher": name}, {"publisher": "示例市水务局"}))] == [name]


def test_agency_and_offices_in_one_column() -> None:
    rows = [{"publisher": name} for name in ("市水务局", "法规科", "办公室", "法规科")]
    assert [f.quote for f in found("C001", document(*rows))] == ["市水务局"]
    assert not found("C001", document(*rows[1:]))


def test_a_basis_of_another_topic() -> None:
    row = {"name": "工作计划", "content": "年度工作计划", "basis": "《关于推进预决算公开工作的通知》"}
    assert len(found("C002", document(row))) == 1
    assert not found("C002", document({**row, "name": "部门预算", "content": "报表"}))
    assert not found("C002", document({**row, "basis": "《关于全面推进政务公开工作的意见》"}))


def test_an_event_of_another_topic() -> None:
    row = {"name": "工作动态", "content": "要闻", "deadline": "项目开工后7个工作日内"}
    assert len(found("C002", document(row))) == 1
    assert not found("C002", document({**row, "name": "重大项目", "content": "批准结果"}))


def test_a_guide_may_list_what_it_likes() -> None:
    assert not found("C003", document({"name": "政府信息公开指南", "content": "分类、机构设置、联系方式"}))


def test_channels_beyond_the_overview() -> None:
    overview = "【公开渠道】政府门户网站（http://www.example.cn/）、政府公报"
    given = document({"channels": "☑政府网站 ☑政务服务中心 □政府公报"}, before=overview)
    row, never = found("C004", given)
    assert (row.item, row.quote) == (0, "政务服务中心")
    assert (never.item, never.quote) == (None, "政府公报")


def test_an_open_list_of_channels_is_not_compared() -> None:
    given = document({"channels": "☑政府网站 ☑政务服务中心"}, before="【公开渠道】政府门户网站等")
    assert not found("C004", given)


@pytest.mark.parametrize(
    ("content", "severity"), [("与卫计委联合发文", "warning"), ("提案议案办理", "info"), ("扶贫脱贫政策", "info")]
)
def test_obsolete_words_are_never_errors(content: str, severity: str) -> None:
    assert [f.severity for f in found("C005", document({"content": content}))] == [severity]


@pytest.mark.parametrize(
    "content", ["生态环境局意见", "文化旅游局文件", "巩固拓展脱贫攻坚成果", "《扶贫办管理办法》的解读"]
)
def test_present_words_are_fine(content: str) -> None:
    assert not found("C005", document({"content": content}))


def test_an_obsolete_agency_is_renamed() -> None:
    given = document({"content": "与国土资源局联合发文"})
    assert mended("C005", given).catalogues[0].items[0].content == "与自然资源局联合发文"


def test_wordings_are_unified() -> None:
    wordings = [
        "自信息形成或者变更之日起20个工作日内",
        "形成或变更之日起20个工作日内公开",
        "政府信息形成（变更）20个工作日内",
    ]
    given = document(*({"deadline": wording} for wording in (*wordings, wordings[0])))
    (finding,) = found("C006", given)
    assert len(finding.places) == 3 and finding.fix and not finding.fix.safe
    assert finding.fix.changes == tuple((wording, wordings[0]) for wording in wordings[1:])
    for item in mended("C006", given).catalogues[0].items:
        assert item.deadline and item.deadline.text == item.printed["deadline"] == wordings[0]


def test_the_most_complete_wording_is_proposed_not_the_most_frequent() -> None:
    wordings = [
        "形成或变更之日起20个工作日内",
        "政府信息形成或者变更之日起20个工作日内",
        "自信息形成或变更之日起20个工作日内予以公开",
    ]
    given = document(*({"deadline": wording} for wording in (*wordings, wordings[0], wordings[0])))
    (finding,) = found("C006", given)
    assert finding.fix and finding.fix.after == wordings[1]


def test_two_wordings_are_fine() -> None:
    assert not found("C006", document({"deadline": "形成后5日内"}, {"deadline": "形成之日起5日内公开"}))


def _report(agency: str, date: str) -> schema.Document:
    return document({"name": "政府信息公开年度报告", "deadline": f"每年{date}前"}, title=f"示例市{agency}主动公开目录")


def _over(*documents: schema.Document) -> list[tuple[int, Finding]]:
    rule = RULES["C007"]
    assert isinstance(rule, BatchRule)
    return list(rule.check_all([(each, Context()) for each in documents]))


def test_the_sibling_that_differs_is_reported() -> None:
    usual, other = _report("水务局", "1月31日"), _report("教育局", "3月31日")
    ((index, finding),) = _over(usual, other, _report("民政局", "1月31日"))
    assert index == 1 and "3月31日" in finding.message.zh and finding.places
    assert [index for index, _ in _over(usual, other)] == [0, 1]
    assert not _over(usual, usual)


def test_governments_and_departments_are_no_siblings() -> None:
    assert not _over(_report("水务局", "1月31日"), _report("人民政府", "3月31日"))

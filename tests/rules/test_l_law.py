"""Group L: what trips each rule, what does not, and what the fixes write."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

from gicat.rules.context import Context, Profile, Stated
from gicat.rules.law import LawRule
from gicat.schema import FieldName
from tests.rules.law_tables import DAYS20, GOVERNMENT, OFFICE, QUIET, TOWN, TRIPS, Case, N, R, basis, due, report
from tests.rules.one_rule import RULES, document, found, mended

LAW = [code for code in RULES if code.startswith("L")]


def cases(table: dict[str, tuple[Case, ...]]) -> list[ParameterSet]:
    return [
        pytest.param(code, case, id=f"{code}-{number}")
        for code, given in table.items()
        for number, case in enumerate(given)
    ]


def test_every_rule_has_ten_of_each() -> None:
    assert set(TRIPS) == set(QUIET) == set(LAW) and len(LAW) == 15
    assert not {code: len(table[code]) for table in (TRIPS, QUIET) for code in table if len(table[code]) < 10}
    assert all(isinstance(RULES[code], LawRule) for code in LAW)


@pytest.mark.parametrize(("code", "case"), cases(TRIPS))
def test_trips(code: str, case: Case) -> None:
    findings = found(code, case.document, Context())
    assert findings and all(finding.code == code for finding in findings)
    assert all(finding.message.en and finding.message.zh and finding.suggestion for finding in findings)


@pytest.mark.parametrize(("code", "case"), cases(QUIET))
def test_does_not_trip(code: str, case: Case) -> None:
    assert [finding.message.zh for finding in found(code, case.document, Context())] == []


def severity(code: str, case: Case) -> list[str]:
    return [finding.severity.value for finding in found(code, case.document)]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (report("每年3月31日前"), "error"), (report("每年4月1日前", GOVERNMENT), "error"),
        (report("每年4月30日前", OFFICE), "error"), (report("每年3月31日前", "示例市税务局主动公开目录"), "warning"),
        (report("每年3月31日前", "示例市政府信息主动公开目录"), "warning"), (report(DAYS20), "warning"),
        (report("及时公开"), "warning"), (report("每年1月15日之前"), "info"),
        (report("每年2月28日前", GOVERNMENT), "info"),
    ],
)  # fmt: skip
def test_how_bad_the_date_of_a_report_is(case: Case, expected: str) -> None:
    assert severity("L006", case) == [expected]


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (DAYS20, "error"), ("财政部门批复后20个工作日内", "error"), ("批复后一个月内", "error"),
        ("20个工作日内", "error"),
        ("市人大批复后20日内", "warning"), ("形成后20日内", "warning"), ("20日内", "warning"), ("及时公开", "warning"),
        ("批复后15个工作日内", "warning"), ("每年2月底前", "warning"), ("形成后5个工作日内", "info"),
        ("财政部门批复后10日内", "info"),
    ],
)  # fmt: skip
def test_how_bad_the_deadline_of_a_budget_is(deadline: str, expected: str) -> None:
    assert severity("L008", due("部门预算", deadline)) == [expected]


def test_a_limit_from_the_end_of_the_year_is_compared_by_the_calendar() -> None:
    pytest.importorskip("chinese_calendar", reason="the extra `calendar` is not installed")
    late = report("年度终了后20个工作日内", "示例市水务局2022年主动公开目录")
    assert severity("L006", late) == ["error"] and "2023-02-02" in found("L006", late.document)[0].message.zh
    assert severity("L006", report("年度终了后20个工作日内", "示例市水务局2020年主动公开目录")) == []
    beyond = report("年度终了后20个工作日内", "示例市水务局2098年主动公开目录")
    assert severity("L006", beyond) == ["warning"]  # nobody can judge: no fixed day


def test_a_limit_in_days_from_the_end_of_the_year_needs_no_calendar() -> None:
    assert severity("L006", report("年度终了后31日内")) == []
    assert severity("L006", report("年度终了后60日内")) == ["error"]
    assert "（3月31日）" in found("L006", report("年度终了后3个月内").document)[0].message.zh


@pytest.mark.parametrize(
    ("code", "case"), [("L006", report("每年1月15日前")), ("L008", due("部门预算", "批复后10日内"))]
)
def test_who_is_stricter_than_the_law_is_not_told_to_change(code: str, case: Case) -> None:
    (finding,) = found(code, case.document)
    assert finding.suggestion and finding.suggestion.zh.startswith("可以保留") and finding.fix is None


def test_what_is_told_of_articles_without_items_and_of_other_laws() -> None:
    (guide,) = found("L005", basis("《政府信息公开条例》第十二条第（三）项", "政府信息公开目录").document)
    assert "第12条不分项" in guide.message.zh and guide.suggestion and "第十二条第三款" in guide.suggestion.zh
    (repealed,) = found("L013", basis("《婚姻法》第八条").document)
    assert repealed.suggestion and repealed.suggestion.zh.endswith("，条款也要核对")
    (misnamed,) = found("L002", basis("《关于做好政府信息公开工作的通知》（国办发〔2016〕80号）").document)
    assert "《〈关于全面推进政务公开工作的意见〉实施细则》" in misnamed.message.zh


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《婚姻法》", "error"),
        ("《政府采购信息公告管理办法》", "info"),
        ("《财政部关于推进省以下预决算公开工作的通知》", "info"),
        ("《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）", "warning"),
    ],
)
def test_how_bad_what_is_not_in_force_is(text: str, expected: str) -> None:
    assert severity("L013", basis(text)) == [expected]


def test_without_an_article_is_worse_in_a_list_of_matters() -> None:
    assert severity("L004", basis(N)) == ["info"]
    assert severity("L004", basis(N, title="示例市水务局主动公开事项目录")) == ["warning"]


def test_a_value_from_a_blank_cell_is_one_degree_milder() -> None:
    rows = ({"name": "工作动态", "deadline": DAYS20}, {"name": "部门预算", "deadline": ""})
    (finding,) = found("L008", document(*rows))
    assert (finding.severity, finding.certainty, finding.item) == ("warning", "inferred", 1)
    assert finding.fix is None  # the cell belongs to another item too


FIXED: tuple[tuple[str, Case, str, str, bool], ...] = (
    (
        "L001",
        basis("《政府信息公开条例》（国务院令第492号）"),
        "legal_basis",
        "《政府信息公开条例》（国务院令第711号）",
        True,
    ),
    (
        "L001",
        basis("《政府信息公开条例》（国务院令第492号）第十条"),
        "legal_basis",
        "《政府信息公开条例》（国务院令第711号）第十条",
        False,
    ),
    (
        "L002",
        basis("《政府信息公开条例》（国务院令第717号）"),
        "legal_basis",
        "《政府信息公开条例》（国务院令第711号）",
        True,
    ),
    ("L002", basis("《政府信息公开条件》第二十条"), "legal_basis", "《政府信息公开条例》第二十条", True),
    (
        "L003",
        basis("《政府信息公开条例》第二十条"),
        "legal_basis",
        "《政府信息公开条例》（国务院令第711号）第二十条",
        True,
    ),
    (
        "L005",
        basis("《政府信息公开条例》第二十条第七款"),
        "legal_basis",
        "《政府信息公开条例》第二十条第（七）项",
        False,
    ),
    (
        "L005",
        basis("《政府信息公开条例》第二十条第（七）款"),
        "legal_basis",
        "《政府信息公开条例》第二十条第（七）项",
        False,
    ),
    (
        "L005",
        basis("《政府信息公开条例》第二十条第二款第（三）项"),
        "legal_basis",
        "《政府信息公开条例》第二十条第（三）项",
        False,
    ),
    ("L006", report("每年3月31日前"), "deadline", "每年1月31日前", False),
    ("L006", report("每年4月1日前", GOVERNMENT), "deadline", "每年3月31日前", False),
    ("L008", due("部门预算", DAYS20), "deadline", "财政部门批复后20日内", False),
    (
        "L008",
        due("政府预算", DAYS20, "全县财政预算", GOVERNMENT),
        "deadline",
        "本级人民代表大会或其常务委员会批准后20日内",
        False,
    ),
    ("L008", due("“三公”经费", DAYS20, "“三公”经费预算", TOWN), "deadline", "批准（批复）后20日内", False),
    ("L013", basis("《中华人民共和国婚姻法》第八条"), "legal_basis", "《中华人民共和国民法典》第八条", False),
    (
        "L013",
        basis("《城市房屋拆迁管理条例》（国务院令第305号）"),
        "legal_basis",
        "《国有土地上房屋征收与补偿条例》（国务院令第590号）",
        False,
    ),
)


@pytest.mark.parametrize(("code", "case", "field", "after", "safe"), FIXED)
def test_what_a_fix_writes(code: str, case: Case, field: FieldName, after: str, safe: bool) -> None:
    (finding,) = found(code, case.document)
    assert finding.fix is not None and finding.fix.safe is safe
    item = mended(code, case.document).catalogues[0].items[0]
    assert item.printed[field] == after
    assert getattr(item, field).text == after


def test_a_number_is_written_in_every_cell_and_once() -> None:
    given = document({"basis": R}, {"basis": N}, {"basis": f"《预算法》{R}"}, before=f"【编制依据】{R}")
    (finding,) = found("L003", given)
    assert "（3处）" in finding.message.zh and [place.line for place in finding.places] == [2, 5, 7]
    done = mended("L003", given).catalogues[0]
    assert [item.legal_basis.text for item in done.items if item.legal_basis] == [N, N, f"《预算法》{N}"]
    assert done.preamble[-1].text == f"【编制依据】{N}"


def test_one_cell_for_two_budgets_is_told_once() -> None:
    rows = ({"name": "部门预算", "deadline": DAYS20}, {"name": "部门决算", "deadline": ""})
    assert [finding.item for finding in found("L008", document(*rows))] == [0]


def test_settings_say_whose_catalogue_it_is() -> None:
    given = report("每年3月31日前", "示例市主动公开目录").document
    of_government = Context(profile=Profile(stated=(Stated("*", issuer="government"),)))
    assert [f.severity for f in found("L006", given)] == ["warning"]
    assert not found("L006", given, of_government)


def test_ditto_stands_for_the_cell_above() -> None:
    rows = (
        {"name": "工作动态", "deadline": DAYS20, "basis": "《预算法》"},
        {"name": "部门预算", "deadline": "同上", "basis": "同上"},
        {"name": "政策解读", "deadline": "〃", "basis": "〃"},
        {"name": "政府采购", "content": "采购结果", "deadline": "同上", "basis": "同上"},
    )
    given = document(*rows)
    assert [(f.item, f.severity.value) for f in found("L008", given)] == [(1, "error")]
    assert [f.item for f in found("L011", given)] == [2]
    assert [f.item for f in found("L012", given)] == [3]  # 同上 is 预算法, which is right for the budget
    assert DAYS20 in found("L008", given)[0].message.zh

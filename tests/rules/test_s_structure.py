"""Group S: what the examples of the rules do not show."""

from __future__ import annotations

from gicat import schema
from gicat.rules.base import Finding
from gicat.rules.context import Context, Profile
from gicat.rules.registry import rules
from tests.building import parsed
from tests.rules.conftest import findings

RULES = {rule.code: rule for rule in rules()}
HEAD = "| 序号 | 事项类别 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 |"
CHANNELS = "■政府网站 □政府公报"
TITLE = "白鹭县水务局政府信息主动公开目录清单"


def document(*rows: tuple[str, str, str], title: str = TITLE, head: str = HEAD) -> schema.Document:
    """A catalogue of rows (number, category, name); the other cells are alike but for their content."""
    body = [
        f"| {number} | {category} | {name} | {name}的说明 | 《政府信息公开条例》 | 20个工作日内 | 办公室 | {CHANNELS} |"
        for number, category, name in rows
    ]
    return parsed("\n".join([title, "", head, *body, ""]))


def found(code: str, given: schema.Document, context: Context | None = None) -> list[Finding]:
    return findings(RULES[code], [given], context)


def test_an_unreadable_file_has_no_structure_to_judge() -> None:
    empty = parsed("")
    assert not [finding for code in ("S001", "S002", "S005") for finding in found(code, empty)]


def test_the_family_decides_how_bad_a_missing_column_is() -> None:
    given = document(("1", "机构信息", "机构概况"), ("2", "机构信息", "领导信息"))
    assert {(f.field, f.severity.value) for f in found("S002", given)} == {
        ("access_modes", "warning"), ("audiences", "warning"),
    }  # fmt: skip
    assert {f.severity.value for f in found("S002", given, Context(Profile(family="standard")))} == {"error"}


def test_a_column_of_forms_with_the_label_of_access_modes_is_told() -> None:
    given = parsed(f"""{TITLE}

| 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 | 公开方式 | 公开对象 |
| 机构概况 | 地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 | {CHANNELS} | ■全文发布 □政策解读 | 全社会 |
| 部门预算 | 报表 | 《预算法》 | 20个工作日内 | 财务科 | {CHANNELS} | ■全文发布 □政策解读 | 全社会 |
""")
    (finding,) = found("S002", given)
    assert finding.field == "access_modes" and finding.quote == "公开方式" and finding.suggestion
    assert "公开形式" in finding.message.zh and "另设“公开方式”栏（主动公开/依申请公开）" in finding.suggestion.zh


def test_an_unknown_header_is_told() -> None:
    given = document(
        ("1", "机构信息", "机构概况"), ("2", "机构信息", "领导信息"), head=HEAD.replace("公开渠道", "神秘栏目")
    )
    (finding,) = found("S003", given)
    assert finding.severity.value == "info" and finding.quote == "神秘栏目" and finding.places


def test_gaps_and_starts_are_notes() -> None:
    given = document(("22", "机构信息", "机构概况"), ("23", "机构信息", "领导信息"), ("30", "机构信息", "内设机构"))
    assert [(f.severity.value, f.item) for f in found("S005", given)] == [("info", 0), ("info", 2)]


def test_a_number_that_goes_down_is_an_error_unless_a_category_begins() -> None:
    down = document(("1", "机构信息", "机构概况"), ("4", "机构信息", "领导信息"), ("3", "机构信息", "内设机构"))
    assert [f.item for f in found("S005", down) if f.severity.value == "error"] == [2]
    anew = document(("1", "机构信息", "机构概况"), ("2", "机构信息", "领导信息"), ("1", "财政信息", "部门预算"))
    assert not found("S005", anew)


def test_ordinals_of_categories_count_too() -> None:
    given = document(
        ("1", "一、机构信息", "机构概况"), ("2", "三、财政信息", "部门预算"), ("3", "三、其他", "建议提案")
    )
    assert [(f.field, f.severity.value, f.item) for f in found("S005", given)] == [
        ("categories", "error", 2), ("categories", "info", 1),
    ]  # fmt: skip


def test_renumbering_mends_the_numbers() -> None:
    given = document(("1", "机构信息", "机构概况"), ("1", "机构信息", "领导信息"), ("5", "机构信息", "内设机构"))
    (error,) = [f for f in found("S005", given) if f.severity.value == "error"]
    assert error.fix is not None and not error.fix.safe
    error.fix.apply(given)
    assert [item.number for item in given.catalogues[0].items] == ["1", "2", "3"]
    assert not found("S005", given)


def test_a_glued_heading_is_told_from_one_that_narrows() -> None:
    glued = document(("1", "概况信息部门文件", "机构概况"), ("2", "部门文件", "规范性文件"))
    assert [(f.item, f.quote) for f in found("S007", glued)] == [(0, "部门文件")]
    narrow = document(
        ("1", "政策文件", "规范性文件"),
        ("2", "其他政策文件", "部门文件"),
        ("3", "公共服务", "办事指南"),
        ("4", "公共服务事项", "服务"),
    )
    assert not found("S007", narrow)


def test_documents_without_print_and_places_are_judged_alike() -> None:
    given = document(("1", "概况信息部门文件", "机构概况"), ("1", "部门文件", "机构概况"))
    bare = given.model_copy(deep=True)
    for catalogue in bare.catalogues:
        for item in catalogue.items:
            item.printed, item.places = {}, {}
    for code in ("S001", "S002", "S003", "S005", "S006", "S007"):
        assert [f.message for f in found(code, given)] == [f.message for f in found(code, bare)]

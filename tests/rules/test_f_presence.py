"""Group F: what the examples of the rules do not show."""

from __future__ import annotations

import pytest

from gicat import schema
from gicat.rules.base import Finding
from gicat.rules.context import Context, Profile
from gicat.rules.registry import rules
from tests.building import parsed
from tests.rules.conftest import findings

RULES = {rule.code: rule for rule in rules()}
LIST = "白鹭县水务局政府信息主动公开目录清单"
HEAD = "| 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |"
ROW = "| 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |"


def document(*rows: str, title: str = LIST, head: str = HEAD, above: str = "", below: str = "") -> schema.Document:
    return parsed("\n".join([title, above, "", head, *(rows or (ROW, ROW.replace("概况", "职能"))), "", below, ""]))


def found(code: str, given: schema.Document, context: Context | None = None) -> list[Finding]:
    return findings(RULES[code], [given], context)


def test_a_dash_says_nothing() -> None:
    (finding,) = found("F001", document(ROW, ROW.replace("20个工作日内", "—")))
    assert (finding.item, finding.field, finding.quote) == (1, "deadline", "—")


def test_what_is_not_disclosed_has_no_deadline() -> None:
    row = "| 会议纪要 | 局务会纪要 | 《政府信息公开条例》 | — | 办公室 |"
    rows = [f"{ROW} 主动公开 |", f"{row} 不予公开 |"]
    assert not found("F001", document(*rows, head=f"{HEAD} 公开属性 |"))
    assert found("F001", document(*rows[:1], f"{row} 主动公开 |", head=f"{HEAD} 公开属性 |"))


def test_a_missing_column_is_not_an_empty_cell() -> None:
    given = document("| 机构概况 | 名称、地址 | 20个工作日内 | 办公室 |", head=HEAD.replace(" 公开依据 |", ""))
    assert not found("F001", given)


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("政务公开标准目录", False),
        ("市水务局政务公开标准目录", False),
        ("白鹭县水务局政务公开标准目录", True),
        ("白鹭县涉农补贴领域基层政务公开标准目录", True),
        ("白鹭县政府信息主动公开目录清单（县水务局）", True),
    ],
)
def test_an_issuer_is_named_with_its_area(title: str, named: bool) -> None:
    rows = [ROW.replace("办公室", "县水务局"), ROW.replace("办公室", "县水务局").replace("概况", "职能")]
    given = document(*rows, title=title)
    assert bool(found("F002", given)) is not named


@pytest.mark.parametrize("title", [LIST.replace("目录", "目录（2023年版）"), "2023年" + LIST])
def test_a_year_in_the_title_is_a_date(title: str) -> None:
    assert not found("F003", document(title=title))


def test_the_year_of_a_document_number_is_no_date() -> None:
    assert found("F003", document(above="根据国办发〔2019〕54号文件编制"))


def test_one_telephone_is_for_all_items() -> None:
    assert not found("F004", document(below="监督电话：0589-6601001"))


def test_an_item_without_a_telephone_among_others() -> None:
    head = HEAD + " 监督电话 |"
    rows = (ROW + " |", ROW.replace("概况", "职能") + " 0589-6601001 |")
    (finding,) = found("F004", document(*rows, head=head))
    assert finding.item == 0


def test_ticks_without_columns_are_counted() -> None:
    """A row with fewer ticks than groups lacks one, even where nobody knows which."""
    names = ("公开对象", "公开方式", "公开层级")
    leaves = (("全社会", "特定对象"), ("主动公开", "依申请公开"), ("市级", "区级", "街镇级"))
    top = "公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 | " + " | ".join(names) + " | ||||"
    below = " | ".join(leaf for group in leaves for leaf in group) + " | ||||||"
    row = "{} | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 县水务局 | ■政府网站 □政府公报 | {} | ||||"
    three, one = "√ | √ | √", "√"
    text = "\n".join(
        [top, below, row.format("机构概况", three), row.format("领导信息", one), row.format("内设机构", three)]
    )
    given = parsed("政务公开标准目录\n\n" + text + "\n")
    assert [f.item for f in found("F005", given)] == [1]


ALL_THREE = ("政府信息公开指南", "政府信息公开目录", "政府信息公开年度报告")


@pytest.mark.parametrize("lacks", ALL_THREE)
def test_each_of_the_three_is_missed(lacks: str) -> None:
    rows = [ROW.replace("机构概况", name) for name in ALL_THREE if name != lacks]
    (finding,) = found("F006", document(*rows))
    assert finding.quote == lacks
    assert finding.severity.value == ("warning" if lacks.endswith("目录") else "error")


def test_who_owes_no_annual_report() -> None:
    assert not found("F006", document(title="白鹭县涉农补贴领域基层政务公开标准目录"))
    assert not found("F006", document(title="白鹭县自来水有限公司信息公开目录清单"))
    owed = {f.quote for f in found("F006", document(title="松河乡人民政府政府信息主动公开目录清单"))}
    assert owed == {"政府信息公开指南", "政府信息公开目录"}
    assert not found("F006", document(title="目录清单"), Context(Profile(issuer="other")))


def test_what_an_overview_announces_is_told_where_it_stands() -> None:
    above = (
        "一、公开依据\n《政府信息公开条例》\n二、责任主体、公开时限和监督渠道\n【责任主体】白鹭县水务局\n"
        "【监督渠道】监督电话：0589-6601001"
    )
    (finding,) = found("F007", document(above=above))
    assert finding.quote == "公开时限" and finding.places[0].line == 4

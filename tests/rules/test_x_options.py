"""Group X: ticks and options."""

from __future__ import annotations

import pytest

from gicat import schema
from gicat.rules.context import Context
from tests.building import parsed
from tests.rules.one_rule import document, found, mended

FULL = "☑政府网站 □政府公报 □两微一端"


def test_all_ticked_is_a_note_where_others_choose() -> None:
    given = document({"channels": FULL}, {"channels": FULL.replace("□", "☑")})
    (finding,) = found("X001", given)
    assert (finding.item, finding.severity) == (1, "info")


def test_a_list_of_the_chosen_is_fine() -> None:
    assert not found("X001", document(*({"channels": "■政府网站 ■政府公报 ■两微一端"} for _ in range(3))))


def test_no_tick_is_fine_where_the_legend_gives_the_glyphs_another_sense() -> None:
    given = document({"channels": FULL.replace("☑", "□")})
    assert [finding.severity for finding in found("X001", given)] == ["error"]
    given.catalogues[0].legend = {"■": "required", "□": "optional"}
    assert not found("X001", given)


def test_a_doubled_option_goes() -> None:
    given = document({"channels": "☑政府网站 □图书馆 □档案馆 □其他□图书馆 □档案馆 □其他"})
    (finding,) = found("X002", given)
    assert "图书馆、档案馆、其他" in finding.message.zh
    assert mended("X002", given).catalogues[0].items[0].printed["channels"] == "☑政府网站 □图书馆 □档案馆 □其他"


def test_a_doubled_option_with_a_tick_stays() -> None:
    (finding,) = found("X002", document({"channels": "☑政府网站 □图书馆 ☑图书馆"}))
    assert finding.fix is None


def test_a_doubled_option_is_known_without_print() -> None:
    given = document({"channels": "☑政府网站 □图书馆 □图书馆"})
    given.catalogues[0].items[0].printed = {}
    (finding,) = found("X002", given)
    assert finding.fix is None


def test_an_unknown_option_is_told_once_and_may_be_allowed() -> None:
    given = document(*({"channels": "☑政府网站 □飞鸽传书"} for _ in range(3)))
    (finding,) = found("X003", given)
    assert finding.quote == "飞鸽传书"
    assert not found("X003", given, Context(options={"X003": {"allow": ["飞鸽传书"]}}))


def test_a_misprinted_alias_is_a_note() -> None:
    (finding,) = found("X003", document({"channels": "☑政府网站 □公开查询点"}))
    assert (finding.severity, finding.quote) == ("info", "公开查询点")


def test_options_without_a_common_list_are_fine() -> None:
    rows = [{"channels": f"☑政府网站 □{label}"} for label in ("政府公报", "电视", "广播", "图书馆")]
    assert not found("X004", document(*rows))


def test_every_cell_with_letters_for_boxes_is_found_and_mended() -> None:
    given = document({"channels": "þ政府网站 ¨政府公报"}, {"channels": "R政府网站 £政府公报"})
    assert [finding.item for finding in found("X005", given)] == [0, 1]
    for item in mended("X005", given).catalogues[0].items:
        assert item.printed["channels"] == "☑政府网站 ☐政府公报"
        assert [(o.label, o.mark) for o in item.channels] == [("政府网站", "☑"), ("政府公报", "☐")]


@pytest.mark.parametrize("channels", ["☑政府网站 □政府公报", "■政府网站 □政府公报", "√政府网站 □政府公报", "政府网站"])
def test_true_boxes_are_fine(channels: str) -> None:
    assert not found("X005", document({"channels": channels}))


def test_another_website_is_a_note() -> None:
    assert [f.severity for f in found("X006", document({"channels": "□政府公报 ☑部门网站"}))] == ["info"]
    assert [f.severity for f in found("X006", document({"channels": "☑政府公报 □政府网站"}))] == ["warning"]


@pytest.mark.parametrize("label", ["政务公开平台", "市政务公开统一平台", "政府网站 口头", "门户网站宣传"])
def test_a_platform_or_a_website_with_words_behind_it_counts(label: str) -> None:
    given = document({"channels": f"☑{label} □政府公报"})
    assert not found("X006", given)
    assert [finding.severity for finding in found("X003", given)] == ["warning"]


TICKS = """示例县标准目录
| 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 | 公开对象 | | 公开方式 | |
| | | | | | | 全社会 | 特定群体 | 主动 | 依申请 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 机构职能 | 职责 | 《政府信息公开条例》 | 形成后5日内 | 示例县水务局 | ☑政府公报 □政府网站 | √ | | {} | {} |
"""


def _ticks(proactive: str, on_request: str) -> schema.Document:
    return parsed(TICKS.format(proactive, on_request))


def test_information_on_request_needs_no_website() -> None:
    assert found("X006", _ticks("√", "")) and not found("X006", _ticks("", "√"))


def test_both_access_modes_contradict_each_other() -> None:
    (finding,) = found("X007", _ticks("√", "√"))
    assert finding.field == "access_modes"
    assert not found("X007", _ticks("√", ""))

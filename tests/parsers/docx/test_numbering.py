"""Automatic list numbers, which no w:t holds."""

from __future__ import annotations

import pytest

from gicat.grid import Grid, Mark
from gicat.parsers.docx.counting import written
from tests.parsers.docx.builder import docx, font, p, r, tbl, tc, tr
from tests.parsers.docx.reading import paragraphs, read


def level(index: int, fmt: str, text: str, more: str = "") -> str:
    counting = f'<w:start w:val="1"/><w:numFmt w:val="{fmt}"/>'
    return f'<w:lvl w:ilvl="{index}">{counting}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def item(text: str = "", depth: int = 0, num: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>')


def test_numbers_of_a_column_without_text() -> None:
    rows = [tr(tc(item()), name) for name in ("机构职能", "规划计划", "统计信息")]
    blocks, _ = read(docx(tbl(*rows), numbering=numbering(level(0, "decimal", "%1"))))
    assert isinstance(blocks[0], Grid)
    assert [c.text for c in blocks[0].cells if c.column == 0] == ["1", "2", "3"]


def test_covered_cells_count_without_printing() -> None:
    restart, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [tr(tc(item(), restart), "a"), tr(tc(item(), go_on), "b"), tr(tc(item()), "c")]
    blocks, diagnostics = read(docx(tbl(*rows), numbering=numbering(level(0, "decimal", "%1"))))
    assert isinstance(blocks[0], Grid)
    assert [c.text for c in blocks[0].cells if c.column == 0] == ["1", "3"]
    assert not diagnostics


def test_levels_restart_and_refer_to_those_above() -> None:
    levels = numbering(level(0, "chineseCountingThousand", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = item("甲") + item("子", 1) + item("丑", 1) + p("无号") + item("乙") + item("寅", 1)
    assert paragraphs(body, numbering=levels) == ["一、 甲", "1.1 子", "1.2 丑", "无号", "二、 乙", "2.1 寅"]


def test_lists_share_counters_unless_they_start_anew() -> None:
    other = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' + other + anew
    body = item("a") + item("b", num=2) + item("c", num=3) + item("d", num=3)
    levels = numbering(level(0, "decimal", "%1."), nums=nums)
    assert paragraphs(body, numbering=levels) == ["1. a", "2. b", "1. c", "2. d"]


def test_level_restart_never() -> None:
    levels = numbering(level(0, "decimal", "%1"), level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>'))
    body = item("a") + item("b", 1) + item("c") + item("d", 1)
    assert paragraphs(body, numbering=levels) == ["1 a", "1 b", "2 c", "2 d"]


def test_a_style_may_number() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/></w:style>'
    )
    none = p("丙", '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body = p("甲", '<w:pStyle w:val="H"/>') + p("乙", '<w:pStyle w:val="H2"/>') + none
    levels = numbering(level(0, "decimal", "（%1）", '<w:suff w:val="nothing"/>'))
    assert paragraphs(body, numbering=levels, styles=style) == ["（1）甲", "（2）乙", "丙"]


def test_bullets_may_be_boxes() -> None:
    look = f"<w:rPr>{font('Wingdings')}</w:rPr>"
    bullet = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0a8"/>{look}</w:lvl>'
    blocks, _ = read(docx(tbl(tr(tc(item("政府网站") + item("公报")))), numbering=numbering(bullet)))
    assert isinstance(blocks[0], Grid)
    printed = blocks[0].cells[0].printed
    assert printed.text == "□ 政府网站\n□ 公报"
    assert printed.marks == (Mark(0, "□", "Wingdings", 0xA8), Mark(7, "□", "Wingdings", 0xA8))


def test_hidden_paragraphs_have_no_number() -> None:
    hidden = p(r("x", "<w:vanish/>"), '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>')
    assert paragraphs(item("a") + hidden + item("b"), numbering=numbering(level(0, "decimal", "%1"))) == ["1 a", "2 b"]


def test_an_unknown_format_counts_in_digits_and_is_reported() -> None:
    blocks, diagnostics = read(docx(item("a"), numbering=numbering(level(0, "hebrew1", "%1"))))
    assert [d.code for d in diagnostics] == ["R007"]
    assert blocks[0].text == "1 a"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("chineseCountingThousand", {1: "一", 10: "十", 15: "十五", 20: "二十"}),
        ("chineseCountingThousand", {101: "一百零一", 110: "一百一十", 1005: "一千零五"}),
        ("chineseCounting", {10: "十", 21: "二十一"}),
        ("japaneseCounting", {10: "十", 21: "二十一", 100: "百", 101: "百一"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa"}),
        ("decimalZero", {0: "00", 7: "07", 10: "10"}),
        ("decimalFullWidth", {12: "１２"}),
        ("ideographDigital", {10: "一〇", 23: "二三"}),
        ("chineseLegalSimplified", {2: "贰", 10: "壹拾"}),
        ("upperLetter", {0: "0", 3: "C"}),
    ],
)
def test_formats(name: str, expected: dict[int, str]) -> None:
    assert {n: written(n, name) for n in expected} == expected

"""Tracked changes (ECMA-376 Part 1, 17.13.5) are read as if accepted."""

from __future__ import annotations

import pytest

from tests.parsers.docx.builder import docx, p, r, sdt, tbl, tc, tr
from tests.parsers.docx.nestings import deleted
from tests.parsers.docx.reading import cell, grid, paragraphs, read, shape

GONE = '<w:rPr><w:del w:id="1"/></w:rPr>'
MOVED = '<w:rPr><w:moveFrom w:id="1"/></w:rPr>'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@pytest.mark.parametrize("mark", [GONE, MOVED])
def test_a_deleted_paragraph_mark_joins_two_paragraphs(mark: str) -> None:
    assert paragraphs(p("政府", mark) + p("网", mark) + p("站") + p("后")) == ["政府网站", "后"]
    assert cell(sdt(p("政府", mark)) + p("网站")).text == "政府网站"
    assert paragraphs(p("末", mark)) == ["末"]
    assert cell(p("甲") + p("末", mark)).text == "甲\n末"


def test_a_table_ends_a_joined_paragraph() -> None:
    blocks, _ = read(docx(p("前", GONE) + tbl(tr("格")) + p("后")))
    assert [getattr(block, "text", "表") for block in blocks] == ["前", "表", "后"]


def test_a_deleted_paragraph_has_no_number() -> None:
    body = p("甲", NUMBERED) + p(deleted("旧"), NUMBERED + GONE) + p("乙", NUMBERED)
    assert paragraphs(body, numbering=NUMBERING) == ["1. 甲", "2. 乙"]
    assert paragraphs(p("前", GONE) + p("甲", NUMBERED), numbering=NUMBERING) == ["1. 前甲"]


def test_a_deleted_cell_is_left_out() -> None:
    table = grid(tr("1", tc(p(deleted("旧")), '<w:cellDel w:id="5"/>'), tc("2", '<w:cellIns w:id="6"/>')))
    assert shape(table) == [(0, 0, 1, 1, "1"), (0, 1, 1, 1, "2")]


def test_a_merge_may_be_a_change() -> None:
    table = grid(tr(tc("甲", '<w:cellMerge w:vMerge="rest"/>'), "1"), tr(tc("", '<w:cellMerge w:vMerge="cont"/>'), "2"))
    assert shape(table)[0] == (0, 0, 2, 1, "甲")


def test_deleted_rows_end_with_what_starts_in_them() -> None:
    restart, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    gone = tr(tc(p(deleted("旧")), restart), "1", properties='<w:del w:id="1"/>')
    table = grid(gone, tr(tc("新", go_on), "2"), tr(tc("", go_on), "3"))
    assert shape(table) == [(0, 0, 2, 1, "新"), (0, 1, 1, 1, "2"), (1, 1, 1, 1, "3")]


def test_deleted_form_fields_print_nothing() -> None:
    from tests.parsers.docx.builder import form_checkbox

    gone = f'<w:del w:id="1">{form_checkbox("<w:checked/>")}</w:del>'
    assert cell(p(gone + form_checkbox('<w:checked w:val="0"/>') + r("网站"))).text == "☐网站"

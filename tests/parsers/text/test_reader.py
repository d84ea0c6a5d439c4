"""Whatever a text file holds: no exception, a valid document, nothing lost and nothing made up."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gicat.errors import UsageError
from gicat.lexicon import lexicon
from gicat.schema import Document
from tests.building import codes, parsed

EXAMPLES = int(os.environ.get("GICAT_FUZZ", "150"))
USUAL = [
    "序号",
    "类别",
    "一级事项",
    "二级事项",
    "公开事项",
    "公开内容（要素）",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开责任",
    "公开渠道和载体",
    "公开方式",
    "公开形式",
    "公开对象",
    "公开层级",
    "监督电话",
    "责任科室及联系电话",
    "备注",
    "自定栏目",
]
LEAVES = ["", "全社会", "特定群体", "主动", "依申请公开", "县级", "乡、村级", "一级事项", "二级事项"]
TEXTS = [
    "",
    "1",
    "2",
    "3.1",
    "（一）",
    "一、概况信息",
    "机构简介",
    "机构职能；领导分工",
    "《甲条例》（国务院令第711号）第二十条第（七）项",
    "〔2019〕14号",
    "《甲、乙《丙》",
    "第十条",
    "20个工作日内",
    "每年3月31日前",
    "长期公开",
    "同上",
    "〃",
    "—",
    "/",
    "无",
    "√",
    "?",
    "\ufffd",
    "是",
    "在校学生家长",
    "☑政府网站 □政府公报",
    "政府网站☑ 政府公报□",
    "□政府网站\n■公告栏\n□其他：____",
    "网站\n办公室\n\n说明：好",
    "规划财务与\n法规科",
    "县级",
    "0574—89389306（办公室）",
    "监督电话：12345、0574-8938\n9306",
    "主动公开",
    "备注：如有变动及时更新",
    "续表",
    "- 1 -",
    "第1页 共3页",
    "---",
    "某市政府信息主动公开目录（市医保局）",
    "【公开时限】20个工作日内",
    "发布时间：2020-12-08",
    "\u3000",
    "\u200b",
    "\ufeff",
    "⼈事",
    "公開內容",
    "甲<br>乙",
    "甲\\|乙",
]
ODD = (
    "\x00\x08\x0b\x0c\x1c\x1f\x7f\x80\x85\xa0\xad\u034f\u061c\u115f\u180e\u200b\u200f\u2028\u2029\u202e\u2060\u2066\u2190"
    "\u2e80\u2f00\u3000\uf900\ufb00\ufe0e\ufe0f\ufeff\uff1a\ufffd\ufffe\U0002f800\U0001f5f9\U000e0001"
)

cells = st.one_of(
    st.sampled_from(TEXTS),
    st.sampled_from(TEXTS),
    st.tuples(st.sampled_from(TEXTS), st.sampled_from(ODD), st.sampled_from(TEXTS)).map("".join),
    st.text(st.characters(exclude_characters="|｜\t"), max_size=8),
)
labels = st.sampled_from(USUAL) | st.sampled_from(sorted({*lexicon().headers, *lexicon().leaves}))


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """A header of one or two rows, and rows as wide as it or shorter."""
    head = draw(st.lists(labels, min_size=2, max_size=11))
    rows = [head]
    if draw(st.booleans()):
        rows.append(draw(st.lists(st.sampled_from(LEAVES), min_size=1, max_size=len(head))))
    row = st.one_of(
        st.lists(cells, min_size=len(head), max_size=len(head)),
        st.lists(cells, min_size=len(head), max_size=len(head)),
        st.lists(cells, min_size=1, max_size=len(head)),
        st.lists(cells, min_size=len(head), max_size=len(head)).map(lambda r: [*filter(None, r), *[""] * r.count("")]),
        st.just(head),
    )
    return rows + draw(st.lists(row, max_size=6))


def ended(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(" | ".join(row) + " |" for row in rows)


def packed(row: Sequence[str]) -> list[str]:
    return [*filter(None, row), *[""] * list(row).count("")]


WRITERS: list[Callable[[Sequence[Sequence[str]]], str]] = [
    lambda rows: "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows),
    ended,
    lambda rows: ended([["", *row] for row in [*rows[:1], ["---"] * 2, *rows[1:]]]).replace("\n |", "\n|").lstrip(),
    lambda rows: "\n".join("\t".join(row) for row in rows),
    lambda rows: "\n".join("\n".join(f"{cell}|" for cell in row) for row in rows),
    lambda rows: ended([packed(row) for row in rows]),
]
"""Ways to write a table."""


@st.composite
def files(draw: st.DrawFn) -> str:
    """Catalogues with titles and notes around them, perhaps cut off."""
    parts: list[str] = []
    write = draw(st.sampled_from(WRITERS))
    for _ in range(draw(st.integers(1, 2))):
        parts += draw(st.lists(cells, max_size=3))
        parts.append(write(draw(tables())))
        parts += draw(st.lists(cells, max_size=1))
    text = draw(st.sampled_from(["\n", "\n\n", "\r\n"])).join(parts)
    return text[: draw(st.integers(0, len(text)))] if draw(st.integers(0, 9)) == 0 else text


def check(document: Document) -> None:
    """The document is valid, and the audit found nothing lost and nothing made up."""
    again = Document.model_validate_json(document.model_dump_json())
    assert again.model_dump() == document.model_dump()
    findings = [(d.code, d.text) for d in document.diagnostics if d.code in ("R010", "R016")]
    assert findings == []
    for catalogue in document.catalogues:
        for item in catalogue.items:
            assert item.printed.keys() == item.places.keys()


SLOW = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES == 150, suppress_health_check=list(HealthCheck)
)


@SLOW
@given(files())
def test_any_catalogue_is_read_whole(text: str) -> None:
    check(parsed(text))


@SLOW
@example("---|")
@given(st.text(max_size=200) | st.text("|｜\t\n -序号公开内容依据时限√□■甲1", max_size=80))
def test_any_text_is_read_whole(text: str) -> None:
    check(parsed(text))


@SLOW
@given(st.binary(max_size=200))
def test_any_bytes_are_answered(data: bytes) -> None:
    document = parsed(data)
    assert Document.model_validate_json(document.model_dump_json()).model_dump() == document.model_dump()


@settings(SLOW, max_examples=EXAMPLES // 3)
@given(files(), st.sampled_from(["tab-cells", "pipes", "flowing"]))
def test_any_text_in_any_dialect_is_read_whole(text: str, dialect: str) -> None:
    check(parsed(text, dialect=dialect))


LAST_BLANK = """类别|事项名称|公开内容|公开依据|公开时限
概况|简介|职能、分工、领导|《甲法》|20日内
概况|规划|发展规划|《乙法》|
业务|计划|年度计划||"""
LONG = """序号|事项|公开内容|公开依据|公开时限
1|甲|内容|《甲法》|20日内
2|乙|内容|又|再|《乙法》|1年
3|丙|内容|《丙法》|1年"""


def test_a_row_that_is_too_long_is_kept_as_a_note_and_told() -> None:
    document = parsed(LONG)
    check(document)
    (catalogue,) = document.catalogues
    assert [item.name for item in catalogue.items] == ["甲", "丙"]
    assert [note.text.split("\n") for note in catalogue.notes] == [["2", "乙", "内容", "又", "再", "《乙法》", "1年"]]
    assert "P018" in codes(document.diagnostics)


@pytest.mark.parametrize("position", range(6))
@pytest.mark.parametrize("write", WRITERS[:4])
def test_an_unknown_label_anywhere_in_the_header(
    position: int, write: Callable[[Sequence[Sequence[str]]], str]
) -> None:
    head = ["序号", "事项", "公开内容", "公开依据", "公开时限"]
    row = ["1", "简介", "机构职能、领导分工", "《甲法》", "20个工作日内"]
    rows = [[*cells[:position], own, *cells[position:]] for cells, own in ((head, "追责情形"), (row, "无此情形"))]
    document = parsed("甲市公开目录\n" + write([*rows, rows[1]]))
    check(document)
    if document.source.dialect != "flowing":
        (catalogue,) = document.catalogues
        assert [[(e.label, e.text) for e in item.extra] for item in catalogue.items] == [
            [(["追责情形"], "无此情形")]
        ] * 2
        assert [item.content for item in catalogue.items] == ["机构职能、领导分工"] * 2


@pytest.mark.parametrize("pipe", ["|", "｜"])
def test_empty_last_cells_between_pipes(pipe: str) -> None:
    document = parsed(LAST_BLANK.replace("|", pipe))
    check(document)
    assert [item.name for item in document.catalogues[0].items] == ["简介", "规划", "计划"]


def test_truncated_input_keeps_what_is_there() -> None:
    head = "".join(f"\t{label}\n" for label in ("序号", "事项", "公开内容", "公开依据", "公开时限", "公开主体"))
    full = "".join(f"\t{cell}\n" for cell in ("1", "简介", "机构职能、分工", "《甲法》", "20个工作日内", "市教育局"))
    document = parsed(f"{head}\n{full}\n\t2\n\t规划\n\t发展规划、专项")
    one, two = document.catalogues[0].items
    assert (two.number, two.name, two.content) == ("2", "规划", "发展规划、专项")
    assert two.deadline == one.deadline and two.publishers == one.publishers
    assert two.inherited["deadline"] == two.inherited["publishers"] == "missing"
    assert "P004" in codes(document.diagnostics)


@pytest.mark.parametrize("text", ["", " \n\t", "\u3000\n"])
def test_an_empty_text(text: str) -> None:
    assert codes(parsed(text).diagnostics) == ["R002"]


def test_an_unknown_dialect_is_the_callers_mistake() -> None:
    with pytest.raises(UsageError):
        parsed("甲", dialect="klingon")

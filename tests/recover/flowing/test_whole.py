"""Whatever a flowing text holds: no exception, nothing lost or made up; and most of a printed catalogue is read."""

from __future__ import annotations

import os
from collections.abc import Sequence

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gicat.audit import audit
from gicat.grid import Lines, Sighting
from gicat.interpret import interpret
from gicat.recover import recover
from gicat.schema import Document, Source
from tests.laws.law import carried
from tests.laws.losses import BLANKS
from tests.recover.flowing.texts import block
from tests.rendering import compose
from tests.rendering.flattened import word_text
from tests.rendering.strategy import Case, cases, drawn
from tests.scoring import score
from tests.shared import audit_findings, parsed

EXAMPLES = int(os.environ.get("GICAT_FUZZ", "40"))
FUZZ = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
PRINTED = 20
READ = 0.92
"""Of the fields of so many catalogues: how many are right at least."""

LABELS = ["序号", "类别", "公开事项", "公开内容", "公开依据", "公开主体", "公开时限", "公开渠道", "监督电话", "备注"]
GROUPS = ["公开对象", "公开方式", "一级事项", "二级事项", "全社会", "特定群体", "主动", "依申请公开", ""]
WORDS = [
    "1",
    "2",
    "15",
    "一、节水",
    "节水标准",
    "各行业用水定额、\n定额的调整",
    "1.节水标准\n2.用水统计",
    "《节约用水条例》（国务院令\n第776号）第五条",
    "《节约用水",
    "》）",
    "（供水科",
    "20个工作日内",
    "及时公开",
    "节水科、供水科",
    "☑政府网站 □政府公报\n□其他",
    "□预公开 ☑全文\n发布",
    "政府网站□",
    "0589-\n6601001（供水科）",
    "√",
    "√ √",
    "?",
    "",
    "\xa0",
    "\f- 3 -",
    "\n\n\n",
    "注：本目录自发布之日起施行。",
    "云岭市水务局主动公开目录",
    "续表",
    "公开内容",
    "依申请公开",
    "\u3000\u200b",
    "|",
]
junk = st.one_of(st.sampled_from(WORDS), st.text(max_size=12))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text with a header of some kind, anything before and behind it, perhaps a second one."""
    parts: list[str] = draw(st.lists(junk, max_size=3))
    for _ in range(draw(st.integers(1, 2))):
        parts += draw(st.lists(st.sampled_from(LABELS), min_size=3, max_size=8, unique=True))
        parts += draw(st.lists(st.sampled_from(GROUPS), max_size=6))
        parts += draw(st.lists(junk, max_size=25))
    gaps = draw(st.lists(st.sampled_from(["\n", "\n", "\n\n", " ", ""]), min_size=len(parts), max_size=len(parts)))
    return "".join(part + gap for part, gap in zip(parts, gaps, strict=True))


def lost_or_made_up(text: Lines) -> list[tuple[str, str | None]]:
    """What the audit says of a flowing text, recovered and interpreted."""
    found = recover([text])
    read = interpret(found.value)
    document = Document(
        source=Source(name="x", sha256="", bytes=0, gicat="0"),
        catalogues=read.value.catalogues,
        unplaced=read.value.unplaced,
    )
    told = [*found.diagnostics, *read.diagnostics]
    return [(d.code, d.text) for d in audit(map(Sighting, text.lines), document, told)]


@FUZZ
@given(text=texts())
def test_whatever_stands_under_a_header_is_accounted_for(text: str) -> None:
    assert lost_or_made_up(block(text)) == []


@FUZZ
@given(case=cases(most=5), data=st.data())
def test_lines_around_and_inside_a_catalogue_are_accounted_for(case: Case, data: st.DataObject) -> None:
    lines = office_text(case).split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        lines.insert(data.draw(st.integers(0, len(lines))), data.draw(junk))
    assert lost_or_made_up(block("\n".join(lines))) == []


@FUZZ
@given(case=cases(most=5), data=st.data())
def test_a_catalogue_cut_off_anywhere_is_accounted_for(case: Case, data: st.DataObject) -> None:
    text = office_text(case)
    assert lost_or_made_up(block(text[: data.draw(st.integers(0, len(text)))])) == []


@FUZZ
@given(words=st.lists(junk, max_size=20))
@example(words=[])
def test_text_without_a_header_stays_as_it_is(words: Sequence[str]) -> None:
    lines = block("请于本月底前报送：\n" + "\n".join(words))
    assert lost_or_made_up(lines) == []


def office_text(case: Case) -> str:
    """A catalogue as a word processor's plain text: empty cells are blank lines."""
    return word_text(compose(case.printed, case.house), ("☑", "□"))


def test_most_of_what_a_word_processor_saved_is_read() -> None:
    right = total = 0
    for case in drawn(cases(codelisted=True), PRINTED):
        document = parsed("list.txt", office_text(case).encode())
        found = score(carried(case, [BLANKS]), document, case.house, frozenset())
        right, total = right + found.right, total + found.total
        assert not found.made_up
        assert not audit_findings(document)
    assert right >= READ * total

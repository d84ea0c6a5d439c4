"""What cells look like: the evidence that recovery weighs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.recognise.shapes import PROSE, WEIGHTS, fits, is_number, is_tick, natures
from tests.building import printed

KINDS = [*WEIGHTS, *PROSE]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12", "number"),
        ("（三）", "number"),
        ("1.1", "number"),
        ("《甲法》第一条", "legal_basis"),
        ("20个工作日内", "deadline"),
        ("固定公开", "deadline"),
        ("按招考工作安排", "deadline"),
        ("SC-01", "number"),
        ("☑政府网站 □电视", "channels"),
        ("政府网站、公告栏", "channels"),
        ("0574-89389306", "contacts"),
        ("办公室", "publishers"),
        ("√", "tick"),
        ("?", "tick"),
    ],
)
def test_natures(text: str, kind: str) -> None:
    assert kind in natures(text)


@pytest.mark.parametrize("text", ["机构名称、职能、地址、负责人", "领导姓名及分管范围", "行政许可的依据、条件、程序"])
def test_prose_looks_like_nothing_else(text: str) -> None:
    assert not natures(text) - {"publishers", "responsible_units"}
    assert fits("content", printed(text)) > max(
        fits(kind, printed(text)) for kind in ("number", "deadline", "contacts", "tick")
    )


@given(st.sampled_from(KINDS), st.text(max_size=30))
def test_blank_cells_are_no_evidence(kind: str, text: str) -> None:
    value = fits(kind, printed(text))
    assert value == 0.0 or not printed(text).blank
    assert fits(kind, printed(" \n\u200b")) == 0.0


@given(st.text(max_size=6))
def test_a_number_is_no_tick(text: str) -> None:
    assert not (is_number(text) and is_tick(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("本部门“三定”方案", "legal_basis"),
        ("政府网站、其他：村民微信群", "channels"),
        ("政府网站√", "channels"),
    ],
)
def test_what_a_cell_can_be(text: str, kind: str) -> None:
    assert kind in natures(text)

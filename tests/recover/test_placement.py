"""The columns of short rows: in order, and the best there is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.recognise.shapes import fits
from gicat.recover.placement import APART, is_prefix, place
from tests.building import printed, stream_cells

KINDS = ["number", "level", "name", "content", "legal_basis", "deadline", "publishers", "channels", "tick", "extra"]
CELLS = [
    "",
    "1",
    "机构概况",
    "机构职能、领导分工、内设机构",
    "《甲法》",
    "20个工作日内",
    "办公室",
    "☑政府网站 □电视",
    "√",
    "?",
]


@given(st.lists(st.sampled_from(CELLS), max_size=6), st.lists(st.sampled_from(KINDS), max_size=7))
def test_order_is_kept_and_the_fit_is_optimal(row: list[str], kinds: list[str]) -> None:
    cells = [printed(text) for text in row]
    columns = place(cells, kinds)
    if len(row) > len(kinds):
        assert columns is None
        return
    assert columns is not None
    assert len(columns) == len(row)
    assert columns == sorted(set(columns))

    def worth(way: Sequence[int]) -> float:
        apart = sum(right > left + 1 for left, right in pairwise(way))
        return sum(fits(kinds[c], cell) for c, cell in zip(way, cells, strict=True)) - APART * apart

    assert worth(columns) == pytest.approx(max(map(worth, combinations(range(len(kinds)), len(row)))))


def test_cells_of_one_kind_stand_beside_their_neighbours() -> None:
    kinds = ["name", "content", "publishers", "deadline", "responsible_units", "contacts"]
    row = [printed(text) for text in ("机构职能", "法定职责", "办公室", "0574-63962200")]
    assert place(row, kinds) == [0, 1, 4, 5]
    assert place(row[:3], kinds) == [0, 1, 2]


@pytest.mark.parametrize("kinds", [KINDS, ["name", "content"]])
def test_a_full_row_stays(kinds: list[str]) -> None:
    assert place([printed("办公室")] * len(kinds), kinds) == list(range(len(kinds)))


def test_what_is_printed_in_a_short_row_is_content_first() -> None:
    kinds = ["number", "level", "name", "content", "legal_basis", "deadline"]
    assert place([printed("机构职能、领导分工")], kinds) == [3]
    assert place([printed("机构职能、领导分工"), printed("20个工作日内")], kinds) == [3, 5]


def test_a_prefix_is_told_from_a_short_row() -> None:
    kinds = ["number", "name", "content", "legal_basis", "deadline"]
    assert is_prefix(stream_cells(["3", "机构职能", "领导"])[:3], kinds)
    assert not is_prefix(stream_cells(["《甲法》", "20个工作日内"]), kinds)
    assert not is_prefix(stream_cells(["", ""]), kinds)

"""Page numbers at the edges of pages are taken out of the words."""

from __future__ import annotations

import pytest

from gicat.grid import Lines
from gicat.recover.flowing.page_numbers import without_page_numbers
from gicat.recover.flowing.pieces import Gap, pieces


def read(*lines: str, breaks: tuple[int, ...]) -> tuple[list[tuple[str, Gap]], list[str]]:
    kept, taken = without_page_numbers(pieces(Lines(lines, breaks=breaks), blank_cells=False))
    return [(piece.text, piece.gap) for piece in kept], [paragraph.text for paragraph in taken]


@pytest.mark.parametrize("number", ["- 1 -", "第 1 页 共 3 页", "1/3", "1"])
def test_a_number_at_the_foot_of_a_page_is_no_word(number: str) -> None:
    kept, taken = read("办公时", number, "间、传真", breaks=(2,))
    assert kept == [("办公时", Gap.LINE), ("间、传真", Gap.PAGE)]
    assert taken == [number]


def test_a_number_at_the_head_of_a_page_is_none_if_it_says_so() -> None:
    kept, taken = read("办公时", "第2页", "间、传真", breaks=(1,))
    assert kept == [("办公时", Gap.LINE), ("间、传真", Gap.PAGE)]
    assert taken == ["第2页"]


def test_a_bare_number_at_the_head_of_a_page_may_be_that_of_a_row() -> None:
    assert read("传真", "2", "内设机构", breaks=(1,))[1] == []


def test_numbers_inside_a_page_stay() -> None:
    assert read("传真", "- 2 -", "内设机构", breaks=())[1] == []

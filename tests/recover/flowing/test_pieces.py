"""Lines to pieces: what stands between words, what is an empty cell, where a page ends."""

from __future__ import annotations

import pytest

from gicat.recover.flowing.pieces import Gap, Piece, pieces, width
from tests.recover.flowing.texts import block, cut


def gaps(text: str, *, blank_cells: bool = False) -> list[tuple[str, str]]:
    return [(piece.text, piece.gap.name) for piece in cut(text, blank_cells=blank_cells)]


def test_words_are_divided_by_white_space_line_ends_and_blank_lines() -> None:
    assert gaps("节水 供水\n排水\n\n防汛") == [("节水", "LINE"), ("供水", "SPACE"), ("排水", "LINE"), ("防汛", "BLANK")]


def test_a_wide_space_divides_too_and_all_space_is_kept() -> None:
    assert cut("节水\u3000 供水")[1] == Piece("供水", 1, Gap.SPACE, "\u3000 ")


def test_lines_count_from_the_first_of_the_block() -> None:
    assert [piece.line for piece in pieces(block("节水\n\n供水", first=7), blank_cells=False)] == [7, 9]


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("甲\n\n乙\n\n丙\n\n\n丁", "BLANK"),
        ("甲\n\n乙\n\n丙\n\n\n\n丁", "PAGE"),
        ("甲\n\n\n\n乙\n\n\n\n丙", "BLANK"),
        ("甲\n乙\n丙\n\n\n\n丁", "PAGE"),
        ("甲\n" * 40 + "\n\n\n" + "甲\n" * 40 + "\n\n\n" + "丁", "PAGE"),
        ("甲\n\n\n\n乙\n\n\n\n丙\n\n\n\n\n丁", "PAGE"),
        ("甲\n\f乙", "PAGE"),
        ("甲\n\n\f\n乙", "PAGE"),
    ],
    ids=[
        "two",
        "three",
        "three-as-usual",
        "three-once",
        "three-a-page",
        "four-where-three-are-usual",
        "form-feed",
        "form-feed-among-blanks",
    ],
)
def test_more_blank_lines_than_usual_are_the_edge_of_a_page(text: str, gap: str) -> None:
    assert gaps(text)[-1][1] == gap


def test_a_line_of_no_break_spaces_is_an_empty_cell() -> None:
    found = cut("甲\n\xa0\n乙\n\n丙")
    assert [(piece.text, piece.blank) for piece in found] == [("甲", False), ("", True), ("乙", False), ("丙", False)]
    assert [piece.gap for piece in found] == [Gap.LINE, Gap.LINE, Gap.LINE, Gap.BLANK]


def test_every_blank_line_is_an_empty_cell_where_that_is_assumed() -> None:
    assert gaps("甲\n\n\n乙", blank_cells=True) == [("甲", "LINE"), ("", "LINE"), ("", "LINE"), ("乙", "LINE")]


def test_an_empty_cell_may_stand_behind_a_page() -> None:
    assert gaps("甲\n\f\xa0\n乙") == [("甲", "LINE"), ("", "PAGE"), ("乙", "LINE")]


def test_no_lines_no_pieces() -> None:
    assert cut("") == cut(" \n\n  ") == []


@pytest.mark.parametrize(("text", "wide"), [("", 0), ("abc 1", 5), ("公开", 4), ("第7条", 5), ("（一）", 6)])
def test_han_characters_are_two_wide(text: str, wide: int) -> None:
    assert width(text) == wide


def test_characters_of_no_width_are_no_piece() -> None:
    assert gaps("甲\n\u200b\n乙 \ufeff 丙") == [("甲", "LINE"), ("乙", "BLANK"), ("丙", "SPACE")]
    assert gaps("公开\u200b内容") == [("公开\u200b内容", "LINE")]

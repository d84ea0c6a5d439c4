"""Where the lines of a cell meet: full lines go on, others end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gicat.recover.flowing import weights
from gicat.recover.flowing.joins import Join, Manner, Meeting, join
from gicat.recover.flowing.pieces import width
from gicat.recover.flowing.slots import Slot
from tests.recover.flowing.texts import joined as atoms_of


def meeting(above: str, below: str, gap: str = "\n") -> Join:
    """The meeting of two texts with white space between them."""
    first, second = atoms_of(above + gap + below)
    return join(first.text, second)


def value(kind: str, lines: list[str], wide: int | None, least: int = 0) -> float:
    """What the line ends of a cell say in a column so wide."""
    manner = Manner(Slot(kind, range(1), width=wide, least=least))
    widest = wide or max(least, *map(width, lines))
    meetings = [Meeting(meeting(above, below), width(above), 0.0) for above, below in pairwise(lines)]
    return sum(manner.worth(one, widest) for one in meetings)


def test_a_full_line_goes_on() -> None:
    assert value("level", ["用水定额及其", "调整情况"], 12) == weights.WRAPPED_KNOWN
    assert value("content", ["用水定额及其", "调整情况"], 12) > weights.WRAPPED_KNOWN
    assert value("content", ["用水定额及其", "调整情况"], None) == weights.WRAPPED


def test_a_line_with_room_ends_a_paragraph() -> None:
    assert value("content", ["用水定额", "调整情况"], 20) == weights.ENDED_OTHERWISE
    assert value("name", ["用水定额", "调整情况"], 20) == weights.ENDED["name"]
    assert value("content", ["用水定额", "调整情况"], None, least=20) == weights.ENDED_OTHERWISE


def test_where_a_point_begins_or_a_sentence_ends_a_line_may_be_short() -> None:
    assert value("content", ["用水定额。", "调整情况"], 20) == weights.ENDED_TOLD
    assert value("content", ["用水定额", "2.调整情况"], 20) == weights.ENDED_TOLD
    assert value("name", ["用水定额。", "调整情况"], 20) == weights.ENDED["name"]


def test_white_space_between_han_characters_divides() -> None:
    assert meeting("用水", "供水", " ").apart
    assert not meeting("用水科", "0589-6601001", " ").apart
    manner = Manner(Slot("content", range(1)))
    assert manner.worth(Meeting(meeting("用水", "供水", " "), 4, 0.0), 10) == weights.WORDS_APART


@pytest.mark.parametrize(
    ("above", "below", "closed"),
    [("《节水条例》", "供水", True), ("《节水条例》", "、三定方案", False), ("节水条例", "供水", False)],
)
def test_a_basis_ends_behind_its_bracket(above: str, below: str, closed: bool) -> None:
    assert meeting(above, below).closed is closed


def test_what_stands_behind_a_complete_cell_speaks_against_it() -> None:
    wide = 12
    assert value("legal_basis", ["《节水条例》", "供水"], wide) == weights.BEHIND_BASIS + weights.WRAPPED_KNOWN
    assert value("contacts", ["0589-6601001", "供水"], wide) == weights.BEHIND_PHONE + weights.WRAPPED_KNOWN
    assert value("deadline", ["20个工作日内", "供水"], wide) == weights.BEHIND_DEADLINE + weights.WRAPPED_KNOWN


def test_lines_wider_than_the_column_cost() -> None:
    column = Manner(Slot("content", range(1), width=12))
    assert [column.overflow(wide, 0) for wide in (12, 14, 16)] == [0.0, weights.A_LITTLE_WIDE, weights.TOO_WIDE]
    assert column.overflow(14, 14) == weights.TOO_WIDE
    assert Manner(Slot("content", range(1))).overflow(400, 400) == 0.0


@pytest.mark.parametrize(
    ("above", "titled"),
    [("办理结果及批次", True), ("依据", False), ("落实", False), ("依法公开、", False), ("根据", False)],
)
def test_a_title_behind_words_that_nothing_joins_begins_a_cell_of_its_own(above: str, titled: bool) -> None:
    assert meeting(above, "《节约用水条例》").titled is titled
    plain = value("content", [above, "节约用水条例全"], 4)
    assert (value("content", [above, "《节约用水条例》"], 4) < plain) is titled

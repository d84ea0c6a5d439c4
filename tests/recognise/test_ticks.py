"""Words and signs in tick columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.grid import Mark, Printed
from gicat.recognise.ticks import tick
from gicat.text import compatible
from tests.building import printed


@pytest.mark.parametrize("text", ["√", "✓", "☑", "■", "●", "þ", "是", "√√", " √\n", "☒"])
def test_root_and_its_like_dot_and_shi_tick(text: str) -> None:
    state = tick(printed(text))
    assert (state.checked, state.words) == (True, None)


@pytest.mark.parametrize("text", ["", " ", "\u200b", "—", "/", "－", "无", "×", "否", "□", "○", "✗"])
def test_blanks_dashes_and_denials_do_not_tick(text: str) -> None:
    assert tick(printed(text)).checked is False


@pytest.mark.parametrize("text", ["?", "？", "\ufffd", "??", "？ \ufffd"])
def test_question_mark_is_not_a_tick(text: str) -> None:
    """`?`, U+FFFD and the like stand for what could not be encoded."""
    assert tick(printed(text)).checked is None


@pytest.mark.parametrize(
    ("text", "mark", "words"),
    [
        ("在校学生家长", None, "在校学生家长"),
        ("√ 在校\n学生家长", "√", "在校学生家长"),
        ("在校学生家长√", None, "在校学生家长"),
    ],
)
def test_other_text_ticks_and_is_the_note(text: str, mark: str | None, words: str) -> None:
    state = tick(printed(text))
    assert (state.checked, state.mark, state.words) == (True, mark, words)


@pytest.mark.parametrize("text", ["√□", "□√", "■□", "…", "、", "。", "同上", "〃"])
def test_signs_that_say_nothing_or_two_things_are_null(text: str) -> None:
    assert tick(printed(text)).checked is None


def test_an_empty_box_before_words_is_no_tick() -> None:
    assert tick(printed("□特定群体")).checked is False


def test_a_tick_beside_a_lost_sign_is_a_tick() -> None:
    assert tick(printed("√?")).checked is True


@pytest.mark.parametrize("state", [True, False, None])
def test_a_control_says_its_state(state: bool | None) -> None:
    assert tick(Printed("☑", (), (Mark(0, "☑", state=state, control=True),))).checked is state


@pytest.mark.parametrize("text", ["不适用", "没有", "N/A", "不公开"])
def test_words_that_deny(text: str) -> None:
    assert tick(printed(text)).checked is not True


@given(st.text(max_size=8) | st.text("√□?— 是否甲\ufffd", max_size=5))
def test_mark_and_words_are_printed(text: str) -> None:
    state = tick(printed(text))
    assert state.mark is None or state.mark in text
    assert state.words is None or all(char in compatible(text) for char in state.words.replace(" ", ""))

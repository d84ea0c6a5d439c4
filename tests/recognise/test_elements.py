"""Elements of a content: enumerated, listed, or the content itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.recognise.elements import elements
from gicat.text import bare


@pytest.mark.parametrize(
    "text",
    [
        "1.甲乙2.丙丁3.戊己",
        "1、甲乙\n2、丙丁\n3、戊己",
        "①甲乙②丙丁③戊己",
        "●甲乙●丙丁●戊己",
        "（1）甲乙（2）丙丁（3）戊己",
        "甲乙；丙丁；戊己。",
        "甲乙、丙丁、戊己",
        "甲乙，丙丁，戊己",
        "一、甲乙；二、丙丁；三、戊己",
        "9.甲乙10.丙丁11.戊己",
    ],
)
def test_enumerated_or_listed(text: str) -> None:
    assert list(elements(text)) == ["甲乙", "丙丁", "戊己"]


def test_one_element_is_the_content() -> None:
    assert list(elements("机构\n职能")) == ["机构职能"]
    assert not elements("") and not elements(" \n")


def test_separators_in_brackets_and_titles_divide_nothing() -> None:
    assert list(elements("《甲、乙》、丙（丁、戊）")) == ["《甲、乙》", "丙（丁、戊）"]


@pytest.mark.parametrize("text", ["二〇二〇年计划、总结", "2020.1.2公布、3.5修订", "GB1.5、GB2.5"])
def test_numbers_inside_words_enumerate_nothing(text: str) -> None:
    assert "".join(elements(text)) == text.replace("、", "")


@pytest.mark.xfail(strict=True, reason="Han enumerators count only at the start or behind ；。：")
@pytest.mark.parametrize("text", ["一、甲乙二、丙丁", "（一）甲乙（二）丙丁"])
def test_han_enumerators_without_a_separator(text: str) -> None:
    assert list(elements(text)) == ["甲乙", "丙丁"]


@given(st.text("甲乙12.、，；;①●（）()\n 一二《》", max_size=25) | st.text(max_size=15))
def test_every_element_is_printed_in_order(text: str) -> None:
    rest = bare(text)
    for element in elements(text):
        assert element
        assert bare(element) in rest
        rest = rest[rest.index(bare(element)) + len(bare(element)) :]

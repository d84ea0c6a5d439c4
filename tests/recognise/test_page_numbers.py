"""Page numbers in the forms that programs print; what else a line may be."""

from __future__ import annotations

import pytest

from gicat.recognise.page_numbers import is_page_number, is_told_page_number


@pytest.mark.parametrize(
    "text",
    ["- 3 -", "—3—", "第 3 页", "第三页", "第3页 共7页", "第3页，共 7 页", "第3页/共7页", "第1页（共2页）",
     "共7页 第3页", "3/7", "3 ／ 7", "Page 3 of 7", "P.3", "page 3", "3 of 7", "共 7 页", "· 3 ·"],
)  # fmt: skip
def test_a_page_number_that_says_so(text: str) -> None:
    assert is_told_page_number(text)
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["3", "128", "3 页", "- 3"])
def test_a_number_that_may_be_one(text: str) -> None:
    assert is_page_number(text)
    assert not is_told_page_number(text)


@pytest.mark.parametrize("text", ["", "20218", "第3页续办事指南", "第3条", "3月", "1.2", "政府网站第3页", "页"])
def test_words_are_none(text: str) -> None:
    assert not is_page_number(text)

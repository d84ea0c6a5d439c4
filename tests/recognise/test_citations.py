"""Citations: every 《…》 with the number in the bracket behind it, and the articles named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.recognise.citations import citations
from gicat.text import bare

DECREE = "《中华人民共和国政府信息公开条例》（国务院令第711号）"


def titles(text: str) -> list[tuple[str, str | None]]:
    return [(c.title, c.document_number) for c in citations(text)]


def articles(text: str) -> list[tuple[int, int | None, int | None]]:
    return [(a.article, a.paragraph, a.item) for c in citations(text) for a in c.articles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DECREE, [("中华人民共和国政府信息公开条例", "国务院令第711号")]),
        ("《甲》《乙》（国发〔2019〕14号）", [("甲", None), ("乙", "国发〔2019〕14号")]),
        ("《甲》、《乙》\n（国办发〔2019〕54 号）", [("甲", None), ("乙", "国办发〔2019〕54号")]),
        ("《甲》（2019年修订，国务院令第711号）", [("甲", "国务院令第711号")]),
        ("《甲》(GB/T 9704-2012)", [("甲", "GB/T 9704-2012")]),
        ("《甲》（〔2019〕14号）", [("甲", "〔2019〕14号")]),
        ("《甲》（试行）（国发〔2019〕1号）", [("甲", "国发〔2019〕1号")]),
        ("《甲》（试行）", [("甲", None)]),
        ("《甲》第一条（2019年）", [("甲", None)]),
    ],
)
def test_the_number_is_in_the_bracket_behind(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《中共中央办公厅、国务院办公厅《关于全面推进政务公开工作的意见》", ["关于全面推进政务公开工作的意见"]),
        ("《关于贯彻《甲条例》的通知》", ["关于贯彻《甲条例》的通知"]),
        ("《甲》《乙《丙》《丁》", ["甲", "丙", "丁"]),
        ("甲》《乙》", ["乙"]),
        ("《甲〈乙〉丙》", ["甲〈乙〉丙"]),
    ],
)
def test_nesting_survives_broken_quotes(text: str, expected: list[str]) -> None:
    assert [title for title, _ in titles(text)] == expected


@pytest.mark.parametrize("text", ["", "《》", "《甲", "甲》", "国发〔2019〕14号", "〔2019〕14号", "政府信息公开条例"])
def test_without_a_quoted_title_nothing_is_cited(text: str) -> None:
    assert not citations(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《甲》第十条", [(10, None, None)]),
        ("《甲》第二十条第（七）项", [(20, None, 7)]),
        ("《甲》第二十条第一款第（一）、（二）项", [(20, 1, 1), (20, 1, 2)]),
        ("《甲》第10条第2款；第十二条", [(10, 2, None), (12, None, None)]),
        ("《甲》第一百〇二条", [(102, None, None)]),
        ("《甲》第3条第1项", [(3, None, 1)]),
    ],
)
def test_articles(text: str, expected: list[tuple[int, int | None, int | None]]) -> None:
    assert articles(text) == expected


@pytest.mark.parametrize("text", ["《甲》第十十条", f"《甲》第{'9' * 5000}条", "《甲》第²条", "《甲》第条"])
def test_what_is_no_number_names_no_article(text: str) -> None:
    assert articles(text) == []


def test_an_inserted_article_is_not_the_one_before_it() -> None:
    assert articles("《甲》第二十条之一") != [(20, None, None)]


@pytest.mark.xfail(strict=True, reason="only the first of several paragraphs of an article is kept")
def test_two_paragraphs_of_an_article() -> None:
    assert articles("《甲》第十条第二款、第三款") == [(10, 2, None), (10, 3, None)]


def test_articles_belong_to_the_title_before_them() -> None:
    found = citations("《甲》第一条、《乙》第二条")
    assert [[a.article for a in c.articles] for c in found] == [[1], [2]]


@given(st.text("《》（）()〔〕第条款项号一二十0123456789国发甲乙、；，\n ", max_size=40) | st.text(max_size=20))
def test_whatever_is_cited_is_printed(text: str) -> None:
    for citation in citations(text):
        assert bare(citation.title) in bare(text)
        assert citation.document_number is None or bare(citation.document_number) in bare(text)

"""Deadlines: terms, their kinds, and amounts that are not stated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.recognise.deadlines import deadline


def kinds(text: str) -> list[str]:
    return [term.kind for term in deadline(text).terms]


def amounts(text: str) -> list[tuple[str, int | None, str | None]]:
    return [(term.kind, term.amount, term.unit) for term in deadline(text).terms]


@given(
    st.integers(1, 400), st.sampled_from([("个工作日", "working_day"), ("日", "day"), ("个月", "month"), ("天", "day")])
)
def test_limits(number: int, unit: tuple[str, str]) -> None:
    for text in (f"{number}{unit[0]}内", f"自信息形成之日起{number}{unit[0]}内公开", f"{number} {unit[0]}\n以内"):
        assert amounts(text) == [("within", number, unit[1])]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("每年3月31日前", "annual"),
        ("1月31日前", "annual"),
        ("每季度", "periodic"),
        ("1年", "periodic"),
        ("按月公开", "periodic"),
        ("长期", "standing"),
        ("永久公开", "standing"),
        ("公示不少于7日", "standing"),
        ("同步公开", "simultaneous"),
        ("及时公开", "prompt"),
        ("实时", "real_time"),
        ("按要求公开", "as_needed"),
        ("同上", "ditto"),
        ("〃", "ditto"),
        ("另行通知", "other"),
    ],
)
def test_kinds_take_frequencies_and_retentions(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_several_terms_of_one_cell() -> None:
    assert amounts("10个工作日内，公示7个工作日") == [("within", 10, "working_day"), ("standing", 7, "working_day")]
    assert kinds("形成后7个工作日内公开，长期公示") == ["within", "standing"]


def test_month_and_day() -> None:
    (term,) = deadline("每年1月31日前").terms
    assert (term.kind, term.month, term.day, term.amount) == ("annual", 1, 31, None)


@pytest.mark.parametrize("text", ["2020年3月31日前", "2021年1月底前"])
def test_a_date_of_one_year_is_not_annual(text: str) -> None:
    assert "annual" not in kinds(text)


@pytest.mark.parametrize("text", ["每月10日前", "每月5日以前", "13月31日前"])
def test_the_day_of_a_month_is_no_amount_of_days(text: str) -> None:
    assert ("other", 10, "day") not in amounts(text)
    assert all(amount in (None, 1) for _, amount, _ in amounts(text))


@pytest.mark.parametrize("text", ["1 0个工作日内", "2 0 日内"])
def test_digits_torn_apart_state_no_amount(text: str) -> None:
    assert all(amount is None for _, amount, _ in amounts(text))


@pytest.mark.parametrize("text", [f"{'9' * 5000}天内", "十百日内", "²日内"])
def test_what_is_no_number_states_no_amount(text: str) -> None:
    assert all(amount is None for _, amount, _ in amounts(text))


def test_what_the_time_runs_from() -> None:
    assert [t.event for t in deadline("自信息形成或者变更之日起20个工作日内").terms] == ["信息形成或者变更"]
    assert [t.event for t in deadline("批准后20日内").terms] == ["批准"]
    assert [t.event for t in deadline("20日内").terms] == [None]


def test_qualifiers() -> None:
    assert deadline("20个工作日内及时公开").qualifiers == ("timely",)
    assert deadline("20个工作日内公开，并动态更新").qualifiers == ("keep_updated",)
    assert deadline("及时公开").qualifiers == ()


def test_the_text_is_kept_whole() -> None:
    assert deadline("自信息形成\n之日起 20 个工作日内").text == "自信息形成之日起20个工作日内"


@given(
    st.text("0123456789一二十个工作日月年季度内前后每自起长期公示同步及时，；。 \n", max_size=30) | st.text(max_size=20)
)
def test_every_amount_is_printed(text: str) -> None:
    read = deadline(text)
    assert read.terms
    for term in read.terms:
        assert term.month is None or 1 <= term.month <= 12
        assert term.event is None or term.event in read.text
        if term.kind == "within":
            assert term.amount is not None and term.unit is not None

"""How long limits are: without a calendar between bounds, with one to the day, beyond it nobody knows."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta

import pytest

from gicat.rules import working_days
from gicat.rules.lengths import Unit, compare, length, surely_longer
from gicat.rules.working_days import ends


@pytest.mark.parametrize(
    ("amount", "unit", "shortest", "longest"),
    [
        (1, "working_day", 1, 3), (2, "working_day", 2, 4), (3, "working_day", 3, 5), (5, "working_day", 5, 7),
        (7, "working_day", 9, 11), (20, "working_day", 26, 28), (20, "day", 20, 20), (1, "month", 28, 31),
        (2, "month", 59, 62), (6, "month", 181, 184), (1, "quarter", 89, 92), (1, "year", 365, 366),
        (4, "week", 28, 28), (24, "hour", 1, 1), (36, "hour", 2, 2),
    ],
)  # fmt: skip
def test_lengths(amount: int, unit: Unit, shortest: int, longest: int) -> None:
    found = length(amount, unit)
    assert (found.shortest, found.longest) == (shortest, longest)
    assert found.least <= shortest <= longest <= found.most


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ((1, "month"), (20, "working_day"), "longer"), ((30, "day"), (20, "working_day"), "longer"),
        ((28, "day"), (20, "working_day"), "not"), ((20, "day"), (20, "working_day"), "not"),
        ((20, "working_day"), (20, "day"), "longer"), ((15, "working_day"), (20, "day"), "perhaps"),
        ((14, "working_day"), (20, "day"), "not"), ((10, "day"), (7, "working_day"), "not"),
        ((15, "day"), (7, "working_day"), "longer"), ((5, "day"), (3, "working_day"), "not"),
        ((5, "working_day"), (3, "working_day"), "longer"), ((3, "day"), (2, "working_day"), "not"),
        ((1, "month"), (30, "day"), "perhaps"), ((20, "working_day"), (20, "working_day"), "not"),
    ],
)  # fmt: skip
def test_which_is_longer(one: tuple[int, Unit], other: tuple[int, Unit], verdict: str) -> None:
    assert compare(length(*one), length(*other)) == verdict


def test_twenty_working_days_are_longer_than_twenty_days_in_any_calendar() -> None:
    assert surely_longer(length(20, "working_day"), length(20, "day"))
    assert not surely_longer(length(15, "working_day"), length(20, "day"))
    assert not surely_longer(length(20, "day"), length(20, "working_day"))


def test_the_bounds_hold_on_every_day_of_the_known_calendar() -> None:
    known = pytest.importorskip("chinese_calendar", reason="the extra `calendar` is not installed")
    days = [date(2004, 1, 1) + timedelta(offset) for offset in range((date(2025, 12, 31) - date(2004, 1, 1)).days)]
    working = [index for index, day in enumerate(days) if known.is_workday(day)]
    for amount in (1, 2, 3, 5, 7, 10, 11, 16, 19, 20, 21, 25, 30, 40, 60):
        bound = length(amount, "working_day")
        for event in range(len(days) - 150):
            lasts = working[bisect_right(working, event) + amount - 1] - event
            assert bound.least <= lasts <= bound.most, (amount, days[event], lasts)


def weekdays(day: date) -> bool:
    if day.year > 2030:
        raise NotImplementedError(day)
    return day.weekday() < 5


def test_a_date_by_a_calendar() -> None:
    assert ends(date(2024, 3, 1), 5, "working_day", weekdays) == date(2024, 3, 8)
    assert ends(date(2024, 3, 1), 20, "day") == date(2024, 3, 21)
    assert ends(date(2024, 3, 1), 2, "week") == date(2024, 3, 15)
    assert ends(date(2024, 1, 31), 1, "month") == date(2024, 2, 29)
    assert ends(date(2000, 12, 31), 1, "month") == date(2001, 1, 31)
    assert ends(date(2000, 12, 31), 1, "year") == date(2001, 12, 31)
    assert ends(date(2024, 3, 1), 36, "hour") is None


def test_beyond_the_calendar_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ends(date(2030, 12, 25), 20, "working_day", weekdays) is None
    monkeypatch.setattr(working_days, "known_calendar", lambda: None)
    assert ends(date(2024, 3, 1), 5, "working_day") is None


def test_the_calendar_of_holidays() -> None:
    pytest.importorskip("chinese_calendar", reason="the extra `calendar` is not installed")
    assert ends(date(2022, 12, 31), 20, "working_day") == date(2023, 2, 2)
    assert ends(date(2020, 12, 31), 20, "working_day") == date(2021, 1, 29)
    assert ends(date(2999, 1, 1), 20, "working_day") is None

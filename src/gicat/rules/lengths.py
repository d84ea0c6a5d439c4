"""How long limits are in calendar days, and which of two is longer; no table of holidays is needed for that.

A limit that runs from an event ends on its last day: "within 20 working days" after a Sunday ends on the Friday of
the fourth week, 26 days later, after a Friday 28 days later. Public holidays make it longer, working weekends before
and after them shorter.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from gicat import schema

Unit = schema.DeadlineUnit
Compared = Literal["longer", "perhaps", "not"]

_HOURS = 24
_WEEK = 7
_WORKING_WEEK = 5
_MONTHS: Mapping[str, int] = MappingProxyType({"month": 1, "quarter": 3, "year": 12})
_MADE_UP = 3
"""Weekend days worked for holidays that a limit may gain: at most 3 on the calendars of 2004 to 2026."""
_HOLIDAYS = 8
"""Days a limit of up to 19 working days may lose to public holidays, on the same calendars."""


@dataclass(frozen=True, slots=True)
class Length:
    """The calendar days a limit lasts.

    Attributes:
        shortest, longest: in weeks without public holidays, depending on the day of the event.
        least, most: with holidays and the weekends worked for them.
    """

    shortest: int
    longest: int
    least: int
    most: int


def length(amount: int, unit: Unit) -> Length:
    """The length of a limit, e.g. 20 working_day; hours count as begun days."""
    if unit == "working_day":
        shortest = amount + 2 * ((amount - 1) // _WORKING_WEEK)
        longest = amount + 2 * -(-amount // _WORKING_WEEK)
        holidays = _HOLIDAYS + 2 * (amount // (4 * _WORKING_WEEK))
        return Length(shortest, longest, max(amount, shortest - _MADE_UP), longest + holidays)
    if unit in _MONTHS:
        days = _month_days(amount * _MONTHS[unit])
        return Length(min(days), max(days), min(days), max(days))
    days_of = {"hour": -(-amount // _HOURS), "day": amount, "week": amount * _WEEK}[unit]
    return Length(days_of, days_of, days_of, days_of)


def compare(one: Length, other: Length) -> Compared:
    """Whether one limit is longer than another.

    "longer" if it is both at its shortest and at its longest, in weeks without holidays; "perhaps" if only at its
    longest; else "not".
    """
    if one.longest <= other.longest:
        return "not"
    return "longer" if one.shortest > other.shortest else "perhaps"


def surely_longer(one: Length, other: Length) -> bool:
    """Whether a limit is longer whatever the calendar: 20 working days last at least 23 days, so more than 20."""
    return one.least > other.most


def _month_days(months: int) -> list[int]:
    """The days of so many months from the first of each month of four years, one of them a leap year."""
    return [(_first(start + months) - _first(start)).days for start in range(48)]


def _first(month: int) -> date:
    return date(2001 + month // 12, month % 12 + 1, 1)


def last_day(start: date, amount: int, unit: Unit) -> date | None:
    """The last day of a limit of days, weeks, months or years that runs from `start`; None for other units.

    Days count from the day after `start`; months end on the day of the same number, or with the month where it has
    none (民法典 Arts. 201, 202).
    """
    if unit in _MONTHS:
        year, month = divmod(start.year * 12 + start.month - 1 + amount * _MONTHS[unit], 12)
        return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    days = {"day": 1, "week": _WEEK}.get(unit)
    return None if days is None else start + timedelta(amount * days)

"""Dates of limits in working days, by the calendar of public holidays (chinesecalendar, the extra `calendar`).

Only what names a date needs it. The calendar ends with the year for which the State Council has announced holidays:
beyond it, and where the package is not installed, the answer is None, "cannot judge".
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from gicat.rules.lengths import last_day
from gicat.schema import DeadlineUnit

IsWorkingDay = Callable[[date], bool]
_MOST = 400
"""Days after which the search for a working day is given up."""


@lru_cache(maxsize=1)
def known_calendar() -> IsWorkingDay | None:
    """The calendar of chinesecalendar, or None where it is not installed; it raises beyond its years."""
    try:
        from chinese_calendar import is_workday
    except ImportError:
        return None
    known: IsWorkingDay = is_workday
    return known


def ends(start: date, amount: int, unit: DeadlineUnit, calendar: IsWorkingDay | None = None) -> date | None:
    """The last day of a limit that runs from a day, which does not count itself (民法典 Arts. 201, 202).

    Args:
        start: the day of the event.
        amount, unit: the limit: working days, days, weeks, months, years; None for other units.
        calendar: says of a day whether it is a working day and raises NotImplementedError for years it does not know;
            that of chinesecalendar where not given.

    Returns:
        None where nobody can know: no calendar, or one that ends before the limit does.
    """
    if unit != "working_day":
        return last_day(start, amount, unit)
    works = calendar or known_calendar()
    if works is None:
        return None
    try:
        return _nth(start, amount, works)
    except NotImplementedError:
        return None


def _nth(start: date, amount: int, works: IsWorkingDay) -> date | None:
    counted = 0
    for offset in range(1, _MOST):
        day = start + timedelta(offset)
        counted += works(day)
        if counted == amount:
            return day
    return None

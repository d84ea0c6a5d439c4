"""How bad the date of an annual report is (条例 Art. 49)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon import vocabulary
from gicat.recognise.deadlines import Term, deadline
from gicat.rules.statutory import limits, names_any
from gicat.rules.working_days import ends
from gicat.text import squeeze

_RANGE = re.compile(r"\d{1,2}月\d{1,2}[日号]?[至到~～—–-]+(\d{1,2}月\d{1,2}[日号])(?!之?前)")
_SOME_DAY = re.compile(r"月.{0,4}[日号底]")
_LAST_OF_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def judged(item: schema.Item, duty: Mapping[str, Any], published: str | None) -> tuple[Severity, Phrase] | None:
    """How bad the deadline of a report is, and why; None where it is that of the law, or there is none.

    Args:
        item: the report.
        duty: the entry of `report.due` in statute.toml that binds its body.
        published: the date of the catalogue, as precise as printed.
    """
    if item.deadline is None:
        return None
    shown = squeeze(item.deadline.text)
    stated = deadline(_RANGE.sub(r"\1前", shown)).terms
    by_law = (duty["month"], duty["day"])
    days = [_day(term) for term in stated if term.kind == "annual" and term.month]
    if any(term.kind == "ditto" for term in stated) or by_law in days:
        return None
    if days:
        return _late(shown, by_law) if min(days) > by_law else _early(shown, by_law)
    return _without_date(item, shown, by_law, published)


def _without_date(
    item: schema.Item, shown: str, by_law: tuple[int, int], published: str | None
) -> tuple[Severity, Phrase] | None:
    """The same for a deadline that is no date of every year."""
    words = vocabulary("statute")["report"]["years_end"]
    after_year = [term for term in limits(item) if term.event and names_any(words, term.event)]
    end = _end_of_year(after_year[0], published) if after_year else None
    last = ends(end, after_year[0].amount or 0, after_year[0].unit) if end else None  # type: ignore[arg-type]
    if end and last:
        day = last.isoformat() if after_year[0].unit == "working_day" else f"{last.month}月{last.day}日"
        return _late(f"{shown}（{day}）", by_law) if last > date(end.year + 1, *by_law) else None
    if _SOME_DAY.search(shown):
        return None  # a day that the grammar does not know, or of one year: nobody can judge
    return Severity.WARNING, Phrase(
        f"“{shown}” names no day; Art. 49 does", f"“{shown}”未写明日期，条例第四十九条为{by_law[0]}月{by_law[1]}日前"
    )


def _late(shown: str, by_law: tuple[int, int]) -> tuple[Severity, Phrase]:
    return Severity.ERROR, Phrase(
        f"“{shown}” is later than Art. 49 allows", f"“{shown}”晚于条例第四十九条规定的{by_law[0]}月{by_law[1]}日"
    )


def _early(shown: str, by_law: tuple[int, int]) -> tuple[Severity, Phrase]:
    return Severity.INFO, Phrase(
        f"“{shown}” is earlier than Art. 49 asks", f"“{shown}”早于条例第四十九条规定的{by_law[0]}月{by_law[1]}日"
    )


def _day(term: Term) -> tuple[int, int]:
    """Month and day; a month without a day ends with its last."""
    month = term.month or 0
    return month, term.day or _LAST_OF_MONTH[month - 1]


def _end_of_year(term: Term, published: str | None) -> date | None:
    """The day from which a limit after the end of the year runs: of any year, but of that of the catalogue for working
    days; None where nobody knows which.
    """
    if term.unit != "working_day":
        return date(2000, 12, 31)
    return date(int(published[:4]), 12, 31) if published else None

"""Amounts, dates and frequencies of a deadline: patterns, and the term that each stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from gicat.lexicon import vocabulary
from gicat.numerals import value
from gicat.recognise.time_patterns import (
    AHEAD,
    ALSO_MONTH,
    ANCHOR,
    ANNUAL,
    BARE,
    BEFORE,
    CLAUSE,
    DAY_OF_MONTH,
    FROM,
    LABEL,
    LASTING,
    LEAD,
    MONTH,
    NEXT_DAY,
    PART_OF_YEAR,
    PERIOD,
    PLACED,
    TO_AMOUNT,
    TRAILING,
    UNITS,
    WITHIN,
    YEARS,
)


@dataclass(frozen=True, slots=True)
class Term:
    """One time limit, as in the contract."""

    kind: str
    amount: int | None = None
    unit: str | None = None
    event: str | None = None
    month: int | None = None
    day: int | None = None


Taken = list[tuple[int, int, Term]]
"""Where terms stand, and the terms."""
Make = Callable[[re.Match[str], str, Taken], Term | None]
"""Makes a term of a match in a text in which others have been taken; None where it is no term."""


def limits(plain: str) -> Taken:
    """The terms that a text states in amounts, dates and frequencies, and where; what is surer is taken first.

    Args:
        plain: without white space, narrow digits, simplified characters.
    """
    taken: Taken = []
    for pattern, make in _MAKERS:
        for match in pattern.finditer(plain):
            if all(match.end() <= start or match.start() >= end for start, end, _ in taken):
                term = make(match, plain, taken)
                if term:
                    taken.append((match.start(), match.end(), term))
    return taken


def _unit(match: re.Match[str]) -> str:
    written = match.group("unit")
    return "working_day" if "工作日" in written else UNITS[written]


def _annual(match: re.Match[str], plain: str, taken: Taken) -> Term | None:
    day, month = match.group("day"), int(match.group("month"))
    if not 1 <= month <= 12:
        return None
    if not match.group("every") and re.search(r"\d{4}年$", plain[: match.start()]):
        return Term("other")
    return Term("annual", month=month, day=int(day) if day else None)


def _month(match: re.Match[str], plain: str, taken: Taken) -> Term | None:
    month, day = int(match.group("month") or match.group("alone")), match.group("day")
    return Term("annual", month=month, day=int(day) if day else None) if 1 <= month <= 12 else None


def _also_month(match: re.Match[str], plain: str, taken: Taken) -> Term | None:
    """每年6月和12月: a month behind another one."""
    follows = any(term.kind == "annual" and end == match.start() - 1 for _, end, term in taken)
    day, month = match.group("day"), int(match.group("month"))
    return Term("annual", month=month, day=int(day) if day else None) if follows and 1 <= month <= 12 else None


def _part_of_year(match: re.Match[str], plain: str, taken: Taken) -> Term:
    return Term("annual")


def _next_day(match: re.Match[str], plain: str, taken: Taken) -> Term:
    return Term("within", 1, _unit(match), _event(plain[: match.start()]))


def _within(match: re.Match[str], plain: str, taken: Taken) -> Term | None:
    start = max((end for _, end, _ in taken if end <= match.start()), default=0)
    event = _event(plain[start : match.start()])
    if match.groupdict().get("half"):
        return Term("within", 6, "month", event)
    return _amounts("within", match, event)


def _amounts(kind: str, match: re.Match[str], event: str | None) -> Term | None:
    """A term with the amount of a match; None for what is no number, or a year of the calendar."""
    amount, unit = value(match.group("amount")), _unit(match)
    if amount is None or (unit == "year" and amount >= YEARS):
        return None
    return Term(kind, amount, unit, event)


def _event(before: str) -> str | None:
    """What the time runs from: the clause before the amount, without 自, 之日起 and 后."""
    before = TO_AMOUNT.sub("", TRAILING.sub("", before))
    clauses = [clause for clause in CLAUSE.split(before) if clause]
    if not clauses or clauses[-1] in vocabulary("deadlines")["no_event"]["words"]:
        return None
    event = LEAD.sub("", clauses[-1]) or clauses[-1]
    event = ANCHOR.sub("", event) if re.search(r"自|从", event) else PLACED.sub("", event)
    return TRAILING.sub("", event) or None


def _lasting(match: re.Match[str], plain: str, taken: Taken) -> Term | None:
    """公示7个工作日, 不得少于30日; a bare `20个工作日` is a limit, a bare `1年` a frequency, `2020年` neither."""
    if match.group("most") or (FROM.search(plain[: match.start()]) and not match.group("event")):
        return _within(match, plain, taken)
    if match.group("event") or re.match(r"不|至少", match.group()):
        return _amounts("standing", match, match.group("event"))
    if not BARE.match(LABEL.sub("", plain)):
        return None
    return _amounts("periodic" if _unit(match) in ("month", "quarter", "year") else "within", match, None)


def _before(match: re.Match[str], plain: str, taken: Taken) -> Term | None:
    """Some days before an event, for which the contract has no kind; the day of a month (每月10日前) is none."""
    if plain[: match.start()].endswith("月"):
        return None
    return _amounts("other", match, _event(plain[: match.start()]))


def _ahead(match: re.Match[str], plain: str, taken: Taken) -> Term | None:
    """提前30日, 实施前3个工作日."""
    event = None if match.group("early") else _event(plain[: match.start()])
    return _amounts("other", match, event) if event or match.group("early") else None


def _periodic(match: re.Match[str], plain: str, taken: Taken) -> Term | None:
    found = match.groupdict()
    if found["fixed"]:
        return Term("periodic")
    if found["year"] or found["half"] or found["halves"] or found["bare"] == "半年":
        return Term("periodic", 6, "month")
    word = next(found[name] for name in ("unit", "by", "next", "span", "per", "bare") if found[name])
    if word.startswith("学"):
        return Term("periodic")
    unit = {"季": "quarter", "年": "year", "月": "month"}.get(word.strip("个度")) or UNITS[word.strip("个度")]
    number = found["n"] or found["times"]
    if unit == "month" and (day := DAY_OF_MONTH.match(plain, match.end())):
        return Term("periodic", value(number) if number else 1, unit, day=int(day.group(1)))
    return Term("periodic", value(number) if number else 1, unit)


_MAKERS: tuple[tuple[re.Pattern[str], Make], ...] = (
    (ANNUAL, _annual),
    (MONTH, _month),
    (ALSO_MONTH, _also_month),
    (PART_OF_YEAR, _part_of_year),
    (NEXT_DAY, _next_day),
    (WITHIN, _within),
    (PERIOD, _periodic),
    (LASTING, _lasting),
    (BEFORE, _before),
    (AHEAD, _ahead),
)
"""Patterns in the order in which they are asked."""

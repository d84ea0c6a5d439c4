"""公开时限: what a deadline cell asks for (条例 Art. 26 and 49, and the wordings of published catalogues)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from gicat.numerals import HAN_NUMERALS, value
from gicat.text import CACHED, narrow_digits, simplified, squeeze

_NUMBER = rf"(?<!\d\s)(?<!\d)(?P<amount>\d{{1,4}}|[{HAN_NUMERALS}]{{1,6}})"
_UNITS = {
    "工作日": "working_day", "自然日": "day", "小时": "hour", "季度": "quarter", "星期": "week", "周": "week",
    "月": "month", "年": "year", "日": "day", "天": "day",
}  # fmt: skip
_UNIT = rf"个?(?P<unit>{'|'.join(_UNITS)})"

_ANNUAL = re.compile(
    r"(?P<every>每年度?|次年|翌年|当年|下一?年度?)?(?P<month>\d{1,2})月(?:份)?(?:(?P<day>\d{1,2})[日号]|底)(?:之前|以前|前|底前)"
)
_WITHIN = re.compile(rf"(?:{_NUMBER}{_UNIT}|(?P<half>半)年)(?:之内|以内|内)")
_LASTING = re.compile(
    rf"(?P<event>公示期?|公告|公开期限?|征求意见)?(?:期限)?(?:不得少于|不少于|至少|不低于|(?P<most>不得?超过|最迟|不迟于)|为)?{_NUMBER}{_UNIT}(?!内|之内|以内|前|更新)"
)
_BEFORE = re.compile(rf"{_NUMBER}{_UNIT}(?:之前|以前|前)")
_BARE = re.compile(rf"^(?:{_NUMBER}){_UNIT}$")
_PERIOD = re.compile(
    rf"(?:每(?P<half>半)?(?P<n>\d{{1,3}}|[{HAN_NUMERALS}]{{1,4}})?个?(?P<unit>年度?|季度?|月度?|周|星期|日|天|工作日))"
    r"|按(?P<by>年度?|季度?|月度?|周|日)|(?P<year>半年)(?:至少)?(?:更新|公开|公布)|(?P<fixed>定期|年度公开|季度公开)"
)
_ANCHOR = re.compile(r"^.*?(?:应?自|从)(?=.*(?:起|后|内)?$)")
_TRAILING = re.compile(r"(?:之日起?|之后|以后|日起|后|起|的|之日|，|,|\s)+$")
_FROM = re.compile(r"(?:之日起?|日起|后)[，,]?$")
_YEARS = 1000
"""From here on a number of years is a year of the calendar."""
_DAY_OF_MONTH = re.compile(r"(\d{1,2})[日号]")
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})月")
_SENTENCE = re.compile(r"[^;；。]+")
_CLAUSE = re.compile(r"[;；。,，:：]")
_LEAD = re.compile(r"^(?:\d{1,2}[.．、]|其中|并|且|应当?|须|需|在|于)+")

_KEYWORDS = (
    ("ditto", re.compile(r"^(?:同上|〃|″|\"|同前|同上述)$")),
    ("standing", re.compile(r"长期|永久|常年|任期内|一直|持续公开|固定公开|保持公开")),
    ("simultaneous", re.compile(r"同步|同时|即发即公开|当日|当天")),
    ("real_time", re.compile(r"实时|即时")),
    ("as_needed", re.compile(r"随时|适时|根据.*需要|视情|不定期|按.*要求|按需|按照?.*安排")),
    ("as_needed", re.compile(r"^动态|动态(?:更新|调整|公开|发布|管理|维护)")),
    ("prompt", re.compile(r"及时|尽快|立即|第一时间|尽早")),
)
_LASTING_WORD = re.compile(r"[,，]\s*(?:并)?(?:长期|永久|常年)")
_UPDATED = re.compile(r"(?:及时|动态|随时|定期|实时)(?:进行)?(?:更新|调整)|更新")


@dataclass(frozen=True, slots=True)
class Term:
    """One time limit, as in the contract."""

    kind: str
    amount: int | None = None
    unit: str | None = None
    event: str | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline cell: its text as a value, its terms in order of print, its qualifiers."""

    text: str
    terms: tuple[Term, ...] = ()
    qualifiers: tuple[str, ...] = field(default=())

    @property
    def understood(self) -> bool:
        """Whether the grammar knows it."""
        return any(term.kind != "other" for term in self.terms)


@lru_cache(maxsize=CACHED)
def deadline(printed: str) -> Deadline:
    """The terms of a deadline cell; a text the grammar does not know gives one term of kind `other`."""
    text = squeeze(printed)
    plain = simplified(narrow_digits(text))
    taken: list[tuple[int, int, Term]] = []
    for pattern, make in (
        (_ANNUAL, _annual),
        (_WITHIN, _within),
        (_PERIOD, _periodic),
        (_LASTING, _lasting),
        (_BEFORE, _before),
    ):
        for match in pattern.finditer(plain):
            if all(match.end() <= start or match.start() >= end for start, end, _ in taken):
                term = make(match, plain, taken)
                if term:
                    taken.append((match.start(), match.end(), term))
    taken += _worded(plain, taken)
    terms = [term for _, _, term in sorted(taken, key=lambda t: t[0])] or [Term("other")]
    return Deadline(text, tuple(terms), _qualifiers(plain, terms))


def _worded(plain: str, taken: list[tuple[int, int, Term]]) -> list[tuple[int, int, Term]]:
    """Terms that words state (长期, 同步, 及时 …), one for each sentence that states no amount; 长期 beside one too."""
    found = []
    for sentence in _SENTENCE.finditer(plain):
        inside = [(start, end) for start, end, _ in taken if start < sentence.end() and end > sentence.start()]
        if inside:
            lasting = _LASTING_WORD.search(sentence.group())
            start = sentence.start() + lasting.start() if lasting else 0
            if lasting and start >= max(end for _, end in inside):
                found.append((start, start + 2, Term("standing")))
            continue
        kind = next((kind for kind, pattern in _KEYWORDS if pattern.search(sentence.group())), None)
        if kind and not (taken and kind == "prompt"):
            found.append((sentence.start(), sentence.end(), Term(kind)))
    return found


def _qualifiers(plain: str, terms: list[Term]) -> tuple[str, ...]:
    found = []
    if re.search(r"及时(?:公开|公布|发布|公示)", plain) and terms[0].kind != "prompt":
        found.append("timely")
    if _UPDATED.search(plain) and terms[0].kind not in ("periodic", "as_needed"):
        found.append("keep_updated")
    return tuple(found)


def _amount(match: re.Match[str]) -> int | None:
    return value(match.group("amount"))


def _annual(match: re.Match[str], plain: str, taken: list[tuple[int, int, Term]]) -> Term | None:
    day = match.group("day")
    month = int(match.group("month"))
    if not 1 <= month <= 12:
        return None
    if not match.group("every") and re.search(r"\d{4}年$", plain[: match.start()]):
        return Term("other")
    return Term("annual", month=month, day=int(day) if day else None)


def _within(match: re.Match[str], plain: str, taken: list[tuple[int, int, Term]]) -> Term | None:
    start = max((end for _, end, _ in taken if end <= match.start()), default=0)
    event = _event(plain[start : match.start()])
    if match.groupdict().get("half"):
        return Term("within", 6, "month", event)
    amount = _amount(match)
    return None if amount is None else Term("within", amount, _UNITS[match.group("unit")], event)


def _event(before: str) -> str | None:
    """What the time runs from: the clause before the amount, without 自, 之日起 and 后."""
    clauses = [clause for clause in _CLAUSE.split(_TRAILING.sub("", before)) if clause]
    if not clauses:
        return None
    event = _LEAD.sub("", clauses[-1]) or clauses[-1]
    event = _ANCHOR.sub("", event) if re.search(r"自|从", event) else event
    return _TRAILING.sub("", event) or None


def _lasting(match: re.Match[str], plain: str, taken: list[tuple[int, int, Term]]) -> Term | None:
    """公示7个工作日, 不得少于30日; a bare `20个工作日` is a limit, a bare `1年` a frequency, `2020年` neither."""
    amount, unit = _amount(match), _UNITS[match.group("unit")]
    if amount is None or (unit == "year" and amount >= _YEARS):
        return None
    if match.group("most") or (_FROM.search(plain[: match.start()]) and not match.group("event")):
        return _within(match, plain, taken)
    if match.group("event") or re.match(r"不|至少", match.group()):
        return Term("standing", amount, unit, match.group("event"))
    if _BARE.match(plain):
        return Term("periodic" if unit in ("month", "quarter", "year") else "within", amount, unit)
    return None


def _before(match: re.Match[str], plain: str, taken: list[tuple[int, int, Term]]) -> Term | None:
    """提前 some days; the day of a month (每月10日前) is none."""
    amount = _amount(match)
    if amount is None or plain[: match.start()].endswith("月"):
        return None
    return Term("other", amount, _UNITS[match.group("unit")], _event(plain[: match.start()]))


def _periodic(match: re.Match[str], plain: str, taken: list[tuple[int, int, Term]]) -> Term | None:
    if match.group("fixed"):
        return Term("periodic")
    if match.group("year") or match.group("half"):
        return Term("periodic", 6, "month")
    word = (match.group("unit") or match.group("by")).rstrip("度")
    unit = {"季": "quarter", "年": "year", "月": "month"}.get(word) or _UNITS[word]
    number = match.group("n")
    if unit == "year" and not number and (month := _MONTH_OF_YEAR.match(plain, match.end())):
        return Term("annual", month=int(month.group(1)))
    if unit == "month" and (day := _DAY_OF_MONTH.match(plain, match.end())):
        return Term("periodic", value(number) if number else 1, unit, day=int(day.group(1)))
    return Term("periodic", value(number) if number else 1, unit)

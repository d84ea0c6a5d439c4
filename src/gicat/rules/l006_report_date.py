"""L006: the annual report is due on another day than Art. 49 says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon import vocabulary
from gicat.recognise.deadlines import Term
from gicat.rules.base import Finding, Fix
from gicat.rules.citing import dated
from gicat.rules.context import Context, Profile
from gicat.rules.facts import issuer, topics
from gicat.rules.law import Authority, LawRule
from gicat.rules.printed_text import PrintedCell, cells
from gicat.rules.rewriting import rewrite
from gicat.rules.statutory import limits, names_any, terms
from gicat.rules.working_days import ends
from gicat.text import squeeze

__all__ = ["ReportDate"]

_LAST_OF_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class ReportDate(LawRule):
    """The annual report on disclosure is due later, earlier, or on no fixed day.

    ## What it checks

    The item for the annual report says 每年1月31日前 in the catalogue of a department, 每年3月31日前 in that of a
    government from the county up or of its office. A later date is an error, no date (20个工作日内, 及时) a warning,
    an earlier date a note.

    ## Why

    条例 Art. 49 gives departments until 31 January to submit and publish it, and the offices that compile the report
    of the whole government until 31 March. The second date is often copied into the catalogues of departments, who
    then report two months late.

    ## Known exceptions

    Towns, subdistricts and companies do not report under Art. 49. For vertical agencies and authorised organisations,
    which report by like rules, and for catalogues that name an area but no body, a later date is a warning. A limit
    in working days after the end of the year is compared by the calendar of public holidays, where it is installed
    (extra `calendar`) and reaches that far; else the cell has no fixed day.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政府信息公开年度报告 | 上一年度工作情况 | 《政府信息公开条例》 | 每年3月31日前 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政府信息公开年度报告 | 上一年度工作情况 | 《政府信息公开条例》 | 每年1月31日前 | 办公室 |
    ```

    ## Options

    None; `profile.issuer` and `[facts]` in gicat.toml say what kind of body the issuer is.

    ## Source

    条例 Art. 49.
    """

    code = "L006"
    name = "report-date"
    severity = Severity.ERROR
    title = Phrase("annual report not due on the day of Art. 49", "年度报告公开时限与条例第四十九条不符")
    fixable = "unsafe"
    authorities = (Authority("cn.sc.711.2019", "第四十九条"),)

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        due = [_due(catalogue, context.profile) for catalogue in document.catalogues]
        for cell in cells(document, "deadline"):
            catalogue, duty = document.catalogues[cell.catalogue], due[cell.catalogue]
            of_report = [index for index in cell.sharers if _is_report(catalogue.items[index], context.profile)]
            if duty is None or not of_report:
                continue
            item = catalogue.items[of_report[0]]
            judged = _judged(item, duty, dated(catalogue))
            if judged is None:
                continue
            severity, message = judged
            if severity is Severity.ERROR and not _surely_due(catalogue, duty, context.profile):
                severity = Severity.WARNING
            proper = f"每年{duty['month']}月{duty['day']}日前"
            yield self.found(
                message,
                Phrase(
                    f"write {proper} (Art. 49)",
                    f"请写作“{proper}”（条例第四十九条第{'一二'[duty['paragraph'] - 1]}款）",
                ),
                catalogue=cell.catalogue,
                item=of_report[0],
                within=item,
                field="deadline",
                quote=cell.text,
                places=cell.places,
                severity=severity,
                fix=_fix(cell, proper) if of_report == cell.sharers and severity is not Severity.INFO else None,
            )


def _words() -> Mapping[str, Any]:
    entry: Mapping[str, Any] = vocabulary("statute")["report"]
    return entry


def _due(catalogue: schema.Catalogue, profile: Profile) -> Mapping[str, Any] | None:
    """The entry of statute.toml for the kind of the issuer."""
    kind = issuer(catalogue, profile).value
    return next((entry for entry in _words()["due"] if kind in entry["kinds"]), None)


def _surely_due(catalogue: schema.Catalogue, duty: Mapping[str, Any], profile: Profile) -> bool:
    """Whether the day is that of Art. 49 itself; a catalogue that names only an area may be its government's."""
    named = issuer(catalogue, profile).source in ("agency", "settings")
    return bool(duty["sure"]) and (named or catalogue.region is None)


def _is_report(item: schema.Item, profile: Profile) -> bool:
    surest = next(iter(topics(item, profile)), None)
    if surest is None or surest.value != _words()["topic"] or surest.source == "content":
        return False
    text = " ".join([*item.categories, item.name or "", item.content or ""])
    return names_any(_words()["words"], text) and not names_any(_words()["unless"], item.name or "")


def _judged(item: schema.Item, duty: Mapping[str, Any], published: str | None) -> tuple[Severity, Phrase] | None:
    """How bad the deadline of a report is, and why; None where it is that of the law, or there is none."""
    stated = terms(item)
    if not stated or item.deadline is None or any(term.kind == "ditto" for term in stated):
        return None
    shown = squeeze(item.deadline.text)
    by_law = (duty["month"], duty["day"])
    days = [_day(term) for term in stated if term.kind == "annual" and term.month]
    if any(day == by_law for day in days):
        return None
    if days:
        return _late(shown, by_law) if min(days) > by_law else _early(shown, by_law)
    after_year = [term for term in limits(item) if term.event and names_any(_words()["years_end"], term.event)]
    last = _last_after_year(after_year[0], published) if after_year else None
    if last is not None:
        return _late(f"{shown}（{last}）", by_law) if (last.month, last.day) > by_law else None
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


def _last_after_year(term: Term, published: str | None) -> date | None:
    """The day on which a limit from the end of the year of the catalogue ends; None where nobody can know."""
    if term.amount is None or term.unit is None:
        return None
    if term.unit != "working_day":
        return ends(date(2000, 12, 31), term.amount, term.unit)  # type: ignore[arg-type]
    if published is None:
        return None
    return ends(date(int(published[:4]), 12, 31), term.amount, "working_day")


def _fix(cell: PrintedCell, proper: str) -> Fix:
    return Fix(rewrite(cell, lambda _: proper), False, squeeze(cell.text), proper)

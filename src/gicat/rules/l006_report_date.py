"""L006: the annual report is due on another day than Art. 49 says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon import vocabulary
from gicat.rules.base import Finding, Fix
from gicat.rules.citing import dated
from gicat.rules.context import Context, Profile
from gicat.rules.facts import issuer, topics
from gicat.rules.law import Authority, LawRule
from gicat.rules.printed_text import PrintedCell, cells
from gicat.rules.report_dates import judged
from gicat.rules.rewriting import rewrite
from gicat.rules.statutory import effective, names_any
from gicat.text import squeeze

__all__ = ["ReportDate"]


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
    which report by like rules, and for catalogues that name an area but no body, a later date is a warning. The
    report of a whole government (市政府年度报告) is due on the later day in whosever catalogue it stands. A limit in
    working days after the end of the year is compared by the calendar of public holidays, where it is installed
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
            item = effective(catalogue.items, of_report[0])
            found = judged(item, duty, dated(catalogue))
            if found and _of_whole_government(item):
                duty = _of_kind("government")
                found = judged(item, duty, dated(catalogue))
            if found is None:
                continue
            severity, message = found
            if severity is Severity.ERROR and not _surely_due(catalogue, duty, context.profile):
                severity = Severity.WARNING
            proper = f"每年{duty['month']}月{duty['day']}日前"
            yield self.found(
                message,
                _advice(proper, f"条例第四十九条第{'一二'[duty['paragraph'] - 1]}款", severity),
                catalogue=cell.catalogue,
                item=of_report[0],
                within=item,
                field="deadline",
                quote=cell.text,
                places=cell.places,
                severity=severity,
                fix=_fix(cell, proper) if of_report == cell.sharers and severity is not Severity.INFO else None,
            )


def _advice(proper: str, article: str, severity: Severity) -> Phrase:
    """What the cell should read; an earlier day may stay."""
    if severity is Severity.INFO:
        kept = f"可以保留；{article}规定的期限为“{proper}”"
        return Phrase(f"an earlier day may stay; Art. 49 asks for {proper}", kept)
    return Phrase(f"write {proper} (Art. 49)", f"请写作“{proper}”（{article}）")


def _words() -> Mapping[str, Any]:
    entry: Mapping[str, Any] = vocabulary("statute")["report"]
    return entry


def _due(catalogue: schema.Catalogue, profile: Profile) -> Mapping[str, Any] | None:
    """The entry of statute.toml for the kind of the issuer."""
    kind = issuer(catalogue, profile).value
    known = any(kind in entry["kinds"] for entry in _words()["due"])
    return _of_kind(kind) if known else None


def _of_kind(kind: str) -> Mapping[str, Any]:
    return next(entry for entry in _words()["due"] if kind in entry["kinds"])


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


def _of_whole_government(item: schema.Item) -> bool:
    """Whether a report is that of a whole government, which its office compiles; 政府信息 alone says nothing."""
    return names_any(_words()["whole"], f"{item.name}{item.content}".replace("政府信息", ""))


def _fix(cell: PrintedCell, proper: str) -> Fix:
    return Fix(rewrite(cell, lambda _: proper), False, squeeze(cell.text), proper)

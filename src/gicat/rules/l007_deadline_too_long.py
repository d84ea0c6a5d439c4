"""L007: a deadline longer than the 20 working days of Art. 26."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding
from gicat.rules.citing import Cited, cited
from gicat.rules.context import Context, Profile
from gicat.rules.facts import topics
from gicat.rules.law import Authority, LawRule
from gicat.rules.lengths import compare
from gicat.rules.printed_text import PrintedCell, cells
from gicat.rules.statutory import basis_of, concerns, effective, limit, limit_length, limits, term_length
from gicat.text import squeeze

__all__ = ["DeadlineTooLong"]

_OTHERS = ("L008", "L009", "L010", "L011")
_LAWS = ("法", "条例", "法典")
_DISCLOSURE = ("cn.sc.711.2019", "cn.sc.492.2007")


class DeadlineTooLong(LawRule):
    """A deadline is longer than 20 working days, and no special law is cited for it.

    ## What it checks

    No limit that runs from an event is longer than 20个工作日, unless the legal basis cites a law or regulation
    besides 条例. Compared are calendar days in weeks without holidays: 20 working days last 26 to 28 days, a month 28
    to 31.

    ## Why

    条例 Art. 26 wants information published within 20 working days of the day it is formed or changed; only laws and
    regulations (法律、法规) may set another time.

    ## Known exceptions

    Periods of notice (公示7天, 征求意见30日), frequencies and annual dates are other things. Items with a limit of
    their own are judged by L006 and L008 to L011. Four weeks (28日) are as long as 20 working days from a weekday.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 建议提案 | 答复 | 《政府信息公开条例》 | 1个月内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 建议提案 | 答复 | 《政府信息公开条例》 | 正式答复后20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 26.
    """

    code = "L007"
    name = "deadline-too-long"
    severity = Severity.WARNING
    title = Phrase("deadline longer than 20 working days", "公开时限长于20个工作日")
    authorities = (Authority("cn.sc.711.2019", "第二十六条"),)

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        allowed = limit_length(self.code)
        for cell in cells(document, "deadline"):
            items = document.catalogues[cell.catalogue].items
            index = next((index for index in cell.sharers if _general(items[index], context.profile)), None)
            if index is None:
                continue
            item = effective(items, index)
            long = [term for term in limits(item) if compare(term_length(term), allowed) == "longer"]
            if long:
                yield self._finding(cell, index, item)

    def _finding(self, cell: PrintedCell, index: int, item: schema.Item) -> Finding:
        shown = squeeze(item.deadline.text if item.deadline else cell.text)
        return self.found(
            Phrase(
                f"“{shown}” is longer than the 20 working days of Art. 26",
                f"“{shown}”长于条例第二十六条规定的20个工作日",
            ),
            Phrase(
                "write 20个工作日内, or cite the law that allows more time",
                "请改为“自信息形成或者变更之日起20个工作日内”，或引用另有规定的法律、法规",
            ),
            catalogue=cell.catalogue,
            item=index,
            within=item,
            field="deadline",
            quote=cell.text,
            places=cell.places,
        )


def _general(item: schema.Item, profile: Profile) -> bool:
    """Whether nothing but Art. 26 sets the time of an item."""
    exempt = limit("L007")["exempt"]
    if any(fact.value in exempt for fact in topics(item, profile) if fact.source != "content"):
        return False
    if any(concerns(limit(code), item, profile) for code in _OTHERS):
        return False
    return not any(_is_special_law(each) for each in cited(basis_of(item)))


def _is_special_law(each: Cited) -> bool:
    known = each.instrument
    if known is not None:
        return known.kind in ("law", "administrative_regulation") and known.id not in _DISCLOSURE
    return each.title.endswith(_LAWS) and "信息公开条例" not in each.title

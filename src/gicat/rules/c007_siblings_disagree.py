"""C007: catalogues of one template that disagree about the law."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import BatchRule, Finding
from gicat.rules.context import Context, Profile
from gicat.rules.facts import issuer, name_topics
from gicat.text import key

__all__ = ["SiblingsDisagree"]

_STATUTORY = {"annual_report", "budget"}


class SiblingsDisagree(BatchRule):
    """Catalogues of one template give different deadlines for the same statutory item.

    ## What it checks

    Over all documents of a run: catalogues with the same columns, by issuers of the same kind, give the same date
    for the annual report and the same limit for budgets. Those that differ from most of the others are reported;
    where no date prevails, all are.

    ## Why

    Agencies of one county fill in one form; the law gives all of them the same day (31 January for departments,
    条例 Art. 49). One that differs has copied the rule for governments.

    ## Known exceptions

    Departments and governments have different days and are compared apart. A single catalogue has no siblings.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 |
    | --- | --- | --- | --- |
    | 政府信息公开年度报告 | 年报 | 《政府信息公开条例》 | 每年1月31日前 |
    ```

    ```
    示例市民政局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 |
    | --- | --- | --- | --- |
    | 政府信息公开年度报告 | 年报 | 《政府信息公开条例》 | 每年1月31日前 |
    ```

    ```
    示例市教育局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 |
    | --- | --- | --- | --- |
    | 政府信息公开年度报告 | 年报 | 《政府信息公开条例》 | 每年3月31日前 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 |
    | --- | --- | --- | --- |
    | 政府信息公开年度报告 | 年报 | 《政府信息公开条例》 | 每年1月31日前 |
    ```

    ```
    示例市民政局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 |
    | --- | --- | --- | --- |
    | 政府信息公开年度报告 | 年报 | 《政府信息公开条例》 | 每年1月31日前 |
    ```

    ```
    示例市教育局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 |
    | --- | --- | --- | --- |
    | 政府信息公开年度报告 | 年报 | 《政府信息公开条例》 | 每年1月31日前 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 49; 预算法 Art. 14.
    """

    code = "C007"
    name = "siblings-disagree"
    severity = Severity.WARNING
    title = Phrase("sibling catalogues disagree", "同模板目录的法定时限不一致")

    def check_all(self, documents: Sequence[tuple[schema.Document, Context]]) -> Iterator[tuple[int, Finding]]:
        """See the class."""
        stated: dict[tuple[object, ...], list[_Stated]] = defaultdict(list)
        for number, (document, context) in enumerate(documents):
            for index, catalogue in enumerate(document.catalogues):
                kind = issuer(catalogue, context.profile).value
                template = _template(catalogue)
                for topic, position, value in _statutory(catalogue, context.profile):
                    stated[template, kind, topic].append(_Stated(number, index, position, value))
        for siblings in stated.values():
            counted = Counter(each.value for each in siblings).most_common(2)
            usual = counted[0][0] if len(counted) == 1 or counted[0][1] > counted[1][1] else None
            for each in siblings if len(counted) > 1 else ():
                if each.value != usual:
                    yield each.document, self._finding(documents, each, siblings)

    def _finding(
        self, documents: Sequence[tuple[schema.Document, Context]], each: _Stated, siblings: Sequence[_Stated]
    ) -> Finding:
        item = documents[each.document][0].catalogues[each.catalogue].items[each.item]
        other = next(sibling for sibling in siblings if sibling.value != each.value)
        agency = documents[other.document][0].catalogues[other.catalogue]
        named = agency.title or agency.agency or documents[other.document][0].source.name
        theirs = agency.items[other.item].deadline
        mine, yours = item.deadline.text if item.deadline else "", theirs.text if theirs else ""
        return Finding(
            code=self.code,
            severity=self.severity,
            message=Phrase(f"“{item.name}” is due “{mine}” here, “{yours}” in {named}",
                           f"“{item.name}”此处为“{mine}”，{named}为“{yours}”"),
            suggestion=Phrase("check which one the law gives", "请按法定时限核对"),
            catalogue=each.catalogue, item=each.item, item_id=item.id, field="deadline", quote=mine,
            printed=item.printed.get("deadline"), places=tuple(item.places.get("deadline", ())),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a catalogue states for a statutory item, and where."""

    document: int
    catalogue: int
    item: int
    value: tuple[object, ...]


def _template(catalogue: schema.Catalogue) -> tuple[str, ...]:
    """What catalogues of one template have in common: the labels of their columns."""
    return tuple(key("/".join(column.label)) for column in catalogue.columns)


def _statutory(catalogue: schema.Catalogue, profile: Profile) -> Iterator[tuple[str, int, tuple[object, ...]]]:
    """Topic, index and limit of the items whose limit the law gives, the first of each topic."""
    seen: set[str] = set()
    for index, item in enumerate(catalogue.items):
        about = name_topics(item, profile)
        terms = item.deadline.terms if item.deadline else []
        for topic in sorted(about & _STATUTORY - seen):
            if terms and terms[0].kind in ("annual", "within"):
                seen.add(topic)
                yield topic, index, (terms[0].month, terms[0].day, terms[0].amount, terms[0].unit)

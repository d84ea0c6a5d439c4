"""C007: catalogues of one template that disagree about the law."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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

    def digest(self, document: schema.Document, context: Context) -> list[_Stated]:
        """The limits of the statutory items, and what a finding tells of them."""
        return [
            _stated(document, number, index, topic, context.profile)
            for number, catalogue in enumerate(document.catalogues)
            for topic, index in _statutory(catalogue, context.profile)
        ]

    def compare(self, digests: Sequence[Sequence[_Stated]]) -> Iterator[tuple[int, Finding]]:
        """See the class."""
        groups: dict[tuple[object, ...], list[tuple[int, _Stated]]] = defaultdict(list)
        for number, digest in enumerate(digests):
            for each in digest:
                groups[each.group].append((number, each))
        for siblings in groups.values():
            counted = Counter(each.limit for _, each in siblings).most_common(2)
            usual = counted[0][0] if len(counted) == 1 or counted[0][1] > counted[1][1] else None
            for number, each in siblings if len(counted) > 1 else ():
                if each.limit != usual:
                    yield number, self._finding(each, next(s for _, s in siblings if s.limit != each.limit))

    def _finding(self, each: _Stated, other: _Stated) -> Finding:
        return replace(
            each.found,
            message=Phrase(
                f"“{each.name}” is due “{each.text}” here, “{other.text}” in {other.where}",
                f"“{each.name}”此处为“{each.text}”，{other.where}为“{other.text}”",
            ),
        )


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a catalogue states for a statutory item.

    Attributes:
        group: template, kind of issuer and topic: what siblings share.
        limit: the time it gives.
        name, text: the item and its deadline.
        where: what others call the catalogue.
        found: the finding, should this one differ; its message is still to be said.
    """

    group: tuple[object, ...]
    limit: tuple[object, ...]
    name: str
    text: str
    where: str
    found: Finding


def _stated(document: schema.Document, number: int, index: int, topic: str, profile: Profile) -> _Stated:
    catalogue = document.catalogues[number]
    item = catalogue.items[index]
    text = item.deadline.text if item.deadline else ""
    return _Stated(
        group=(_template(catalogue), issuer(catalogue, profile).value, topic),
        limit=_limit(item),
        name=item.name or "",
        text=text,
        where=catalogue.title or catalogue.agency or document.source.name,
        found=Finding(
            code=SiblingsDisagree.code,
            severity=SiblingsDisagree.severity,
            message=SiblingsDisagree.title,
            suggestion=Phrase("check which one the law gives", "请按法定时限核对"),
            catalogue=number, item=index, item_id=item.id, field="deadline", quote=text,
            printed=item.printed.get("deadline"), places=tuple(item.places.get("deadline", ())),
        ),
    )  # fmt: skip


def _limit(item: schema.Item) -> tuple[object, ...]:
    """The first time that an item's deadline gives; empty for none that can be compared."""
    terms = item.deadline.terms if item.deadline else []
    if not terms or terms[0].kind not in ("annual", "within"):
        return ()
    return terms[0].month, terms[0].day, terms[0].amount, terms[0].unit


def _template(catalogue: schema.Catalogue) -> tuple[str, ...]:
    """What catalogues of one template have in common: the labels of their columns."""
    return tuple(key("/".join(column.label)) for column in catalogue.columns)


def _statutory(catalogue: schema.Catalogue, profile: Profile) -> Iterator[tuple[str, int]]:
    """Topic and index of the items whose limit the law gives, the first of each topic."""
    seen: set[str] = set()
    for index, item in enumerate(catalogue.items):
        for topic in sorted(name_topics(item, profile) & _STATUTORY - seen) if _limit(item) else ():
            seen.add(topic)
            yield topic, index

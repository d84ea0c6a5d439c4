"""S005: 序号 and the ordinals of categories do not count up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.numbering import Number, gap, numbers_of, ordinals_of, plain, renumber

__all__ = ["NumberingBroken"]


class NumberingBroken(Rule):
    """Numbers repeat, go down, leave gaps or are missing.

    ## What it checks

    序号, and the ordinals of category headings (一、二、三) under one parent. A number that was there before or is
    smaller than the one above is an error. Gaps, a start other than 1 and a table without 序号 are worth
    knowing only.

    ## Why

    Items are quoted by number; a number that stands twice points nowhere. Gaps are how rows get lost.

    ## Known exceptions

    A number may start at 1 again under a new outermost category; the numbers of several catalogues in one file may
    go on. A township that keeps only its rows of a national catalogue keeps their numbers: gaps are no error.
    Codes with leading zeros (0505) may have gaps.

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 1 | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 2 | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 |
    | 2 | 部门决算 | 决算报表 | 《预算法》 | 20日内 | 财务科 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 1 | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 2 | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 |
    | 3 | 部门决算 | 决算报表 | 《预算法》 | 20日内 | 财务科 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 12 (索引); the template of 国办发〔2019〕54号, column 序号.
    """

    code = "S005"
    name = "numbering-broken"
    severity = Severity.ERROR
    title = Phrase("numbers repeat, go down, leave gaps or are missing", "序号重复、倒退、不连续或缺失")
    fixable = "unsafe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """Findings of 序号, then of the ordinals of categories, catalogue by catalogue."""
        last: int | None = None
        for index, catalogue in enumerate(document.catalogues):
            numbers = numbers_of(catalogue)
            going_on = last is not None and bool(numbers) and numbers[0].parts == (last + 1,)
            last = numbers[-1].parts[-1] if numbers else None
            if catalogue.items and not any(item.number for item in catalogue.items):
                yield self._unnumbered(index, catalogue)
            yield from self._sequence(index, catalogue, numbers, "number", going_on)
            for ordinals in ordinals_of(catalogue):
                yield from self._sequence(index, catalogue, ordinals, "categories")

    def _unnumbered(self, index: int, catalogue: schema.Catalogue) -> Finding:
        return self.found(
            Phrase("the items have no numbers", "目录没有序号"),
            Phrase("add a column 序号 that counts from 1", "请增设“序号”栏，从 1 起编号"),
            catalogue=index,
            field="number",
            places=[place for column in catalogue.columns[:1] for place in column.places],
            severity=Severity.INFO,
        )

    def _sequence(
        self,
        index: int,
        catalogue: schema.Catalogue,
        numbers: Sequence[Number],
        field: schema.FieldName,
        going_on: bool = False,
    ) -> Iterator[Finding]:
        """Errors where a number repeats or goes down; one note for all gaps, one for a start other than 1."""
        seen: set[tuple[int, ...]] = set()
        gaps: list[tuple[Number, Number]] = []
        before: Number | None = None
        for number in numbers:
            if before is not None and number.parts == (1,) and number.under != before.under:
                seen, before = set(), None  # a new domain or category counts from 1 again
            if before is None and number.parts != (1,) and plain(number) and not going_on:
                yield self._note(index, catalogue, number, field, "start")
            if number.parts in seen or (before is not None and number.parts < before.parts):
                yield self._error(index, catalogue, number, field, number.parts in seen)
            elif before is not None and gap(before, number):
                gaps.append((before, number))
            seen.add(number.parts)
            before = number if before is None or number.parts > before.parts else before
        if gaps:
            spelt = "、".join(f"{one.printed}→{other.printed}" for one, other in gaps)
            yield self._note(index, catalogue, gaps[0][1], field, spelt)

    def _error(
        self, index: int, catalogue: schema.Catalogue, number: Number, field: schema.FieldName, again: bool
    ) -> Finding:
        return self.found(
            Phrase(f"number {number.printed} was there before", f"序号“{number.printed}”重复")
            if again
            else Phrase(
                f"number {number.printed} is smaller than the one above", f"序号“{number.printed}”小于上一个序号"
            ),
            Phrase("number the rows in order", "请按顺序重新编号"),
            catalogue=index,
            item=number.item,
            within=catalogue.items[number.item],
            field=field,
            quote=number.printed,
            fix=renumber(index, number) if field == "number" else None,
        )

    def _note(
        self, index: int, catalogue: schema.Catalogue, number: Number, field: schema.FieldName, what: str
    ) -> Finding:
        return self.found(
            Phrase(f"the numbers start at {number.printed}", f"序号从“{number.printed}”开始")
            if what == "start"
            else Phrase(f"numbers are left out: {what}", f"序号不连续：{what}"),
            Phrase("see whether rows were lost", "请核对是否有遗漏的事项"),
            catalogue=index,
            item=number.item,
            within=catalogue.items[number.item],
            field=field,
            quote=number.printed,
            severity=Severity.INFO,
        )

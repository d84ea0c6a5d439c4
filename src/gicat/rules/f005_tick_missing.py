"""F005: a group of tick columns without a tick."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.marks import TICKED
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.facts import FIELDS

GROUPS: tuple[schema.FieldName, ...] = ("audiences", "access_modes", "levels")

__all__ = ["TickMissing"]


class TickMissing(Rule):
    """A row has no tick in a group of columns.

    ## What it checks

    In every row, each of the groups audience, access mode and level that the table has tick columns for has one
    tick at least. Where an export lost the columns of the ticks, the row is counted as a whole: fewer ticks
    than groups leave one group without.

    ## Why

    The template asks for one choice per group. Without it nobody knows whether the item is for everybody, or
    published without being asked for.

    ## Known exceptions

    Groups whose ticks could not be placed (P002) are not judged one by one. Words in a tick column
    (在校学生家长 under 特定群体) are a tick.

    ## Example

    ```text
    白鹭县水务局政务公开标准目录

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 全社会 | 特定群体 | 公开主体 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | √ | | 办公室 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | | | 财务科 |
    | 部门决算 | 决算报表 | 《预算法》 | 20日内 | √ | | 财务科 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政务公开标准目录

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 全社会 | 特定群体 | 公开主体 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | √ | | 办公室 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | √ | | 财务科 |
    | 部门决算 | 决算报表 | 《预算法》 | 20日内 | | √ | 财务科 |
    ```

    ## Options

    None.

    ## Source

    The template of 国办发〔2019〕54号, columns 公开对象, 公开方式, 公开层级.
    """

    code = "F005"
    name = "tick-missing"
    severity = Severity.WARNING
    title = Phrase("a group of tick columns has no tick", "勾选栏未勾选")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for each row and empty group, or for a row with fewer ticks than groups."""
        for number, catalogue in enumerate(document.catalogues):
            ticked = {column.field for column in catalogue.columns if column.option is not None}
            groups = [field for field in GROUPS if field in ticked]
            for index, item in enumerate(catalogue.items):
                for field in groups:
                    options: list[schema.Option] = getattr(item, field)
                    if options and all(option.checked is False for option in options):
                        yield self._group(number, index, item, field)
                if (count := _ticks_in_common(item, groups)) is not None and count < len(groups):
                    yield self._row(number, index, item, groups, count)

    def _group(self, number: int, index: int, item: schema.Item, field: schema.FieldName) -> Finding:
        return self.found(
            Phrase(f"“{item.name or ''}” has no tick for the {FIELDS[field].en}",
                   f"“{item.name or ''}”的“{FIELDS[field].zh}”未勾选"),
            Phrase(f"tick one option of {FIELDS[field].zh}", f"请在“{FIELDS[field].zh}”中至少勾选一项"),
            catalogue=number, item=index, within=item, field=field, quote=item.printed.get(field, ""),
            places=item.places.get(field) or item.places.get("name") or (),
        )  # fmt: skip

    def _row(self, number: int, index: int, item: schema.Item, groups: list[schema.FieldName], count: int) -> Finding:
        names = "、".join(FIELDS[field].zh for field in groups)
        return self.found(
            Phrase(f"“{item.name or ''}” has {count} tick(s) for {len(groups)} groups ({names})",
                   f"“{item.name or ''}”共 {len(groups)} 组（{names}），仅勾选 {count} 处"),
            Phrase("tick one option of each group", "请在每组中至少勾选一项"),
            catalogue=number, item=index, within=item, field=groups[0],
        )  # fmt: skip


def _ticks_in_common(item: schema.Item, groups: list[schema.FieldName]) -> int | None:
    """How many ticks a row has, where an export left one cell for all its groups; None where they have their own."""
    if len(groups) < 2 or not all(_lost(getattr(item, field)) for field in groups):
        return None
    places = [item.places.get(field) for field in groups]
    printed = [item.printed.get(field) for field in groups]
    if not places[0] or not printed[0] or any(p != places[0] for p in places) or any(p != printed[0] for p in printed):
        return None
    return sum(glyph in TICKED for glyph in printed[0])


def _lost(options: list[schema.Option]) -> bool:
    return bool(options) and all(option.checked is None for option in options)

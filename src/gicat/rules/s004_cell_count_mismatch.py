"""S004: a row has another number of cells than the table has columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Rule, items
from gicat.rules.context import Context

TRUNCATED, SHORTER, CONTINUED, LONGER = "P004", "P012", "P016", "P018"
_NUMBER = re.compile(r"\d+")

__all__ = ["CellCountMismatch"]


class CellCountMismatch(Rule):
    """A row has fewer or more cells than the table has columns.

    ## What it checks

    Rows that were found too short (P012) or too long (P018) while reading, after merged cells were counted in, and
    a last row that ends early (P004). For the latter the severity is warning: the file was probably cut off on its way.

    ## Why

    What stands in such a row cannot be placed with certainty; a value may be shown under the wrong column.

    ## Known exceptions

    Empty cells at the end of a row that an export dropped are no finding where the columns stay certain, nor is a
    row that goes on with the content of the item above (P016): its other cells are merged ones.

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 | ■政府网站 □政府公报 |
    | 部门预算 | 预算报表 | 《预算法》
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 | ■政府网站 □政府公报 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 | ■政府网站 □政府公报 |
    ```

    ## Options

    None.

    ## Source

    The table's own header: every row has a cell, or the part of a merged one, under every column.
    """

    code = "S004"
    name = "cell-count-mismatch"
    severity = Severity.ERROR
    title = Phrase("a row has fewer or more cells than columns", "行内单元格数与栏目数不符")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for each short row, and each row that is too long."""
        going_on = {told.place.line for told in document.diagnostics if told.code == CONTINUED} - {None}
        rows: _Rows | None = None
        for told in document.diagnostics:
            if told.code == LONGER:
                yield self._long(told)
            elif told.code == TRUNCATED or (told.code == SHORTER and told.place.line not in going_on):
                rows = rows or _Rows(document)
                yield self._short(rows, told)

    def _short(self, rows: _Rows, told: schema.Diagnostic) -> Finding:
        have, want = _counts(told)
        catalogue, index, item = rows.item_of(told)
        cut = told.code == TRUNCATED
        name = item.name or "" if item else ""
        return self.found(
            Phrase(f"row “{name}” has {have} of {want} cells" + (": the file ends within it" if cut else ""),
                   f"“{name}”一行应有 {want} 格，实有 {have} 格" + ("，文件在此中断" if cut else "")),
            Phrase("get the whole file", "请重新获取完整文件")
            if cut
            else Phrase("fill the row, or merge its cells with those above", "请补齐该行，或与上一行合并单元格"),
            catalogue=catalogue, item=index, within=item, quote=item.name if item else None,
            places=[told.place], severity=Severity.WARNING if cut else None,
        )  # fmt: skip

    def _long(self, told: schema.Diagnostic) -> Finding:
        want, have = _counts(told)
        return self.found(
            Phrase(f"a row has {have} cells for {want} columns", f"一行有 {have} 格，多于表格的 {want} 列"),
            Phrase("take out the surplus cell", "请删去多余的单元格"),
            catalogue=told.catalogue, quote=told.text, places=[told.place],
        )  # fmt: skip


def _counts(told: schema.Diagnostic) -> tuple[str, str]:
    """The smaller and the larger number in a message: a diagnostic keeps its counts nowhere else."""
    numbers = sorted(map(int, _NUMBER.findall(told.message)))
    return (str(numbers[0]), str(numbers[-1])) if len(numbers) == 2 else ("?", "?")


_Found = tuple[int, int, schema.Item]


class _Rows:
    """The items of a document by where they are printed."""

    def __init__(self, document: schema.Document) -> None:
        self.at: dict[tuple[object, ...], _Found] = {}
        for number, index, item in items(document):
            self.at["index", number, index] = (number, index, item)
            for field, places in item.places.items():
                if field not in item.inherited:
                    for place in places:
                        for spot in _spots(place):
                            self.at.setdefault(spot, (number, index, item))
        self.lines = sorted(spot[1] for spot in self.at if spot[0] == "line" and isinstance(spot[1], int))

    def item_of(self, told: schema.Diagnostic) -> tuple[int | None, int | None, schema.Item | None]:
        """Catalogue, index and item a diagnostic is about: the one it names, else the one printed there or next."""
        for spot in [("index", told.catalogue, told.item), *_spots(told.place)]:
            if spot in self.at:
                return self.at[spot]
        after = bisect_right(self.lines, told.place.line) if told.place.line is not None else len(self.lines)
        return self.at["line", self.lines[after]] if after < len(self.lines) else (told.catalogue, None, None)


def _spots(place: schema.Place) -> list[tuple[object, ...]]:
    """What tells the row of a place, the surest first."""
    spots: list[tuple[object, ...]] = []
    if place.line is not None:
        spots.append(("line", place.line))
    if place.row is not None:
        spots.append(("row", place.table, place.row))
    if place.bbox is not None:
        spots.append(("box", place.page, place.bbox))
    return spots

"""S006: two items are the same."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import INFERRED, Finding, Rule
from gicat.rules.context import Context
from gicat.text import key

__all__ = ["ItemRepeated"]


class ItemRepeated(Rule):
    """An item is listed twice.

    ## What it checks

    No two items of a catalogue have the same categories, name and content, white space and width aside. The
    finding is made at the second one.

    ## Why

    公开事项不得交叉重叠: two rows for one thing will sooner or later say two things of it.

    ## Known exceptions

    Rows with equal names and different contents (办事指南 and 办理结果 of one service) are two items. Rows
    without any content are compared only if they have a name.

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 事项类别 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构信息 | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 机构信息 | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 财务科 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 事项类别 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构信息 | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 机构信息 | 领导信息 | 姓名、分工 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    Provincial notices on 国办发〔2019〕54号: 不得与一级事项和二级事项交叉重叠.
    """

    code = "S006"
    name = "item-repeated"
    severity = Severity.ERROR
    title = Phrase("an item is listed twice", "公开事项重复")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for each repetition."""
        for number, catalogue in enumerate(document.catalogues):
            first: dict[tuple[str, ...], tuple[int, schema.Item]] = {}
            for index, item in enumerate(catalogue.items):
                if not item.name:
                    continue
                same = (*map(key, item.categories), "", key(item.name), key(item.content or ""))
                before, original = first.setdefault(same, (index, item))
                if before == index:
                    continue
                yield self.found(
                    Phrase(f"“{item.name}” repeats item {before + 1}: same category, name and content",
                           f"“{item.name}”与第 {before + 1} 项的类别、名称和内容均相同"),
                    Phrase("keep one of the two rows, or say in their content how they differ",
                           "请删除其中一行，或在公开内容中写明区别"),
                    catalogue=number, item=index, within=item, field="name",
                    places=[*item.places.get("name", ()), *original.places.get("name", ())],
                    inferred=any(
                        row.inherited.get(field) in INFERRED
                        for row in (item, original) for field in ("name", "content")
                    ),
                )  # fmt: skip

"""X004: a row with other options than the rest of its column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.facts import FIELDS
from gicat.rules.option_cells import LISTS, OptionCell, option_cells
from gicat.text import key

__all__ = ["OptionsDiffer"]

_LEAST = 3
"""How many cells must agree before another one is said to differ."""


class OptionsDiffer(Rule):
    """A cell lists other options than the rest of its column.

    ## What it checks

    All cells of a column of option lists offer the same options. A cell that lacks one, or has one more, than the
    list most cells print is reported.

    ## Why

    A form is filled by ticking; a list that differs shows that somebody typed over an option instead (■部门网站
    where the others say 政府网站).

    ## Known exceptions

    Quiet where fewer than three cells or less than two thirds of them agree, and for cells that print their chosen
    options only. An option printed twice is X002's.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □政府公报 □两微一端 |
    | 机构设置 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □政府公报 □两微一端 |
    | 领导信息 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑部门网站 □政府公报 □两微一端 |
    | 人事任免 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □政府公报 □两微一端 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □政府公报 □两微一端 |
    | 机构设置 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □政府公报 □两微一端 |
    | 领导信息 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □政府公报 □两微一端 |
    ```

    ## Options

    None.

    ## Source

    The template of the standard catalogues (国办发〔2019〕54号): one list of channels for all rows.
    """

    code = "X004"
    name = "options-differ"
    severity = Severity.WARNING
    title = Phrase("options differ from the rest of the column", "选项与本列其他单元格不一致")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number in range(len(document.catalogues)):
            for field in LISTS:
                column = [each for each in option_cells(document, number, field) if each.full_list]
                counted = Counter(_labels(each) for each in column).most_common(1)
                if not counted or counted[0][1] < _LEAST or counted[0][1] * 3 < len(column) * 2:
                    continue
                usual = counted[0][0]
                printed = {key(o.label): o.label for each in column if _labels(each) == usual for o in each.options}
                for each in column:
                    if _labels(each) != usual:
                        yield self._finding(each, [printed[label] for label in usual - _labels(each)], usual)

    def _finding(self, each: OptionCell, missing: list[str], usual: frozenset[str]) -> Finding:
        field = FIELDS[each.cell.field]
        added = [option.label for option in each.options if key(option.label) not in usual]
        lacks, has = "、".join(sorted(missing)), "、".join(added)
        parts = [(f"lacks {lacks}", f"缺少“{lacks}”")] if missing else []
        parts += [(f"has {has} besides", f"多出“{has}”")] if added else []
        return self.found(
            Phrase(
                f"unlike its column, this list of the {field.en} " + " and ".join(en for en, _ in parts),
                f"与本列其他单元格相比，{field.zh}" + "，".join(zh for _, zh in parts),
            ),
            Phrase("print the same options in every row", "请各行使用同一组选项"),
            quote=added[0] if added else None,
            **each.cell.where,
        )


def _labels(each: OptionCell) -> frozenset[str]:
    return frozenset(key(option.label) for option in each.options)

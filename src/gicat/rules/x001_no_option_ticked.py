"""X001: an option cell that chooses nothing, or everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.facts import FIELDS
from gicat.rules.option_cells import LISTS, OptionCell, option_cells
from gicat.schema import FieldName

__all__ = ["NoOptionTicked"]


class NoOptionTicked(Rule):
    """No option of a list is ticked, or every one is.

    ## What it checks

    A cell of channels or publication forms has at least one ticked option (an error where it has none), and not
    every option of the list is ticked (a note).

    ## Why

    A row without a channel will be published nowhere; a row with all of them was ticked without thinking. 条例 Art.
    23 and 24 name the channels to choose from.

    ## Known exceptions

    Quiet where the legend says that the glyphs mean required and optional, where a tick could not be read, and
    where the catalogue prints the chosen options only.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | □政府网站 □政府公报 □两微一端 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □政府公报 □两微一端 |
    ```

    ## Options

    None.

    ## Source

    条例 Arts. 23 and 24.
    """

    code = "X001"
    name = "no-option-ticked"
    severity = Severity.ERROR
    title = Phrase("no option ticked, or all", "选项未勾选或全部勾选")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number, catalogue in enumerate(document.catalogues):
            if set(catalogue.legend.values()) & {"required", "optional"}:
                continue
            cells = list(option_cells(document, number, *LISTS))
            longest = {field: max((len(c.options) for c in cells if _choosing(c, field)), default=0) for field in LISTS}
            for each in cells:
                if each.known and not each.ticked:
                    yield self._none(each)
                elif each.known and len(each.ticked) == len(each.options) >= 3 and _all(each, longest):
                    yield self._every(each)

    def _none(self, each: OptionCell) -> Finding:
        field = FIELDS[each.cell.field]
        return self.found(
            Phrase(f"no option of the {field.en} is ticked", f"{field.zh}未勾选任何选项"),
            Phrase("tick where or how it is published", "请勾选实际采用的选项"),
            **each.cell.where,
        )

    def _every(self, each: OptionCell) -> Finding:
        field, count = FIELDS[each.cell.field], len(each.options)
        return self.found(
            Phrase(f"all {count} options of the {field.en} are ticked", f"{field.zh}的{count}个选项全部勾选"),
            Phrase("tick only those that are used", "请只勾选实际采用的选项"),
            severity=Severity.INFO,
            **each.cell.where,
        )


def _all(each: OptionCell, longest: Mapping[FieldName, int]) -> bool:
    """Whether a cell ticks a list as long as the longest that leaves something unticked."""
    return 0 < longest[each.cell.field] <= len(each.options)


def _choosing(each: OptionCell, field: str) -> bool:
    return each.cell.field == field and each.full_list

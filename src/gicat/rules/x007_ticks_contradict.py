"""X007: ticks that exclude each other, or contradict the item."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Rule, items
from gicat.rules.context import Context
from gicat.rules.facts import FIELDS
from gicat.rules.option_cells import option_cells

__all__ = ["TicksContradict"]

_EXCLUSIVE: tuple[tuple[schema.FieldName, str, str], ...] = (
    ("access_modes", "proactive", "on_request"),
    ("audiences", "whole_society", "specific_group"),
)
_FORMS = (("预公开", "pre_disclosure"), ("解读", "interpretation"))
"""A word in an item's name, and the form it asks for."""


class TicksContradict(Rule):
    """Ticks exclude each other, or the publication form contradicts the item.

    ## What it checks

    An item is ticked as disclosed proactively or on request, and for everyone or for certain groups, not both. An
    item of draft decisions (决策预公开) has the form 预公开 ticked, an item of interpretations (解读) the form
    政策解读, where the list offers that form.

    ## Why

    条例 Art. 13 knows two modes of disclosure: what everybody gets unasked needs no request. A form that does not
    fit was copied from the row above.

    ## Known exceptions

    Quiet where a tick could not be read. Only names that say 预公开 or 解读 are compared with the forms.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开方式 |
    | --- | --- | --- | --- | --- |
    | 文件解读 | 文字解读 | 《政府信息公开条例》 | 形成后3日内 | □预公开 ☑全文发布 □政策解读 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开方式 |
    | --- | --- | --- | --- | --- |
    | 文件解读 | 文字解读 | 《政府信息公开条例》 | 形成后3日内 | □预公开 □全文发布 ☑政策解读 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 13; 重大行政决策程序暂行条例 (国务院令第713号) Arts. 14 and 15.
    """

    code = "X007"
    name = "ticks-contradict"
    severity = Severity.WARNING
    title = Phrase("ticks contradict each other or the item", "勾选相互矛盾或与事项不符")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number, index, item in items(document):
            for field, first, second in _EXCLUSIVE:
                options: list[schema.Option] = getattr(item, field)
                ticked = {option.code: option.label for option in options if option.checked}
                if first in ticked and second in ticked and field not in item.inherited:
                    both = f"{ticked[first]}、{ticked[second]}"
                    label = FIELDS[field]
                    yield self.found(
                        Phrase(f"both are ticked as {label.en}: {both}", f"{label.zh}同时勾选“{both}”"),
                        Phrase("tick the one that holds", "请只勾选其中一项"),
                        catalogue=number, item=index, within=item, field=field, quote=both,
                    )  # fmt: skip
        for number in range(len(document.catalogues)):
            yield from self._forms(document, number)

    def _forms(self, document: schema.Document, number: int) -> Iterator[Finding]:
        for each in option_cells(document, number, "forms"):
            name = each.cell.within.name or ""
            chosen = {option.code for option in each.ticked}
            for word, code in _FORMS:
                wanted = next((option for option in each.options if option.code == code), None)
                if word in name and chosen and wanted is not None and wanted.checked is False:
                    yield self.found(
                        Phrase(f"“{name}” is not ticked as {wanted.label}", f"“{name}”未勾选“{wanted.label}”"),
                        Phrase(f"tick {wanted.label}", f"请勾选“{wanted.label}”"),
                        quote=each.ticked[0].label,
                        **each.cell.where,
                    )

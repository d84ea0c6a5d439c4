"""C004: rows that use what the overview does not declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon import lexicon
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.option_cells import OptionCell, option_cells
from gicat.rules.overview import Entry, entries
from gicat.text import key

__all__ = ["OverviewContradicted"]

_WEBSITES = {"gov_website", "department_website", "disclosure_platform"}


class OverviewContradicted(Rule):
    """Rows use channels the overview does not declare, or never one that it does.

    ## What it checks

    Where the paragraphs before the table declare the channels (【公开渠道】…), each cell ticks declared ones only,
    and each declared one is ticked in some row.

    ## Why

    The overview holds for all items. A row that says something else leaves open which of the two is true.

    ## Known exceptions

    Websites count as one: the overview usually gives the address, the rows the kind. An overview that says 等, or
    none of whose words is a known channel, is not compared. Offices in the rows may have telephones of their own.

    ## Example

    ```
    示例市水务局主动公开基本目录

    【公开渠道】政府门户网站

    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 职责 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 ☑政务服务中心 □政府公报 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开基本目录

    【公开渠道】政府门户网站、政务服务中心

    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 职责 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 ☑政务服务中心 □政府公报 |
    ```

    ## Options

    None.

    ## Source

    The layout of basic catalogues: an overview with the elements common to all items.
    """

    code = "C004"
    name = "overview-contradicted"
    severity = Severity.WARNING
    title = Phrase("rows contradict the overview", "表中内容与概述不一致")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number in range(len(document.catalogues)):
            for entry in entries(document, number):
                declared = _channels(entry.text) if "渠道" in entry.label and "监督" not in entry.label else {}
                if declared and "等" not in entry.text:
                    yield from self._compared(document, number, entry, declared)

    def _compared(
        self, document: schema.Document, number: int, entry: Entry, declared: Mapping[str, str]
    ) -> Iterator[Finding]:
        used: set[str] = set()
        for each in option_cells(document, number, "channels"):
            used |= {_kind(option.code) for option in each.ticked if option.code}
            beyond = [option.label for option in each.ticked if option.code and _kind(option.code) not in declared]
            if beyond:
                yield self._undeclared(each, beyond)
        for kind, label in declared.items():
            if used and kind not in used:
                yield self.found(
                    Phrase(f"the overview declares {label}, no row ticks it", f"概述列有“{label}”，表中均未勾选"),
                    Phrase("tick it, or take it out of the overview", "请在表中勾选，或从概述中删去"),
                    catalogue=number,
                    field="channels",
                    quote=label,
                    places=(entry.place,),
                )

    def _undeclared(self, each: OptionCell, beyond: list[str]) -> Finding:
        shown = "、".join(beyond)
        return self.found(
            Phrase(f"the overview does not declare {shown}", f"概述的公开渠道中没有“{shown}”"),
            Phrase("add it to the overview, or untick it", "请在概述中补充，或取消勾选"),
            quote=beyond[0],
            **each.cell.where,
        )


def _channels(text: str) -> dict[str, str]:
    """The channels a text names, kind to label; the longest label at each place."""
    known, folded = lexicon().options["channels"], key(text)
    found: dict[str, str] = {}
    position = 0
    while position < len(folded):
        ends = range(min(len(folded), position + lexicon().longest_option), position + 1, -1)
        label = next((folded[position:end] for end in ends if folded[position:end] in known), None)
        if label:
            found.setdefault(_kind(known[label]), label)
        position += len(label) if label else 1
    return found


def _kind(code: str) -> str:
    return "gov_website" if code in _WEBSITES else code

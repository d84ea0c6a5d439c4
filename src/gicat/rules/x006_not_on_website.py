"""X006: information that is published, but not on the website."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon import lexicon, remembered
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.option_cells import OptionCell, option_cells
from gicat.text import key

__all__ = ["NotOnWebsite"]

_WEBSITE = {"gov_website", "disclosure_platform"}
_PLATFORM = re.compile("(?:公开|统一).*平台")
"""A name of the unified platform that is in no codelist."""
_OTHER_WEBSITES = {"department_website", "sector_platform"}


class NotOnWebsite(Rule):
    """Proactively disclosed information is not on the government website.

    ## What it checks

    Where channels are ticked, 政府网站 or the unified platform (政府信息公开平台) is among them. An item on another
    website only, such as that of the department, is a note.

    ## Why

    条例 Art. 23 puts the government website among the channels of proactive disclosure, Art. 24 wants a unified
    platform on the government's portal where all of it can be searched.

    ## Known exceptions

    Items that are disclosed on request only, and lists in which a tick could not be read or nothing is ticked
    (X001), are left alone. Any platform of disclosure (政务公开平台, 统一平台) counts as the unified one, and a ticked
    label that begins with a website and runs on into other words (☑政府网站 口头) as that website.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | □政府网站 ☑政府公报 □两微一端 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 ☑政府公报 □两微一端 |
    ```

    ## Options

    None.

    ## Source

    条例 Arts. 23 and 24.
    """

    code = "X006"
    name = "not-on-website"
    severity = Severity.WARNING
    title = Phrase("not published on the government website", "未通过政府网站公开")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number, catalogue in enumerate(document.catalogues):
            for each in option_cells(document, number, "channels"):
                rows = [catalogue.items[index] for index in each.cell.sharers]
                if not each.known or not each.ticked or all(map(_on_request_only, rows)):
                    continue
                if any(map(_on_website, each.ticked)):
                    continue
                shown = "、".join(option.label for option in each.ticked[:3])
                yield self.found(
                    Phrase(f"published by {shown}, not on the government website", f"渠道为“{shown}”，无政府网站"),
                    Phrase("tick 政府网站 or the unified platform", "请勾选政府网站或统一平台"),
                    quote=each.ticked[0].label,
                    severity=Severity.INFO if _on_another_website(each) else None,
                    **each.cell.where,
                )


def _on_website(option: schema.Option) -> bool:
    """Whether an option is the government website or the platform, or can be nothing but one of them."""
    if option.code is not None:
        return option.code in _WEBSITE
    label = key(option.label)
    return _PLATFORM.search(label) is not None or label.startswith(_website_labels())


@remembered(maxsize=1)
def _website_labels() -> tuple[str, ...]:
    return tuple(key(label) for label, code in lexicon().options["channels"].items() if code in _WEBSITE)


def _on_request_only(item: schema.Item) -> bool:
    chosen = {option.code for option in item.access_modes if option.checked}
    return bool(chosen) and "proactive" not in chosen


def _on_another_website(each: OptionCell) -> bool:
    return any(option.code in _OTHER_WEBSITES or "网" in option.label for option in each.ticked)

"""V008: a content cell that says no more than the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import cells
from gicat.text import key, squeeze

__all__ = ["ContentRepeatsName"]

_EMPTY_WORDS = re.compile(r"主动公开|公开|主动|信息|事项|目录|相关|有关|情况|内容|等|的|[\W_]")


class ContentRepeatsName(Rule):
    """The content says no more than the name of the item.

    ## What it checks

    The content cell differs from the name of the item by more than words such as 公开, 主动, 信息, 事项, 目录 and
    相关.

    ## Why

    条例 Art. 12 wants a catalogue to outline the content (内容概述); a repeated name tells nobody what will be
    published.

    ## Known exceptions

    Only the same words are compared; a name in other words is not noticed.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 应急管理 | 应急管理信息 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 应急管理 | 应急预案、预警信息、应对情况 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 12, third paragraph.
    """

    code = "V008"
    name = "content-repeats-name"
    severity = Severity.INFO
    title = Phrase("content repeats the name", "公开内容与事项名称重复")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for cell in cells(document, "content"):
            name, content = cell.within.name, squeeze(cell.text)
            if name and _core(name) == _core(content):
                yield self.found(
                    Phrase(f"the content “{content}” says no more than the name “{name}”",
                           f"公开内容“{content}”与事项名称“{name}”重复"),
                    Phrase("list what is published", "请写明具体公开的内容要素"),
                    quote=cell.text,
                    **cell.where,
                )  # fmt: skip


def _core(text: str) -> str:
    """A text without the words that add nothing; the whole text where nothing else is left."""
    folded = key(text)
    return _EMPTY_WORDS.sub("", folded) or folded

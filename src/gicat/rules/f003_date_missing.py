"""F003: a document does not say when it was made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.text import squeeze

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)|二[〇零○][〇零○一二三四五六七八九]{2}")
_DATED = re.compile(
    r"(?:更新|发布|修订|编制|印发|制定|截至|日期|时间)[^。；]{0,8}20\d\d|^20\d\d年\d{1,2}月(?:\d{1,2}日)?$"
)

__all__ = ["DateMissing"]


class DateMissing(Rule):
    """The document has no date.

    ## What it checks

    A date of publication, edition or update stands in the title (a year is enough), before or after the table,
    or elsewhere on the page.

    ## Why

    条例 Art. 12 asks that the catalogue is kept up to date, Art. 53 (2) makes it a fault if it is not.
    Without a date nobody can tell.

    ## Known exceptions

    A document with several catalogues needs the date once. Years inside document numbers are no dates.

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单
    发布时间：2024-03-15

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 |
    ```

    ## Options

    None.

    ## Source

    条例 Arts. 12, 53 (2).
    """

    code = "F003"
    name = "date-missing"
    severity = Severity.WARNING
    title = Phrase("the document has no date", "未注明发布或更新日期")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for a document, at its first catalogue."""
        if not document.catalogues or _dated(document):
            return
        yield self.found(
            Phrase("no date of publication or update is printed", "未注明发布日期或更新日期"),
            Phrase(
                "add the date of publication or of the last update under the title",
                "请在标题下注明发布日期或最近更新日期",
            ),
            catalogue=0,
            quote=document.catalogues[0].title or "",
        )


def _dated(document: schema.Document) -> bool:
    catalogues = document.catalogues
    if any(c.published or c.updated or _YEAR.search(c.title or "") for c in catalogues):
        return True
    texts = [text for c in catalogues for text in (*c.preamble, *c.notes)] + document.unplaced
    return any(_DATED.search(squeeze(line)) for text in texts for line in text.text.splitlines())

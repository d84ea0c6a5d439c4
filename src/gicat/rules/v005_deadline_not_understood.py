"""V005: a deadline that says no time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.marks import DASHES
from gicat.recognise.deadlines import deadline
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import cells
from gicat.text import squeeze

__all__ = ["DeadlineNotUnderstood"]

_ELSEWHERE = re.compile(r"《|\d{4}\s*年|\d{1,2}月\d{1,2}[日号]|规定|依法|法定|要求|另行|同上|〃|不适用|不公开")
"""Words of a limit that is stated elsewhere, or of a fixed date."""


class DeadlineNotUnderstood(Rule):
    """A deadline cell says no time.

    ## What it checks

    The words of every deadline cell are a time limit: an amount of time and what it runs from, a yearly date, a
    fixed date, a frequency, or at least a word such as 及时 or 同步.

    ## Why

    条例 Art. 26 sets a limit of 20 working days; a cell that says no time can neither be kept nor checked.

    ## Known exceptions

    Empty cells and dashes are F001's. A reference to another rule (按规定, 依法, a title in 《》) and a fixed date
    are a time limit of a kind. Vague words are V006's.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能、地址 | 《政府信息公开条例》 | 办公室负责 | 办公室 |
    | 政策文件 | 文件全文 | 《政府信息公开条例》 | 形成后5日内 | 办公室 |
    | 人事任免 | 任免文件 | 《政府信息公开条例》 | 形成后5日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能、地址 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 26.
    """

    code = "V005"
    name = "deadline-not-understood"
    severity = Severity.ERROR
    title = Phrase("deadline says no time", "公开时限未写明时间")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for cell in cells(document, "deadline"):
            text = squeeze(cell.text)
            if set(text) <= DASHES or _ELSEWHERE.search(text) or cell.within.inherited.get("deadline") == "ditto":
                continue
            terms = deadline(cell.text).terms
            if all(term.kind == "other" and term.amount is None for term in terms):
                yield self.found(
                    Phrase(f"the deadline “{text}” says no time", f"公开时限“{text}”未写明时间"),
                    Phrase("say how long after what event, e.g. 自信息形成或者变更之日起20个工作日内",
                           "请写明起算点和期限，如“自信息形成或者变更之日起20个工作日内”"),
                    quote=cell.text,
                    **cell.where,
                )  # fmt: skip

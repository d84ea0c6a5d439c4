"""C002: a basis or a deadline that belongs to another item."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.recognise.citations import citations
from gicat.recognise.deadlines import deadline
from gicat.rules.agreement import agree, anchor_topic, distinct, instrument_topics, item_topics
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context, Profile
from gicat.rules.facts import heading_topics, name_topics
from gicat.rules.printed_text import PrintedCell, cells

__all__ = ["BasisOfAnotherTopic"]


class BasisOfAnotherTopic(Rule):
    """The legal basis or the event of the deadline belongs to another kind of information.

    ## What it checks

    An instrument that concerns one kind of information only (budgets, procurement, proposals, penalties …), and the
    event a deadline runs from (项目开工, 人大批复), belong to the topic of the item.

    ## Why

    Rows are copied from each other. A plan that cites the rules for budgets, or news that is due after building
    starts, has the cell of another row.

    ## Known exceptions

    Only topics that are told apart with confidence are judged, by the words of name, category and content; general
    instruments are exempt, and a merged cell that fits any of its rows.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 年度计划 | 年度工作计划 | 《关于推进预决算公开工作的通知》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 部门预算 | 预算报表 | 《关于推进预决算公开工作的通知》 | 财政部门批复后20日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 20: each kind of information has its own item.
    """

    code = "C002"
    name = "basis-of-another-topic"
    severity = Severity.WARNING
    title = Phrase("basis or deadline of another topic", "公开依据或时限与事项不符")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for cell in cells(document, "legal_basis", "deadline"):
            if cell.field == "legal_basis":
                for cited in citations(cell.text):
                    topics = instrument_topics(cited.title)
                    if topics and _foreign(document, cell, topics, context.profile):
                        yield self._finding(cell, f"《{cited.title}》", cited.title)
            else:
                for term in deadline(cell.text).terms:
                    anchor = anchor_topic(term.event) if term.event else None
                    if anchor and _foreign(document, cell, {anchor[0]}, context.profile):
                        yield self._finding(cell, anchor[1], anchor[1])

    def _finding(self, cell: PrintedCell, shown: str, quote: str) -> Finding:
        name = cell.within.name or ""
        return self.found(
            Phrase(f"{shown} does not belong to “{name}”", f"“{shown}”与事项“{name}”不符"),
            Phrase("check whether the cell was copied from another row", "请核对是否误用了其他事项的内容"),
            quote=quote,
            **cell.where,
        )


def _foreign(document: schema.Document, cell: PrintedCell, topics: frozenset[str] | set[str], profile: Profile) -> bool:
    """Whether every item with the cell is surely about something else."""
    for index in cell.sharers:
        item = document.catalogues[cell.catalogue].items[index]
        about = name_topics(item, profile) or heading_topics(item.categories[-1] if item.categories else "")
        if not about or about != distinct(about) or agree(item_topics(item, profile), topics):
            return False
    return True

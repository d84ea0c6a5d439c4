"""C003: a content that is about something else than the name."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.agreement import agree, category_topics, distinct
from gicat.rules.base import Finding, Rule, items
from gicat.rules.context import Context
from gicat.rules.facts import heading_topics, name_topics

__all__ = ["TopicMismatch"]

_INDEXES = {"guide", "catalogue", "annual_report"}
"""Topics of documents about other information: their content names many topics."""


class TopicMismatch(Rule):
    """Name and content of an item, or item and category, are about different things.

    ## What it checks

    The topic of the content is that of the name; an item stands under a category that has room for its topic (no
    social assistance under 财政信息).

    ## Why

    Readers look for an item under its category and name; what is filed under another one is not found.

    ## Known exceptions

    Judged only where both sides name topics that are told apart with confidence.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 发展规划 | 主要统计数据 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 发展规划 | 规划全文 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 12: a catalogue is an index.
    """

    code = "C003"
    name = "topic-mismatch"
    severity = Severity.INFO
    title = Phrase("topics of a row differ", "事项名称、内容或类别的主题不一致")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number, index, item in items(document):
            named = name_topics(item, context.profile)
            told = distinct(heading_topics(item.content or ""))
            if named and named == distinct(named) - _INDEXES and told and not agree(named, told):
                yield self.found(
                    Phrase(f"the name “{item.name}” and the content “{item.content}” are about different things",
                           f"事项名称“{item.name}”与公开内容“{item.content}”主题不一致"),
                    Phrase("correct the name or the content", "请核对事项名称或公开内容"),
                    catalogue=number, item=index, within=item, field="content", quote=item.content,
                )  # fmt: skip
            room = category_topics(item.categories[-1]) if item.categories else frozenset()
            if room and named and not named & room:
                yield self.found(
                    Phrase(f"“{item.name}” stands under “{item.categories[-1]}”",
                           f"“{item.name}”列在“{item.categories[-1]}”之下"),
                    Phrase("move it to the category of its topic", "请移至相应类别"),
                    catalogue=number, item=index, within=item, field="name", quote=item.name,
                )  # fmt: skip

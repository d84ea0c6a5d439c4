"""S001: no table has the header of a catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.facts import FIELDS

ELEMENTS = ("content", "legal_basis", "deadline", "publishers", "channels")
"""The elements of which a catalogue's header has three at least."""
ENOUGH = 3

__all__ = ["CatalogueHeaderMissing"]


class CatalogueHeaderMissing(Rule):
    """The columns of a catalogue are missing.

    ## What it checks

    One table at least has a column for the name of the item and three of content, legal basis, deadline,
    publisher and channels.

    ## Why

    A table without them is no disclosure catalogue: the elements of 国办发〔2019〕54号 and 条例 Art. 12 cannot be read
    from it.

    ## Known exceptions

    A file in which no table was found at all has no finding here: R012 or another R error says so.

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 序号 | 公开事项 | 公开内容 | 公开时限 |
    | 1 | 机构概况 | 名称、地址、电话 | 20个工作日内 |
    | 2 | 部门预算 | 预算报告及报表 | 20日内 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
    | 1 | 机构概况 | 名称、地址、电话 | 20个工作日内 | 办公室 |
    | 2 | 部门预算 | 预算报告及报表 | 20日内 | 财务科 |
    ```

    ## Options

    None.

    ## Source

    国办发〔2019〕54号 (elements of a standard catalogue); 条例 Art. 12.
    """

    code = "S001"
    name = "catalogue-header-missing"
    severity = Severity.ERROR
    title = Phrase("no table has the header of a catalogue", "没有一张表具备公开目录的表头")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for a document, at the header that comes closest."""
        if not document.catalogues:
            return
        closest = max(document.catalogues, key=_elements)
        fields = {column.field for column in closest.columns}
        if "name" in fields and _elements(closest) >= ENOUGH:
            return
        missing = [name for name in ("name", *ELEMENTS) if name not in fields]
        yield self.found(
            Phrase(
                f"no table has the header of a catalogue; the closest one lacks {_list(missing, 'en')}",
                f"没有一张表具备公开目录的表头；最接近的一张缺少{_list(missing, 'zh')}",
            ),
            Phrase(
                "give the table columns for the name and at least content, basis, deadline, publisher and channels",
                "请按目录要素设列：公开事项、公开内容、公开依据、公开时限、公开主体、公开渠道",
            ),
            catalogue=document.catalogues.index(closest),
            quote=" | ".join("/".join(column.label) for column in closest.columns),
            places=[place for column in closest.columns[:1] for place in column.places],
        )


def _elements(catalogue: schema.Catalogue) -> int:
    fields = {column.field for column in catalogue.columns}
    return sum(name in fields for name in ELEMENTS)


def _list(names: list[str], language: str) -> str:
    phrases = [FIELDS[name] for name in names]
    return ", ".join(p.en for p in phrases) if language == "en" else "、".join(p.zh for p in phrases)

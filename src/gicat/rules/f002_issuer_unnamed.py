"""F002: a document does not say whose catalogue it is."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.facts import named_issuer

__all__ = ["IssuerUnnamed"]


class IssuerUnnamed(Rule):
    """The document does not name its issuer.

    ## What it checks

    Title, overview or the publishers of all rows name an agency together with its area, or the area whose
    government publishes the catalogue. A short form (市医保局) without an area names nobody.

    ## Why

    谁制作谁公开: the body that made an item discloses it. A catalogue that leaves its page, in a collection or a search
    result, belongs to nobody if the name stood on the page only.

    ## Known exceptions

    Agencies without an area in their name count if a title or an overview names them. A document with several
    catalogues needs the name once.

    ## Example

    ```text
    政务公开标准目录

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 县水务局 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 县水务局 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政务公开标准目录

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 县水务局 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 县水务局 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 10.
    """

    code = "F002"
    name = "issuer-unnamed"
    severity = Severity.ERROR
    title = Phrase("the document does not name its issuer", "未写明发布机关全称")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for a document, at its first catalogue."""
        if not document.catalogues or any(named_issuer(catalogue) for catalogue in document.catalogues):
            return
        first = document.catalogues[0]
        short = f" (“{first.agency}” could be that of any place)" if first.agency else ""
        short_zh = f"（“{first.agency}”为简称，无法确定所属地区）" if first.agency else ""
        yield self.found(
            Phrase(f"the document does not name its issuer{short}", f"未写明发布机关全称{short_zh}"),
            Phrase("put the full name of the agency into the title", "请在标题中写明发布机关全称"),
            catalogue=0,
            quote=first.title or "",
        )

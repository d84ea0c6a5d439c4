"""L004: a legal basis that names a law, and no article of it."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding
from gicat.rules.citing import cited, is_text_of_articles
from gicat.rules.context import Context
from gicat.rules.facts import family
from gicat.rules.law import Authority, LawRule
from gicat.rules.printed_text import PrintedCell, catalogue_cells

__all__ = ["ArticleMissing"]


class ArticleMissing(LawRule):
    """The legal basis names a law or regulation, but no article of it.

    ## What it checks

    A basis that cites a law, regulation or rule names an article (第…条) of one of them. One finding for a catalogue,
    with every such cell. A note; a warning for 事项目录, whose bases are meant to be exact.

    ## Why

    条例 has 56 articles: 第二十条第（七）项 tells why budgets are published, the title alone tells nothing.
    Provincial plans for such catalogues ask for the article.

    ## Known exceptions

    Notices and opinions (通知, 意见) have no articles. A cell is content with one article, whichever instrument it
    belongs to.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 部门预算 | 预算报表 | 《中华人民共和国预算法》 | 财政部门批复后20日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 部门预算 | 预算报表 | 《中华人民共和国预算法》第十四条 | 财政部门批复后20日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 20 (each item has its number); practice of published plans for 事项目录.
    """

    code = "L004"
    name = "article-missing"
    severity = Severity.INFO
    title = Phrase("legal basis without an article", "公开依据未写明条款")
    authorities = (Authority("cn.sc.711.2019", "第二十条"),)

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number, catalogue in enumerate(document.catalogues):
            every = catalogue_cells(document, number, "legal_basis")
            bare = [cell for cell in every if _without_article(cell.text)]
            if bare:
                exact = family(catalogue, context.profile).value == "matters"
                yield self._finding(bare, len(every), Severity.WARNING if exact else None)

    def _finding(self, bare: list[PrintedCell], total: int, severity: Severity | None) -> Finding:
        where = bare[0].where
        where["places"] = [place for cell in bare for place in cell.places]
        return self.found(
            Phrase(
                f"no article is named in {len(bare)} of {total} legal bases",
                f"{total}处公开依据中有{len(bare)}处未写明条款",
            ),
            Phrase(
                "name the article, e.g. 《政府信息公开条例》第二十条第（七）项",
                "请写明条款，如“《中华人民共和国政府信息公开条例》第二十条第（七）项”",
            ),
            quote=bare[0].text,
            severity=severity,
            **where,
        )


def _without_article(text: str) -> bool:
    given = cited(text)
    return any(is_text_of_articles(each.title) for each in given) and not any(each.articles for each in given)

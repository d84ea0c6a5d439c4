"""L005: an article, paragraph or item that the instrument does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon.instruments import Instrument
from gicat.numerals import HAN_NUMERALS, value
from gicat.recognise.citations import Article
from gicat.rules.base import Finding, Fix
from gicat.rules.citing import Cited, cited
from gicat.rules.context import Context
from gicat.rules.law import Authority, LawRule, han
from gicat.rules.printed_text import PrintedCell, cells
from gicat.rules.rewriting import rewrite

__all__ = ["ArticleUnknown"]

_N = rf"((?:\s*[\d{HAN_NUMERALS}])+)\s*"
_PARAGRAPH = re.compile(rf"(第{_N}条\s*)第\s*[（(]?{_N}[）)]?\s*款")


class ArticleUnknown(LawRule):
    """A citation names an article, paragraph (款) or item (项) that the instrument does not have.

    ## What it checks

    Where gicat's registry knows how an instrument is built, a cited article exists, a cited 款 is one of its
    paragraphs, a cited 项 one of its items. Art. 20 of 条例 is one paragraph with fifteen items: 第二十条第二款 is
    not in it, nor is 第二十条第一款 the first of them.

    ## Why

    款 and 项 are different things: a 款 is a paragraph, a 项 a numbered entry （一）. Who looks up a citation that
    mixes them finds nothing, or something else.

    ## Known exceptions

    第一款 beside an item (第二十条第一款第（七）项) says no more than 第二十条第（七）项, and is left alone. Only
    instruments whose paragraphs and items were counted are judged. The fix takes 款 for 项; check it.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 部门预算 | 预算报表 | 《政府信息公开条例》（国务院令第711号）第二十条第七款 | 批复后20日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 部门预算 | 预算报表 | 《政府信息公开条例》（国务院令第711号）第二十条第（七）项 | 批复后20日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 20; 《中华人民共和国立法法》: 款不编序号，项的序号用中文数字加括号.
    """

    code = "L005"
    name = "article-unknown"
    severity = Severity.WARNING
    title = Phrase("article, paragraph or item that does not exist", "引用的条、款、项不存在")
    fixable = "unsafe"
    authorities = (Authority("cn.sc.711.2019", "第二十条"), Authority("cn.npc.legislation"))

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for cell in cells(document, "legal_basis"):
            for each in cited(cell.text):
                instrument = each.instrument
                if instrument is None or not instrument.shape:
                    continue
                for article in each.articles:
                    wrong = _wrong(article, instrument)
                    if wrong:
                        yield self._finding(cell, each, article, wrong, instrument)

    def _finding(
        self, cell: PrintedCell, each: Cited, article: Article, wrong: Phrase, instrument: Instrument
    ) -> Finding:
        proper = _proper(article, instrument)
        return self.found(
            Phrase(f"{each.shown} {wrong.en}", f"{each.shown}{wrong.zh}"),
            Phrase(f"write {proper}, if that is meant", f"如属此意，请写作“{proper}”")
            if proper
            else Phrase("look the article up", "请核对条款"),
            quote=each.title,
            fix=_fix(cell, article, proper) if proper else None,
            **cell.where,
        )


def _wrong(article: Article, instrument: Instrument) -> Phrase | None:
    """What is wrong with a cited article; None if it exists."""
    number = article.article
    if instrument.articles and number > instrument.articles:
        return Phrase(
            f"has {instrument.articles} articles, no Art. {number}", f"共{instrument.articles}条，没有第{number}条"
        )
    paragraphs, items = instrument.shape.get(number, (0, 0))
    if not paragraphs:
        return None
    if article.paragraph is not None and article.paragraph > paragraphs:
        return Phrase(
            f"Art. {number} has {paragraphs} paragraph{'s'[: paragraphs - 1]} (款), not {article.paragraph}",
            f"第{number}条只有{paragraphs}款，没有第{article.paragraph}款",
        )
    if article.paragraph == 1 and paragraphs == 1 and items and article.item is None:
        return Phrase(
            f"Art. {number} is one paragraph (款) with {items} items (项)",
            f"第{number}条只有1款，下列{items}项，“第一款”不能指明是哪一项",
        )
    if article.item is not None and article.item > items:
        return Phrase(
            f"Art. {number} has {items or 'no'} items (项), not {article.item}",
            f"第{number}条{f'共{items}项' if items else '不分项'}，没有第{article.item}项",
        )
    return None


def _proper(article: Article, instrument: Instrument) -> str | None:
    """The article with its 款 taken for a 项, or without it where an item is named; None where that is not one.

    Of an article without items, the other way round: its 项 taken for a 款.
    """
    paragraphs, items = instrument.shape.get(article.article, (0, 0))
    if article.item is not None and not items and article.paragraph is None and 1 < paragraphs >= article.item:
        return f"第{han(article.article)}条第{han(article.item)}款"
    if paragraphs != 1 or article.paragraph is None:
        return None
    item = article.paragraph if article.item is None else article.item
    return f"第{han(article.article)}条第（{han(item)}）项" if item <= items else None


def _fix(cell: PrintedCell, article: Article, proper: str) -> Fix | None:
    """Writes 项 for 款 in the cell, unless another citation of it names the same paragraph."""
    if article.paragraph is None:
        return None
    same = [
        one for each in cited(cell.text) for one in each.articles
        if (one.article, one.paragraph) == (article.article, article.paragraph)
    ]  # fmt: skip
    if len(same) != 1:
        return None
    behind = "" if article.item is not None else f"第（{han(article.paragraph or 0)}）项"

    def replaced(match: re.Match[str]) -> str:
        numbers = value("".join(match[2].split())), value("".join(match[3].split()))
        return match[1] + behind if numbers == (article.article, article.paragraph) else match.group()

    return Fix(
        rewrite(cell, lambda text: _PARAGRAPH.sub(replaced, text)),
        False,
        f"第{han(article.article)}条第{han(article.paragraph or 0)}款",
        proper,
    )

"""L001: the disclosure regulation of 2007, or its articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon.instruments import Instrument, number_key, registry
from gicat.recognise.citations import Article
from gicat.rules.base import Finding, Fix
from gicat.rules.citing import Cited, before, cited
from gicat.rules.context import Context
from gicat.rules.law import Authority, LawRule
from gicat.rules.printed_text import PrintedCell, cells, outside
from gicat.rules.rewriting import rewrite
from gicat.text import squeeze

__all__ = ["SupersededRegulation"]

NOW, OLD = "cn.sc.711.2019", "cn.sc.492.2007"
_PRINTED = re.compile(r"(国\s*务?\s*院?\s*(?:令\s*第?|第|(?=4\s*9\s*2\s*号\s*令))\s*)4\s*9\s*2(\s*号(?:\s*令)?)")
_REVISED = re.compile(r"7\s*1\s*1\s*号|2019\s*年[^）)]*修")
_SCOPE = (9, 10, 11, 12)
_PLAIN_SCOPE, _GUIDE, _LIMIT = 9, 12, 18
_ABOUT_NINE = ("监督", "批评", "建议", "投诉", "举报")
_ABOUT_TWELVE = ("指南", "目录")
_ABOUT_EIGHTEEN = ("评估", "审查", "动态调整", "不予公开")


class SupersededRegulation(LawRule):
    """The regulation on disclosure is cited in its text of 2007.

    ## What it checks

    No legal basis, and no text before or after the table, gives 国务院令第492号 as the number of the 政府信息公开条例
    (an error). Nor does one cite articles that were about the scope or the time of disclosure only in the text of
    2007: Art. 9, Arts. 10 to 12 with items (项), Art. 18 (a warning).

    ## Why

    The regulation was revised as 国务院令第711号, in force since 15 May 2019; its articles were numbered anew. What
    was Art. 10 is Art. 20 now, what was Art. 18 is Art. 26.

    ## Known exceptions

    Catalogues dated before 15 May 2019. A citation that names the revision of 2019 too tells the history and is
    right. Art. 9 is right for supervision by citizens, Art. 12 for guide and catalogue, Art. 18 for the review of
    information that is not disclosed.
    The article numbers of 2007 are background knowledge, hence no error.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 工作职责 | 《中华人民共和国政府信息公开条例》（国务院令第492号） | 形成后20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 工作职责 | 《中华人民共和国政府信息公开条例》（国务院令第711号） | 形成后20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    《中华人民共和国政府信息公开条例》 (国务院令第711号), header and Art. 56.
    """

    code = "L001"
    name = "superseded-regulation"
    severity = Severity.ERROR
    title = Phrase("the disclosure regulation in its text of 2007", "引用2007年的政府信息公开条例")
    fixable = "safe"
    authorities = (Authority(NOW, "第五十六条"), Authority(OLD))

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        ended = _instrument(OLD).ended
        late = [not before(catalogue, ended) for catalogue in document.catalogues]
        for text in outside(document):
            if late[text.catalogue] and (printed := _old_number(text.text)):
                fix = Fix(text.rewrite(_renumbered), True, printed, _renumbered(printed))
                yield self._superseded(printed, fix, {"catalogue": text.catalogue, "places": (text.place,)})
        for cell in cells(document, "legal_basis"):
            if not late[cell.catalogue]:
                continue
            printed = _old_number(cell.text)
            if printed:
                safe = not any(each.articles for each in cited(cell.text))  # articles were renumbered too
                fix = Fix(rewrite(cell, _renumbered), safe, printed, _renumbered(printed))
                yield self._superseded(printed, fix, {**cell.where})
            else:
                yield from self._old_articles(cell)

    def _superseded(self, printed: str, fix: Fix, where: dict[str, object]) -> Finding:
        shown = squeeze(printed)
        return self.found(
            Phrase(f"“{shown}” is the text of 2007, not in force since 15 May 2019", f"“{shown}”已于2019年5月15日失效"),
            Phrase(
                "write 国务院令第711号, and check the articles: they were numbered anew",
                "请改为“国务院令第711号”，并核对条款：条例第二十条为主动公开内容，第二十六条为时限",
            ),
            quote=printed,
            fix=fix,
            **where,  # type: ignore[arg-type]
        )

    def _old_articles(self, cell: PrintedCell) -> Iterator[Finding]:
        about = f"{cell.within.name}{cell.within.content}"
        for each in cited(cell.text):
            if not _is_regulation(each):
                continue
            for article in each.articles:
                if _of_2007(article, about):
                    shown = f"第{article.article}条"
                    yield self.found(
                        Phrase(
                            f"Art. {article.article} of the text in force says nothing of scope or time of disclosure; "
                            "that of 2007 did",
                            f"现行条例{shown}与公开范围、时限无关，疑为2007年条例的条款",
                        ),
                        Phrase(
                            "cite Art. 20 for what is disclosed, Art. 26 for the time, Art. 12 for guide and catalogue",
                            "公开内容请引第二十条，时限请引第二十六条，公开指南和目录请引第十二条",
                        ),
                        quote=each.title,
                        severity=Severity.WARNING,
                        **cell.where,
                    )
                    break


def _instrument(identifier: str) -> Instrument:
    return registry().by_id[identifier]


def _is_regulation(each: Cited) -> bool:
    return each.instrument is not None and each.instrument.id == NOW


def _of_2007(article: Article, about: str) -> bool:
    if article.article == _LIMIT:
        return not any(word in about for word in _ABOUT_EIGHTEEN)
    if article.article == _PLAIN_SCOPE:
        return article.item is not None or not any(word in about for word in _ABOUT_NINE)
    if article.article == _GUIDE and any(word in about for word in _ABOUT_TWELVE):
        return False  # its paragraphs, called items: L005 tells
    return article.article in _SCOPE and article.item is not None


def _old_number(text: str) -> str | None:
    """The number of 2007 as printed, unless the revision of 2019 is named beside it."""
    match = _PRINTED.search(text)
    if match is None or number_key(squeeze(match.group())) != number_key(_instrument(OLD).numbers[0]):
        return None
    return None if _REVISED.search(text) else match.group()


def _renumbered(text: str) -> str:
    return _PRINTED.sub(r"\g<1>711\g<2>", text)

"""C006: one deadline in many words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from types import MappingProxyType

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.recognise.deadlines import deadline
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import PrintedCell, catalogue_cells
from gicat.rules.rewriting import rewrite
from gicat.text import narrow_digits, squeeze

__all__ = ["WordingsOfOneDeadline"]


class WordingsOfOneDeadline(Rule):
    """One deadline is worded in three or more ways.

    ## What it checks

    Deadlines that mean the same (20个工作日 after information is formed or changed) have at most two wordings in a
    catalogue. One finding a deadline, with a place for each wording.

    ## Why

    Readers take different words for different rules; one wording shows that one rule is meant.

    ## Known exceptions

    The fix writes the most complete of the printed wordings, the one nearest to that of the law (信息形成或者变更之日起
    20个工作日内). It changes what the document says, so a person has to look at it (--unsafe-fixes).

    Deadlines that also promise to keep the information up to date are another deadline.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 事项甲 | 内容 | 《政府信息公开条例》 | 信息形成或者变更之日起20个工作日内 | 办公室 |
    | 事项乙 | 内容 | 《政府信息公开条例》 | 自信息形成或变更之日起20个工作日内公开 | 办公室 |
    | 事项丙 | 内容 | 《政府信息公开条例》 | 形成或变更之日起20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 事项甲 | 内容 | 《政府信息公开条例》 | 信息形成或者变更之日起20个工作日内 | 办公室 |
    | 事项乙 | 内容 | 《政府信息公开条例》 | 信息形成或者变更之日起20个工作日内 | 办公室 |
    | 事项丙 | 内容 | 《政府信息公开条例》 | 信息形成或者变更之日起20个工作日内 | 办公室 |
    ```

    ## Options

    `least`: how many wordings are too many, a number; default 3.

    ## Source

    条例 Art. 26.
    """

    code = "C006"
    name = "wordings-of-one-deadline"
    severity = Severity.INFO
    title = Phrase("one deadline worded in many ways", "同一公开时限有多种表述")
    fixable = "unsafe"
    options = MappingProxyType({"least": 3})

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        least = context.option(self.code, "least", 3)
        for number in range(len(document.catalogues)):
            same: dict[tuple[object, ...], list[PrintedCell]] = defaultdict(list)
            for cell in catalogue_cells(document, number, "deadline"):
                meaning = _meaning(cell.text)
                if meaning:
                    same[meaning].append(cell)
            for having in same.values():
                wordings = Counter(squeeze(cell.text) for cell in having)
                if isinstance(least, int) and len(wordings) >= max(2, least):
                    yield self._finding(having, wordings)

    def _finding(self, having: list[PrintedCell], wordings: Counter[str]) -> Finding:
        proper = _most_complete(wordings)
        first = {squeeze(cell.text): cell for cell in reversed(having)}
        where = having[0].where
        where["places"] = [place for wording in wordings for place in first[wording].places]
        shown_en, shown = "; ".join(wordings), "；".join(wordings)
        others = [wording for wording in wordings if wording != proper]
        changes = tuple((wording, proper) for wording in others)
        return self.found(
            Phrase(f"one deadline, {len(wordings)} wordings: {shown_en}", f"同一时限有{len(wordings)}种表述：{shown}"),
            Phrase(f"use one, e.g. {proper}", f"请统一表述，如“{proper}”"),
            quote=having[0].text,
            fix=Fix(_unified(having, proper), False, "；".join(others), proper, changes),
            **where,
        )


def _most_complete(wordings: Counter[str]) -> str:
    """The wording that has most of the words of Art. 26 and least besides; of equal ones the most frequent."""

    def rank(wording: str) -> tuple[int, float, int]:
        terms = deadline(wording).terms
        amount = terms[0].amount if terms else None
        compared = SequenceMatcher(None, narrow_digits(wording), f"信息形成或者变更之日起{amount}个工作日内", False)
        shared = sum(block.size for block in compared.get_matching_blocks())
        return shared, compared.ratio(), wordings[wording]

    return max(wordings, key=rank)


@lru_cache(maxsize=4096)
def _meaning(text: str) -> tuple[object, ...] | None:
    """What a deadline means: equal for equal deadlines; None where that is not certain."""
    read = deadline(text)
    terms = [(t.kind, t.amount, t.unit, _event(t.event or ""), t.month, t.day) for t in read.terms]
    if any(term[0] not in ("within", "annual") for term in terms):
        return None
    return (*terms, "keep_updated" in read.qualifiers)


def _event(event: str) -> str:
    """An event without the words that make no difference."""
    plain = (
        re.sub(r"相关|有关|政府|信息|该|自|应|[（）()\s]", "", event)
        .replace("或者", "或")
        .replace("形成变更", "形成或变更")
    )
    return {"形成或变更": "formed", "形成、变更": "formed", "产生或变更": "formed"}.get(plain, plain)


def _unified(having: list[PrintedCell], wording: str) -> Callable[[schema.Document], None]:
    """What writes one wording into all cells."""
    applied = [rewrite(cell, lambda text: wording) for cell in having if squeeze(cell.text) != wording]

    def apply(document: schema.Document) -> None:
        for each in applied:
            each(document)

    return apply

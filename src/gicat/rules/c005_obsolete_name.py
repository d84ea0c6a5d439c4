"""C005: an agency or a term that is no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon import vocabulary
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import TEXT_FIELDS, PrintedCell, cells
from gicat.rules.rewriting import rewrite

__all__ = ["ObsoleteName"]


class ObsoleteName(Rule):
    """An agency or a term is obsolete.

    ## What it checks

    No text names an agency that was reorganised (卫计委, 国土资源局, 工商局 …; a warning) or a term that was
    replaced (提案议案, 扶贫脱贫; a note).

    ## Why

    A catalogue must be kept up to date (条例 Art. 12); the name of an agency that is no more sends the reader to
    nobody.

    ## Known exceptions

    Titles of instruments in 《》 keep their words. Never an error: local reforms ran at their own pace, and 条例
    Art. 20(11) itself still says 扶贫.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 联合执法 | 与环保局联合检查情况 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 联合执法 | 与生态环境局联合检查情况 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    The reforms of 2018, 2021 and 2023 (深化党和国家机构改革方案; 党和国家机构改革方案); 条例 Art. 12.
    """

    code = "C005"
    name = "obsolete-name"
    severity = Severity.INFO
    title = Phrase("agency or term is obsolete", "机构名称或用语已过时")
    fixable = "unsafe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for cell in cells(document, *TEXT_FIELDS):
            if not _any_word().search(cell.text):
                continue
            for sort, severity in (("agency", Severity.WARNING), ("term", Severity.INFO)):
                for entry in vocabulary("obsolete")[sort]:
                    word = _found(cell.text, tuple(entry["words"]), tuple(entry.get("unless", ())))
                    if word:
                        yield self._finding(cell, word, entry, severity)

    def _finding(self, cell: PrintedCell, word: str, entry: Mapping[str, Any], severity: Severity) -> Finding:
        now = entry.get("now")
        why = entry.get("why_en", f"reorganised in {entry.get('since')}")
        why_zh = entry.get("why_zh", f"{entry.get('since')}年机构改革后已不用此名")
        return self.found(
            Phrase(f"“{word}” is obsolete: {why}", f"“{word}”已过时：{why_zh}"),
            Phrase(f"write {now}" if now else "use the present name", f"请改为“{now}”" if now else "请使用现行名称"),
            quote=word,
            severity=severity,
            fix=Fix(rewrite(cell, lambda text: text.replace(word, now)), False, word, now) if now else None,
            **cell.where,
        )


@lru_cache(maxsize=1)
def _any_word() -> re.Pattern[str]:
    """Any obsolete word: most cells have none, and one search tells."""
    entries = [entry for sort in ("agency", "term") for entry in vocabulary("obsolete")[sort]]
    return re.compile("|".join(re.escape(word) for entry in entries for word in entry["words"]))


@lru_cache(maxsize=20_000)
def _found(text: str, words: tuple[str, ...], unless: tuple[str, ...]) -> str | None:
    """The first obsolete word of a text outside 《》 and outside the words that make it right."""
    if not any(word in text for word in words):
        return None
    plain = re.sub(r"《[^》]*》", " ", text)
    for right in unless:
        plain = plain.replace(right, " ")
    return next((word for word in words if word in plain), None)

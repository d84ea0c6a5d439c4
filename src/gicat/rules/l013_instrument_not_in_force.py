"""L013: an instrument that is not in force any more, or may not be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon.instruments import Instrument, registry
from gicat.rules.base import Finding, Fix
from gicat.rules.citing import Cited, before, cited
from gicat.rules.context import Context
from gicat.rules.law import Authority, LawRule
from gicat.rules.printed_text import PrintedCell, cells
from gicat.rules.rewriting import rewrite

__all__ = ["InstrumentNotInForce"]

_JUDGED_BY_L001 = "cn.sc.492.2007"
_SAID: Mapping[str, tuple[Severity, Phrase]] = MappingProxyType({
    "repealed": (Severity.ERROR, Phrase("is repealed", "已废止")),
    "superseded": (Severity.WARNING, Phrase("is superseded", "已被替代")),
    "unknown": (Severity.INFO, Phrase("may not be in force any more", "是否仍然有效未能核实")),
})  # fmt: skip


class InstrumentNotInForce(LawRule):
    """The legal basis cites an instrument that is repealed or superseded, or may be.

    ## What it checks

    A cited instrument that is in gicat's registry is in force. One that is repealed is an error, one in whose place
    another stands a warning, one of which the registry does not know it a note.

    ## Why

    A basis that does not exist any more is none. What stands in its place may say something else.

    ## Known exceptions

    Catalogues dated before the instrument ended. Entries of the registry that were not verified are notes at most.
    国务院令第492号 is reported by L001. The fix writes the successor for the citation; check that it says the same.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 房屋拆迁 | 补偿方案 | 《城市房屋拆迁管理条例》（国务院令第305号） | 形成后20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 房屋征收 | 补偿方案 | 《国有土地上房屋征收与补偿条例》（国务院令第590号） | 形成后20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    The registry in docs/law.md, with how each status was verified.
    """

    code = "L013"
    name = "instrument-not-in-force"
    severity = Severity.ERROR
    title = Phrase("instrument repealed or superseded", "引用的法规文件已失效")
    fixable = "unsafe"
    authorities = (Authority("cn.npc.civil-code", "第一千二百六十条"), Authority("cn.doc.guobangongkai.2021.30"))

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for cell in cells(document, "legal_basis"):
            for each in cited(cell.text):
                one = each.instrument
                if one is None or one.status not in _SAID or one.id == _JUDGED_BY_L001:
                    continue
                if not before(document.catalogues[cell.catalogue], one.ended):
                    yield self._finding(cell, each, one)

    def _finding(self, cell: PrintedCell, each: Cited, one: Instrument) -> Finding:
        severity, said = _SAID[one.status]
        successor = registry().by_id[one.successor] if one.successor else None
        since = Phrase(f" since {one.ended}", f"（{one.ended}起）") if one.ended else Phrase("", "")
        proper = _written(successor) if successor else None
        articles = Phrase(", whose articles are others", "，条款也要核对") if each.articles else Phrase("", "")
        return self.found(
            Phrase(f"{each.shown} {said.en}{since.en}", f"{each.shown}{said.zh}{since.zh}"),
            Phrase(f"see {proper}{articles.en}", f"请核对{proper}{articles.zh}")
            if proper
            else Phrase("check the basis", "请核对公开依据"),
            quote=each.title,
            severity=severity if one.sure else Severity.INFO,
            fix=_replaced(cell, each, proper) if proper and one.status != "unknown" else None,
            **cell.where,
        )


def _written(one: Instrument) -> str:
    """An instrument as it is cited."""
    return one.quoted + (f"（{one.number}）" if one.number else "")


def _replaced(cell: PrintedCell, each: Cited, proper: str) -> Fix:
    """Writes another citation for one, its number included."""
    title = r"\s*".join(map(re.escape, each.title))
    pattern = re.compile(rf"《\s*{title}\s*》(?:\s*[（(][^（）()]*号[^（）()]*[）)])?")
    return Fix(rewrite(cell, lambda text: pattern.sub(lambda _: proper, text)), False, each.shown, proper)

"""C001: one agency under several names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.grid import Printed
from gicat.recognise.organisations import organisations
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.overview import Entry, entries
from gicat.rules.printed_text import PrintedCell, catalogue_cells
from gicat.rules.subjects import abbreviates, full_agency, is_office, is_vague
from gicat.text import squeeze

__all__ = ["IssuerNamesDiffer"]


class IssuerNamesDiffer(Rule):
    """The agency has several names in one document, or agency and offices share the publisher column.

    ## What it checks

    The responsible body named before the table is the agency of the title, letter for letter; a publisher that
    begins with the agency's name, or differs from it in one or two characters, is that name; the publisher column
    (公开主体) names either the agency or its internal offices, not both.

    ## Why

    Readers must know whom to ask (条例 Art. 10). Two spellings of one body read like two bodies, and a column that
    mixes the agency with its offices says something different in each row.

    ## Known exceptions

    Short forms (市医保局) are V012's, unnamed groups of offices V011's. Other bodies in the rows, such as centres
    under the agency, are no mistake.

    ## Example

    ```
    示例市水务局主动公开基本目录

    【责任主体】示例市水务局部门

    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 职责 | 《政府信息公开条例》 | 形成后20个工作日内 | 示例市水务局 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开基本目录

    【责任主体】示例市水务局

    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 职责 | 《政府信息公开条例》 | 形成后20个工作日内 | 示例市水务局 |
    ```

    ## Options

    None.

    ## Source

    条例 Arts. 10 and 11.
    """

    code = "C001"
    name = "issuer-names-differ"
    severity = Severity.WARNING
    title = Phrase("names of the issuer differ", "公开主体名称前后不一致")
    fixable = "unsafe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number, catalogue in enumerate(document.catalogues):
            full = full_agency(catalogue)
            if full:
                yield from self._overview(document, number, full)
            named: dict[str, list[PrintedCell]] = defaultdict(list)
            for cell in catalogue_cells(document, number, "publishers"):
                for name in dict.fromkeys(organisations(Printed(cell.text))):
                    named[name].append(cell)
            for name, having in named.items():
                if full and _misnames(name, full):
                    yield self._differs(name, full, having)
            yield from self._mixed(named, full or catalogue.agency)

    def _overview(self, document: schema.Document, number: int, full: str) -> Iterator[Finding]:
        for entry in entries(document, number):
            name = squeeze(entry.text).rstrip("。；;，,")
            if entry.label in ("责任主体", "公开主体", "责任单位") and _misnames(name, full):
                yield self.found(
                    Phrase(f"“{name}” before the table, {full} in the title", f"概述写作“{name}”，标题为“{full}”"),
                    Phrase(f"write {full}", f"请统一写作“{full}”"),
                    catalogue=number,
                    field="publishers",
                    places=(entry.place,),
                    quote=name,
                    fix=_in_overview(entry, name, full),
                )

    def _differs(self, name: str, full: str, having: list[PrintedCell]) -> Finding:
        where = having[0].where
        where["places"] = [place for cell in having for place in cell.places]
        return self.found(
            Phrase(f"“{name}” in the rows, {full} in the title", f"表中写作“{name}”，标题为“{full}”"),
            Phrase(f"write {full}", f"请统一写作“{full}”"),
            quote=name,
            **where,
        )

    def _mixed(self, named: dict[str, list[PrintedCell]], agency: str | None) -> Iterator[Finding]:
        """The rarer sort of names in a column that has the agency and its offices."""
        bodies = {name: cells for name, cells in named.items() if agency and _is_agency(name, agency)}
        offices = {name: cells for name, cells in named.items() if is_office(name) and not is_vague(name)}
        if not bodies or not offices:
            return
        count = {id(sort): sum(map(len, sort.values())) for sort in (bodies, offices)}
        rarer, others = (bodies, offices) if count[id(bodies)] <= count[id(offices)] else (offices, bodies)
        for name, having in rarer.items():
            other = next(iter(others))
            where = having[0].where
            where["places"] = [place for cell in having for place in cell.places]
            yield self.found(
                Phrase(f"“{name}” stands here, “{other}” in other rows: agency and offices are mixed",
                       f"此处为“{name}”，其他行为“{other}”：机关与内设机构混用"),
                Phrase("name the agency in every row, offices under 责任科室", "公开主体请统一写机关名称"),
                quote=name,
                **where,
            )  # fmt: skip


def _misnames(name: str, full: str) -> bool:
    """Whether a name is meant to be `full` and is not: more behind it, or one or two other characters."""
    if name == full or abbreviates(name, full):
        return False
    if name.startswith(full):
        return len(name) - len(full) <= 2
    differing = sum(a != b for a, b in zip(name, full, strict=False))
    return len(name) == len(full) >= 6 and differing <= 2 and name[-1] == full[-1]


def _is_agency(name: str, agency: str) -> bool:
    return name == agency or (len(name) >= 3 and not is_office(name) and abbreviates(name, agency))


def _in_overview(entry: Entry, name: str, full: str) -> Fix:
    return Fix(entry.source.rewrite(lambda text: text.replace(name, full)), False, name, full)

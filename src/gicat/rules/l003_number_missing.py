"""L003: an instrument that has a number, cited without it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon.instruments import Instrument
from gicat.rules.base import Finding, Fix
from gicat.rules.citing import RUN_ON, Cited, before, cited
from gicat.rules.context import Context
from gicat.rules.law import Authority, LawRule
from gicat.rules.printed_text import OutsideText, PrintedCell, catalogue_cells, outside
from gicat.rules.rewriting import rewrite

__all__ = ["NumberMissing"]

Part = PrintedCell | OutsideText


class NumberMissing(LawRule):
    """An instrument that has a number is cited without it.

    ## What it checks

    A cited regulation or document that is in gicat's registry has its number (文号) behind its title. One finding for
    an instrument and catalogue, with every place it is cited at.

    ## Why

    Titles are repeated and revised; the number tells which text is meant. 政府信息公开条例 without a number may be
    the one of 2007.

    ## Known exceptions

    Laws are cited by title alone. Quiet where a text before or after the table gives the number once, and for
    instruments that came after the date of the catalogue.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 工作职责 | 《中华人民共和国政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    | 工作动态 | 工作进展 | 《中华人民共和国政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 部门预算 | 预算报表 | 《中华人民共和国预算法》 | 财政部门批复后20日内 | 办公室 |
    | 工作动态 | 工作进展 | 《中华人民共和国政府信息公开条例》（国务院令第711号） | 形成后20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    GB/T 9704-2012, 7.2.5 (the 发文字号 tells a document from all others); the registry in docs/law.md.
    """

    code = "L003"
    name = "number-missing"
    severity = Severity.WARNING
    title = Phrase("instrument cited without its number", "引用法规文件未注明文号")
    fixable = "safe"
    authorities = (Authority("cn.sc.711.2019"), Authority("cn.gb.9704.2012", "7.2.5"))

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number, catalogue in enumerate(document.catalogues):
            around = [text for text in outside(document) if text.catalogue == number]
            given = {one.id for text in around for each in cited(text.text) for one in each.numbered}
            bare: dict[str, list[Part]] = defaultdict(list)
            meant: dict[str, tuple[Instrument, Cited]] = {}
            parts: list[Part] = [*around, *catalogue_cells(document, number, "legal_basis")]
            for part in parts:
                for each in cited(part.text):
                    one = _unnumbered(each)
                    if one and one.id not in given and not before(catalogue, one.in_force or one.issued):
                        bare[one.id].append(part)
                        meant.setdefault(one.id, (one, each))
            for identifier, citing in bare.items():
                yield self._finding(number, *meant[identifier], list({id(part): part for part in citing}.values()))

    def _finding(self, number: int, one: Instrument, each: Cited, parts: list[Part]) -> Finding:
        times = Phrase(
            "" if len(parts) == 1 else f", {len(parts)} times", "" if len(parts) == 1 else f"（{len(parts)}处）"
        )
        first = next((part for part in parts if isinstance(part, PrintedCell)), None)
        return self.found(
            Phrase(f"{each.shown} is cited without its number{times.en}", f"引用{each.shown}未注明文号{times.zh}"),
            Phrase(f"write {each.shown}（{one.number}）", f"请写作“{each.shown}（{one.number}）”"),
            catalogue=number,
            item=first.item if first else None,
            within=first.within if first else None,
            field="legal_basis" if first else None,
            quote=each.title,
            places=[place for part in parts for place in _places(part, each.title)],
            fix=_numbered(parts, each, one),
        )


def _unnumbered(each: Cited) -> Instrument | None:
    """The instrument in force that a citation without any number means."""
    one = next((one for one in each.titled if one.status == "in_force"), None)
    return one if one and one.sure and one.number and not each.numbers else None


def _places(part: Part, title: str) -> tuple[schema.Place, ...]:
    """Where a cell is printed, or in which line of a text the title begins."""
    if isinstance(part, PrintedCell):
        return part.places
    match = re.search(rf"《\s*{_loose(title)}", part.text)
    return (part.place_at(match.start() if match else 0),)


def _loose(title: str) -> str:
    """A pattern for a title that may be broken anywhere."""
    return r"\s*".join(map(re.escape, title))


def _numbered(parts: list[Part], each: Cited, one: Instrument) -> Fix:
    """Writes the number behind the title wherever it stands without one."""
    behind = rf"\s*[（(【\[［][^（）()【】\[\]［］]*号|\s*国务院|{RUN_ON}"
    pattern = re.compile(rf"({_loose(each.title)}\s*》)(?!{behind})")

    def change(text: str) -> str:
        return pattern.sub(lambda match: f"{match[1]}（{one.number}）", text)

    applied: list[Callable[[schema.Document], None]] = [
        rewrite(part, change) if isinstance(part, PrintedCell) else part.rewrite(change) for part in parts
    ]

    def apply(document: schema.Document) -> None:
        for step in applied:
            step(document)

    return Fix(apply, True, f"《{each.title}》", f"《{each.title}》（{one.number}）")

"""V003: a document number that is not written the way the standard says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import cells, outside
from gicat.rules.rewriting import rewrite

__all__ = ["DocumentNumberForm"]

_NUMBER = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{2,12}?)\s*(?P<open>[〔（(\[［【〖「『﹝])\s*(?P<year>(?:19|20)\d{2})\s*年?\s*"
    r"(?P<close>[〕）)\]］】〗」』﹞])\s*(?P<ordinal>第?)\s*(?P<zeros>0*)(?P<number>[1-9]\d{0,4})\s*(?P<unit>号+)"
)


class DocumentNumberForm(Rule):
    """A document number is not written as 〔year〕N号.

    ## What it checks

    A document number (发文字号) in any text of the catalogue has the year in full in hexagonal brackets 〔〕, no
    第 and no leading zeros before the number, and one 号 behind it.

    ## Why

    The standard for official documents prescribes the form, and registries and searches find a document by it.

    ## Known exceptions

    Order numbers (国务院令第711号) and numbers of standards have no year in brackets and are not looked at. The
    small-form brackets ﹝﹞ count as wrong, although many fonts draw them alike.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 公开制度 | 工作制度 | 《关于基层政务公开的意见》（国办发[2019]54号） | 形成后5日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 公开制度 | 工作制度 | 《关于基层政务公开的意见》（国办发〔2019〕54号） | 形成后5日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    GB/T 9704-2012, 7.2.5 (发文字号).
    """

    code = "V003"
    name = "document-number-form"
    severity = Severity.WARNING
    title = Phrase("document number not in the standard form", "发文字号书写不规范")
    fixable = "safe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for text in outside(document):
            for start, printed in _wrong(text.text):
                yield self._finding(
                    printed,
                    Fix(text.rewrite(_mended), True, printed, _mended(printed)),
                    {"catalogue": text.catalogue, "places": (text.place_at(start),)},
                )
        for cell in cells(document, "categories", "name", "content", "legal_basis", "extra"):
            for _, printed in _wrong(cell.text):
                fix = Fix(rewrite(cell, _mended), True, printed, _mended(printed)) if cell.field != "extra" else None
                yield self._finding(printed, fix, {**cell.where})

    def _finding(self, printed: str, fix: Fix | None, where: dict[str, object]) -> Finding:
        proper = "".join(_mended(printed).split())
        shown = "".join(printed.split())
        return self.found(
            Phrase(f"the document number {shown!r} is not in the standard form", f"发文字号“{shown}”不符合规范"),
            Phrase(f"write {proper}", f"请写作“{proper}”"),
            quote=printed,
            fix=fix,
            **where,  # type: ignore[arg-type]
        )


def _wrong(text: str) -> list[tuple[int, str]]:
    """Offset and print of the misprinted numbers of a text, each print once."""
    found: dict[str, int] = {}
    for match in _NUMBER.finditer(text):
        if "".join(match.group().split()) != _form(match):
            printed = text[match.start("open") - _head(match) : match.end()]
            found.setdefault(printed, match.start())
    return [(start, printed) for printed, start in found.items()]


def _head(match: re.Match[str]) -> int:
    return match.start("open") - match.start("issuer")


def _mended(text: str) -> str:
    """A text with its document numbers in the standard form; nothing else changes."""
    return _NUMBER.sub(_form, text)


def _form(match: re.Match[str]) -> str:
    return f"{match['issuer']}〔{match['year']}〕{match['number']}号"

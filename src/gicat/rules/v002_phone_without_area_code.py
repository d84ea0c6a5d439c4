"""V002: a local number nobody outside the town can dial."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import PrintedCell, catalogue_cells
from gicat.text import narrow_digits

__all__ = ["PhoneWithoutAreaCode"]

_LOCAL = re.compile(r"[2-9]\d{6,7}(?:-\d{1,6})?")
_JOINED = re.compile(
    r"(?<!\d)[（(]?(?P<area>0(?:10|2\d|[3-9]\d{2}))[）)]?\s*[-—–－]?\s*\d{7,8}(?:\s*[/／]\s*[2-9]\d{6,7})*"
    r"\s*[/／]\s*$"
)
"""What stands before a number that is joined by a slash to one with an area code."""
_AREA = re.compile(r"(?<!\d)[（(]?0(?:10|2\d|[3-9]\d{2})[）)]?\s*[-—–－\s]?\s*\d{7,8}(?!\d)|区号\s*[:：]?\s*0\d{2,3}")


class PhoneWithoutAreaCode(Rule):
    """A local telephone number stands without its area code.

    ## What it checks

    A number of seven or eight digits in the contact column has an area code, or the catalogue gives one elsewhere.
    A second number behind a slash (0579-6600123/6600124) is a note: it is meant to share the area code before it, but
    a machine that dials or links it does not know.

    ## Why

    A catalogue is read on the web by people anywhere; enquiries and complaints need a number that can be dialled
    from outside the town.

    ## Known exceptions

    Otherwise quiet where any number of the catalogue, or the word 区号 before or after the table, gives the area
    code; mobile and service numbers (12345, 400) need none.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 监督电话 |
    | --- | --- | --- | --- | --- | --- |
    | 机构简介 | 职能、地址 | 《政府信息公开条例》 | 形成后5日内 | 办公室 | 6600123 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 监督电话 |
    | --- | --- | --- | --- | --- | --- |
    | 机构简介 | 职能、地址 | 《政府信息公开条例》 | 形成后5日内 | 办公室 | 0579-6600123 |
    ```

    ## Options

    None; the unsafe fix needs `area_code` of the profile, save behind a slash.

    ## Source

    条例 Art. 12, second paragraph.
    """

    code = "V002"
    name = "phone-without-area-code"
    severity = Severity.WARNING
    title = Phrase("telephone number without area code", "电话号码缺少区号")
    fixable = "unsafe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        area = context.profile.area_code
        for number, catalogue in enumerate(document.catalogues):
            given = _gives_area(catalogue)
            for cell in catalogue_cells(document, number, "contacts"):
                for contact in cell.within.contacts:
                    if contact.kind not in ("phone", "fax") or not _LOCAL.fullmatch(contact.value):
                        continue
                    shared = _shared_area(cell.text, contact.value)
                    if shared:
                        yield self._finding(cell, contact.value, shared, Severity.INFO)
                    elif not given:
                        yield self._finding(cell, contact.value, area)

    def _finding(self, cell: PrintedCell, number: str, area: str | None, severity: Severity | None = None) -> Finding:
        whole = f"{area}-{number}" if area else None
        return self.found(
            Phrase(f"{number} has no area code", f"电话“{number}”未标注区号"),
            Phrase(f"print it as {whole or '0xxx-' + number}", f"请写作 {whole or '区号-' + number}"),
            quote=number,
            severity=severity,
            fix=Fix(_completed(cell, number, whole), False, number, whole) if whole else None,
            **cell.where,
        )


def _shared_area(text: str, number: str) -> str | None:
    """The area code of the number that a slash joins a local one to, or None."""
    plain = narrow_digits(text)
    match = _JOINED.search(plain[: plain.find(number)]) if number in plain else None
    return match["area"] if match else None


def _gives_area(catalogue: schema.Catalogue) -> bool:
    numbers = [contact.value for contact in catalogue.contacts]
    numbers += [contact.value for item in catalogue.items for contact in item.contacts]
    if any(number.startswith("0") for number in numbers):
        return True
    return any(_AREA.search(narrow_digits(text.text)) for text in [*catalogue.preamble, *catalogue.notes])


def _completed(cell: PrintedCell, number: str, whole: str) -> Callable[[schema.Document], None]:
    """What puts the whole number in place of the local one, in the print and the values of all items with the cell."""
    lone = re.compile(rf"(?<![\d-]){re.escape(number)}(?!\d)")

    def apply(document: schema.Document) -> None:
        for index in cell.sharers:
            item = document.catalogues[cell.catalogue].items[index]
            if "contacts" in item.printed:
                item.printed["contacts"] = lone.sub(whole, item.printed["contacts"])
            for contact in item.contacts:
                contact.value = whole if contact.value == number else contact.value

    return apply

"""V001: a telephone number that is not printed as a number a person can dial or a page can link."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.recognise.contacts import contacts
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import cells, outside
from gicat.rules.rewriting import rewrite
from gicat.text import narrow_digits

__all__ = ["MalformedPhone"]

_WELL_FORMED = re.compile(
    r"0\d{2,3}-\d{7,8}(?:-\d{1,6})?|1[3-9]\d{9}|12\d{3}|[48]00-?\d{3}-?\d{4}|[2-9]\d{6,7}(?:-\d{1,6})?"
)
"""What a number should look like; one without area code is V002's."""
_AREA = re.compile(r"0?(?P<area>10|2\d|[3-9]\d{2})-?(?P<local>\d{7,8})(?P<extension>-\d{1,6})?")
_ABROAD = re.compile(r"\+86-?0?(?P<rest>(?:10|2\d|[3-9]\d{2})-?\d{7,8}(?:-\d{1,6})?|1[3-9]\d{9})")
"""A number with the country code, as `contacts` gives it."""
_BETWEEN = re.compile(r"[\s\-‐‑‒–—―－﹣ー()（）]*")
"""What may stand between two digits of one number."""


class MalformedPhone(Rule):
    """A telephone number is misprinted.

    ## What it checks

    Every telephone and fax number in the contact column and in the paragraphs around the table is printed as area
    code, ASCII hyphen and number (0571-87654321), as a mobile number, or as a service number (12345). A dash other
    than the ASCII hyphen, white space inside, full-width digits or a missing hyphen are warnings; a number that is
    only broken by a line end is a note.

    ## Why

    The telephone number of the office is a required element of the guide (条例 Art. 12); a number with a long dash
    or a space cannot be dialled from a page and is not found by a search.

    ## Known exceptions

    A local number without area code is V002. A number of which nobody can tell where the area code ends is left
    alone. Behind the country code (+86) white space is right too, and a number with one has no fix: none may drop
    the code. A break inside a number may come from the width of the column alone: a note, no warning.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 监督电话 |
    | --- | --- | --- | --- | --- | --- |
    | 机构简介 | 职能、地址 | 《政府信息公开条例》 | 形成后5日内 | 办公室 | 0579—6600123 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 监督电话 |
    | --- | --- | --- | --- | --- | --- |
    | 机构简介 | 职能、地址 | 《政府信息公开条例》 | 形成后5日内 | 办公室 | 0579-6600123 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 12, second paragraph.
    """

    code = "V001"
    name = "phone-malformed"
    severity = Severity.WARNING
    title = Phrase("telephone number misprinted", "电话号码书写不规范")
    fixable = "safe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for text in outside(document):
            for slip in _slips(text.text, named_only=True):
                yield self._finding(
                    slip,
                    change=text.rewrite(slip.mend),
                    where={"catalogue": text.catalogue, "field": "contacts", "places": (text.place_at(slip.start),)},
                )
        for cell in cells(document, "contacts"):
            for slip in _slips(cell.text):
                yield self._finding(slip, change=rewrite(cell, slip.mend), where={**cell.where})

    def _finding(self, slip: Slip, *, change: Callable[[schema.Document], None], where: dict[str, object]) -> Finding:
        shown = " ".join(slip.printed.split())
        return self.found(
            Phrase(f"the number {shown!r} {slip.reason.en}", f"电话号码“{shown}”{slip.reason.zh}"),
            Phrase(f"print it as {slip.proper}", f"请写作 {slip.proper}"),
            quote=slip.printed,
            severity=Severity.INFO if slip.wrapped else None,
            fix=None if slip.abroad else Fix(change, True, slip.printed, slip.proper),
            **where,  # type: ignore[arg-type]
        )


@dataclass(frozen=True, slots=True)
class Slip:
    """A misprinted number: how it stands in a text from `start`, how it should, and what is wrong with it."""

    start: int
    printed: str
    proper: str
    reason: Phrase
    wrapped: bool

    @property
    def abroad(self) -> bool:
        """Whether it has a country code."""
        return self.proper.startswith("+")

    def mend(self, text: str) -> str:
        """The text with the number as it should be."""
        return text.replace(self.printed, self.proper)


@lru_cache(maxsize=4096)
def _slips(text: str, *, named_only: bool = False) -> tuple[Slip, ...]:
    """The misprinted numbers of a text, in order of print."""
    plain = narrow_digits(text)
    found = []
    position = 0
    for contact in contacts(text, named_only=named_only):
        digits = re.sub(r"\D", "", contact.value)
        if contact.kind not in ("phone", "fax") or not digits:
            continue
        span = _span(plain, digits, position)
        if span is None:
            continue
        start, position = span
        printed, proper = text[start:position], _proper(contact.value)
        reason = _reason(printed)
        if printed != proper and reason is not None:
            found.append(Slip(start, printed, proper, reason, printed.replace("\n", "") == proper))
    return tuple(found)


def _span(text: str, digits: str, begin: int) -> tuple[int, int] | None:
    """Where digits stand in a text, from `begin` on: with what may divide them and the sign before them, or None."""
    offsets = [at for at in range(begin, len(text)) if text[at].isdecimal()]
    all_digits = "".join(text[at] for at in offsets)
    index = all_digits.find(digits)
    while index >= 0:
        own = offsets[index : index + len(digits)]
        if all(_BETWEEN.fullmatch(text, left + 1, right) for left, right in pairwise(own)):
            start = own[0] - 1 if own[0] > begin and text[own[0] - 1] in "(（+" else own[0]
            return start, own[-1] + 1
        index = all_digits.find(digits, index + 1)
    return None


def _proper(number: str) -> str:
    """A number as it should be printed; itself where that is not certain."""
    if _WELL_FORMED.fullmatch(number):
        return number
    abroad = _ABROAD.fullmatch(number)
    if abroad:
        return f"+86-{_proper(abroad['rest']).removeprefix('0')}"
    match = _AREA.fullmatch(number)
    return f"0{match['area']}-{match['local']}{match['extension'] or ''}" if match else number


def _reason(printed: str) -> Phrase | None:
    """What is wrong with a number as printed; None where nothing is."""
    if narrow_digits(printed) != printed:
        return Phrase("has full-width digits", "使用了全角数字")
    if re.search(r"[‐‑‒–—―－﹣ー]", printed):
        return Phrase("has a dash that is no ASCII hyphen", "使用了非半角连字符")
    if "\n" in printed:
        return Phrase("is broken across lines", "被换行断开")
    if re.search(r"\s", printed) and not printed.startswith("+"):
        return Phrase("has white space inside", "中间有空格")
    if not _WELL_FORMED.fullmatch(printed) and not printed.startswith("+"):
        return Phrase("has no hyphen behind the area code", "区号后缺少连字符")
    return None

"""L002: an instrument with the number or the title of another, or of none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon.instruments import NATIONAL, number_key
from gicat.rules.base import Finding, Fix
from gicat.rules.citing import Cited, cited
from gicat.rules.context import Context
from gicat.rules.law import Authority, LawRule
from gicat.rules.likeness import alike, misspelt, slip, spelt
from gicat.rules.printed_text import PrintedCell, cells
from gicat.rules.rewriting import rewrite
from gicat.text import key

__all__ = ["InstrumentMisnamed"]


class InstrumentMisnamed(LawRule):
    """A citation has the wrong number for its title, or the wrong title for its number.

    ## What it checks

    A cited title that is in gicat's registry has one of the numbers the registry gives for it, where a number of a
    national instrument is printed at all; a cited number that is in the registry stands behind the title it belongs
    to. A title that differs from one in the registry by a slip of the pen (公开条件 for 公开条例) is reported too.

    ## Why

    A reader looks an instrument up by its number. A wrong one leads to another instrument or to nothing.

    ## Known exceptions

    Laws are cited without numbers, and each amendment has its own: their numbers are not judged. Numbers of local
    documents may stand behind a title that a national one has as well. Entries of the registry that were not verified
    are not used. The fix is offered where only one spelling can be meant.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 机构职能 | 工作职责 | 《中华人民共和国政府信息公开条例》（国务院令第717号） | 形成后20个工作日内 | 办公室 |
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

    The registry in docs/law.md, with how each entry was verified; GB/T 9704-2012, 7.2.5 (发文字号).
    """

    code = "L002"
    name = "instrument-misnamed"
    severity = Severity.ERROR
    title = Phrase("title and number of an instrument do not belong together", "法规文件的名称与文号不符")
    fixable = "safe"
    authorities = (Authority("cn.sc.711.2019"), Authority("cn.gb.9704.2012", "7.2.5"))

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for cell in cells(document, "legal_basis"):
            for each in cited(cell.text):
                found = self._wrong_number(cell, each) or self._wrong_title(cell, each)
                if found:
                    yield found

    def _wrong_number(self, cell: PrintedCell, each: Cited) -> Finding | None:
        """Of a known title, a number that is not one of its own."""
        known = [one for one in each.titled if one.sure and one.numbers]
        amended = {number_key(number) for one in known for number in one.amended}
        national = [one for one in each.numbers if _is_national(one) and number_key(one) not in amended]
        if not known or not national or any(one in each.numbered for one in known):
            return None
        wrong, right = national[0], known[0].number or ""
        shown = _tail(wrong)
        return self.found(
            Phrase(f"{each.shown} is {right}, not {shown}", f"{each.shown}的文号是{right}，不是{shown}"),
            Phrase(f"write {each.shown}（{right}）", f"请写作“{each.shown}（{right}）”"),
            quote=each.title,
            fix=_replaced(cell, shown, right),
            **cell.where,
        )

    def _wrong_title(self, cell: PrintedCell, each: Cited) -> Finding | None:
        """Of a title that is not known, one that is misspelt, or stands before a number that belongs to another."""
        if each.titled:
            return None
        meant = misspelt(each.title) or next((one for one in each.numbered if slip(each.title, one)), None)
        if meant and meant.sure:
            proper = spelt(each.title, meant)
            return self.found(
                Phrase(f"{each.shown} is misspelt", f"{each.shown}名称有误"),
                Phrase(f"write 《{proper}》", f"请写作《{proper}》"),
                quote=each.title,
                fix=_replaced(cell, each.title, proper),
                **cell.where,
            )
        other = next((one for one in each.numbered if one.sure and one.kind != "law"), None)
        if other is None or any(alike(each.title, title) for title in other.titles):
            return None
        return self.found(
            Phrase(
                f"{other.number} is {other.quoted}, not {each.shown}",
                f"{other.number}是{other.quoted}，不是{each.shown}",
            ),
            Phrase("check title and number", "请核对名称和文号"),
            quote=each.title,
            **cell.where,
        )


def _is_national(number: str) -> bool:
    return number_key(number).startswith(NATIONAL)


def _tail(number: str) -> str:
    """A number without words before its issuer: 经国务院令第711号."""
    return re.sub(r"^.*?(?=国务院令|国令|国办|国发|国函|中办|中发|厅字|财预|财库|财政部令|发改办)", "", number)


def _replaced(cell: PrintedCell, wrong: str, right: str) -> Fix | None:
    """What writes one thing for another in a cell, breaks in the print allowed; None if it is not printed so."""
    pattern = re.compile(r"\s*".join(map(re.escape, "".join(wrong.split()))))
    if not pattern.search(cell.text) or key(wrong) == key(right):
        return None
    return Fix(rewrite(cell, lambda text: pattern.sub(right, text)), True, wrong, right)

"""V009: something printed twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.recognise.elements import elements
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import TEXT_FIELDS, PrintedCell, cells
from gicat.rules.rewriting import rewrite
from gicat.text import squeeze

__all__ = ["Doubled"]

_MARKS = re.compile(r"([，、；：,;])(?:\s*\1)+|(?<!。)(。)。(?!。)")
_NUMBERED = re.compile(r"[①-⑳●]|\d[.、．]|[（(][一1][）)]")
_GROUPS = re.compile(r"[，,；;。：:]")
_WORD = re.compile(r"([\u4e00-\u9fff]{2})\1(?!\1)")
_WORDS = re.compile(r"([\u4e00-\u9fff]{2})\1+")


class Doubled(Rule):
    """A mark, a word or an element is printed twice.

    ## What it checks

    No cell has the same punctuation mark twice in a row, a word of two characters twice in a row, or the same
    element twice in its enumeration; behind 等 no elements follow that were named before.

    ## Why

    Doubled print is a slip of the keyboard or of copying; it shows that nobody read the row again before it was
    published.

    ## Known exceptions

    Dashes and ellipses are double by nature. Words are looked for within a line, since a line break may stand
    between two elements. Doubled words can be right (管理管理人员): a note, and the fix is not a safe one.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 处罚决定 | 处罚事由、、处罚依据 | 《政府信息公开条例》 | 形成后7个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 处罚决定 | 处罚事由、处罚依据 | 《政府信息公开条例》 | 形成后7个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    国办发〔2018〕123号 and the yearly survey of government websites count misprints (错别字).
    """

    code = "V009"
    name = "doubled"
    severity = Severity.INFO
    title = Phrase("printed twice", "重复的标点、词语或要素")
    fixable = "safe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for cell in cells(document, *TEXT_FIELDS):
            for slip in _slips(cell):
                yield self.found(
                    Phrase(f"printed twice in “{slip.quote}”: {slip.twice}", f"“{slip.quote}”中重复：{slip.twice}"),
                    Phrase("remove the repetition", "请删去重复部分"),
                    quote=slip.quote,
                    fix=_fix(cell, slip),
                    **cell.where,
                )


@dataclass(frozen=True, slots=True)
class Slip:
    """What is printed twice, the print around it, and what removes the repetition from a text."""

    twice: str
    quote: str
    mend: Callable[[str], str] | None
    safe: bool = False


def _fix(cell: PrintedCell, slip: Slip) -> Fix | None:
    if slip.mend is None:
        return None
    return Fix(rewrite(cell, slip.mend), slip.safe, cell.text, slip.mend(cell.text))


def _slips(cell: PrintedCell) -> Iterator[Slip]:
    text = cell.text
    mark = _MARKS.search(text)
    if mark:
        yield Slip(mark.group(1), _around(text, mark), _single_marks, safe=True)
    word = _WORD.search(text)
    if word and word.group(1)[0] != word.group(1)[1]:
        yield Slip(word.group(1), _around(text, word), lambda printed: _WORDS.sub(_single_word, printed))
    if cell.field == "content":
        yield from _elements(squeeze(text))


def _elements(text: str) -> Iterator[Slip]:
    numbered = elements(text) if _NUMBERED.search(text) else ()
    for group in [numbered] if numbered else [re.split("、", part) for part in _GROUPS.split(text)]:
        for part, times in Counter(group).items():
            if times > 1 and len(part) > 1:
                yield Slip(part, part, _without_first(part, in_list=not numbered))
    head, etc, tail = text.rpartition("等")
    named = [part for part in re.split(r"[、，,；;或和及]", head) if len(part) > 1]
    if etc and tail and _all_named(tail, named):
        again = re.compile(_loose(tail) + r"\s*$")
        yield Slip(tail, f"等{tail}", lambda printed: again.sub("", printed))


def _without_first(part: str, *, in_list: bool) -> Callable[[str], str] | None:
    """What removes all but the last of equal elements of a list; nobody can renumber the others."""
    if not in_list:
        return None
    first = re.compile(rf"(?:^|(?<=[、，,；;]))\s*{_loose(part)}\s*、(?=.*{_loose(part)})", re.DOTALL)
    return lambda printed: first.sub("", printed)


def _loose(text: str) -> str:
    """A pattern for a text with white space anywhere inside."""
    return r"\s*".join(map(re.escape, text))


def _all_named(tail: str, named: list[str], count: int = 0) -> bool:
    """Whether a text is nothing but two or more of the elements named before it."""
    if not tail:
        return count > 1
    return any(_all_named(tail[len(part) :], named, count + 1) for part in named if tail.startswith(part))


def _single_marks(text: str) -> str:
    return _MARKS.sub(lambda match: match.group(1), text)


def _single_word(match: re.Match[str]) -> str:
    word = match.group(1)
    return word if word[0] != word[1] else match.group()


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 6) : match.end() + 6].strip()

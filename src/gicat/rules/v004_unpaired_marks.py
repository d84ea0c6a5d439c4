"""V004: title marks, quotation marks and brackets that do not pair, or are the wrong ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import TEXT_FIELDS, cells, outside
from gicat.rules.rewriting import rewrite

__all__ = ["UnpairedMarks"]

_PAIRS = (("《", "》"), ("〈", "〉"), ("（(", "）)"), ("【", "】"), ("“", "”"))
_ANGLED = re.compile(r"[<＜]([^<>＜＞]*[\u4e00-\u9fff][^<>＜＞]*)[>＞]")
_NESTED = re.compile(r"《[^《》]*《[^《》]*》")
_ENUMERATOR = re.compile(r"(?:(?<=[\s；;。，,、：:])|^)[\da-zA-Z一二三四五六七八九十]{1,3}\s*[)）]")


class UnpairedMarks(Rule):
    """Title marks, quotation marks or brackets do not pair, or inner title marks are the wrong ones.

    ## What it checks

    In every text, each 《 〈 （ 【 “ has its closing mark. Inside 《》 an inner title stands in 〈〉, not in the signs
    <> for less and greater and not in 《》 again. Each kind of mistake is reported once a cell, each title in <> by
    itself.

    ## Why

    The marks say where the title of an instrument begins and ends. Where they do not pair, neither a reader nor a
    machine can tell which instruments are cited.

    ## Known exceptions

    The bracket behind a number that enumerates (1）) needs no partner. Full-width and ASCII brackets may pair; V010
    speaks of their width. Only <> can be mended without knowing the title.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 公开制度 | 工作制度 | 《印发<全面推进工作的意见>实施细则的通知》 | 形成后5日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 公开制度 | 工作制度 | 《印发〈全面推进工作的意见〉实施细则的通知》 | 形成后5日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    GB/T 15834-2011 (标点符号用法), 4.15 (书名号).
    """

    code = "V004"
    name = "unpaired-marks"
    severity = Severity.WARNING
    title = Phrase("title marks, quotes or brackets do not pair", "书名号、引号或括号不配对")
    fixable = "safe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for text in outside(document):
            for slip in _slips(text.text):
                fix = Fix(text.rewrite(_angled), True, slip.quote, _angled(f"《{slip.quote}")[1:])
                yield self.found(
                    slip.message,
                    slip.advice,
                    catalogue=text.catalogue,
                    places=(text.place_at(slip.start),),
                    quote=slip.quote,
                    fix=fix if slip.mendable else None,
                )
        for cell in cells(document, *TEXT_FIELDS):
            for slip in _slips(cell.text):
                fix = Fix(rewrite(cell, _angled), True, slip.quote, _angled(f"《{slip.quote}")[1:])
                yield self.found(
                    slip.message, slip.advice, quote=slip.quote, fix=fix if slip.mendable else None, **cell.where
                )


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake at `start` of a text: the print, what is wrong, what to do, and whether <> can be mended."""

    start: int
    quote: str
    message: Phrase
    advice: Phrase
    mendable: bool = False


_INNER = Phrase("use 〈〉 for the inner title", "内层书名号请用〈〉")


def _slips(text: str) -> Iterator[Slip]:
    """The mistakes of a text: every inner title in <>, and one of each other kind."""
    for start, quote in _angled_titles(text):
        message = Phrase(f"{quote} inside 《》 stands in < and >", f"《》内的“{quote}”误用了小于号和大于号")
        yield Slip(start, quote, message, _INNER, mendable=True)
    characters = set(text)
    for opening, closing in _PAIRS:
        lone = None if characters.isdisjoint((*opening, *closing)) else _unpaired(text, opening, closing)
        if lone is not None:
            quote = _around(text, lone)
            message = Phrase(f"{text[lone]} has no partner in “{quote}”", f"“{quote}”处的“{text[lone]}”不配对")
            yield Slip(lone, quote, message, Phrase("complete the pair or remove the mark", "请补全或删去该符号"))
    nested = _NESTED.search(text) if "《" in characters and _unpaired(text, "《", "》") is None else None
    if nested:
        quote = nested.group()
        yield Slip(
            nested.start(), quote, Phrase(f"《》 stands inside 《》: {quote}", f"《》内又用《》：“{quote}”"), _INNER
        )


def _angled_titles(text: str) -> list[tuple[int, str]]:
    """Offsets and prints of what stands in <> inside 《》."""
    return [(m.start(), m.group()) for m in _ANGLED.finditer(text) if "《" in text[: m.start()]]


def _angled(text: str) -> str:
    return _ANGLED.sub(lambda m: f"〈{m.group(1)}〉" if "《" in text[: m.start()] else m.group(), text)


def _unpaired(text: str, opening: str, closing: str) -> int | None:
    """The offset of the first mark without a partner, or None."""
    open_marks: list[int] = []
    for match in _marks(opening, closing).finditer(text):
        if match.group() in opening:
            open_marks.append(match.start())
        elif open_marks:
            open_marks.pop()
        elif match.start() not in {number.end() - 1 for number in _ENUMERATOR.finditer(text)}:
            return match.start()
    return open_marks[0] if open_marks else None


@lru_cache(maxsize=16)
def _marks(opening: str, closing: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(opening + closing)}]")


def _around(text: str, offset: int) -> str:
    before = 0 if text[offset] in "《〈（(【“" else 8
    return text[max(0, offset - before) : offset + 20].strip()

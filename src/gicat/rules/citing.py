"""What a text cites: each title in 《》 with the numbers and articles behind it, and the instrument that is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from gicat import schema
from gicat.lexicon.instruments import Instrument, number_key, registry
from gicat.numerals import HAN_NUMERALS
from gicat.recognise.brackets import BRACKET
from gicat.recognise.citations import Article, citations
from gicat.text import CACHED, squeeze

_N = rf"(?:\s*[\d{HAN_NUMERALS}])+\s*"
_NUMBER = (
    r"[\u4e00-\u9fff]{1,12}\s*[〔（(\[［【]\s*\d{4}\s*年?\s*[〕）)\]］】]\s*第?\s*\d+\s*号"
    rf"|[\u4e00-\u9fff]{{1,16}}(?:令\s*第?|\s*第){_N}号"
    rf"|[\u4e00-\u9fff]{{1,16}}{_N}号\s*令"
)
_ADJACENT = re.compile(rf"\s*({_NUMBER})")
_AHEAD = re.compile(rf"({_NUMBER}(?:令(?!第))?)\s*$")
_AHEAD_OF = 60
_BRACKETS = re.compile(rf"\s*(?:{BRACKET}|[【\[［]([^【】\[\]［］]*)[】\]］])")
RUN_ON = r"\s*(?:的?(?:实施细则|实施意见|实施办法|实施方案|补充规定|补充通知|通知|解释|解读))"
"""What makes another instrument of the one in 《》 before it."""
_RUN_ON = re.compile(RUN_ON)
_STATED = re.compile(
    rf"\s*(?:\d{{4}}年(?:\d+月(?:\d+日)?)?)?(?:中华人民共和国)?({_NUMBER})令?\s*"
    rf"(?:\d{{4}}年(?:\d+月(?:\d+日)?)?)?(?:公布|发布|印发|修订|修正|修改|文件?)?\s*"
)
_SEGMENT = re.compile(r"[，,；;、]")
CITABLE = ("法", "条例", "规定", "办法", "细则", "规则", "规程", "法典")
"""How the titles of texts end that are made of articles."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation.

    Attributes:
        title: without the outer 《》.
        numbers: the numbers printed in the brackets behind it, or at once behind or before it;
            根据国办发〔2019〕54号制定 states none.
        articles: the articles named behind it.
        titled: the instruments of that title, what applies today first.
        numbered: the instruments that have one of its numbers.
    """

    title: str
    numbers: tuple[str, ...]
    articles: tuple[Article, ...]
    titled: tuple[Instrument, ...]
    numbered: tuple[Instrument, ...]

    @property
    def instrument(self) -> Instrument | None:
        """What is meant: by title and number where both agree, else by title, else by number."""
        both = [each for each in self.titled if each in self.numbered]
        return next(iter((*both, *self.titled, *self.numbered)), None)

    @property
    def shown(self) -> str:
        """The title in quotes."""
        return f"《{self.title}》"


@lru_cache(maxsize=CACHED)
def cited(printed: str) -> tuple[Cited, ...]:
    """Every citation of a text in order of print."""
    text = squeeze(printed)
    found: list[Cited] = []
    end = 0
    for each in citations(text):
        start = text.index(f"《{each.title}》", end)
        ahead = _AHEAD.search(text, max(end, start - _AHEAD_OF), start)
        stated = ahead is not None and (ahead.start() > end or not found)  # else it stands behind the one before
        end = start + len(each.title) + 2
        behind = _cited(each.title, each.articles, text[end:])
        found.append(_with_number(behind, ahead[1]) if ahead and stated else behind)
    return tuple(found)


def _cited(title: str, articles: tuple[Article, ...], behind: str) -> Cited:
    run_on = _RUN_ON.match(behind)  # 《…意见》实施细则 is another instrument than 《…意见》
    whole = title + run_on[0] if run_on else title
    numbers = _numbers(behind[run_on.end() :] if run_on else behind)
    having = [registry().by_number.get(number_key(number)) for number in numbers]
    return Cited(title, numbers, articles, registry().titled(whole), tuple(each for each in having if each))


def _with_number(each: Cited, number: str) -> Cited:
    """A citation with the number that stands at once before its title: 国务院令第711号《…条例》."""
    meant = registry().by_number.get(number_key(number))
    return replace(each, numbers=(number, *each.numbers), numbered=(*((meant,) if meant else ()), *each.numbered))


def _numbers(behind: str) -> tuple[str, ...]:
    """The numbers that stand for a title, from the text behind it."""
    if adjacent := _ADJACENT.match(behind):
        return (adjacent[1],)
    found: list[str] = []
    bracket = _BRACKETS.match(behind)
    while bracket:
        stated = (_STATED.fullmatch(segment) for segment in _SEGMENT.split(bracket[1] or bracket[2] or ""))
        found += [match[1] for match in stated if match]
        bracket = _BRACKETS.match(behind, bracket.end())
    return tuple(found)


def dated(catalogue: schema.Catalogue) -> str | None:
    """The day a catalogue was last right, as precise as printed: of update, of publication, or its title's year."""
    year = re.search(r"(?:19|20)\d{2}(?=年)", catalogue.title or "")
    return catalogue.updated or catalogue.published or (year.group() if year else None)


def before(catalogue: schema.Catalogue, day: object) -> bool:
    """Whether a catalogue was published before a day, so far as its date tells: 2019 may be before 2019-05-15."""
    stated = dated(catalogue)
    return stated is not None and day is not None and stated < str(day)


def is_text_of_articles(title: str) -> bool:
    """Whether a title is that of a law, regulation or rule, which is made of articles; a notice is not."""
    return re.sub(r"[（(][^（）()]*[）)]$", "", title).endswith(CITABLE)

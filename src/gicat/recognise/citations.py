"""公开依据: the instruments that a text cites, with their numbers and articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gicat.numerals import HAN_NUMERALS, value
from gicat.recognise.brackets import BRACKET
from gicat.text import CACHED, squeeze

_BRACKET = re.compile(rf"\s*{BRACKET}")
_SEGMENT = re.compile(r"[，,；;、]")
_STANDARD = re.compile(r"^(?:GB|DB|ISO|[A-Z]{2,})[/A-Z\d]*[\s\-—]*\d")
_N = rf"[{HAN_NUMERALS}\d]+"
_ARTICLE = re.compile(
    rf"第(?P<article>{_N}(?:[、和及]{_N})*)条(?P<inserted>之{_N})?(?:第[（(]?(?P<paragraph>{_N})[）)]?款)?"
    rf"(?P<items>(?:(?:[、和及]?第?[（(]?{_N}[）)]?)+项)+)?"
)
_MOST_IN_RANGE = 100
_ITEM = re.compile(_N)


@dataclass(frozen=True, slots=True)
class Article:
    """第…条 第…款 第（…）项."""

    article: int
    paragraph: int | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A title in 《》, the number in the bracket behind it, the articles named after it."""

    title: str
    document_number: str | None = None
    articles: tuple[Article, ...] = ()


@lru_cache(maxsize=CACHED)
def citations(printed: str) -> tuple[Citation, ...]:
    """Every instrument a text cites, in order of print.

    Quotes are matched from the inside out, so that a 《 that nobody closed costs its own title and no other.
    """
    text = squeeze(printed)
    titles = _titles(text)
    found = []
    for index, (start, end) in enumerate(titles):
        until = titles[index + 1][0] if index + 1 < len(titles) else len(text)
        behind = text[end + 1 : until]
        found.append(Citation(text[start + 1 : end], _document_number(behind), _articles(behind)))
    return tuple(found)


def _titles(text: str) -> list[tuple[int, int]]:
    """Offsets of the outermost matched pairs of 《》."""
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for index, char in enumerate(text):
        if char == "《":
            stack.append(index)
        elif char == "》" and stack:
            start = stack.pop()
            pairs = [pair for pair in pairs if pair[0] < start]
            pairs.append((start, index))
    return sorted(pair for pair in pairs if pair[1] > pair[0] + 1)


def _document_number(behind: str) -> str | None:
    """The number in the bracket behind a title, or in the next one behind a bracket without a number (试行)."""
    match = _BRACKET.match(behind)
    while match is not None:
        inner = match.group(1).strip()
        if _STANDARD.match(inner):
            return inner
        numbered = next((segment for segment in _SEGMENT.split(inner) if "号" in segment), None)
        if numbered:
            return numbered[: numbered.rindex("号") + 1].strip()
        match = _BRACKET.match(behind, match.end())
    return None


def _articles(behind: str) -> tuple[Article, ...]:
    """The articles named in a text; those between in 第十条至第十二条; none for one inserted later (…条之一)."""
    found: list[Article] = []
    end, last = 0, None
    for match in _ARTICLE.finditer(behind):
        numbers = [number for number in map(value, _ITEM.findall(match["article"])) if number is not None]
        if match["inserted"] or not numbers:
            last = None
            continue
        if (
            last is not None
            and behind[end : match.start()] in ("至", "到", "-", "—")
            and numbers[0] - last < _MOST_IN_RANGE
        ):
            found += [Article(between) for between in range(last + 1, numbers[0])]
        items = [value(n) for n in _ITEM.findall(match["items"] or "")]
        found += [Article(number) for number in numbers[:-1]]
        found += [Article(numbers[-1], value(match["paragraph"] or ""), item) for item in items or [None]]
        end, last = match.end(), numbers[-1]
    return tuple(found)

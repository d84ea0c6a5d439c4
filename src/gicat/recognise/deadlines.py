"""公开时限: what a deadline cell asks for (条例 Art. 26 and 49, and the wordings of published catalogues)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from gicat.lexicon import vocabulary
from gicat.recognise.time_limits import Taken, Term, limits
from gicat.text import CACHED, narrow_digits, simplified, squeeze

__all__ = ["Deadline", "Term", "deadline"]

_SENTENCE = re.compile(r"[^;；。]+")
_LASTING_WORD = re.compile(r"[,，]\s*(?:并|保持|持续|予以)*(?:长期|永久|常年)")
_TOGETHER = re.compile(r"同步|同时")
_CLAUSE_END = re.compile(r"[,，]")
_UPDATED = re.compile(r"(?:及时|动态|随时|定期|实时)(?:进行)?(?:更新|调整)|更新")
_AT = re.compile(
    r"(?<![及随实适即同临平按准届小暂限当何有\d])(?<!(?<!决)定)时(?=[,，]|$|(?:即|一并|予以)?(?:公开|公布|发布|公示))"
)
"""作出决定时, 启动工作时，…: on an event; 及时, 小时, 定时 and the like are other words."""
_LONGEST_AT = 40


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline cell: its text as a value, its terms in order of print, its qualifiers."""

    text: str
    terms: tuple[Term, ...] = ()
    qualifiers: tuple[str, ...] = field(default=())

    @property
    def understood(self) -> bool:
        """Whether the grammar knows it."""
        return any(term.kind != "other" for term in self.terms)


@lru_cache(maxsize=CACHED)
def deadline(printed: str) -> Deadline:
    """The terms of a deadline cell; a text the grammar does not know gives one term of kind `other`.

    So does a time before an event (实施前3日): amount, unit and event are there, but the contract has no kind for it.
    """
    text = squeeze(printed)
    plain = simplified(narrow_digits(text))
    taken = limits(plain)
    taken += _worded(plain, taken)
    terms = [term for _, _, term in sorted(taken, key=lambda t: t[0])] or [Term("other")]
    return Deadline(text, tuple(terms), _qualifiers(plain, terms))


def _worded(plain: str, taken: Taken) -> Taken:
    """Terms that words state (长期, 同步, 及时 …), one for each sentence that states no amount.

    Beside an amount: 长期 behind it, and 同步 in a clause before it.
    """
    found: Taken = []
    for sentence in _SENTENCE.finditer(plain):
        inside = [(start, end) for start, end, _ in taken if start < sentence.end() and end > sentence.start()]
        if inside:
            found += _beside(sentence, inside)
            continue
        kind = next((kind for kind, pattern in _words() if pattern.search(sentence.group())), None)
        if kind is None and len(sentence.group()) <= _LONGEST_AT and _AT.search(sentence.group()):
            kind = "simultaneous"
        if kind and not (taken and kind == "prompt"):
            found.append((sentence.start(), sentence.end(), Term(kind)))
    return found


def _beside(sentence: re.Match[str], inside: list[tuple[int, int]]) -> Taken:
    found: Taken = []
    lasting = _LASTING_WORD.search(sentence.group())
    if lasting and sentence.start() + lasting.start() >= max(end for _, end in inside):
        start = sentence.start() + lasting.start()
        found.append((start, start + 2, Term("standing")))
    clause = _CLAUSE_END.search(sentence.group())
    if clause and sentence.start() + clause.start() <= min(start for start, _ in inside):
        together = _TOGETHER.search(sentence.group(), 0, clause.start())
        if together:
            start = sentence.start() + together.start()
            found.append((start, start + 2, Term("simultaneous")))
    return found


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds that words say and the patterns of their words, in the order in which they are asked."""
    data = vocabulary("deadlines")
    verbs = "|".join(data["verbs"]["words"])
    asked = []
    for entry in data["word"]:
        anywhere = [re.escape(word).replace("…", ".*") for word in entry.get("words", ())]
        whole = [rf"^{re.escape(word)}(?:{verbs})?$" for word in entry.get("whole", ())]
        asked.append((entry["kind"], re.compile("|".join(anywhere + whole))))
    return tuple(asked)


def _qualifiers(plain: str, terms: list[Term]) -> tuple[str, ...]:
    found = []
    if re.search(r"及时(?:公开|公布|发布|公示)", plain) and terms[0].kind != "prompt":
        found.append("timely")
    if _UPDATED.search(plain) and terms[0].kind not in ("periodic", "as_needed"):
        found.append("keep_updated")
    return tuple(found)

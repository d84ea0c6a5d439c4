"""公开主体、责任单位: which organisations a cell names, and whether a text is such a name."""

from __future__ import annotations

import re

from gicat.grid import WRAP_SIGN, Break, Printed
from gicat.lexicon import lexicon, remembered
from gicat.text import CACHED, squeeze

_SEPARATORS = frozenset("、，,；;/／|")
_ENUMERATOR = re.compile(r"(?:^|(?<=[^\d]))(?:\d{1,2}\s*[.．](?!\d)|[①-⑳])")
_CONJUNCTIONS = ("和", "及", "与", "以及")
_OPENING, _CLOSING = frozenset("（([【〔"), frozenset("）)]】〕")
_BREAK = re.compile(r"\n|(?<![\x00-\x7f])[ \u3000\xa0]+(?![\x00-\x7f])")


@remembered(maxsize=CACHED)
def organisations(printed: Printed) -> tuple[str, ...]:
    """The organisations of a cell in order of print.

    Separators outside brackets divide; a line break, or a space that an export put for one, divides only
    where a name can end and no longer name runs across it (`规划财务与⏎法规科⏎办公室` are two). Where separators
    divide, a line that only ran out of room does not (`综合科、机关⏎党委`).
    """
    names: list[str] = []
    pieces = _separated(printed.text)
    if len(pieces) > 1 and Break.WRAP in printed.breaks:
        pieces = _separated(printed.unwrapped().text.replace(WRAP_SIGN, ""))
    for piece in pieces:
        for numbered in _ENUMERATOR.split(piece):
            names += _across_breaks([squeeze(line) for line in _BREAK.split(numbered)])
    return tuple(name for name in names if name)


def _separated(text: str) -> list[str]:
    pieces, depth, start = [], 0, 0
    whole = _inside_names(text)
    for index, char in enumerate(text):
        depth += (char in _OPENING) - (char in _CLOSING)
        if depth <= 0 and char in _SEPARATORS and index not in whole:
            pieces.append(text[start:index])
            start = index + 1
    return [*pieces, text[start:]]


def _inside_names(text: str) -> frozenset[int]:
    """Offsets inside names that a project's own vocabulary knows: what divides others is part of them."""
    names = lexicon().organisations.get("own", ())
    return frozenset(
        offset for name in names for match in re.finditer(re.escape(name), text) for offset in range(*match.span())
    )


def _across_breaks(lines: list[str]) -> list[str]:
    names: list[str] = []
    for line in filter(None, lines):
        if names and _runs_on(names[-1], line):
            names[-1] += line
        else:
            names.append(line)
    return names


def _runs_on(before: str, after: str) -> bool:
    """Whether a name goes on behind a line break."""
    if (
        after[0] in _OPENING
        or after.startswith(_CONJUNCTIONS)
        or before[-1] in _OPENING
        or before.count("（") + before.count("(") > before.count("）") + before.count(")")
    ):
        return True
    words = lexicon().organisations
    if after in words["of_areas"] and before.endswith(words["area_endings"]):
        return True
    return not ends_like_name(before) or _bridged(before, after)


def _bridged(before: str, after: str) -> bool:
    """Whether a name's ending stands across the break: 委⏎员会, 办公⏎室."""
    for ending in _endings():
        for cut in range(1, len(ending)):
            rest = ending[cut:]
            whole = len(rest) > 1 and rest in _endings()
            if not whole and before.endswith(ending[:cut]) and after.startswith(rest):
                return True
    return False


@remembered(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(sorted(lexicon().organisations["endings"], key=len, reverse=True))


def ends_like_name(text: str) -> bool:
    """Whether a text ends like the name of an organisation, a closed bracket aside."""
    return _core(text).endswith(_endings()) or text.endswith(_endings())


def is_name(text: str) -> bool:
    """Whether a text is nothing but the name of an organisation: short, no sentence, ends like one."""
    text = squeeze(text)
    core = _core(text)
    ending = next((e for e in _endings() if core.endswith(e)), None)
    if ending is None or len(core) > 40 or any(c in core for c in "。，《》；;：:"):
        return False
    return len(core) > len(ending) or len(ending) > 1


def _core(text: str) -> str:
    """A text without the bracket it closes with."""
    if text and text[-1] in _CLOSING:
        for open_ in ("（", "("):
            if open_ in text and text.rindex(open_) > 0:
                return text[: text.rindex(open_)]
    return text

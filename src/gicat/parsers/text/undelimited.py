"""Text without delimiters: which of its kinds a text looks like, for people and for `--dialect`.

What its words are is found out by recovery; a dialect that is asked for says what its blank lines are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gicat.lexicon import lexicon
from gicat.text import key

BLANK_CELLS = {"paragraphs": True, "paragraphs-apart": False, "glued": False}
"""Whether every blank line of a dialect is an empty cell; where that is not said, it is to be found out."""
_ADJACENT, _SHORTEST = 3, 4
"""Labels of a header that stand right behind another where cells are glued, and characters of each."""
_APART = 0.7
_BROKEN = 0.05
"""The share of lines with a part of a title in 《》 from which on the lines of a text are not its paragraphs."""
_SPACE = re.compile(r"\s")


def looks(lines: Sequence[str]) -> str:
    """The dialect that lines without delimiters look like."""
    printed = [line.strip() for line in lines if line.strip()]
    if any(_glued(line) for line in printed[:_FIRST]):
        return "glued"
    titled = [line for line in printed if "《" in line or "》" in line]
    broken = sum(line.rfind("《") > line.rfind("》") or 0 <= line.find("》") < line.find("《") for line in titled)
    if not titled or broken > _BROKEN * len(titled):
        return "flowing"
    followed = sum(bool(line.strip()) and not after.strip() for line, after in pairwise(lines))
    return "paragraphs-apart" if followed >= _APART * len(printed) else "paragraphs"


_FIRST = 200
"""Lines among which a header is looked for."""


def _glued(line: str) -> bool:
    """Whether a line without white space holds several labels of a header."""
    if len(line) < _ADJACENT * _SHORTEST or _SPACE.search(line):
        return False
    folded = key(line)
    known = lexicon().headers
    adjacent = position = 0
    behind_label = False
    while position < len(folded):
        lengths = [n for n in range(_SHORTEST, 16) if folded[position : position + n] in known]
        adjacent += bool(lengths) and behind_label
        behind_label = bool(lengths)
        position += lengths[-1] if lengths else 1
    return adjacent >= _ADJACENT

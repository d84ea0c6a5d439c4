"""Cells glued to one another: where in a word a cell may end, by what begins or ends there.

A text whose header labels stand without anything between prints its cells so too. Only borders that something
tells are seams: a title in 《》, a box, a bullet, a tick, a row number, the words a deadline begins and ends with.
Words that look alike on both sides stay together, but for an organisation that stands alone in another row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from gicat.lexicon import lexicon
from gicat.marks import TICKED, UNTICKED
from gicat.recognise.organisations import ends_like_name, is_name
from gicat.recover.flowing.pieces import Gap, Piece
from gicat.text import key

_GLYPHS = re.escape("".join(TICKED | UNTICKED))
_BEGINS = "|".join(
    (
        r"(?<![、，,和及与《“〈<（(据照按])《",
        rf"[{_GLYPHS}]",
        r"[①-⑳]",
        r"(?:自?(?:制定|相关信息|信息|政府信息|文件|该信息)?(?:形成|获取|产生|变更|制作)(?:或者?|、)?[^，。；]{0,12}(?:之日|后|起))",
        r"(?:(?<![应须当并且由从])自(?!然|治|主|行|我|愿|动|助|查|费|筹)|制定或(?:者)?获取|实时|长期公开|每年|每月|每季|及时公开|收到|同上)",
        r"0\d{2,3}[-－—]\d{7,8}",
    )
)
_ENDS = "|".join(
    (
        r"》(?:（[^（）]{0,40}）|\([^()]{0,40}\))?(?![、，,和及与（(《第》〉>的])",
        r"(?:个工作日|工作日|日|天|月底?|年底?|小时)(?:之?内|前|以内)(?:予以|及时|向社会)?(?:公开|公布|公示|发布|更新)?(?![，,、；;（(公发更予及])",
        r"(?:实时|及时|长期|常年|动态|同步)(?:公开|公布|更新)(?![，,、；;（(])",
        r"同上",
        rf"[{_GLYPHS}](?=[{_GLYPHS}])",
    )
)
_BEGIN, _END = re.compile(_BEGINS), re.compile(_ENDS)
_NUMBER = re.compile(r"^\d{1,4}(?=[^\d.．、)）年月日个])")
_NAMED, _LONGEST = 3, 40
_GOES_ON = "、，,和及与（(·/"
_BOX = re.compile(rf"(?![●○◆])[{_GLYPHS}]")


def parted(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces divided at their seams; the parts behind the first stand with nothing before them."""
    found: list[Piece] = []
    for piece in pieces:
        found += _cut(piece, _seams(piece))
    known = _organisations(found)
    return [part for piece in found for part in _cut(piece, _before_organisation(piece.text, known))]


def _cut(piece: Piece, seams: set[int]) -> list[Piece]:
    cuts = [0, *sorted(seams), len(piece.text)]
    first, *others = [piece.text[start:end] for start, end in pairwise(cuts)]
    return [replace(piece, text=first), *(Piece(text, piece.line, Gap.NONE) for text in others if text)]


def _organisations(parts: Sequence[Piece]) -> frozenset[str]:
    """The organisations that stand alone between two seams of their line."""
    between = (part.text for part, after in pairwise(parts) if part.gap == after.gap == Gap.NONE)
    return frozenset(text for text in between if len(text) >= _NAMED and is_name(text))


def _before_organisation(text: str, known: frozenset[str]) -> set[int]:
    """Where a part ends with an organisation that stands alone elsewhere, and no longer one does."""
    for start in range(max(1, len(text) - _LONGEST), len(text) - _NAMED + 1):
        if text[start:] in known:
            return set() if text[start - 1] in _GOES_ON or ends_like_name(text[:start]) else {start}
    return set()


def _seams(piece: Piece) -> set[int]:
    text = piece.text
    cuts = {match.start() for match in _BEGIN.finditer(text)} | {match.end() for match in _END.finditer(text)}
    if piece.gap >= Gap.LINE and (number := _NUMBER.match(text)):
        cuts.add(number.end())
    cuts.update(_behind_options(text))
    return {cut for cut in cuts if 0 < cut < len(text)}


def _behind_options(text: str) -> Iterator[int]:
    """Where the label of an option in a codelist ends, and other words follow than its filling."""
    known = lexicon().option_keys
    for box in _BOX.finditer(text):
        stop = _BOX.search(text, box.end())
        end = stop.start() if stop else len(text)
        lengths = [cut for cut in range(box.end() + 2, end) if key(text[box.end() : cut]) in known]
        if lengths and text[lengths[-1]] not in "（(：:_＿、" and (stop is None or is_name(text[lengths[-1] : end])):
            yield lengths[-1]

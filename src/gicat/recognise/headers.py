"""Header labels (表头): what a label means, and how two rows of them stand over their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gicat.lexicon import Header, lexicon, remembered
from gicat.recognise.labels import composed
from gicat.text import key, squeeze

_BRACKET = re.compile(r"[（(【\[][^（()）【】\[\]]*(?:[（(][^（()）]*[）)][^（()）【】\[\]]*)*[）)】\]]?$")
_LEGEND = re.compile(r"[“\"]?[■□●○☑☐√].*(?:选|表示|代表).*$")
_SIGNS = ":：*＊"
GROUPS = frozenset({"audiences", "access_modes", "levels"})
"""Fields whose header has a tick column for each option under it."""


@remembered(maxsize=5_000)
def header_of(label: str) -> Header | None:
    """What a group or single header label means; a legend, a remark in a bracket behind it, a colon do not count."""
    headers = lexicon().headers
    text = _LEGEND.sub("", squeeze(label)).strip(_SIGNS)
    while text:
        label = key(text)
        known = headers.get(label) or (None if label in lexicon().leaves else composed(label))
        if known is not None:
            return known
        shorter = _BRACKET.sub("", text)
        if shorter == text:
            return None
        text = shorter.strip(_SIGNS)
    return None


@remembered(maxsize=5_000)
def leaf_of(label: str) -> str | None:
    """The field of a leaf under a group: 全社会 → audiences, 主动 → access_modes, 县级 → levels."""
    leaves = lexicon().leaves
    return leaves.get(key(label)) or leaves.get(key(_BRACKET.sub("", squeeze(label))))


def column_kind(labels: Sequence[str]) -> str:
    """What the cells under header labels, outermost first, look like, in the terms of `recognise.shapes`.

    "tick" under a leaf, "channels" for any option list, "level" for any level of the hierarchy, else the field.
    """
    for label in reversed(labels):
        header, leaf = header_of(label), leaf_of(label)
        if leaf and (len(labels) > 1 or header is None):
            return "tick"
        if header is None:
            continue
        if header.senses:
            return "channels"
        if header.role in GROUPS:
            return "tick" if len(labels) > 1 else "extra"
        return "level" if header.role == "skip" else header.role
    return "extra"


def column_kinds(columns: Sequence[Sequence[str]]) -> list[str]:
    """The kinds of all columns of a table, by the labels over each, outermost first.

    The innermost level of the hierarchy is "name". A label of several senses (公开方式) beside a column of channels is
    "forms": cells of both are option lists, of other options.
    """
    kinds = [column_kind(labels) for labels in columns]
    open_ = [any((header := header_of(label)) and header.senses for label in labels) for labels in columns]
    if any(kind == "channels" and not senses for kind, senses in zip(kinds, open_, strict=True)):
        kinds = ["forms" if kind == "channels" and open_[index] else kind for index, kind in enumerate(kinds)]
    return with_name(kinds)


def with_name(kinds: Sequence[str]) -> list[str]:
    """Kinds of columns with the innermost level of the hierarchy called "name"."""
    levels = [index for index, kind in enumerate(kinds) if kind == "level"]
    return ["name" if levels and index == levels[-1] else kind for index, kind in enumerate(kinds)]


def is_label(text: str) -> bool:
    """Whether a text is a header label of any kind."""
    return bool(text) and len(text) <= 80 and (header_of(text) is not None or leaf_of(text) is not None)


def is_listed(text: str) -> bool:
    """Whether a text is a label of a list, not only by the words it is made of."""
    return key(text) in lexicon().headers or leaf_of(text) is not None


def is_header_row(texts: Sequence[str]) -> bool:
    """Whether the printed cells of a row are header labels: most of them, and two at least."""
    printed = [text for text in texts if text.strip()]
    known = sum(map(is_label, printed))
    return known >= 2 and known >= 0.6 * len(printed)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf column: the index of its label in the first header row, and in the second; None where it has none."""

    top: int | None
    sub: int | None = None


def arrange(tops: Sequence[str], subs: Sequence[str]) -> list[Leaf]:
    """The columns under two header rows whose merges were lost.

    Where the second row is as wide as the table (its blanks stand under labels of one row), position
    decides; where blanks were pushed to the end, every label goes to the next group that takes its kind.
    """
    tops = _trimmed(tops)
    if not any(text.strip() for text in subs):
        return [Leaf(index) for index in range(len(tops))]
    if any(not text.strip() for text in tops):
        return _aligned(tops, subs)
    if any(not text.strip() for text in _trimmed(subs)) and len(subs) > len(tops):
        placed = _by_position(tops, subs)
        if placed:
            return placed
    return _by_kind(tops, _trimmed(subs))


def _aligned(tops: Sequence[str], subs: Sequence[str]) -> list[Leaf]:
    """Both rows have a cell for every column: a blank first label belongs to the group on its left."""
    leaves: list[Leaf] = []
    top = 0
    for column in range(max(len(tops), len(_trimmed(subs)))):
        if column < len(tops) and tops[column].strip():
            top = column
        sub = column if column < len(subs) and subs[column].strip() else None
        leaves.append(Leaf(top, sub))
    return leaves


def _trimmed(texts: Sequence[str]) -> list[str]:
    kept = list(texts)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _takes(top: str, sub: str) -> bool:
    """Whether a group label can stand over a leaf label."""
    group, leaf, level = header_of(top), leaf_of(sub), header_of(sub)
    if group is None:
        return False
    if group.role in GROUPS or group.senses:
        return leaf == group.role or (leaf is not None and leaf in group.senses)
    return group.role in ("level", "skip") and level is not None and level.role == "level"


def _by_kind(tops: Sequence[str], subs: Sequence[str]) -> list[Leaf]:
    leaves: list[Leaf] = []
    position = 0
    for index, top in enumerate(tops):
        taken = position
        while taken < len(subs) and _takes(top, subs[taken]):
            taken += 1
        leaves += [Leaf(index, sub) for sub in range(position, taken)] or [Leaf(index)]
        position = taken
    return leaves if position == len(subs) else []


def _by_position(tops: Sequence[str], subs: Sequence[str]) -> list[Leaf]:
    """Blanks of the second row stand under single labels; every run of labels belongs to one or more groups."""
    leaves: list[Leaf] = []
    column, index = 0, 0
    while column < len(subs) and index < len(tops):
        if not subs[column].strip():
            leaves.append(Leaf(index))
            column += 1
        else:
            following = tops[index + 1] if index + 1 < len(tops) else ""
            end = column + 1
            while end < len(subs) and subs[end].strip() and not _takes(following, subs[end]):
                end += 1
            leaves += [Leaf(index, sub) for sub in range(column, end)]
            column = end
        index += 1
    return leaves if column == len(subs) and index == len(tops) else []

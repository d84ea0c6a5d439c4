"""The boxes of a text, and the lists they make: which labels a run prints, where a list may begin or go on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from gicat.lexicon import lexicon, remembered
from gicat.marks import TICKED, UNTICKED
from gicat.recover.flowing.pieces import Gap, Piece
from gicat.text import key

_BULLETS = frozenset("●■◆▲○")
"""Glyphs that are boxes only in a text that has one beside an option of a codelist."""
_REST = 12
"""Characters that the rest of an option's label has at most."""
_LAST_OPTION = re.compile(r"其他|其它")


@dataclass(frozen=True)
class Boxes:
    """The glyphs that are boxes in a text, and whether they stand behind their labels (政府网站☑)."""

    glyphs: frozenset[str]
    behind: bool = False

    @classmethod
    def of(cls, texts: Iterable[str]) -> Boxes:
        """Those of some words: the glyphs that are nothing else, and others beside a known option."""
        options = lexicon().option_keys
        found = set((TICKED | UNTICKED) - _BULLETS - frozenset("√✓✔þýüÞ¨"))
        before = behind = 0
        for text in filter(None, texts):
            first, last = text[0], text[-1]
            if first in TICKED or first in UNTICKED:
                found.update({first} if key(text[1:]) in options else ())
                before += len(text) > 1 and first in found
            elif (last in TICKED or last in UNTICKED) and key(text[:-1]) in options:
                found.add(last)
                behind += 1
        return cls(frozenset(found), behind > before)

    @cached_property
    def _split(self) -> re.Pattern[str]:
        return re.compile(f"[{re.escape(''.join(self.glyphs))}]")

    def beside(self, text: str) -> bool:
        """Whether a text has a box on the side where boxes stand here."""
        return (text[-1:] if self.behind else text[:1]) in self.glyphs

    def list_begins(self, run: Sequence[Piece]) -> bool:
        """Whether a run of pieces is one of a list: it starts with a box, or has one at the end of a word."""
        return any(self.beside(piece.text) for piece in (run if self.behind else run[:1]))

    def labels(self, run: Sequence[Piece]) -> list[str]:
        """The keys of the options that a run prints; before boxes, what stands before its first one is included."""
        text = "".join(piece.text for piece in run)
        parts = self._split.split(text)
        if self.behind and len(parts) > 1:
            parts = parts[:-1]
        elif text[:1] in self.glyphs:
            parts = parts[1:]
        return [key(part) for part in parts]

    def rest(self, labels: Sequence[str], run: Sequence[Piece], following: Sequence[Sequence[Piece]]) -> bool:
        """Whether a run without a box is the rest of the label before it.

        Together they are an option, or only so the list goes on.

        Args:
            labels: of the list before.
            run: behind it.
            following: the run behind that, if there is one.
        """
        known = lexicon().option_keys
        head = self.labels(run)[0]
        if self.behind or not head or len(head) > _REST:
            return False
        if labels[-1] + head in known:
            return True
        goes_on = bool(following) and self.list_begins(following[0]) and following[0][0].gap != Gap.PAGE
        return goes_on and labels[-1] not in known and head not in known and not _LAST_OPTION.match(labels[-1])


def begins_anew(have: Sequence[str], more: Sequence[str]) -> bool:
    """Whether a list may begin: its first option is in the list before, of another codelist, or behind 其他."""
    first = more[0]
    if first in have or _LAST_OPTION.match(have[-1]):
        return True
    before, after = _fields(have[0]), _fields(first)
    return bool(before and after and not before & after)


@remembered(maxsize=5_000)
def _fields(label: str) -> frozenset[str]:
    """The codelists that have a label."""
    return frozenset(field for field, labels in lexicon().options.items() if label in labels)

"""The columns that two header rows announce, before anything is known of the rows under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gicat.grid import StreamCell
from gicat.recognise.headers import Leaf, arrange, column_kinds


@dataclass(frozen=True)
class Columns:
    """Header labels and the leaf columns under them.

    Attributes:
        tops, subs: the cells of the first and second header row; `subs` may be empty.
        leaves: which labels stand over each column, left to right.
        padded: whether the header's own blanks were pushed to the row's end.
    """

    tops: tuple[StreamCell, ...]
    subs: tuple[StreamCell, ...]
    leaves: tuple[Leaf, ...]
    padded: bool

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """What the cells of each column look like, in the terms of `recognise.shapes`."""
        kinds = column_kinds([self._labels(leaf) for leaf in self.leaves])
        return tuple("number" if leaf.top is None else kind for leaf, kind in zip(self.leaves, kinds, strict=True))

    def _labels(self, leaf: Leaf) -> list[str]:
        if leaf.top is None:
            return []
        labels = [self.tops[leaf.top].printed.text]
        if leaf.sub is not None:
            labels.append(self.subs[leaf.sub].printed.text)
        return labels

    def numbered(self) -> Columns:
        """The same columns behind one of row numbers that no label stands over."""
        return replace(self, leaves=(Leaf(None), *self.leaves))

    @property
    def width(self) -> int:
        """How many columns."""
        return len(self.leaves)


def columns_of(rows: Sequence[Sequence[StreamCell]]) -> Columns | None:
    """The columns under one or two header rows; None where the labels do not fit together."""
    tops = list(rows[0])
    subs = list(rows[1]) if len(rows) > 1 else []
    leaves = arrange([c.printed.text for c in tops], [c.printed.text for c in subs])
    if not leaves:
        return None
    trimmed = len(tops)
    while trimmed and tops[trimmed - 1].printed.blank:
        trimmed -= 1
    interior = any(cell.printed.blank for cell in tops[:trimmed])
    return Columns(tuple(tops), tuple(subs), tuple(leaves), trimmed < len(tops) and not interior)

"""The columns of a table as the decoder sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gicat.lexicon import Header
from gicat.recognise.headers import header_of
from gicat.recognise.labels import alike
from gicat.recover.columns import Columns
from gicat.text import key

OPTIONS = ("audiences", "access_modes", "levels")
"""Codelists of which a column prints the option that holds by its name."""
LISTS = frozenset({"channels", "forms", *OPTIONS})
"""Kinds of column that hold lists of boxes."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A column, or neighbouring columns of ticks of which a text prints the ticked ones only.

    Attributes:
        kind: what its cells look like, in the terms of `recognise.shapes`, or "ticks".
        columns: which columns of the table it is.
        fields: the codelists its options can be of.
        width: how wide its lines are, once that is known.
        least: how wide they are at least, as far as is known.
        ended: what a line end costs in its cells where the line is not full, once that is known.
        apart: what white space between Han characters costs in its cells, once that is known.
        seen: keys of the texts it holds in several rows, once they are known.
        elsewhere: keys of the texts that other columns hold in several rows.
        options: keys of the options that several of its lists have.
        heads, tails: keys of the options that its lists begin and end with, if they mostly agree.
        pairs: keys of options that follow each other in several lists.
        boxed: whether its cells are lists of boxes, once that is known.
    """

    kind: str
    columns: range
    fields: tuple[str, ...] = ()
    width: int | None = None
    least: int = 0
    ended: float | None = None
    apart: float | None = None
    seen: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    options: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    boxed: bool = False

    @property
    def count(self) -> int:
        """How many columns it is."""
        return len(self.columns)


def slots(columns: Columns, *, blank_cells: bool) -> list[Slot]:
    """The slots of a table's columns; columns of ticks are one unless the text prints empty cells."""
    found: list[Slot] = []
    for number, kind in enumerate(columns.kinds):
        if kind == "tick" and not blank_cells:
            if found and found[-1].kind == "ticks":
                found[-1] = Slot("ticks", range(found[-1].columns.start, number + 1))
            else:
                found.append(Slot("ticks", range(number, number + 1)))
        else:
            fields = _fields(columns, number)
            kind = _own(columns, number, fields) if kind == "extra" else kind
            found.append(Slot(kind, range(number, number + 1), fields))
    return found


def _own(columns: Columns, number: int, fields: Sequence[str]) -> str:
    """The kind of a column that is none of the known ones: options by name, or what its label says of its cells."""
    if len(fields) == 1 and fields[0] in OPTIONS:
        return fields[0]
    leaf = columns.leaves[number]
    label = columns.tops[leaf.top].printed.text if leaf.top is not None else ""
    return alike(key(label)) or "extra"


def _fields(columns: Columns, number: int) -> tuple[str, ...]:
    """The codelists of a column's label; a sense that another column has for its own is not among them."""
    header = _header(columns, number)
    if header is None:
        return ()
    others = {h.role for n in range(columns.width) if n != number and (h := _header(columns, n)) and not h.senses}
    return tuple(sense for sense in header.senses if sense not in others) or (header.role,)


def _header(columns: Columns, number: int) -> Header | None:
    leaf = columns.leaves[number]
    return header_of(columns.tops[leaf.top].printed.text) if leaf.top is not None else None


def single(kinds: Sequence[str]) -> list[Slot]:
    """Slots of columns of which nothing but the kinds is known."""
    return [Slot(kind, range(number, number + 1)) for number, kind in enumerate(kinds)]

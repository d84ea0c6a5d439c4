"""What formats cannot carry, as data: each loss says why, whom it concerns, and what of a catalogue is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tests.rendering import House, compose
from tests.rendering.strategy import SHARED, Case

Value = dict[str, Any]
TICKS = ("audiences", "access_modes", "levels")
UNKNOWN = object()
"""Before a value that may be null, but if there is one it is the stated one."""
ATOP = object()
"""Before a value, the one it may be read as where its item is the first of a page, and the item's number."""


@dataclass(frozen=True)
class Loss:
    """What a format cannot carry.

    Attributes:
        name: for the matrix.
        why: one sentence.
        concerns: whether it touches a catalogue.
        left: what is left of the items, changed in place.
        all: whether nothing is certain but that no text is lost or made up.
    """

    name: str
    why: str
    concerns: Callable[[Case], bool]
    left: Callable[[list[Value], House], None] = lambda items, house: None
    all: bool = False


def _merges(case: Case) -> bool:
    """Whether any cell of the body covers several rows."""
    return any(cell.rows > 1 for row in compose(case.printed, case.house).table.body for cell in row)


def _gaps(case: Case) -> bool:
    fields = [c.field for c in case.house.columns if c.option is None and c.field in SHARED]
    return any(not item[field] for item in case.printed["items"] for field in fields)


def _filled(items: list[Value], house: House) -> None:
    fields = [c.field for c in house.columns if c.option is None and c.field in SHARED]
    for above, item in pairwise(items):
        for field in fields:
            item[field] = item[field] or above[field]


def _unplaced(items: list[Value], house: House) -> None:
    for item in items:
        for field in TICKS:
            item[field] = [
                {**option, "checked": (UNKNOWN, option["checked"]), "note": (UNKNOWN, option["note"])}
                for option in item[field]
            ]


BLANKS = Loss(
    "blanks",
    "without merged cells an empty cell is one that the cell above covers: an empty basis, deadline, publisher, list "
    "or telephone has the value above",
    _gaps,
    _filled,
)
UNMERGED = Loss(
    "unmerged", f"a table in which no cell is merged is read as one that lost its merges: {BLANKS.why}",
    lambda case: _gaps(case) and not _merges(case), _filled,
)  # fmt: skip
PACKED = Loss(
    "packed",
    "empty cells were pushed to the row's end: which tick columns were ticked is told only where all ways to place the "
    "ticks agree, and null elsewhere",
    lambda case: any(c.option for c in case.house.columns),
    _unplaced,
)
SHIFTED = Loss(
    "shifted",
    "an empty cell before others was pushed to the row's end too: which column is empty only its neighbours' looks "
    "tell, and columns may look alike; below a header of two rows a row of one cell may be a heading or any other",
    lambda case: (
        _gaps(case)
        or any(option["note"] for item in case.printed["items"] for option in item["audiences"])
        or (case.house.headings and any(len(column.label) > 1 for column in case.house.columns))
    ),
    all=True,
)


def _maybe_cut(items: list[Value], house: House) -> None:
    fields = [c.field for c in house.columns if c.option is None and c.field in SHARED]
    last: Value = {}
    for number, item in enumerate(items):
        for field in fields:
            blank = item[field]
            if not blank and last.get(field):
                item[field] = (ATOP, blank, last[field], number)
            last[field] = blank or last.get(field)


CUT = Loss(
    "cut",
    "a page break leaves an empty cell for the rest of a merged one: an empty cell at the top of a page is read as the "
    "rest of the last filled cell above",
    _gaps,
    _maybe_cut,
)

"""Which column each cell of a row belongs to, where the row is short or its blanks were pushed to the end.

The cells keep their order; among all ways to put them into columns the one that fits best by
`recognise.shapes` wins. Ticks of a block of tick columns are settled in `packed_ticks`.
"""

from __future__ import annotations

from collections.abc import Sequence

from gicat.grid import Printed, StreamCell
from gicat.recognise.shapes import fits

_NEVER = -1e9


def place(row: Sequence[Printed], kinds: Sequence[str]) -> list[int] | None:
    """The column of every cell of a row, strictly ascending; None where there are more cells than columns."""
    if len(row) > len(kinds):
        return None
    if len(row) == len(kinds):
        return list(range(len(kinds)))
    width = len(kinds)
    scores = [0.0] * (width + 1)
    choices: list[list[bool]] = []
    for index, printed in enumerate(row):
        following = [_NEVER] * (width + 1)
        chosen = [False] * (width + 1)
        for column in range(index, width):
            here = scores[column] + fits(kinds[column], printed)
            chosen[column + 1] = here >= following[column]
            following[column + 1] = max(here, following[column])
        scores = following
        choices.append(chosen)
    columns: list[int] = []
    column = width
    for chosen in reversed(choices):
        while not chosen[column]:
            column -= 1
        column -= 1
        columns.append(column)
    return columns[::-1]


def is_prefix(row: Sequence[StreamCell], kinds: Sequence[str]) -> bool:
    """Whether a short row looks like the first columns of a full one: it was cut off."""
    told = [fits(kind, cell.printed) for cell, kind in zip(row, kinds, strict=False) if not cell.printed.blank]
    whole = told[:-1] if len(told) > 1 else told  # the last cell may be cut in its middle
    return bool(whole) and min(whole) > -1.0 and sum(whole) > 0

"""Which column each cell of a row belongs to, where the row is short or its blanks were pushed to the end.

The cells keep their order; among all ways to put them into columns the one that fits best by
`recognise.shapes` wins, and where two are equal the leftmost. Ticks of a block of tick columns are settled in
`packed`.
"""

from __future__ import annotations

from collections.abc import Sequence

from gicat.grid import Printed, StreamCell
from gicat.recognise.shapes import fits

_NEVER = -1e9
APART = 0.1
"""What it costs that columns are left out between two cells: those of a merge are mostly neighbours."""


def place(row: Sequence[Printed], kinds: Sequence[str]) -> list[int] | None:
    """The column of every cell of a row, strictly ascending; None where there are more cells than columns."""
    if len(row) > len(kinds):
        return None
    if not row or len(row) == len(kinds):
        return list(range(len(row)))
    width = len(kinds)
    best = [fits(kind, row[0]) for kind in kinds[: width - len(row) + 1]]
    came: list[list[int]] = []
    for index, printed in enumerate(row[1:], 1):
        before, best, sources = best, [], []
        any_before, source = _NEVER, 0
        for offset in range(len(before)):
            beside, apart = before[offset], any_before - APART
            fit = fits(kinds[index + offset], printed)
            best.append(fit + max(beside, apart))
            sources.append(offset if beside >= apart else source)
            if before[offset] > any_before:
                any_before, source = before[offset], offset
        came.append(sources)
    offset = max(range(len(best)), key=lambda o: (best[o], -o))
    columns = [offset + len(row) - 1]
    for index in range(len(row) - 2, -1, -1):
        offset = came[index][offset]
        columns.append(offset + index)
    return columns[::-1]


def is_prefix(row: Sequence[StreamCell], kinds: Sequence[str]) -> bool:
    """Whether a short row looks like the first columns of a full one: it was cut off."""
    told = [fits(kind, cell.printed) for cell, kind in zip(row, kinds, strict=False) if not cell.printed.blank]
    whole = told[:-1] if len(told) > 1 else told  # the last cell may be cut in its middle
    return bool(whole) and min(whole) > -1.0 and sum(whole) > 0

"""Where something is printed."""

from __future__ import annotations

from dataclasses import dataclass

from gicat.grid.record import record

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the top left corner of the page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is printed. Pages and lines count from 1, the rest from 0.

    `table`, `row` and `column` name a cell of the recovered grid (the whole table, over all its
    pages); `page`, `line` and `bbox` say where that cell stands in the file.
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int | None = None
    bbox: Box | None = None


NOWHERE = Place()
"""The place of what has none."""


@record(frozen=True, slots=True)
class Fragment:
    """One stretch of paper that a cell or paragraph is printed on: a page and box, or a line of a text."""

    page: int | None = None
    line: int | None = None
    bbox: Box | None = None

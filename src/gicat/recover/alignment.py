"""Parts of a table on pages that have not the same columns: a page has only those that an edge on it shows.

Where all rows of a page merge two columns, that page has one column less; where a row divides a cell, one more. The
edges of the boxes tell which column is which, after the parts are laid over each other by their outlines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gicat.grid import Cell, Grid

_NEAR = 3.0  # points by which the edges of one column may differ between pages
_ALIKE = 0.15  # of the width: how much wider or narrower the table may be on another page

Edges = list[float]


def column_edges(grid: Grid) -> Edges | None:
    """Where the columns of a grid begin and the last ends, in points; None where boxes do not tell."""
    places: list[list[float]] = [[] for _ in range(grid.columns + 1)]
    for cell in grid.cells:
        box = cell.fragments[0].bbox if cell.fragments else None
        if box is None:
            return None
        places[cell.column].append(box[0])
        places[cell.column + cell.column_span].append(box[2])
    if not all(places):
        return None
    edges = [sorted(found)[len(found) // 2] for found in places]
    return edges if edges == sorted(edges) else None


def common_columns(first: Edges, other: Edges) -> tuple[list[int], list[int]] | None:
    """The columns of two parts among those of both together.

    Args:
        first, other: edges of the two parts.

    Returns:
        For every edge of each its index in the common columns; None if the parts are no pages of one table: neither has
        all the edges of the other.
    """
    width, width_of_other = first[-1] - first[0], other[-1] - other[0]
    if not width or not width_of_other or abs(width_of_other / width - 1) > _ALIKE:
        return None
    moved = [first[0] + (edge - other[0]) * width / width_of_other for edge in other]
    into = _nearest(moved, first) if len(moved) < len(first) else _nearest(first, moved)
    if into is None:
        return None
    whole = list(range(max(len(first), len(other))))
    return (whole, into) if len(moved) < len(first) else (into, whole)


def in_common_columns(first: Grid, other: Grid) -> tuple[Grid, Grid] | None:
    """Two grids in the columns of both together; None if they are no pages of one table."""
    if first.columns == other.columns:
        return first, other
    edges, edges_of_other = column_edges(first), column_edges(other)
    both = common_columns(edges, edges_of_other) if edges and edges_of_other else None
    if both is None:
        return None
    mine, its = both
    return (
        replace(first, cells=tuple(spread_out(first.cells, mine)), columns=mine[-1]),
        replace(other, cells=tuple(spread_out(other.cells, its)), columns=its[-1]),
    )


def _nearest(few: Sequence[float], many: Sequence[float]) -> list[int] | None:
    """For each of some edges the index of the one it is among others; None if it is none of them."""
    found = [min(range(len(many)), key=lambda i: abs(many[i] - edge)) for edge in few]
    near = all(abs(many[i] - edge) <= _NEAR for i, edge in zip(found, few, strict=True))
    return found if near and len(set(found)) == len(found) else None


def spread_out(cells: Iterable[Cell], edges: Sequence[int]) -> list[Cell]:
    """Cells in other columns: `edges` gives the new index of every old edge."""
    return [
        replace(
            cell,
            column=edges[cell.column],
            column_span=edges[cell.column + cell.column_span] - edges[cell.column],
        )
        for cell in cells
    ]

"""The atoms of one table to its grid: its columns learned from a beginning, then the whole decoded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gicat.diagnostics import Result, found
from gicat.grid import Block, Place, StreamCell
from gicat.recover.columns import Columns
from gicat.recover.flowing.atoms import Atom, lead
from gicat.recover.flowing.decode import decode
from gicat.recover.flowing.learn import learned, merged
from gicat.recover.flowing.pieces import Gap, width
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.slots import Slot, slots
from gicat.recover.flowing.tables import Decoded

SAMPLE = 1_500
"""Atoms from which the columns are learned."""
_LESSONS = 2
_CONFIDENT = 0.6
"""What a reading is worth by the atom at least; below it, saying nothing is better."""


def read_table(
    table: Sequence[Atom], columns: Columns, *, blank_cells: bool, whole_cells: bool = False, glued: bool = False
) -> Result[list[Block]] | None:
    """The grid of a table, and behind it the lines that are no cells.

    Args:
        table: the atoms of its body.
        columns: under its header.
        blank_cells: whether the text prints empty cells.
        whole_cells: whether every atom is a cell.
        glued: whether cells stand without anything between.

    Returns:
        None where the best reading is hardly better than none.
    """
    known = slots(columns, blank_cells=blank_cells or whole_cells)
    known, rare = _lessons(table[:SAMPLE], known, blank_cells=blank_cells, whole_cells=whole_cells)
    scores = Scores(table, known, blank_cells=blank_cells, whole_cells=whole_cells, merged=rare)
    steps, worth = decode(table, scores)
    if worth < _CONFIDENT * sum(not atom.blank for atom in table):
        return None
    decoded = Decoded(columns, known, table, glued=glued)
    grid = decoded.fill(steps)
    told = replace(found("P022", Place(line=columns.tops[0].line)), certainty="inferred")
    return Result.of([grid, *decoded.outside], [told, *decoded.diagnostics])


def beginning_worth(table: Sequence[Atom], columns: Columns, *, blank_cells: bool) -> float:
    """What the beginning of a table is worth by the atom, before anything is learned."""
    sample = table[:SAMPLE]
    _, worth = decode(sample, Scores(sample, slots(columns, blank_cells=blank_cells), blank_cells=blank_cells))
    return worth / max(1, sum(not atom.blank for atom in sample))


def read_cells(cells: Sequence[StreamCell], columns: Columns) -> Result[list[Block]] | None:
    """The grid of a table whose cells are known, but not which of them start a row; see `read_table`."""
    table = [_atom(cell) for cell in cells]
    return read_table(table, columns, blank_cells=False, whole_cells=True)


def _atom(cell: StreamCell) -> Atom:
    text = "" if cell.printed.blank else cell.printed.text
    widths = tuple(map(width, text.split("\n")))
    return Atom(text, cell.line, Gap.LINE, "", widths, lead(text))


def _lessons(
    sample: Sequence[Atom], columns: list[Slot], *, blank_cells: bool, whole_cells: bool
) -> tuple[list[Slot], float | None]:
    """The columns as a sample shows them, learned from two assumptions of how wide they are: the better one's."""
    first, _ = decode(sample, Scores(sample, columns, blank_cells=blank_cells, whole_cells=whole_cells))
    best: tuple[float, list[Slot], float] | None = None
    for narrow in (False, True):
        steps = first
        for _ in range(_LESSONS):
            known, rare = learned(columns, sample, steps, narrow=narrow), merged(columns, steps)
            scores = Scores(sample, known, blank_cells=blank_cells, whole_cells=whole_cells, merged=rare)
            steps, worth = decode(sample, scores)
        if best is None or worth > best[0]:
            best = (worth, known, rare)
    return (best[1], best[2]) if best else (columns, None)

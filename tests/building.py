"""Tiny constructors: grids, streams and texts as a test prints them, and what gicat makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gicat import schema
from gicat.diagnostics import Diagnostic
from gicat.grid import Block, Break, Cell, Fragment, Grid, Paragraph, Printed, StreamCell
from gicat.interpret import interpret
from gicat.parsers.base import ReadOptions, Source
from gicat.pipeline import Options, parse_source
from gicat.recover import recover

UP = "\u2191"
"""In a row of `grid`: covered by the cell above."""
LEFT = "\u2190"
"""In a row of `grid`: covered by the cell on the left."""
MISSING = None
"""In a row of `grid`: no cell at all."""

Row = Sequence[str | None]


def printed(text: str, how: Break = Break.LINE) -> Printed:
    """A text whose line feeds are breaks of one kind."""
    return Printed(text, (how,) * text.count("\n"))


def grid(*rows: Row, spanless: bool = False, page: int | None = None) -> Grid:
    """A grid drawn row by row with `UP`, `LEFT` and `MISSING`; all rows are padded with `MISSING`."""
    width = max(map(len, rows))
    drawn = [[*row, *[MISSING] * (width - len(row))] for row in rows]
    cells = []
    for top, row in enumerate(drawn):
        for left, text in enumerate(row):
            if text in (UP, LEFT, MISSING):
                continue
            across = 1
            while left + across < width and row[left + across] == LEFT:
                across += 1
            down = 1
            while top + down < len(drawn) and drawn[top + down][left] == UP:
                down += 1
            cells.append(Cell(top, left, down, across, printed(text or ""), (Fragment(page=page, line=top + 1),)))
    return Grid(tuple(cells), len(drawn), width, page=page, spanless=spanless)


def drawn(table: Grid) -> list[list[str | None]]:
    """The text at every row and column of a grid, None where there is no cell."""
    return [
        [cell.text if (cell := table.at(row, column)[0]) else None for column in range(table.columns)]
        for row in range(table.rows)
    ]


def paragraph(text: str, line: int | None = None) -> Paragraph:
    """A paragraph outside tables."""
    return Paragraph(printed(text), (Fragment(line=line),))


def stream_cells(*rows: Sequence[str], row_gap: int = 1) -> list[StreamCell]:
    """The cells of delimited text, one row a line."""
    return [
        StreamCell(printed(text), number, 0 if index else row_gap)
        for number, row in enumerate(rows, 1)
        for index, text in enumerate(row)
    ]


def interpreted(*blocks: Block) -> tuple[list[schema.Catalogue], list[Diagnostic]]:
    """The catalogues in recovered blocks, and what is said of them."""
    result = interpret(blocks)
    return result.value.catalogues, list(result.diagnostics)


def recovered(*blocks: Block) -> list[Block]:
    """Blocks with the structure that their format lost."""
    return list(recover(blocks).value)


def items(*rows: Row, spanless: bool = False) -> list[schema.Item]:
    """The items of one table, header rows included."""
    catalogues, _ = interpreted(grid(*rows, spanless=spanless))
    return [item for catalogue in catalogues for item in catalogue.items]


def parsed(text: str | bytes, name: str = "list.txt", *, audit: bool = True, **read: Any) -> schema.Document:
    """The document of a text file, by default with the audit's findings."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return parse_source(Source(name, data), Options(read=ReadOptions(**read), audit=audit))


def codes(diagnostics: Sequence[Diagnostic] | Sequence[schema.Diagnostic]) -> list[str]:
    """The codes of findings, in order."""
    return [d.code for d in diagnostics]

"""The cells of a file, before anybody says what they mean, as JSON or as text for reading."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from gicat.grid import Block, Cell, Fragment, Grid, Lines, Paragraph, Stream
from gicat.writers.base import mended
from gicat.writers.terminal import shown


def as_json(blocks: Iterable[Block]) -> str:
    """`{"blocks": […]}`: grids with their cells, paragraphs, lines; raw delimited text also as streams of cells.

    One cell or block a line, so that two files can be compared line by line. Only a cell in doubt says `doubtful`.
    """
    parts = [_block_text(_plain(block)) for block in blocks]
    return mended('{"blocks": [' + ",".join(f"\n {part}" for part in parts) + ("\n]}\n" if parts else "]}\n"))


def as_text(blocks: Iterable[Block]) -> Iterator[str]:
    """Lines for reading: a grid's cells by row, each with its column and its span where it has one.

    Behind a cell in doubt stands a question mark.
    """
    for block in blocks:
        if isinstance(block, Paragraph):
            yield shown(block.text) + "\n"
        elif isinstance(block, Lines):
            yield from (f"{number}: {shown(line)}\n" for number, line in enumerate(block.lines, block.first))
        elif isinstance(block, Stream):
            yield from (f"{cell.line}: {_one_line(cell.printed.text)}\n" for cell in block.cells)
        else:
            yield from _rows(block)


def _plain(block: Block) -> dict[str, Any]:
    if isinstance(block, Lines):
        return {"type": "lines", "first": block.first, "lines": list(block.lines), "breaks": list(block.breaks)}
    if isinstance(block, Stream):
        cells = [{"text": cell.printed.text, "line": cell.line, "gap": cell.gap} for cell in block.cells]
        return {"type": "stream", "row_gap": block.row_gap, "cells": cells}
    if isinstance(block, Paragraph):
        place = block.place()
        return {"type": "paragraph", "text": block.text, "page": place.page, "bbox": place.bbox, "line": place.line}
    head = {"type": "grid", "page": block.page, "rows": block.rows, "columns": block.columns}
    return head | {"cells": [_cell(cell) for cell in block.cells]}


def _cell(cell: Cell) -> dict[str, Any]:
    first = cell.fragments[0] if cell.fragments else Fragment()
    found = {
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "text": cell.text,
        "page": first.page,
        "bbox": first.bbox,
    }
    return found | {"doubtful": True} if cell.doubtful else found


def _block_text(block: dict[str, Any]) -> str:
    cells = block.pop("cells", None)
    text = json.dumps(block, ensure_ascii=False)
    if cells is None:
        return text
    lines = ",".join(f"\n  {json.dumps(cell, ensure_ascii=False)}" for cell in cells)
    return f'{text[:-1]}, "cells": [{lines}\n ]}}' if cells else f'{text[:-1]}, "cells": []}}'


def _rows(grid: Grid) -> Iterator[str]:
    page = f", page {grid.page}" if grid.page else ""
    yield f"--- grid: {grid.rows} rows, {grid.columns} columns{page}\n"
    for row in range(grid.rows):
        for place, cell in enumerate(grid.row_cells(row)):
            start = f"{row:4}" if place == 0 else "    "
            span = f" ({cell.row_span}×{cell.column_span})" if cell.row_span * cell.column_span > 1 else ""
            yield f"{start} [{cell.column}{span}]{'?' if cell.doubtful else ''} {_one_line(cell.text)}\n"
    yield "---\n"


def _one_line(text: str) -> str:
    return shown(text).replace("\n", " ⏎ ")

"""Reads built documents in tests, and holds on every one that the audit's count agrees with the blocks."""

from __future__ import annotations

from collections import Counter

from gicat.diagnostics import Diagnostic
from gicat.grid import Block, Grid, Paragraph, Printed
from gicat.parsers.base import ReadOptions, Source
from gicat.parsers.docx import DocxReader
from tests.parsers.docx import builder


def read(data: bytes, options: ReadOptions | None = None) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """The blocks and diagnostics of a package, whose sightings must be the characters of its blocks."""
    options = options or ReadOptions()
    source = Source("test.docx", data)
    result = DocxReader().read(source, options)
    for grid in result.value.grids():
        slots = [
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(slots) == len(set(slots)), "two cells cover one place"
        assert all(row < grid.rows and column < grid.columns for row, column in slots)
    for printed in prints(result.value.blocks):
        assert printed.text.count("\n") == len(printed.breaks)
        assert all(printed.text[m.offset : m.offset + len(m.glyph)] == m.glyph for m in printed.marks)
    kept = [printed.text for printed in prints(result.value.blocks)]
    told = [d.text for d in result.diagnostics if d.text]
    seen = [sighting.text for sighting in DocxReader().sightings(source, options)]
    assert characters(kept + told) == characters(seen)
    return result.value.blocks, result.diagnostics


def prints(blocks: tuple[Block, ...]) -> list[Printed]:
    """The texts of all blocks."""
    found: list[Printed] = []
    for block in blocks:
        if isinstance(block, Grid):
            found += [cell.printed for cell in block.cells]
        elif isinstance(block, Paragraph):
            found.append(block.printed)
    return found


def characters(texts: list[str]) -> Counter[str]:
    """The characters that are no white space."""
    return Counter(c for text in texts for c in text if not c.isspace())


def paragraphs(body: str, **others: str) -> list[str]:
    """The paragraphs of a body."""
    blocks, _ = read(builder.docx(body, **others))
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def cell(content: str, **others: str) -> Printed:
    """What a cell with this content prints."""
    blocks, _ = read(builder.docx(builder.tbl(builder.tr(builder.tc(content))), **others))
    return next(block for block in blocks if isinstance(block, Grid)).cells[0].printed


def grid(*rows: str) -> Grid:
    """The grid of a table with these rows."""
    blocks, _ = read(builder.docx(builder.tbl(*rows)))
    return next(block for block in blocks if isinstance(block, Grid))


def shape(table: Grid) -> list[tuple[int, int, int, int, str]]:
    """Row, column, row span, column span and text of each cell."""
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]


def codes(data: bytes, options: ReadOptions | None = None) -> list[str]:
    """The codes of the diagnostics."""
    return [d.code for d in read(data, options)[1]]

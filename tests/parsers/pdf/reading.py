"""Short ways from bytes to what was read, for the tests of this folder."""

from __future__ import annotations

from collections import Counter
from typing import Any

from gicat.grid import Grid, Paragraph, Reading
from gicat.parsers.base import ReadOptions, Source
from gicat.parsers.pdf import PdfReader
from tests.shared import audit_findings, parsed

Table = list[tuple[int, int, int, int, str]]


def read(data: bytes, engine: str = "pdfium") -> Reading:
    return PdfReader().read(Source("x.pdf", data), ReadOptions(pdf_engine=engine)).value


def codes(data: bytes) -> list[str]:
    return [d.code for d in PdfReader().read(Source("x.pdf", data), ReadOptions()).diagnostics]


def tables(data: bytes, engine: str = "pdfium") -> list[Table]:
    """(row, column, row span, column span, text) of every cell."""
    return [
        [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells]
        for grid in read(data, engine).grids()
    ]


def texts(data: bytes, engine: str = "pdfium") -> list[list[str]]:
    """The texts of every table's cells."""
    return [[cell[4] for cell in table] for table in tables(data, engine)]


def paragraphs(data: bytes, engine: str = "pdfium") -> list[str]:
    return [block.text for block in read(data, engine).blocks if isinstance(block, Paragraph)]


def printed(reading: Reading) -> Counter[str]:
    """The characters of all blocks, each cell once."""
    found: Counter[str] = Counter()
    for block in reading.blocks:
        parts = [cell.text for cell in block.cells] if isinstance(block, Grid) else [block.text]  # type: ignore[union-attr]
        found.update("".join("".join(parts).split()))
    return found


def sighted(data: bytes, engine: str = "pdfium") -> Counter[str]:
    """The characters of the pages, counted without cells."""
    options = ReadOptions(pdf_engine=engine)
    found: Counter[str] = Counter()
    for sighting in PdfReader().sightings(Source("x.pdf", data), options):
        found.update("".join(sighting.text.split()))
    return found


def facts(data: bytes) -> list[dict[str, Any]]:
    """The items of a catalogue without their places, glyphs and print; what the audit misses is raised here."""
    document = parsed("x.pdf", data)
    assert not audit_findings(document)
    assert not document["unplaced"]
    [catalogue] = document["catalogues"]
    return [
        {"title": catalogue["title"], "labels": [column["label"] for column in catalogue["columns"]]},
        *(_plain(item) for item in catalogue["items"]),
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items() if k not in ("id", "places", "printed", "mark", "inherited")}
    return [_plain(member) for member in value] if isinstance(value, list) else value

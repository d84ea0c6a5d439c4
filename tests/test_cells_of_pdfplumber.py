"""The cells of ruled tables against those of pdfplumber, over the corpus; every difference is accounted for.

The account is cells_of_pdfplumber.toml. A page that differs and is not in it fails, and so does one that is in it and
agrees.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pdfplumber.utils.exceptions import PdfminerException

from gicat.errors import UnreadableError
from gicat.grid import Box
from gicat.parsers.base import ReadOptions, Source
from gicat.parsers.pdf import PdfReader
from tests.shared import SHARED, names, needs_shared

pytestmark = needs_shared

NEAR = 3.0  # points by which edges of one cell may differ
ACCOUNT: dict[str, dict[str, Any]] = {
    entry["name"]: entry
    for entry in tomllib.loads(Path(__file__).with_name("cells_of_pdfplumber.toml").read_text("utf-8"))["file"]
}


def ours(path: Path) -> dict[int, list[Box]]:
    """The cells of every page."""
    cells: dict[int, list[Box]] = defaultdict(list)
    for grid in PdfReader().read(Source(path.name, path.read_bytes()), ReadOptions()).value.grids():
        cells[grid.page or 0] += [cell.fragments[0].bbox for cell in grid.cells if cell.fragments[0].bbox]
    return cells


def theirs(path: Path) -> Iterator[tuple[int, list[Box]]]:
    """The cells of every page, from the corner of the page as displayed."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            left, top = page.cropbox[0], page.cropbox[1]
            if page.rotation or page.cropbox == page.mediabox:
                left, top = page.mediabox[0], page.mediabox[1]
            tables = [table.cells for table in page.find_tables() if len(table.cells) > 1]
            moved = [(x0 - left, y0 - top, x1 - left, y1 - top) for cells in tables for x0, y0, x1, y1 in cells]
            page.close()
            yield page.page_number, moved


def _unmatched(cells: Sequence[Box], others: Sequence[Box]) -> list[Box]:
    return [
        cell
        for cell in cells
        if not any(all(abs(a - b) <= NEAR for a, b in zip(cell, other, strict=True)) for other in others)
    ]


@pytest.mark.parametrize("name", names("corpus/pdf", "*.pdf"))
def test_cells_agree_or_the_difference_is_accounted_for(name: str) -> None:
    path = SHARED / "corpus" / "pdf" / name
    try:
        mine = ours(path)
        other = dict(theirs(path))
    except UnreadableError:
        pytest.skip("gicat says why it cannot be read")
    except (PdfminerException, ValueError, TypeError, KeyError, AttributeError) as error:
        pytest.skip(f"pdfplumber cannot read it: {type(error).__name__}")
    pages = sorted(set(mine) | set(other))
    differing = [
        page
        for page in pages
        if _unmatched(mine.get(page, []), other.get(page, [])) or _unmatched(other.get(page, []), mine.get(page, []))
    ]
    assert differing == ACCOUNT.get(name, {"pages": []})["pages"]


def test_the_account_names_files_of_the_corpus() -> None:
    assert set(ACCOUNT) <= set(names("corpus/pdf", "*.pdf"))
    assert all(entry["right"] in ("gicat", "neither", "pdfplumber") and entry["why"] for entry in ACCOUNT.values())

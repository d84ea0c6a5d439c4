"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8.4.3.4): which text is in which cell of a table.

It is asked only of pages that draw no columns; where rulings are printed, they are what the reader of the paper sees.
Cells without content are not in the tree of a page, so it tells rows and spans, but not columns.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from gicat.grid import Tag
from gicat.parsers.pdf.model import Page

_MOST = 20_000  # elements of a page
_DEPTH = 64
_COLUMNS = 2  # drawn columns from which a page's tables are ruled
_UPRIGHT = 8.0  # points: shorter lines are sides of boxes


def read_tags(page_handle: Any, page: Page, owners: Iterable[int]) -> None:
    """Fill the tags of a page.

    Args:
        page_handle: the FPDF_PAGE.
        page: receives them; its drawings are known.
        owners: addresses of its text objects.
    """
    if _draws_columns(page):
        return
    tree = pdfium.FPDF_StructTree_GetForPage(page_handle)
    if not tree:
        return
    try:
        told = _Told()
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            told.read(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), None, _DEPTH)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    for owner in owners if told.cells else ():
        content = pdfium.FPDFPageObj_GetMarkedContentID(ctypes.cast(owner, pdfium.FPDF_PAGEOBJECT))
        if content in told.cells:
            page.tags[owner] = told.cells[content]


def _draws_columns(page: Page) -> bool:
    lines = {round(x0) for x0, top, x1, bottom in page.strokes if bottom - top >= _UPRIGHT and bottom - top > x1 - x0}
    lines |= {round(rect.box[0]) for rect in page.rects if rect.stroked and rect.box[3] - rect.box[1] >= _UPRIGHT}
    return len(lines) > _COLUMNS


@dataclass
class _Told:
    """The cells of a page by the numbers of their marked content."""

    cells: dict[int, Tag] = field(default_factory=dict)
    rows: int = 0
    count: int = 0
    left: int = _MOST

    def read(self, element: Any, cell: Tag | None, depth: int) -> None:
        """Read an element that stands in a cell, or in none."""
        self.left -= 1
        if not element or self.left < 0 or not depth:
            return
        kind = _text(pdfium.FPDF_StructElement_GetType, element)
        if kind == "TR" and cell is None:
            self.rows += 1
        elif kind in ("TH", "TD") and cell is None and self.rows:
            self.count += 1
            cell = Tag(self.rows, self.count, _row_span(element))
        if cell is not None:
            for index in range(max(0, pdfium.FPDF_StructElement_GetMarkedContentIdCount(element))):
                content = pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)
                if content >= 0:
                    self.cells[content] = cell
        for index in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
            self.read(pdfium.FPDF_StructElement_GetChildAtIndex(element, index), cell, depth - 1)


def _text(function: Any, element: Any) -> str:
    length = function(element, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    function(element, buffer, length)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace")


def _row_span(element: Any) -> int:
    for attributes in _attributes(element):
        value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, b"RowSpan")
        number = ctypes.c_float()
        if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return max(1, int(number.value))
    return 1


def _attributes(element: Any) -> Iterator[Any]:
    for index in range(max(0, pdfium.FPDF_StructElement_GetAttributeCount(element))):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, index)
        if attributes:
            yield attributes

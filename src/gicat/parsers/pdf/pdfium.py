"""The default engine: pdfium through the raw functions of pypdfium2.

pdfium gives characters with the names of their fonts, and path segments, at a few microseconds each; the
numbers are in benchmarks/README.md. It is not thread safe: one document at a time in a process.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

import pypdfium2.raw as pdfium

from gicat.errors import UnreadableError
from gicat.parsers.pdf.model import Matrix, Page, PageError
from gicat.parsers.pdf.pdfium_forms import controls
from gicat.parsers.pdf.pdfium_objects import read_objects
from gicat.parsers.pdf.pdfium_tags import read_tags
from gicat.parsers.pdf.pdfium_text import TextReader

_REASONS = {
    pdfium.FPDF_ERR_FILE: "the file could not be opened",
    pdfium.FPDF_ERR_FORMAT: "it is no PDF, or its structure is broken",
    pdfium.FPDF_ERR_SECURITY: "it uses a kind of encryption that pdfium does not know",
    pdfium.FPDF_ERR_PAGE: "its pages are missing or broken",
}


class PdfiumDocument:
    """An open PDF."""

    def __init__(self, data: bytes, password: str | None = None) -> None:
        """Open a PDF.

        Raises:
            UnreadableError: R001 if it needs a password or another one, R003 if it is damaged.
        """
        self._data = data  # pdfium reads from it as long as the document is open
        self._handle = pdfium.FPDF_LoadMemDocument64(data, len(data), password.encode() if password else None)
        if not self._handle:
            error = pdfium.FPDF_GetLastError()
            if error == pdfium.FPDF_ERR_PASSWORD:
                raise UnreadableError("R001", reason="the password is wrong" if password else "it needs a password")
            raise UnreadableError("R003", reason=_REASONS.get(error, "pdfium gives no reason"))
        self._text = TextReader()
        self._tagged = bool(pdfium.FPDFCatalog_IsTagged(self._handle))
        self._filled: dict[int, Page] = {}
        """Pages that filled fields became a part of, as they were before: what their buttons say is gone from them."""

    def __len__(self) -> int:
        """How many pages it has."""
        return max(0, int(pdfium.FPDF_GetPageCount(self._handle)))

    def page(self, number: int) -> Page:
        """The page of a number, from 1."""
        found = self._filled.get(number)
        if found is None:
            with self._loaded(number) as handle:
                found = self._page(handle, number)
                if not controls(handle, _displayed(handle)[0], found):
                    return self._read(handle, found)
            self._filled[number] = found
        with self._loaded(number) as handle:
            page = self._page(handle, number)
            page.controls = list(found.controls)
            return self._read(handle, page)

    @contextmanager
    def _loaded(self, number: int) -> Iterator[Any]:
        handle = pdfium.FPDF_LoadPage(self._handle, number - 1)
        if not handle:
            raise PageError("pdfium cannot load it")
        try:
            yield handle
        finally:
            pdfium.FPDF_ClosePage(handle)

    @staticmethod
    def _page(handle: Any, number: int) -> Page:
        _, width, height = _displayed(handle)
        return Page(number, width, height)

    def _read(self, handle: Any, page: Page) -> Page:
        matrix, _, _ = _displayed(handle)
        self._text.read(handle, matrix, page)
        read_objects(handle, matrix, page, self._text.owners)
        if self._tagged:
            read_tags(handle, page, self._text.owners)
        return page

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pdfium.FPDF_CloseDocument(self._handle)


def _displayed(handle: Any) -> tuple[Matrix, float, float]:
    """The matrix from user space to points from the top left corner as displayed, and the size there.

    /Rotate turns the page clockwise (ISO 32000-1, 7.7.3.3, table 30).
    """
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(handle, ctypes.byref(box)):
        raise PageError("it has no size")
    left, right = min(box.left, box.right), max(box.left, box.right)
    low, high = min(box.bottom, box.top), max(box.bottom, box.top)
    wide, tall = right - left, high - low
    turns: dict[int, tuple[Matrix, float, float]] = {
        0: ((1, 0, 0, -1, -left, high), wide, tall),
        1: ((0, 1, 1, 0, -low, -left), tall, wide),
        2: ((-1, 0, 0, 1, right, -low), wide, tall),
        3: ((0, -1, -1, 0, high, right), tall, wide),
    }
    return turns[int(pdfium.FPDFPage_GetRotation(handle)) % 4]

"""Characters and paths of the same files with each PDF engine that was weighed; prints the times of one run.

python benchmarks/engines.py [PAGES ...]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from catalogues import catalogue_pdf

ROUNDS = 3


def with_gicat_pdfium(path: Path) -> int:
    """The engine of this package: characters with font, size and angle, and all paths."""
    from gicat.parsers.pdf.pdfium import PdfiumDocument

    with PdfiumDocument(path.read_bytes()) as document:
        return sum(len(document.page(number).chars) for number in range(1, len(document) + 1))


def with_pypdfium2_raw(path: Path) -> int:
    """The calls alone, nothing kept: the floor for any engine on pypdfium2."""
    import ctypes

    import pypdfium2.raw as pdfium

    data, box, count = path.read_bytes(), pdfium.FS_RECTF(), 0
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    for i in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, i)
        text = pdfium.FPDFText_LoadPage(page)
        for j in range(pdfium.FPDFText_CountChars(text)):
            pdfium.FPDFText_GetUnicode(text, j)
            pdfium.FPDFText_GetLooseCharBox(text, j, ctypes.byref(box))
            pdfium.FPDFText_GetTextObject(text, j)
            count += 1
        for j in range(pdfium.FPDFPage_CountObjects(page)):
            pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, j))
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return count


def with_tablers(path: Path) -> int:
    """Rust over pdfium: characters without font names, lines and rectangles."""
    from tablers import Document

    with Document(path) as document:
        count = 0
        for page in document.pages():
            page.extract_objects()
            count += len(page.objects.chars)
        return count


def with_pdfplumber(path: Path) -> int:
    """pdfplumber's characters and lines, without its table finder."""
    import pdfplumber

    count = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            count += len(page.chars) + 0 * len(page.edges)
            page.close()
    return count


ENGINES: dict[str, Callable[[Path], int]] = {
    "gicat (pdfium)": with_gicat_pdfium,
    "pypdfium2 raw calls": with_pypdfium2_raw,
    "tablers": with_tablers,
    "pdfplumber": with_pdfplumber,
}


def main(sizes: list[int]) -> None:
    """Print a line for each engine and size: milliseconds a page, characters counted."""
    for size in sizes:
        path = catalogue_pdf(size)
        if path is None:
            print("skipped: LibreOffice (soffice) is not installed, so there is nothing to measure on")
            return
        seconds: dict[str, list[float]] = {name: [] for name in ENGINES}
        counts = {}
        for _ in range(ROUNDS):
            for name, run in ENGINES.items():
                start = time.perf_counter()
                counts[name] = run(path)
                seconds[name].append(time.perf_counter() - start)
        for name, times in seconds.items():
            per_page = 1000 * statistics.median(times) / size
            print(f"{size:4d} pages  {name:20s} {per_page:7.2f} ms/page  {counts[name]} characters")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [7, 28])

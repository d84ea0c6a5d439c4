"""The engines by name; each is imported when it is first asked for."""

from __future__ import annotations

from gicat.errors import UsageError
from gicat.parsers.pdf.model import EngineDocument

ENGINES = ("pdfium", "pdfplumber")


def open_engine(name: str, data: bytes, password: str | None) -> EngineDocument:
    """A PDF, opened by an engine.

    Raises:
        UsageError: for an engine that does not exist.
        UnreadableError: R001 or R003, see the engines.
    """
    if name == "pdfium":
        from gicat.parsers.pdf.pdfium import PdfiumDocument

        return PdfiumDocument(data, password)
    if name == "pdfplumber":
        from gicat.parsers.pdf.plumber import PlumberDocument

        return PlumberDocument(data, password)
    raise UsageError(f"no PDF engine {name!r}; there are {', '.join(ENGINES)}")

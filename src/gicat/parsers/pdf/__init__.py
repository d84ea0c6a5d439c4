"""PDF, born digital: characters and ruling lines to grids and paragraphs."""

from gicat.parsers.pdf.reader import PdfReader

__all__ = ["PdfReader"]

"""The DOCX reader: WordprocessingML (ECMA-376, transitional and strict) as printed.

The package is opened with zipfile and its parts are parsed with lxml; python-docx is not used, since it
drops symbols, form fields and content controls around cells and rows.
"""

from gicat.parsers.docx.reader import DocxReader

__all__ = ["DocxReader"]

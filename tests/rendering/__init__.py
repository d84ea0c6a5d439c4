"""Prints catalogues: from a document in gicat's contract to DOCX, PDF and text exports, in a house style.

The way back that the test-suite owns, so that a document can be printed and must parse to itself:

    sheet = compose(catalogue, houses.LIST)          # what is on paper: paragraphs, tables, cells, boxes
    docx_bytes(sheet, encoding=ENCODINGS["w:sym"])   # one of the ways Word writes a checkbox
    pdf_files({"list": docx_bytes(sheet)}, folder)   # through LibreOffice
    tab_text(sheet), pipe_text(sheet, packed=True)   # exports of the kinds found on web sites

`model` is what is printed, `houses` the house styles, `compose` turns items into cells with merges,
`boxes` writes a checkbox in DOCX, `docx`, `pdf` and `text` are the formats. Nothing here imports gicat.
"""

from tests.rendering.boxes import ENCODINGS, Encoding
from tests.rendering.compose import compose
from tests.rendering.docx import Structure, docx_bytes
from tests.rendering.houses import House
from tests.rendering.model import Box, Cell, Line, Sheet, Table
from tests.rendering.pdf import pdf_files, soffice
from tests.rendering.text import pipe_text, tab_text

__all__ = [
    "ENCODINGS",
    "Box",
    "Cell",
    "Encoding",
    "House",
    "Line",
    "Sheet",
    "Structure",
    "Table",
    "compose",
    "docx_bytes",
    "pdf_files",
    "pipe_text",
    "soffice",
    "tab_text",
]

"""The formats gicat knows. Adding one is one line here and one module beside this one."""

from __future__ import annotations

from gicat.parsers.formats import Format

FORMATS: tuple[Format, ...] = (
    Format("docx", "Word document (DOCX)", (".docx", ".docm", ".dotx"), "gicat.parsers.docx:DocxReader"),
    Format("pdf", "PDF, born digital", (".pdf",), "gicat.parsers.pdf:PdfReader", engines=("pdfium", "pdfplumber")),
    Format("text", "text export", (".txt", ".text", ".md", ".csv", ".tsv"), "gicat.parsers.text:TextReader"),
)

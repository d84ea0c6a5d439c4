"""Check boxes, radio buttons and filled fields of interactive forms (ISO 32000-1, 12.7.4)."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from gicat.grid import Box
from gicat.parsers.pdf.model import Control, Matrix, Page

_WRITTEN = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT)
"""Annotations whose look is text of the page (ISO 32000-1, 12.5.6.6 and 12.5.6.19)."""

_HIDDEN = 0b10  # annotation flag 2, ISO 32000-1, 12.5.3
_RADIO, _PUSH = 1 << 15, 1 << 16  # button field flags 16 and 17


def controls(page_handle: Any, matrix: Matrix, page: Page) -> bool:
    """Fill the form controls of a page; the arguments are those of `read_objects`.

    Returns:
        Whether the page has changed: what is filled into its text fields, and its notes that are text, is now a part
        of it. It must be loaded again for that.
    """
    buttons: list[int] = []
    written = False
    for i in range(pdfium.FPDFPage_GetAnnotCount(page_handle)):
        annotation = pdfium.FPDFPage_GetAnnot(page_handle, i)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind == pdfium.FPDF_ANNOT_WIDGET and _is_button(annotation):
                _button(annotation, matrix, page)
                buttons.append(i)
            elif kind in _WRITTEN:
                written = written or bool(pdfium.FPDFAnnot_HasKey(annotation, b"AP"))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    if not written:
        return False
    for i in reversed(buttons):  # their look would stand beside what they say
        pdfium.FPDFPage_RemoveAnnot(page_handle, i)
    return bool(pdfium.FPDFPage_Flatten(page_handle, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def _is_button(annotation: Any) -> bool:
    """Whether a field is a button: it has an appearance state, or its own type says so."""
    return bool(_name(annotation, b"AS")) or _name(annotation, b"FT") == "Btn"


def _button(annotation: Any, matrix: Matrix, page: Page) -> None:
    state = _name(annotation, b"AS")
    flags = ctypes.c_float()
    pdfium.FPDFAnnot_GetNumberValue(annotation, b"Ff", flags)
    if not state or int(flags.value) & _PUSH or pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
        return  # only a button that stays down says anything
    page.controls.append(Control(_box(annotation, matrix), state != "Off", bool(int(flags.value) & _RADIO)))


def _name(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, wide, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _box(annotation: Any, matrix: Matrix) -> Box:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rect)
    a, b, c, d, e, f = matrix
    xs = sorted((a * rect.left + c * rect.bottom + e, a * rect.right + c * rect.top + e))
    ys = sorted((b * rect.left + d * rect.bottom + f, b * rect.right + d * rect.top + f))
    return xs[0], ys[0], xs[1], ys[1]

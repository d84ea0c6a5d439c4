"""Check boxes and radio buttons of interactive forms (ISO 32000-1, 12.7.4.2)."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from gicat.grid import Box
from gicat.parsers.pdf.model import Control, Matrix, Page

_HIDDEN = 0b10  # annotation flag 2, ISO 32000-1, 12.5.3
_RADIO, _PUSH = 1 << 15, 1 << 16  # button field flags 16 and 17


def controls(page_handle: Any, matrix: Matrix, page: Page) -> None:
    """Fill the form controls of a page; the arguments are those of `read_objects`."""
    for i in range(pdfium.FPDFPage_GetAnnotCount(page_handle)):
        annotation = pdfium.FPDFPage_GetAnnot(page_handle, i)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET:
                _button(annotation, matrix, page)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _button(annotation: Any, matrix: Matrix, page: Page) -> None:
    state = _name(annotation, b"AS")
    flags = ctypes.c_float()
    pdfium.FPDFAnnot_GetNumberValue(annotation, b"Ff", flags)
    if not state or int(flags.value) & _PUSH or pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
        return  # only a button has an appearance state, and only one that stays down says anything
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

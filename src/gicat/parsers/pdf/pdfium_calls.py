"""Functions of pdfium that are called thousands of times a page, with plain addresses for pointers.

ctypes converts addresses in half the time that pypdfium2's typed pointers take, and conversion is most of the time
of a page. The functions are documented in pdfium's public headers, fpdf_text.h and fpdf_edit.h.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_CALL = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)  # pdfium's calling convention on Windows is stdcall
_ADDRESS, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong


def _fast(function: Any, result: Any, *arguments: Any) -> Any:
    return _CALL(result, *arguments)(ctypes.cast(function, _ADDRESS).value or 0)


unicode_of = _fast(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _ADDRESS, _INT)
box_of = _fast(pdfium.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
object_of = _fast(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
unmapped = _fast(pdfium.FPDFText_HasUnicodeMapError, _INT, _ADDRESS, _INT)
matrix_of = _fast(pdfium.FPDFText_GetMatrix, _INT, _ADDRESS, _INT, _ADDRESS)
size_of = _fast(pdfium.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _INT)
name_of = _fast(pdfium.FPDFText_GetFontInfo, _LONG, _ADDRESS, _INT, _ADDRESS, _LONG, _ADDRESS)
render_mode_of = _fast(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
font_of = _fast(pdfium.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
page_object = _fast(pdfium.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
form_object = _fast(pdfium.FPDFFormObj_GetObject, _ADDRESS, _ADDRESS, _LONG)
type_of = _fast(pdfium.FPDFPageObj_GetType, _INT, _ADDRESS)

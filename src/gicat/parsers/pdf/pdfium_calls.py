"""Functions of pdfium that are called thousands of times a page, with plain addresses for pointers.

ctypes converts addresses in half the time that pypdfium2's typed pointers take, and conversion is most of the time
of a page. Where no argument needs converting, types are not even declared: those functions take a `c_void_p`, numbers
that fit an int, and what `byref` gives. The functions are documented in pdfium's public headers, fpdf_text.h and
fpdf_edit.h.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

# pdfium's calling convention on Windows is stdcall. Elsewhere nothing is gained by letting other threads run meanwhile.
_CALL = getattr(ctypes, "WINFUNCTYPE", ctypes.PYFUNCTYPE)
_ADDRESS, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong


def _fast(function: Any, result: Any, *arguments: Any) -> Any:
    return _CALL(result, *arguments)(ctypes.cast(function, _ADDRESS).value or 0)


unicode_of = _fast(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _ADDRESS, _INT)
box_of = _fast(pdfium.FPDFText_GetLooseCharBox, _INT)
object_of = _fast(pdfium.FPDFText_GetTextObject, _ADDRESS)
unmapped = _fast(pdfium.FPDFText_HasUnicodeMapError, _INT)
is_hyphen = _fast(pdfium.FPDFText_IsHyphen, _INT)
matrix_of = _fast(pdfium.FPDFText_GetMatrix, _INT)
size_of = _fast(pdfium.FPDFText_GetFontSize, ctypes.c_double)
name_of = _fast(pdfium.FPDFText_GetFontInfo, _LONG, _ADDRESS, _INT, _ADDRESS, _LONG, _ADDRESS)
render_mode_of = _fast(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
font_of = _fast(pdfium.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
page_object = _fast(pdfium.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
form_object = _fast(pdfium.FPDFFormObj_GetObject, _ADDRESS, _ADDRESS, _LONG)
type_of = _fast(pdfium.FPDFPageObj_GetType, _INT, _ADDRESS)
segments_of = _fast(pdfium.FPDFPath_CountSegments, _INT, _ADDRESS)
draw_mode_of = _fast(pdfium.FPDFPath_GetDrawMode, _INT, _ADDRESS, _ADDRESS, _ADDRESS)
stroke_width_of = _fast(pdfium.FPDFPageObj_GetStrokeWidth, _INT, _ADDRESS, _ADDRESS)
fill_of = _fast(pdfium.FPDFPageObj_GetFillColor, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
own_matrix_of = _fast(pdfium.FPDFPageObj_GetMatrix, _INT, _ADDRESS, _ADDRESS)
clip_of = _fast(pdfium.FPDFPageObj_GetClipPath, _ADDRESS, _ADDRESS)
clips_of = _fast(pdfium.FPDFClipPath_CountPaths, _INT, _ADDRESS)
segment_of = _fast(pdfium.FPDFPath_GetPathSegment, _ADDRESS)
point_of = _fast(pdfium.FPDFPathSegment_GetPoint, _INT, _ADDRESS, _ADDRESS, _ADDRESS)
kind_of = _fast(pdfium.FPDFPathSegment_GetType, _INT, _ADDRESS)
closes = _fast(pdfium.FPDFPathSegment_GetClose, _INT, _ADDRESS)

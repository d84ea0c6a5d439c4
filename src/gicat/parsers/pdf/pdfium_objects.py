"""Straight rulings, rectangles, small drawings and pictures of a page, form XObjects included."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from gicat.grid import Box
from gicat.parsers.pdf.clipping import Clipper
from gicat.parsers.pdf.model import MOST_SEGMENTS, Matrix, Page
from gicat.parsers.pdf.paths import Subpath, draw
from gicat.parsers.pdf.pdfium_calls import (
    closes,
    draw_mode_of,
    fill_of,
    form_object,
    kind_of,
    own_matrix_of,
    page_object,
    point_of,
    segment_of,
    segments_of,
    stroke_width_of,
    type_of,
)

_TEXT, _PATH = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH
_IMAGE, _FORM = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
_SEEN = (_TEXT, _PATH, _IMAGE)
_MOVE, _CURVE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_BEZIERTO
_NONSYMBOLIC = 1 << 5  # font flag 6, ISO 32000-1, 9.8.2
_DEPTH = 12  # of form XObjects in each other


def read_objects(page_handle: Any, matrix: Matrix, page: Page, read: set[int]) -> None:
    """Fill the strokes, rects, inks, pictures and unread points of a page.

    Args:
        page_handle: the FPDF_PAGE.
        matrix: from user space to the page as displayed.
        page: receives them.
        read: addresses of the text objects whose characters are known.
    """
    count = pdfium.FPDFPage_CountObjects(page_handle)
    left = MOST_SEGMENTS
    objects = map(page_object, repeat(ctypes.cast(page_handle, ctypes.c_void_p)), range(count))
    for kind, path, to_page in _drawn(objects, matrix, 0, read):
        if kind == _IMAGE:
            page.pictures.append(_picture(path, to_page))
            continue
        if kind == _TEXT:
            _unread(path, to_page, page)
            continue
        segments = segments_of(path)
        left -= max(segments, 1)
        if left < 0:
            page.cut = True
            return
        clipper = Clipper(page, path, to_page)
        _paint(path, segments, to_page, page)
        clipper.cut()


def _drawn(objects: Iterable[int], matrix: Matrix, depth: int, read: set[int]) -> Iterator[tuple[int, int, Matrix]]:
    """Kind and address of what is drawn, and the matrix from the space it lies in."""
    addresses = [address for address in objects if address not in read]
    for kind, address in zip(map(type_of, addresses), addresses, strict=True):
        if kind in _SEEN:
            yield kind, address, matrix
        elif kind == _FORM and depth < _DEPTH:
            form = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
            inner = concatenated(_own_matrix(address), matrix)
            inside = map(form_object, repeat(address), range(pdfium.FPDFFormObj_CountObjects(form)))
            yield from _drawn(inside, inner, depth + 1, read)


def _paint(path: int, segments: int, to_page: Matrix, page: Page) -> None:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    if not draw_mode_of(path, ctypes.byref(mode), ctypes.byref(stroked)) or not (mode.value or stroked.value):
        return
    matrix = concatenated(_own_matrix(path), to_page)
    width = 0.0
    if stroked.value:
        pen = ctypes.c_float()
        stroke_width_of(path, ctypes.byref(pen))
        width = pen.value * math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    fill = _lightness(path) if mode.value else None
    draw(page, _subpaths(path, segments, matrix), bool(stroked.value), width, fill)


def _subpaths(path: int, segments: int, matrix: Matrix) -> Iterator[Subpath]:
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    to_x, to_y = ctypes.byref(x), ctypes.byref(y)
    current = Subpath([])
    for segment in map(segment_of, repeat(ctypes.c_void_p(path)), range(segments)):
        point_of(segment, to_x, to_y)
        kind = kind_of(segment)
        if kind == _MOVE and current.points:
            yield current
            current = Subpath([])
        elif kind == _CURVE:
            current.curved = True
        current.points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if closes(segment):
            current.closed = True
    yield current


def _unread(address: int, to_page: Matrix, page: Page) -> None:
    """pdfium gives no characters of a text object without width: a space, or one glyph that its font lacks.

    The glyph of an embedded font is as empty on paper; in place of another font the reader's has it.
    """
    text = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
    left, low, right, top = (ctypes.c_float() for _ in range(4))
    empty = pdfium.FPDFPageObj_GetBounds(text, left, low, right, top) and left.value == right.value
    font = pdfium.FPDFTextObj_GetFont(text)
    latin = pdfium.FPDFFont_GetFlags(font) & _NONSYMBOLIC  # pdfium has every glyph of these: what is empty is a space
    if empty and not latin and pdfium.FPDFFont_GetIsEmbedded(font) == 0:
        _, _, _, _, x, y = concatenated(_own_matrix(address), to_page)
        page.unread.append((x, y))


def _picture(image: int, to_page: Matrix) -> Box:
    """Where an image stands: it fills the unit square of its own space (ISO 32000-1, 8.9.5.1)."""
    a, b, c, d, e, f = concatenated(_own_matrix(image), to_page)
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return min(xs), min(ys), max(xs), max(ys)


def _own_matrix(item: int) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not own_matrix_of(item, ctypes.byref(matrix)):
        return 1, 0, 0, 1, 0, 0
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def concatenated(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies one matrix and then another."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _lightness(path: int) -> float:
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not fill_of(path, *map(ctypes.byref, (red, green, blue, alpha))) or alpha.value == 0:
        return 1.0
    return (0.299 * red.value + 0.587 * green.value + 0.114 * blue.value) / 255

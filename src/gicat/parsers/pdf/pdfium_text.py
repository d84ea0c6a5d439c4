"""The characters of a page, as pdfium's text page has them, generated ones left out."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from gicat.parsers.pdf.model import Char, Matrix, Page, PageError
from gicat.parsers.pdf.pdfium_calls import (
    box_of,
    font_of,
    matrix_of,
    name_of,
    object_of,
    render_mode_of,
    size_of,
    unicode_of,
    unmapped,
)

_HYPHENS = (0x02, 0xFFFE)  # what pdfium puts for a hyphen that it takes for the break of a word
_HIGH, _LOW, _LAST = "\ud800", "\udc00", "\udfff"  # surrogates: the first of a pair, the second, the last
_SURROGATE = re.compile(f"[{_HIGH}-{_LAST}]")
_INVISIBLE = 3
"""Text render mode of what is not painted (ISO 32000-1, 9.3.6): print only where it is all a page has, under a scan."""
_MAX_SIZE = 10_000.0  # points; larger is a broken font or matrix


_Style = tuple[str, float, int, float, float]
"""What the characters of one text object share: font, size, angle, and a point of the baseline."""

_Key = tuple[int | None, float, float, float, float, float]
"""Address of a font, size, and the part of a matrix that turns and stretches."""


class TextReader:
    """Reads characters; its buffers are reused, since there are thousands of calls a page."""

    def __init__(self) -> None:
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(256)
        self._matrix_address = ctypes.byref(self._matrix)
        self._known: dict[_Key, tuple[str, float, int]] = {}
        self.owners: set[int] = set()
        """Addresses of the text objects of the page read last that have characters."""

    def read(self, page_handle: Any, matrix: Matrix, page: Page) -> None:
        """Fill the chars of a page.

        Args:
            page_handle: the FPDF_PAGE.
            matrix: from user space to the page as displayed.
            page: receives them.
        """
        text = pdfium.FPDFText_LoadPage(page_handle)
        if not text:
            raise PageError("pdfium cannot load its text")
        try:
            self._chars(text, matrix, page)
        finally:
            pdfium.FPDFText_ClosePage(text)

    def _chars(self, text: Any, matrix: Matrix, page: Page) -> None:
        a, b, c, d, e, f = matrix
        box, address = self._box, ctypes.byref(self._box)
        where = ctypes.cast(text, ctypes.c_void_p)
        shown: list[Char] = []
        hidden: list[Char] = []
        chars = shown
        self._known.clear()  # a font's address is good for one page
        self.owners.clear()
        known, font, size, angle, x, y = 0, "", 0.0, 0, 0.0, 0.0
        before: tuple[float, ...] = ()
        for i, code in enumerate(_codes(text, where)):
            owner = object_of(where, i)
            if not owner:
                continue  # generated: not of the page
            if code <= 0x20 or code == 0xFFFE:
                meant = _control(text, i, code)
                if meant is None:
                    continue
                code = meant
            if not box_of(where, i, address):
                continue
            edges = box.left, box.bottom, box.right, box.top
            if owner != known:
                known = owner
                self.owners.add(owner)
                font, size, angle, x, y = self._style(where, i, owner, matrix)
                chars = hidden if render_mode_of(owner) == _INVISIBLE else shown
            elif edges == before:  # the next letter of a ligature
                chars[-1].text += chr(code)
                continue
            before = left, low, right, top = edges
            missing = code if unmapped(where, i) else None
            value = chr(code) if missing is None else "\ufffd"
            x0, x1 = a * left + c * low + e, a * right + c * top + e
            y0, y1 = b * left + d * low + f, b * right + d * top + f
            if x0 > x1:
                x0, x1 = x1, x0
            if y0 > y1:
                y0, y1 = y1, y0
            chars.append(Char(value, x0, y0, x1, y1, x, y, size, angle, font, missing, None, owner))
        page.chars = paired(shown or hidden)

    def _style(self, where: Any, index: int, owner: int, page: Matrix) -> _Style:
        own = self._matrix
        if not matrix_of(where, index, self._matrix_address):
            raise PageError("pdfium cannot tell where its text stands")
        a, b, c, d, e, f = page
        x, y = a * own.e + c * own.f + e, b * own.e + d * own.f + f
        key = (font_of(owner), size_of(where, index), own.a, own.b, own.c, own.d)
        font, size, angle = self._known.get(key) or self._learn(key, where, index, page)
        return font, size, angle, x, y

    def _learn(self, key: _Key, where: Any, index: int, page: Matrix) -> tuple[str, float, int]:
        length = name_of(where, index, self._name, len(self._name), None)
        raw = self._name.raw[: min(length, len(self._name))]
        font = raw.partition(b"\0")[0].decode("utf-8", "replace")
        _, size, across, rising, slanted, upward = key
        a, b, c, d, _, _ = page
        angle = round(math.degrees(math.atan2(b * across + d * rising, a * across + c * rising))) % 360
        self._known[key] = font, min(abs(size) * math.hypot(slanted, upward), _MAX_SIZE), angle
        return self._known[key]


def _codes(text: Any, where: Any) -> Sequence[int]:
    """The Unicode value of every character: in one call where that gives one for each, else one by one."""
    count = pdfium.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (count + 1))()
    if count > 0 and pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        codes: list[int] = buffer[:count]
        return codes
    return [unicode_of(where, index) for index in range(count)]


def _control(text: Any, index: int, code: int) -> int | None:
    """What a control character of pdfium's stands for: a real space, a hyphen, a code without Unicode, or nothing."""
    if code in _HYPHENS and pdfium.FPDFText_IsHyphen(text, index) == 1:
        return 0x2D
    if code == 0x20 or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
        return code
    return 0x20 if code in (0x09, 0x0A, 0x0D) else None


def paired(chars: list[Char]) -> list[Char]:
    """The characters with surrogate pairs joined (pdfium counts in UTF-16 on Windows); lone ones have no Unicode."""
    if not _SURROGATE.search("".join([char.text for char in chars])):
        return chars
    whole: list[Char] = []
    for char in chars:
        if whole and _HIGH <= whole[-1].text[-1] < _LOW <= char.text[0] <= _LAST:
            whole[-1].text += char.text
        else:
            whole.append(char)
    for char in whole:
        char.text = char.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if char.text == "\ufffd" and char.code is None:
            char.code = 0xFFFD
    return whole

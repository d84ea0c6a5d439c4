"""The characters of a page, as pdfium's text page has them, generated ones left out."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from gicat.grid import Box
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
_FEED, _RETURN, _SPACE, _HAN, _NO_CHARACTER = 0x0A, 0x0D, 0x20, 0x2E80, 0xFFFE
_MAX_SIZE = 10_000.0  # points; larger is a broken font or matrix


_Key = tuple[int | None, float, float, float, float, float]
"""Address of a font, size, and the part of a matrix that turns and stretches."""

_BLOCK = re.compile("[\u2e80-\ud7ff\uf900-\uffef]{2,}")
"""Han characters and their punctuation, which are as wide as high: where they stand is told by the first and last."""
_EVEN = 0.15  # of a character's width: how much longer or shorter a block may be than its characters


@dataclass(slots=True)
class _Look:
    """What text objects of one font, size and direction share; `mapped` are codes of the font that have a meaning."""

    font: str
    size: float
    angle: int
    mapped: set[int]


class TextReader:
    """Reads characters; its buffers are reused, since there are thousands of calls a page."""

    def __init__(self) -> None:
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(256)
        self._matrix_address = ctypes.byref(self._matrix)
        self._address = ctypes.byref(self._box)
        self._looks: dict[_Key, _Look] = {}
        self._mapped: dict[int | None, set[int]] = {}
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
        box, where = self._box, ctypes.cast(text, ctypes.c_void_p)
        codes, string = _codes(text, where)
        shown: list[Char] = []
        hidden: list[Char] = []
        chars = shown
        self._looks.clear()  # a font's address is good for one page
        self._mapped.clear()
        self.owners.clear()
        known, look, x, y = 0, _Look("", 0.0, 0, set()), 0.0, 0.0
        before: tuple[float, ...] = ()
        upright = matrix[0] > 0 and not (matrix[1] or matrix[2])
        alone = 0 if upright else len(codes)  # up to where characters are read one by one
        printed = _Printed(codes, where)
        for index, owner in printed:
            code = codes[index]
            if code <= _SPACE or code == _NO_CHARACTER:
                code = _control(text, index, code)
            if code < 0 or not box_of(where, index, self._address):
                continue
            edges = box.left, box.bottom, box.right, box.top
            if owner != known:
                known = owner
                self.owners.add(owner)
                look, x, y = self._style(where, index, owner, matrix)
                chars = hidden if render_mode_of(owner) == _INVISIBLE else shown
            elif edges == before:  # the next letter of a ligature
                chars[-1].text += chr(code)
                continue
            before, value, missing = edges, chr(code), None
            if code >= _HAN and index >= alone and not look.angle:
                alone, right = self._block(where, string, index, owner, look)
                if right is not None:
                    value, edges = string[index:alone], (edges[0], edges[1], right, edges[3])
                    printed.after = alone
            if printed.after <= index and unmapped(where, index):
                value, missing = "\ufffd", code
            x0, y0, x1, y1 = _displayed(edges, matrix)
            chars.append(Char(value, x0, y0, x1, y1, x, y, look.size, look.angle, look.font, missing, None, owner))
        page.chars = paired(shown or hidden)

    def _block(self, where: Any, string: str, start: int, owner: int, look: _Look) -> tuple[int, float | None]:
        """How far the characters from `start` on are Han and of one text object, and where the last one ends.

        The end is None if they do not stand side by side without gaps, or one has no meaning; the box of the first
        is in `_box`.
        """
        match = _BLOCK.match(string, start)
        if match is None:
            return start + 1, None
        end, box = match.end(), self._box
        if object_of(where, end - 1) != owner:
            low, high = start, end - 1
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if object_of(where, middle) == owner else (low, middle)
            end = high
        left, bottom, width = box.left, box.bottom, box.right - box.left
        known = end - start > 1 and box_of(where, end - 1, self._address) and abs(box.bottom - bottom) <= _EVEN * width
        if not known or abs(box.right - left - (end - start) * width) > _EVEN * width:
            return end, None
        for index in range(start, end):
            code = ord(string[index])
            if code not in look.mapped:
                if unmapped(where, index):
                    return end, None
                look.mapped.add(code)
        return end, box.right

    def _style(self, where: Any, index: int, owner: int, page: Matrix) -> tuple[_Look, float, float]:
        """How a text object looks, and a point of its baseline."""
        own = self._matrix
        if not matrix_of(where, index, self._matrix_address):
            raise PageError("pdfium cannot tell where its text stands")
        a, b, c, d, e, f = page
        key = (font_of(owner), size_of(where, index), own.a, own.b, own.c, own.d)
        look = self._looks.get(key) or self._learn(key, where, index, page)
        return look, a * own.e + c * own.f + e, b * own.e + d * own.f + f

    def _learn(self, key: _Key, where: Any, index: int, page: Matrix) -> _Look:
        length = name_of(where, index, self._name, len(self._name), None)
        raw = self._name.raw[: min(length, len(self._name))]
        font = raw.partition(b"\0")[0].decode("utf-8", "replace")
        address, size, across, rising, slanted, upward = key
        a, b, c, d, _, _ = page
        angle = round(math.degrees(math.atan2(b * across + d * rising, a * across + c * rising))) % 360
        em = min(abs(size) * math.hypot(slanted, upward), _MAX_SIZE)
        self._looks[key] = _Look(font, em, angle, self._mapped.setdefault(address, set()))
        return self._looks[key]


def _codes(text: Any, where: Any) -> tuple[Sequence[int], str]:
    """The Unicode value of every character, in one call where that gives one for each, else one by one; and as text."""
    count = pdfium.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (count + 1))()
    if count > 0 and pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        codes: list[int] = buffer[:count]
    else:
        codes = [unicode_of(where, index) for index in range(count)]
    return codes, "".join(map(chr, codes))


@dataclass(slots=True)
class _Printed:
    """Index and text object of every character of the page, from `after` on.

    Those that pdfium makes up, as at line ends, have no object.
    """

    codes: Sequence[int]
    where: Any
    after: int = 0

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for index, code in enumerate(self.codes):
            if index < self.after:
                continue
            owner = object_of(self.where, index)
            if owner:
                yield index, owner
            elif code == _RETURN and self.codes[index + 1 : index + 2] == [_FEED]:
                self.after = index + 2


def _displayed(edges: tuple[float, float, float, float], matrix: Matrix) -> Box:
    """A box of user space, given by its left, bottom, right and top, on the page as displayed."""
    left, low, right, top = edges
    a, b, c, d, e, f = matrix
    x0, x1 = a * left + c * low + e, a * right + c * top + e
    y0, y1 = b * left + d * low + f, b * right + d * top + f
    return (x0 if x0 < x1 else x1), (y0 if y0 < y1 else y1), (x1 if x0 < x1 else x0), (y1 if y0 < y1 else y0)


def _control(text: Any, index: int, code: int) -> int:
    """What a control character of pdfium stands for: a space, a hyphen, a code without Unicode, or nothing (-1)."""
    if code in _HYPHENS and pdfium.FPDFText_IsHyphen(text, index) == 1:
        return 0x2D
    if code == _SPACE or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
        return code
    return _SPACE if code in (0x09, _FEED, _RETURN) else -1


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

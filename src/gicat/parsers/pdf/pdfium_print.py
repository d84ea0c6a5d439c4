"""What pdfium's text page tells of characters and text objects, asked in loops that run in C."""

from __future__ import annotations

import ctypes
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise, repeat
from operator import ne
from typing import Any

import pypdfium2.raw as pdfium

from gicat.parsers.pdf.model import Matrix, PageError
from gicat.parsers.pdf.pdfium_calls import (
    box_of,
    font_of,
    matrix_of,
    name_of,
    object_of,
    render_mode_of,
    size_of,
    unicode_of,
)

_INVISIBLE = 3
"""Text render mode of what is not painted (ISO 32000-1, 9.3.6): print only where it is all a page has, under a scan."""
_UTF16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_MAX_SIZE = 10_000.0  # points; larger is a broken font or matrix
_FLOAT = ctypes.sizeof(ctypes.c_float)

_Key = tuple[int | None, float, float, float, float, float]
"""Address of a font, size, and the part of a matrix that turns and stretches."""


@dataclass(slots=True)
class Look:
    """What text objects of one font, size and direction share; `mapped` are characters of the font with a meaning."""

    font: str
    size: float
    angle: int
    mapped: set[str]


Run = tuple[int, int, int, Look, float, float, bool]
"""The characters of a text object that follow each other: where they start and stop, the object's address, how they
look, x and y of a point of their baseline, whether they are hidden (not painted)."""


@dataclass(slots=True)
class Print:
    """All characters of a text page, those that pdfium makes up among them, as at line ends.

    Attributes:
        where: the text page.
        string: one character each.
        known: whether they have a box.
        edges: left, top, right, bottom of one after the other, in user space.
        runs: the text objects in their order; what pdfium makes up belongs to none, and may stand inside one.
    """

    where: Any
    string: str
    known: list[int]
    edges: list[float]
    runs: Iterator[Run]


class Asker:
    """Asks text pages; its buffers are reused, since there are thousands of answers a page."""

    def __init__(self) -> None:
        self._name = ctypes.create_string_buffer(256)
        self._boxes, self._matrices = _Rows(4), _Rows(6)  # FS_RECTF is four floats, FS_MATRIX six
        self._mapped: dict[int | None, set[str]] = {}

    def ask(self, text: Any, matrix: Matrix) -> Print:
        """What an FPDF_TEXTPAGE holds.

        Args:
            text: the page; it stays open while the runs are looked at.
            matrix: from user space to the page as displayed.

        Raises:
            PageError: if pdfium cannot tell where text stands.
        """
        self._mapped.clear()  # a font's address is good for one page
        where = ctypes.cast(text, ctypes.c_void_p)
        string = _string(text, where)
        count = len(string)
        owners = list(map(object_of, repeat(where), range(count)))
        known, edges = self._boxes.filled(box_of, where, range(count))
        return Print(where, string, known, edges, self._runs(where, owners, matrix))

    def _runs(self, where: Any, owners: Sequence[int | None], page: Matrix) -> Iterator[Run]:
        ends = [0, *compress(range(1, len(owners)), map(ne, owners, owners[1:])), len(owners)]
        spans = [(start, stop) for start, stop in pairwise(ends) if start < stop and owners[start]]
        heads = [start for start, _ in spans]
        addresses = [owners[start] or 0 for start in heads]
        told, parts = self._matrices.filled(matrix_of, where, heads)
        if not all(told):
            raise PageError("pdfium cannot tell where its text stands")
        turned = (parts[0::6], parts[1::6], parts[2::6], parts[3::6])
        keys = list(zip(map(font_of, addresses), map(size_of, repeat(where), heads), *turned, strict=True))
        looks = {
            key: self._learn(key, where, start, page) for key, start in dict(zip(keys, heads, strict=True)).items()
        }
        modes = map(render_mode_of, addresses)
        a, b, c, d, e, f = page
        points = zip(parts[4::6], parts[5::6], strict=True)
        for (start, stop), owner, key, mode, (x, y) in zip(spans, addresses, keys, modes, points, strict=True):
            yield start, stop, owner, looks[key], a * x + c * y + e, b * x + d * y + f, mode == _INVISIBLE

    def _learn(self, key: _Key, where: Any, index: int, page: Matrix) -> Look:
        length = name_of(where, index, self._name, len(self._name), None)
        raw = self._name.raw[: min(length, len(self._name))]
        font = raw.partition(b"\0")[0].decode("utf-8", "replace")
        address, size, across, rising, slanted, upward = key
        a, b, c, d, _, _ = page
        angle = round(math.degrees(math.atan2(b * across + d * rising, a * across + c * rising))) % 360
        em = min(abs(size) * math.hypot(slanted, upward), _MAX_SIZE)
        return Look(font, em, angle, self._mapped.setdefault(address, set()))


class _Rows:
    """Structures of so many floats each, that functions of pdfium fill."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._floats = (ctypes.c_float * 0)()
        self._places: list[Any] = []

    def filled(self, function: Callable[..., int], where: Any, indexes: Sequence[int]) -> tuple[list[int], list[float]]:
        """What a function says for each index, and the floats, one structure after the other."""
        total, width = len(indexes), self._width
        if total > len(self._places):
            self._floats = (ctypes.c_float * (width * total))()
            self._places = [ctypes.byref(self._floats, _FLOAT * width * number) for number in range(total)]
        said = list(map(function, repeat(where), indexes, self._places))
        floats: list[float] = memoryview(self._floats).cast("B").cast("f")[: width * total].tolist()  # type: ignore[assignment]
        return said, floats


def _string(text: Any, where: Any) -> str:
    """The characters of a text page, in one call where that gives one for each, else one by one."""
    count = max(0, pdfium.FPDFText_CountChars(text))
    buffer = (ctypes.c_ushort * (count + 1))()
    if count and pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        string = bytes(buffer)[:-2].decode(_UTF16, "surrogatepass")
        return string if len(string) == count else "".join(map(chr, buffer[:count]))
    return "".join(chr(unicode_of(where, index)) for index in range(count))

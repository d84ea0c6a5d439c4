"""The characters of a page, as pdfium's text page has them, generated ones left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from gicat.grid import Box
from gicat.parsers.pdf.model import Char, Matrix, Page, PageError
from gicat.parsers.pdf.pdfium_calls import is_hyphen, unmapped
from gicat.parsers.pdf.pdfium_print import Asker, Look, Print

_HYPHENS = "\x02\ufffe"  # what pdfium puts for a hyphen that it takes for the break of a word
_HIGH, _LOW, _LAST = "\ud800", "\udc00", "\udfff"  # surrogates: the first of a pair, the second, the last
_SURROGATE = re.compile(f"[{_HIGH}-{_LAST}]")
_HAN, _NO_CHARACTER = "\u2e80", "\ufffe"

_BLOCK = re.compile("[\u2e80-\ud7ff\uf900-\uffef]{2,}")
"""Han characters and their punctuation, which are as wide as high: where they stand is told by the first and last."""
_EVEN = 0.15  # of a character's width: how much longer or shorter a block may be than its characters


class TextReader:
    """Reads characters."""

    def __init__(self) -> None:
        self._asker = Asker()
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
            self._chars(self._asker.ask(text, matrix), matrix, page)
        finally:
            pdfium.FPDFText_ClosePage(text)

    def _chars(self, printed: Print, matrix: Matrix, page: Page) -> None:
        where, string, edges, boxed = printed.where, printed.string, printed.edges, printed.known
        shown: list[Char] = []
        hidden: list[Char] = []
        chars, known = shown, 0
        before: list[float] = []
        self.owners.clear()
        displayed = _upright if matrix[:4] == (1, 0, 0, -1) else _turned
        alone = 0 if displayed is _upright else len(string)  # up to where characters are read one by one
        for start, stop, owner, look, x, y, unpainted in printed.runs:
            after = start
            while after < stop:
                index, after = after, after + 1
                value = string[index]
                if value <= " " or value == _NO_CHARACTER:
                    value = _control(where, index, value)
                if not value or not boxed[index]:
                    continue
                box = edges[4 * index : 4 * after]
                if owner != known:
                    known, chars = owner, hidden if unpainted else shown
                    self.owners.add(owner)
                elif box == before:  # the next letter of a ligature
                    chars[-1].text += value
                    continue
                before, missing = box, None
                if value >= _HAN and index >= alone and not look.angle:
                    alone, right = _block(printed, index, stop, look)
                    if right is not None:
                        value, after, box = string[index:alone], alone, [box[0], box[1], right, box[3]]
                if after == index + 1 and unmapped(where, index):
                    value, missing = "\ufffd", ord(value)
                x0, y0, x1, y1 = displayed(box, matrix)
                chars.append(Char(value, x0, y0, x1, y1, x, y, look.size, look.angle, look.font, missing, None, owner))
        page.chars = paired(shown or hidden) if _SURROGATE.search(string) else shown or hidden


def _block(printed: Print, start: int, stop: int, look: Look) -> tuple[int, float | None]:
    """How far the characters from `start` on are Han, at most to `stop`, and where the last one ends.

    The end is None if they do not stand side by side without gaps, or one has no meaning.
    """
    match = _BLOCK.match(printed.string, start, stop)
    if match is None:
        return start + 1, None
    end = match.end()
    left, _, right, bottom = printed.edges[4 * start : 4 * start + 4]
    _, _, far, low = printed.edges[4 * end - 4 : 4 * end]
    width = right - left
    even = abs(low - bottom) <= _EVEN * width and abs(far - left - (end - start) * width) <= _EVEN * width
    if not (even and printed.known[end - 1]):
        return end, None
    if not look.mapped.issuperset(match[0]):
        if any(map(unmapped, repeat(printed.where), range(start, end))):
            return end, None
        look.mapped.update(match[0])
    return end, far


def _upright(box: Sequence[float], matrix: Matrix) -> Box:
    """A box of user space, given by its left, top, right and bottom, on a page that is not turned."""
    left, top, right, low = box
    _, _, _, _, e, f = matrix
    x0, y0, x1, y1 = left + e, f - top, right + e, f - low
    return (x0 if x0 < x1 else x1), (y0 if y0 < y1 else y1), (x1 if x0 < x1 else x0), (y1 if y0 < y1 else y0)


def _turned(box: Sequence[float], matrix: Matrix) -> Box:
    """A box of user space, given by its left, top, right and bottom, on the page as displayed."""
    left, top, right, low = box
    a, b, c, d, e, f = matrix
    x0, x1 = a * left + c * low + e, a * right + c * top + e
    y0, y1 = b * left + d * low + f, b * right + d * top + f
    return (x0 if x0 < x1 else x1), (y0 if y0 < y1 else y1), (x1 if x0 < x1 else x0), (y1 if y0 < y1 else y0)


def _control(where: Any, index: int, value: str) -> str:
    """What a control character of pdfium stands for: a space, a hyphen, a code without Unicode, or nothing."""
    if value in _HYPHENS and is_hyphen(where, index) == 1:
        return "-"
    if value == " " or unmapped(where, index) == 1:
        return value
    return " " if value in "\t\n\r" else ""


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

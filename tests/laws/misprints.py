"""What a producer itself prints wrongly: text left out, text over text. Nobody can read it, so no law holds for it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pypdfium2

from tests.rendering.model import Box, Sheet

_OVER = 0.5
"""Of a character's width and height: what covers more of it is printed over it."""
_HAN = "\u4e00"


def misprint(sheet: Sheet, data: bytes) -> str | None:
    """What is wrong with a print: "left out", "printed over", or None.

    Args:
        sheet: what should be printed.
        data: the PDF.
    """
    shown: Counter[str] = Counter()
    over = False
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        shown += Counter(text.get_text_range())
        over = over or _over(text)
    if {char for char in _wanted(sheet) - shown if char >= _HAN}:
        return "left out"
    return "printed over" if over else None


def _wanted(sheet: Sheet) -> Counter[str]:
    lines = [text for row in sheet.table.body for cell in row for text in cell.lines]
    return Counter("".join(piece for text in lines for piece in text if not isinstance(piece, Box)))


def _over(text: pypdfium2.PdfTextPage) -> bool:
    """Whether a Han character stands on another one."""
    boxes = []
    for index in range(text.count_chars()):
        if text.get_text_range(index, 1) >= _HAN:
            boxes.append(text.get_charbox(index))
    boxes.sort(key=lambda box: (round(box[1]), box[0]))
    return any(
        min(a[2], b[2]) - max(a[0], b[0]) > _OVER * (b[2] - b[0])
        and min(a[3], b[3]) - max(a[1], b[1]) > _OVER * (b[3] - b[1])
        for a, b in pairwise(boxes)
    )

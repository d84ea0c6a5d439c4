"""What a producer itself prints wrongly: text left out, text over text, text of a cell below the end of its table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pypdfium2

from tests.rendering.model import Box, Sheet

_OVER = 0.5
"""Of a character's width and height: what covers more of it is printed over it."""
_HAN = "\u4e00"
_FOOT, _MARGIN = 30.0, 39.0
"""Points from the page's lower edge: where page numbers end, and where nothing of a table may stand."""
Box4 = tuple[float, float, float, float]


def misprint(sheet: Sheet, data: bytes) -> str | None:
    """What is wrong with a print: "left out", "printed over", "below the table", or None.

    Args:
        sheet: what should be printed.
        data: the PDF.
    """
    shown: Counter[str] = Counter()
    over = below = False
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        shown += Counter(text.get_text_range())
        boxes = _han_boxes(text)
        over = over or _over(boxes)
        below = below or (number < len(document) and _below(boxes, page))
    if {char for char in _wanted(sheet) - shown if char >= _HAN}:
        return "left out"
    return "printed over" if over else "below the table" if below else None


def _wanted(sheet: Sheet) -> Counter[str]:
    lines = [text for row in sheet.table.body for cell in row for text in cell.lines]
    return Counter("".join(piece for text in lines for piece in text if not isinstance(piece, Box)))


def _han_boxes(text: pypdfium2.PdfTextPage) -> list[Box4]:
    """Left, bottom, right and top of the Han characters of a page."""
    numbers = range(text.count_chars())
    boxes = [text.get_charbox(index) for index in numbers if text.get_text_range(index, 1) >= _HAN]
    return sorted(boxes, key=lambda box: (round(box[1]), box[0]))


def _over(boxes: Sequence[Box4]) -> bool:
    """Whether a Han character stands on another one."""
    return any(
        min(a[2], b[2]) - max(a[0], b[0]) > _OVER * (b[2] - b[0])
        and min(a[3], b[3]) - max(a[1], b[1]) > _OVER * (b[3] - b[1])
        for a, b in pairwise(boxes)
    )


def _below(boxes: Sequence[Box4], page: pypdfium2.PdfPage) -> bool:
    """Whether Han characters stand below all that is drawn on a page whose table goes on, page numbers aside."""
    drawn = [item.get_bounds()[1] for item in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    end = max(min(drawn, default=0.0), _MARGIN)
    return any(box[1] > _FOOT and box[3] < end for box in boxes)

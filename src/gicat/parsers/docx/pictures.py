"""Pictures that stand where boxes stand: what they show is not known."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from gicat.parsers.docx.names import PICT, TC, TEXTBOX, VML, W_DRAWING, Element, P, T

UNKNOWN = "\ufffd"
"""What stands for such a picture."""

_LARGEST = 16.0  # points: a larger picture is no box
_SOON = 20
"""Runs, or elements of a run, behind a box in which its label is looked for."""
_EMU = 12_700  # English Metric Units a point (ECMA-376 Part 1, 20.1.2.1)
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EXTENT, _INLINE = f"{_PLACED}extent", f"{_PLACED}inline"
_IMAGES = ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", f"{{{VML}}}imagedata")
_SIDE = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*([\d.]+)(pt|in|mm|cm|px)?", re.IGNORECASE)
_POINTS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "px": 0.75, "": 1 / _EMU}
"""Units of VML, which without one are EMU."""


def like_a_box(drawing: Element) -> bool:
    """Whether a w:drawing or w:pict is a small picture in a line of a table with text behind it, as boxes are."""
    if drawing.tag not in (W_DRAWING, PICT) or next(drawing.iter(*_IMAGES), None) is None:
        return False
    sides = _sides(drawing)
    if not sides or max(sides) > _LARGEST or min(sides) <= 0 or next(drawing.iter(TEXTBOX), None) is not None:
        return False
    return next(drawing.iterancestors(TC), None) is not None and _before_text(drawing)


def _before_text(element: Element) -> bool:
    """Whether text follows soon in the paragraph of an element."""
    for part in (element, *takewhile(lambda above: above.tag != P, element.iterancestors())):
        for after in islice(part.itersiblings(), _SOON):
            if any((text.text or "").strip() for text in after.iter(T)):
                return True
    return False


def _sides(drawing: Element) -> list[float]:
    """The width and height of what stands in the line, in points; none where it does not say, or floats."""
    inline = drawing.find(_INLINE)
    extent = inline.find(_EXTENT) if inline is not None else None
    if extent is not None:
        given = extent.get("cx", ""), extent.get("cy", "")
        return [int(side) / _EMU for side in given if side.isdecimal() and len(side) < 12]
    style = next((shape.get("style", "") for shape in drawing.iter(f"{{{VML}}}shape", f"{{{VML}}}rect")), "")
    if drawing.tag != PICT or "absolute" in style:
        return []
    return [float(number) * _POINTS[unit.lower()] for number, unit in _SIDE.findall(style) if _is_number(number)]


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}", text) is not None

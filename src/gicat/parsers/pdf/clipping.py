"""What a clipping path leaves of a drawing (ISO 32000-1, 8.5.4): browsers draw borders past a page's end and clip."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from gicat.grid import Box
from gicat.parsers.pdf.model import Matrix, Page
from gicat.parsers.pdf.paths import thin
from gicat.parsers.pdf.pdfium_calls import clip_of, clips_of

_EDGE = 1.0  # points that a border may stand over its clip: half a pen, and what was rounded
_NOTHING = 0.05  # points


class Clipper:
    """Cuts what one object adds to a page to the box of its clipping path.

    Args:
        page: what the object is drawn on.
        painted: the address of the page object.
        to_page: from the space that the object lies in to the page as displayed.
    """

    def __init__(self, page: Page, painted: int, to_page: Matrix) -> None:
        self.page, self.painted, self.to_page = page, painted, to_page
        self.strokes, self.rects = len(page.strokes), len(page.rects)

    def cut(self) -> None:
        """Cut the strokes and rects that were added since."""
        page = self.page
        if len(page.strokes) == self.strokes and len(page.rects) == self.rects:
            return
        box = _box(self.painted, self.to_page)
        if box is None:
            return
        added = [_within(stroke, box) for stroke in page.strokes[self.strokes :]]
        page.strokes[self.strokes :] = [stroke for stroke in added if stroke is not None]
        painted = page.rects[self.rects :]
        del page.rects[self.rects :]
        for rect in painted:
            inside = _within(rect.box, box)
            if inside is None or (inside != rect.box and _flat(inside)):
                continue
            if inside != rect.box and rect.fill is not None and thin(inside):
                page.strokes.append(inside)  # one side of a frame: WeasyPrint paints all of it, clipped to that side
            else:
                rect.box = inside
                page.rects.append(rect)


def _flat(box: Box) -> bool:
    """Whether nothing is left of an area."""
    return min(box[2] - box[0], box[3] - box[1]) < _NOTHING


def _within(box: Box, clip: Box) -> Box | None:
    """What of a box is inside the clip; all of it if it hardly stands over."""
    cut = max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])
    if cut[0] > cut[2] + _EDGE or cut[1] > cut[3] + _EDGE:
        return None
    return box if all(abs(p - q) <= _EDGE for p, q in zip(box, cut, strict=True)) else cut


def _box(painted: int, to_page: Matrix) -> Box | None:
    """The box inside all paths of an object's clip; None where there is none."""
    address = clip_of(painted)
    count = clips_of(address) if address else 0
    clip = ctypes.cast(address, pdfium.FPDF_CLIPPATH) if count > 0 else None
    box: Box | None = None
    for index in range(max(count, 0)):
        points = list(_points(clip, index, to_page))
        if not points:
            continue
        xs, ys = [x for x, _ in points], [y for _, y in points]
        one = min(xs), min(ys), max(xs), max(ys)
        box = one if box is None else (
            max(box[0], one[0]), max(box[1], one[1]), min(box[2], one[2]), min(box[3], one[3])
        )  # fmt: skip
    return box


def _points(clip: Any, index: int, to_page: Matrix) -> Iterator[tuple[float, float]]:
    a, b, c, d, e, f = to_page
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(max(pdfium.FPDFClipPath_CountPathSegments(clip, index), 0)):
        if pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, index, number), x, y):
            yield a * x.value + c * y.value + e, b * x.value + d * y.value + f

"""Check boxes that are drawings or form controls, as characters of the line they stand on."""

from __future__ import annotations

from collections.abc import Iterator

from gicat.grid import Box, Mark
from gicat.parsers.pdf.model import Char, Page, Rect

_LARGEST, _SMALLEST = 14.0, 4.0  # points: sides of a drawn check box
_SQUARE = 0.25  # of its side: how far a box may be from a square
_TOUCH = 0.5  # points: nearer than that, an edge lies on another line, so the square is a cell
_DARK = 0.5
_REACH = 1.5  # times the em: how far before its text a box stands


def take_boxes(page: Page) -> None:
    """Move drawn and form check boxes of a page from `rects` and `controls` to `chars`.

    A drawn box counts if text follows it on its line; a form control counts anyhow.
    """
    for control in page.controls:
        glyph = ("◉" if control.radio else "☑") if control.on else ("○" if control.radio else "□")
        page.chars.append(_char(control.box, glyph, _follower(control.box, page.chars), control.on))
    page.controls = []
    small = [rect for rect in page.rects if _small(rect.box)]
    taken = set()
    for rect in small:
        if _is_cell(rect, page, small) or any(_holds(rect.box, char) for char in page.chars):
            continue
        after = _follower(rect.box, page.chars)
        if after is not None:
            page.chars.append(_char(rect.box, _glyph(rect, page.inks), after))
        taken.add(id(rect))
    page.rects = [rect for rect in page.rects if id(rect) not in taken]


def _small(box: Box) -> bool:
    short, long = sorted((box[2] - box[0], box[3] - box[1]))
    return short >= _SMALLEST and long <= _LARGEST and long - short <= _SQUARE * long


def _is_cell(rect: Rect, page: Page, small: list[Rect]) -> bool:
    """Whether an edge lies on another line or on the edge of another rectangle."""
    return any(_edges_meet(rect.box, other) for other in _others(rect, page, small))


def _others(rect: Rect, page: Page, small: list[Rect]) -> Iterator[Box]:
    inner = rect.box
    for stroke in page.strokes:
        if not _contains(inner, stroke):
            yield stroke
    for other in page.rects:
        if other is not rect and (other.stroked or other in small) and not _same(inner, other.box):
            yield other.box


def _edges_meet(a: Box, b: Box) -> bool:
    beside = any(abs(p - q) <= _TOUCH for p in (a[0], a[2]) for q in (b[0], b[2]))
    level = any(abs(p - q) <= _TOUCH for p in (a[1], a[3]) for q in (b[1], b[3]))
    return (beside and a[1] < b[3] and b[1] < a[3]) or (level and a[0] < b[2] and b[0] < a[2])


def _contains(outer: Box, inner: Box) -> bool:
    return (
        outer[0] - _TOUCH <= inner[0]
        and outer[1] - _TOUCH <= inner[1]
        and inner[2] <= outer[2] + _TOUCH
        and inner[3] <= outer[3] + _TOUCH
    )


def _same(a: Box, b: Box) -> bool:
    return all(abs(p - q) <= _TOUCH for p, q in zip(a, b, strict=True))


def _holds(box: Box, char: Char) -> bool:
    """Whether a character stands in a box: then it says itself what the box says."""
    x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
    return not char.text.isspace() and box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _follower(box: Box, chars: list[Char]) -> Char | None:
    """The character that a box stands directly before."""
    middle = (box[1] + box[3]) / 2
    after = [
        char
        for char in chars
        if box[2] - 1 <= char.x0 <= box[2] + _REACH * char.size
        and char.y - char.size < middle < char.y + 0.3 * char.size
        and not char.text.isspace()
    ]
    return min(after, key=lambda char: char.x0, default=None)


def _glyph(rect: Rect, inks: list[Box]) -> str:
    if any(_contains(rect.box, ink) or _contains(ink, rect.box) for ink in inks):
        return "☑"
    return "■" if rect.fill is not None and rect.fill < _DARK else "□"


def _char(box: Box, glyph: str, after: Char | None, state: bool | None = None) -> Char:
    x0, top, x1, bottom = box
    y, size = (after.y, after.size) if after else (bottom, bottom - top)
    mark = Mark(0, glyph, state=state, control=state is not None)
    return Char(glyph, x0, top, x1, bottom, x0, y, size, mark=mark)

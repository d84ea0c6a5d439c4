"""Check boxes that are drawings or form controls, as characters of the line they stand on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from gicat.grid import Box, Mark
from gicat.marks import CROSSES, TICKED, UNTICKED
from gicat.parsers.pdf.model import Char, Ink, Page
from gicat.parsers.pdf.near import Near
from gicat.parsers.pdf.squares import Edges, Square, squares

_DARK = 0.7
"""Lightness under which a filling ticks; browsers fill a chosen box with a blue of 0.4."""

_REACH = 1.5  # times the em: how far from its text a box stands
_BULLET = 0.45  # of the em: a square not larger than that before a text is a bullet
_INKED = 2.5  # times a box's side: a larger drawing is no tick in it
_MOST = 2_000  # small drawings of a page; one with more is a chart
_PICTURE = 16.0  # points: a larger picture is no box
_TICKING = TICKED | {"v", "V"}
_CROSSING = CROSSES | {"x", "X"}


def take_boxes(page: Page) -> int:
    """Move drawn and form check boxes of a page from its drawings to `chars`; gives how many are pictures.

    A drawn box counts if text stands beside it on its line, or if it stands in a table; a form control counts
    anyhow. A box and a tick printed over it are one sign. What a picture shows is not known: it is U+FFFD.
    """
    taker = _Taker(page)
    taker.controls()
    taker.overprints()
    taker.squares()
    taker.ticks()
    return taker.pictures()


class _Taker:
    def __init__(self, page: Page) -> None:
        self.page = page
        few = page.inks if len(page.inks) <= _MOST else []
        self.inks: Near[Ink] = Near(few, lambda ink: ink.box)
        self.few = few
        self.used: set[int] = set()
        """Identities of the inks that belong to a box."""

    @cached_property
    def chars(self) -> Near[Char]:
        """The printed characters."""
        return Near((char for char in self.page.chars if not char.text.isspace()), _box)

    @cached_property
    def edges(self) -> Edges:
        """The rulings."""
        return Edges(self.page)

    def controls(self) -> None:
        for control in self.page.controls:
            glyph = ("◉" if control.radio else "☑") if control.on else ("○" if control.radio else "□")
            self._add(control.box, glyph, self._beside(control.box), control.on)
        self.page.controls = []

    def overprints(self) -> None:
        """A tick set over the glyph of a box: `□` and `√` at one place, as a field EQ \\o of Word prints them."""
        boxed = [char for char in self.page.chars if char.text in UNTICKED]
        signs = boxed and [char for char in self.page.chars if char.text in _TICKING or char.text in _CROSSING]
        if not signs:
            return
        near = Near(boxed, _box)
        gone = {id(sign) for sign in signs if _signed(near.inside(_middle(sign)), sign)}
        if gone:
            self.page.chars = [char for char in self.page.chars if id(char) not in gone]

    def squares(self) -> None:
        found = squares(self.page)
        for square in found:
            self._square(square)
        rects = {id(rect) for square in found for rect in square.rects}
        strokes = {id(stroke) for square in found for stroke in square.strokes}
        if rects:
            self.page.rects = [rect for rect in self.page.rects if id(rect) not in rects]
        if strokes:
            self.page.strokes = [stroke for stroke in self.page.strokes if id(stroke) not in strokes]

    def _square(self, square: Square) -> None:
        side = square.box[2] - square.box[0]
        inks = [ink for ink in self.inks.inside(_grown(square.box, side / 3)) if _is_small(ink, side)]
        self.used.update(id(ink) for ink in (*inks, *square.inks))
        held = list(self.chars.inside(square.box))
        if held:  # then it says itself what the box says
            if len(held) == 1:
                _signed([held[0]] if _fills(held[0], square.box) else [], held[0])
            return
        beside = self._beside(square.box)
        if beside is None and not self.edges.around(square.box):
            return
        if beside is not None and side <= _BULLET * beside.size:
            return
        drawn = any(not any(ink is own for own in square.inks) for ink in inks)
        self._add(square.box, _glyph(square, drawn), beside)

    def ticks(self) -> None:
        """Ticks drawn over the glyph of a box, and those that stand alone in a table."""
        for ink in self.few:
            if id(ink) in self.used or ink.round:
                continue
            boxed = [char for char in self.chars.inside(_grown(ink.box, 0)) if char.text in UNTICKED]
            over = [char for char in boxed if _is_small(ink, char.x1 - char.x0)]
            if over:
                self.used.add(id(ink))
                _set(over[0], "☑")
            elif ink.tick and not self._crowded(ink) and self.edges.around(ink.box):
                self._add(ink.box, "√", self._beside(ink.box))

    def _crowded(self, ink: Ink) -> bool:
        """Whether other drawings or characters stand at the same place: then it is a part of something."""
        near = _grown(ink.box, 1)
        return any(other is not ink for other in self.inks.inside(near)) or any(self.chars.inside(near))

    def pictures(self) -> int:
        count = 0
        for box in self.page.pictures:
            if max(box[2] - box[0], box[3] - box[1]) > _PICTURE or any(self.chars.inside(box)):
                continue
            beside = self._beside(box)
            if beside is not None and self.edges.around(box):
                self._add(box, "\ufffd", beside)
                count += 1
        return count

    def _beside(self, box: Box) -> Char | None:
        """The character that a box stands directly before; where there is none, that directly before the box.

        What stands behind a ruling is the text of another cell.
        """
        reach = 2 * _PICTURE
        near = self.chars.inside((box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach))
        level = [char for char in near if _on_line(box, char)]
        middle = (box[1] + box[3]) / 2
        after = [char for char in level if box[2] - 1 <= char.x0 <= box[2] + _REACH * char.size]
        if after and not self.edges.divide(box[2], (first := min(after, key=lambda char: char.x0)).x0, middle):
            return first
        before = [char for char in level if box[0] - _REACH * char.size <= char.x1 <= box[0] + 1]
        if before and not self.edges.divide((last := max(before, key=lambda char: char.x1)).x1, box[0], middle):
            return last
        return None

    def _add(self, box: Box, glyph: str, beside: Char | None, state: bool | None = None) -> None:
        x0, top, x1, bottom = box
        y, size = (beside.y, beside.size) if beside else (bottom, bottom - top)
        mark = Mark(0, glyph, state=state, control=state is not None) if glyph != "\ufffd" else None
        self.page.chars.append(Char(glyph, x0, top, x1, bottom, x0, y, size, mark=mark))


def _box(char: Char) -> Box:
    return char.x0, char.top, char.x1, char.bottom


def _on_line(box: Box, char: Char) -> bool:
    middle = (box[1] + box[3]) / 2
    return char.y - char.size < middle < char.y + 0.3 * char.size


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _is_small(ink: Ink, side: float) -> bool:
    return max(ink.box[2] - ink.box[0], ink.box[3] - ink.box[1]) <= _INKED * side


def _fills(char: Char, box: Box) -> bool:
    """Whether a character is as large as the box around it, so that it is a sign and no text."""
    return char.size >= 0.5 * (box[3] - box[1])


def _middle(sign: Char) -> Box:
    """Where the middle of a box is that a sign stands on."""
    x, y, reach = (sign.x0 + sign.x1) / 2, (sign.top + sign.bottom) / 2, 0.35 * sign.size
    return x - reach, y - reach, x + reach, y + reach


def _signed(boxed: Iterable[Char], sign: Char) -> bool:
    """Make the first of the characters the box that a sign is set on; whether there is one."""
    glyph = "☑" if sign.text in _TICKING else "☒" if sign.text in _CROSSING else None
    for char in boxed if glyph else ():
        _set(char, glyph or "")
        return True
    return False


def _set(char: Char, glyph: str) -> None:
    char.text, char.mark = glyph, Mark(0, glyph)


def _glyph(square: Square, inked: bool) -> str:
    dark = bool(square.fills) and square.fills[-1] < _DARK
    if square.round:
        return "◉" if dark or inked else "○"
    if inked:
        return "☑"
    return ("☑" if len(square.rects) > 1 else "■") if dark else "□"

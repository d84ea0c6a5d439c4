"""Pages whose text runs sideways, turned so that it runs from left to right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from gicat.grid import Box
from gicat.parsers.pdf.model import Char, Control, Page, Rect

_TOLERANCE = 3  # degrees


@lru_cache
def quarter(angle: int) -> int | None:
    """The multiple of 90 degrees that an angle is, None for text that runs askew."""
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= _TOLERANCE else None


def direction(chars: list[Char]) -> int:
    """The direction most characters run in: 0, 90, 180 or 270 degrees clockwise."""
    angles: Counter[int] = Counter()
    for char in chars:
        angles[char.angle] += len(char.text)
    quarters: Counter[int | None] = Counter()
    for angle, count in angles.items():
        quarters[quarter(angle)] += count
    del quarters[None]
    most = quarters.most_common(1)
    return most[0][0] or 0 if most else 0


@dataclass(frozen=True, slots=True)
class Turn:
    """Turns a page of a size against the direction its text runs in (`angle`, clockwise), and back."""

    angle: int
    width: float
    height: float

    def box(self, box: Box) -> Box:
        """A box of the page as displayed, on the turned page."""
        x0, top, x1, bottom = box
        if self.angle == 90:
            return top, self.width - x1, bottom, self.width - x0
        if self.angle == 180:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        if self.angle == 270:
            return self.height - bottom, x0, self.height - top, x1
        return box

    def back(self, box: Box) -> Box:
        """A box of the turned page, on the page as displayed, in hundredths of a point."""
        back = self if self.angle in (0, 180) else Turn(360 - self.angle, self.height, self.width)
        x0, top, x1, bottom = back.box(box)
        return round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)

    def char(self, char: Char) -> Char:
        """A character of the page as displayed, on the turned page."""
        x0, top, x1, bottom = self.box((char.x0, char.top, char.x1, char.bottom))
        x, y, _, _ = self.box((char.x, char.y, char.x, char.y))
        angle = (char.angle - self.angle) % 360
        return replace(char, x0=x0, top=top, x1=x1, bottom=bottom, x=x, y=y, angle=angle)

    def page(self, page: Page) -> Page:
        """The turned page."""
        if not self.angle:
            return page
        swapped = self.angle in (90, 270)
        return Page(
            page.number,
            page.height if swapped else page.width,
            page.width if swapped else page.height,
            [self.char(char) for char in page.chars],
            [self.box(stroke) for stroke in page.strokes],
            [Rect(self.box(rect.box), rect.stroked, rect.fill) for rect in page.rects],
            [replace(ink, box=self.box(ink.box)) for ink in page.inks],
            [self.box(picture) for picture in page.pictures],
            [Control(self.box(control.box), control.on, control.radio) for control in page.controls],
            page.cut,
            page.unread,
            page.tags,
        )

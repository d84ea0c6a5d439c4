"""What an engine says of a page, in PDF points from the top left corner of the page as displayed.

Engines differ in how they come by it; everything after (rulings, cells, lines, text) is shared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Protocol, Self

from gicat.grid import Box, Mark, Tag

MOST_SEGMENTS = 200_000
"""Drawn segments read of one page; one with more is a map or a drawing, no table."""

HAN_FROM = "\u2e80"
"""Han characters, their punctuation and full-width forms begin here."""

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: (x, y) becomes (a·x + c·y + e, b·x + d·y + f), ISO 32000-1, 8.3.3."""


@dataclass(slots=True)
class Char:
    """A printed character, or several Han characters side by side without gaps, see `divided`.

    Attributes:
        text: its Unicode text; several characters for a ligature too.
        x0, top, x1, bottom: its box: advance width by ascent and descent.
        x, y: a point of its baseline.
        size: the em, in points.
        angle: how far its direction of writing is turned clockwise, in degrees from 0 to 359.
        font: the name of its font.
        code: its character code, where the font does not say which Unicode text it is; else None.
        mark: what is known of it as a checkbox; its offset is always 0.
        run: says which characters were shown by one operator (ISO 32000-1, 9.4.3), where it is not 0.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    x: float
    y: float
    size: float
    angle: int = 0
    font: str = ""
    code: int | None = None
    mark: Mark | None = None
    run: int = 0


def divided(char: Char) -> list[Char]:
    """The characters of a block one by one; any other as it is."""
    count = len(char.text)
    if count == 1 or char.text[0] < HAN_FROM:
        return [char]
    step = (char.x1 - char.x0) / count
    lefts = [char.x0 + step * i for i in range(count)]
    return [replace(char, text=text, x0=x0, x1=x0 + step) for text, x0 in zip(char.text, lefts, strict=True)]


@dataclass(slots=True)
class Rect:
    """An axis-parallel rectangle that is too thick to be a ruling.

    Attributes:
        box: its edges.
        stroked: whether its edges are drawn.
        fill: the lightness of its filling from 0 (black) to 1 (white); None where it has none.
    """

    box: Box
    stroked: bool
    fill: float | None


@dataclass(slots=True)
class Ink:
    """A small drawing that is neither a ruling nor a rectangle.

    Attributes:
        box: what it covers.
        round: whether it is one closed curve, as wide as high.
        stroked: whether its outline is drawn.
        fill: the lightness of its filling from 0 (black) to 1 (white); None where it has none.
        tick: whether it falls to a low point and rises from there to the right, like ✓.
    """

    box: Box
    round: bool = False
    stroked: bool = True
    fill: float | None = None
    tick: bool = False


@dataclass(slots=True)
class Control:
    """A check box or radio button of an interactive form (ISO 32000-1, 12.7.4.2) and whether it is on."""

    box: Box
    on: bool
    radio: bool


@dataclass(slots=True)
class Page:
    """A page as an engine sees it.

    Attributes:
        number: from 1.
        width, height: as displayed, after its rotation.
        chars: in the order of the content stream, real white space included.
        strokes: boxes of straight axis-parallel lines and of thin filled rectangles.
        rects: rectangles, in the order they are painted.
        inks: small drawings that are neither.
        pictures: boxes of small images.
        controls: form check boxes.
        cut: whether it has more than `MOST_SEGMENTS`, so that some of what is drawn is missing.
        tags: the cells of tables by the runs of characters in them, where the document is tagged.
        unread: points of the baseline where text stands that the engine does not give.
    """

    number: int
    width: float
    height: float
    chars: list[Char] = field(default_factory=list)
    strokes: list[Box] = field(default_factory=list)
    rects: list[Rect] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    cut: bool = False
    unread: list[tuple[float, float]] = field(default_factory=list)
    tags: dict[int, Tag] = field(default_factory=dict)


class PageError(Exception):
    """One page cannot be read; the others may."""


class EngineDocument(Protocol):
    """An open PDF. Not safe to share between threads."""

    def __len__(self) -> int:
        """How many pages it has."""
        ...

    def page(self, number: int) -> Page:
        """The page of a number, from 1.

        Raises:
            PageError: if it cannot be read.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


Engine = Callable[[bytes, str | None], EngineDocument]
"""Opens the bytes of a PDF with a password; raises `gicat.errors.UnreadableError` (R001, R003)."""

"""The reference engine: pdfplumber, slower by far, written by others on other ground (pdfminer.six)."""

from __future__ import annotations

import io
import logging
import math
import re
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from gicat.errors import UnreadableError
from gicat.grid import Box
from gicat.parsers.pdf.model import Char, Page, PageError
from gicat.parsers.pdf.paths import Subpath, draw

for _name in ("pdfminer", "pdfplumber"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # else its warnings go to standard error

_UNMAPPED = re.compile(r"\(cid:(\d+)\)")  # what pdfminer writes for a code without Unicode
_STEP = 0.3  # of the em: a gap as wide as that parts runs
_CURVE = frozenset("cvy")


class PlumberDocument:
    """An open PDF. Form controls are not read by this engine."""

    def __init__(self, data: bytes, password: str | None = None) -> None:
        """Open a PDF.

        Raises:
            UnreadableError: R001 if it needs a password or another one, R003 if pdfminer fails on it.
        """
        try:
            self._pdf = pdfplumber.open(io.BytesIO(data), password=password or "")
            self._pages = self._pdf.pages
        except PdfminerException as error:
            if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
                reason = "the password is wrong" if password else "it needs a password"
                raise UnreadableError("R001", reason=reason) from error
            raise UnreadableError("R003", reason=_reason(error)) from error
        except Exception as error:  # pdfminer raises whatever a broken file makes it run into
            raise UnreadableError("R003", reason=_reason(error)) from error

    def __len__(self) -> int:
        """How many pages it has."""
        return len(self._pages)

    def page(self, number: int) -> Page:
        """The page of a number, from 1."""
        source = self._pages[number - 1]
        try:
            source.objects  # noqa: B018 - interprets the page and keeps what it finds
        except Exception as error:  # as above
            raise PageError(_reason(error)) from error
        page = _page(source, number)
        source.close()
        return page

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pdf.close()


def _reason(error: Exception) -> str:
    return " ".join(f"pdfminer: {type(error).__name__} {error}".split())[:200]


def _page(source: Any, number: int) -> Page:
    media = source.mediabox
    from_left, from_top, from_right, from_bottom = _hidden(source)
    left, top = media[0] + from_left, media[1] + from_top
    page = Page(number, float(media[2] - from_right - left), float(media[3] - from_bottom - top))
    # Matrices count from the lower left corner of the media box, everything else from the corner of its numbers.
    corner = left - media[0], media[3] - top
    page.chars = _in_runs([_char(char, left, top, corner) for char in source.chars])
    for drawn in (*source.lines, *source.rects, *source.curves):
        fill = _lightness(drawn.get("non_stroking_color")) if drawn.get("fill") else None
        stroked = bool(drawn.get("stroke"))
        if stroked or fill is not None:
            draw(page, _subpaths(drawn, left, top), stroked, float(drawn.get("linewidth") or 0), fill)
    page.pictures = [(i["x0"] - left, i["top"] - top, i["x1"] - left, i["bottom"] - top) for i in source.images]
    return page


def _hidden(source: Any) -> Box:
    """How much of the media box the crop box hides at each side of the page as displayed.

    pdfplumber gives the crop box, but turns it as if it were the media box.
    """
    media, crop = source.page_obj.mediabox, source.page_obj.cropbox
    low = [max(0.0, crop[i] - media[i]) for i in (0, 1)]
    high = [max(0.0, media[i] - crop[i]) for i in (2, 3)]
    sides = [low[0], high[1], high[0], low[1]]  # left, top, right, bottom of the page before /Rotate turns it
    turns = source.rotation // 90
    left, top, right, bottom = sides[-turns:] + sides[:-turns] if turns else sides
    return left, top, right, bottom


def _char(char: dict[str, Any], left: float, top: float, corner: tuple[float, float]) -> Char:
    a, b, c, d, e, f = char["matrix"]
    angle = round(math.degrees(math.atan2(-b, a))) % 360
    unmapped = _UNMAPPED.fullmatch(char["text"])
    return Char(
        char["text"],
        char["x0"] - left,
        char["top"] - top,
        char["x1"] - left,
        char["bottom"] - top,
        e - corner[0],
        corner[1] - f,
        _size(char, c, d),
        angle,
        str(char["fontname"]),
        int(unmapped[1]) if unmapped else None,
    )


def _in_runs(chars: list[Char]) -> list[Char]:
    """pdfminer does not say which characters were shown together: those that follow each other without a gap."""
    before = None
    for char in chars:
        near = before is not None and abs(char.y - before.y) < _STEP * char.size
        follows = near and before is not None and abs(char.x0 - before.x1) <= _STEP * char.size
        char.run = before.run if before is not None and follows else (before.run if before else 0) + 1
        before = char
    return chars


def _size(char: dict[str, Any], c: float, d: float) -> float:
    """The em: pdfminer's size is the height of the box, which for upright text is the em as scaled by the matrix."""
    return float(char["size"]) if math.hypot(c, d) else 0.0


def _subpaths(drawn: dict[str, Any], left: float, top: float) -> Iterator[Subpath]:
    points = [(x - left, y - top) for x, y in drawn["pts"]]
    kinds = [step[0] for step in drawn.get("path") or ()]
    closed = "h" in kinds or drawn["object_type"] == "rect"
    yield Subpath(points, closed, bool(_CURVE.intersection(kinds)))


def _lightness(colour: Any) -> float:
    """0 (black) to 1 (white) of a colour in one (grey), three (RGB) or four (CMYK) components."""
    given = colour if isinstance(colour, list | tuple) else (colour,)
    parts = [float(part) for part in given if isinstance(part, int | float)]
    if len(parts) == 4:
        cyan, magenta, yellow, black = parts
        parts = [(1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)]
    if len(parts) == 3:
        return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2]
    return parts[0] if len(parts) == 1 else 0.0

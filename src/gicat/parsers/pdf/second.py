"""A second opinion on characters for which pdfium finds no Unicode text.

Where a file has no ToUnicode map for a font (ISO 32000-1, 9.10.3), or an unusual one, pdfminer looks further: into
the embedded font's own tables and the names of its glyphs. It is asked only for pages that need it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from math import inf
from types import TracebackType
from typing import Self

from gicat.diagnostics import Diagnostic, found
from gicat.errors import UnreadableError
from gicat.parsers.pdf.engines import open_engine
from gicat.parsers.pdf.model import Char, EngineDocument, Page, PageError

_NEAR = 1.5  # points by which the engines may place a character differently
_BUCKET = 2.0
_LEVEL = 0.5  # of the em: the tops of boxes differ by what engines take for the ascent


@dataclass
class SecondOpinion:
    """Asks the reference engine, which it opens when it is first needed.

    Attributes:
        data, password: of the file.
        helped: how many characters of a font it found the text of.
    """

    data: bytes
    password: str | None
    helped: Counter[str] = field(default_factory=Counter)
    _document: EngineDocument | None = None
    _refused: bool = False

    def fill(self, page: Page) -> None:
        """Give characters that have a code but no text what stands there for the other engine, and add unread ones."""
        unknown = [char for char in page.chars if char.code is not None]
        other = self._page(page.number) if unknown or page.unread else None
        if other is None:
            return
        page.chars += self._missed(page, other)
        self._otherwise_divided(page, other)
        places = _Places(char for char in other.chars if char.code is None)
        for char in page.chars:
            match = None if char.code is None else places.nearest(char)
            if match is not None:
                char.text, char.code = match.text, None
                self.helped[char.font] += 1

    def _otherwise_divided(self, page: Page, other: Page) -> None:
        """Take the characters of fonts from the other engine whose codes it cuts out of the text in another way.

        Where pdfium does not know a CMap (those of UTF-8 and UTF-32 are none of ISO 32000-1, 9.7.5.2), it takes every
        two bytes for a code: none has a meaning, and none stands where it is printed.
        """
        for font in {char.font for char in page.chars if char.code is not None}:
            own = [char for char in page.chars if char.font == font]
            theirs = [char for char in other.chars if char.font == font]
            if not theirs or any(char.code is None for char in own) or any(char.code is not None for char in theirs):
                continue
            places = _Places(theirs)
            if len(own) != len(theirs) or not all(map(places.nearest, own)):
                page.chars = [char for char in page.chars if char.font != font] + theirs
                self.helped[font] += len(theirs)

    def _missed(self, page: Page, other: Page) -> Iterator[Char]:
        """The characters that stand where the first engine gives none."""
        points = {(round(x), round(y)) for x, y in page.unread}
        for char in other.chars:
            around = {(round(char.x + dx), round(char.y + dy)) for dx in (-0.5, 0.5) for dy in (-0.5, 0.5)}
            if points & around and not char.text.isspace():
                self.helped[char.font] += 1
                yield char

    def diagnostics(self) -> Iterator[Diagnostic]:
        """What is to be said about the characters it helped with."""
        if self.helped:
            fonts = ", ".join(sorted(font or "?" for font in self.helped))
            total = sum(self.helped.values())
            yield found("P005", reason=f"{total} character(s) of {fonts} are read by the font's own tables")

    def _page(self, number: int) -> Page | None:
        try:
            if self._document is None and not self._refused:
                self._document = open_engine("pdfplumber", self.data, self.password)
            if self._document is not None and number <= len(self._document):
                return self._document.page(number)
        except (UnreadableError, PageError):
            self._refused = self._document is None  # the characters stay unknown and are reported as such
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._document is not None:
            self._document.__exit__(kind, error, trace)


class _Places:
    """Characters by where they stand."""

    def __init__(self, chars: Iterable[Char]) -> None:
        self._buckets: dict[tuple[int, int], list[Char]] = defaultdict(list)
        for char in chars:
            self._buckets[_bucket(char)].append(char)

    def nearest(self, char: Char) -> Char | None:
        """Which of them stands where a character of the other engine does."""
        column, row = _bucket(char)
        around = ((column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
        near = chain.from_iterable(self._buckets.get(bucket, ()) for bucket in around)
        found = min(near, key=lambda other: _distance(char, other), default=None)
        return found if found is not None and _distance(char, found) <= _NEAR else None


def _bucket(char: Char) -> tuple[int, int]:
    return int(char.x0 // _BUCKET), int(char.y // _BUCKET)


def _distance(char: Char, other: Char) -> float:
    """How far apart two characters are; those under each other have one baseline in vertical writing, and one place."""
    apart = max(abs(char.x0 - other.x0), abs(char.y - other.y))
    return apart if abs(char.top - other.top) <= _LEVEL * char.size else inf

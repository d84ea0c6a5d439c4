"""Text as it is printed in a cell or paragraph: breaks and marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from gicat.grid.record import record

_NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff \t\n\u3000\xa0"
WRAP_SIGN = "\u200b"
"""Zero width space: white space that divides nothing."""


class Break(StrEnum):
    """Why a line of a cell ends. The n-th line feed of `Cell.text` has the n-th of `Cell.breaks`."""

    PARAGRAPH = "paragraph"  # a paragraph of its own: the author pressed Enter
    LINE = "line"  # a manual line break (w:br, <br>), or a line of a text export
    WRAP = "wrap"  # the layout ran out of room; the words go on


@dataclass(frozen=True, slots=True)
class Mark:
    """A checkbox or tick of whose nature the reader knows more than the character says.

    Attributes:
        offset: index into the text of its cell or paragraph, where `glyph` stands.
        glyph: the Unicode character that looks like what is printed.
        font: the symbol font it was set in, where one was ("Wingdings 2"), else None.
        code: the character code in that font (0x52), else None.
        state: what a form control says of itself; None for a mere glyph.
        control: whether it is a form control.
    """

    offset: int
    glyph: str
    font: str | None = None
    code: int | None = None
    state: bool | None = None
    control: bool = False


@record(frozen=True, slots=True)
class Printed:
    """Text as printed: line feeds for breaks, their kinds, and the marks in it."""

    text: str = ""
    breaks: tuple[Break, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing but white space is printed, that of no width included."""
        if self.text[:1].isalnum():
            return False
        text = self.text.strip()
        return not text or (text[0] in _NO_WIDTH and not text.strip(_NO_WIDTH))

    def unwrapped(self) -> Printed:
        """The same text with `WRAP_SIGN` for every line feed where the layout only ran out of room."""
        if Break.WRAP not in self.breaks:
            return self
        pieces = self.text.split("\n")
        signs = [WRAP_SIGN if kind is Break.WRAP else "\n" for kind in self.breaks]
        text = pieces[0] + "".join(sign + piece for sign, piece in zip(signs, pieces[1:], strict=True))
        return replace(self, text=text, breaks=tuple(kind for kind in self.breaks if kind is not Break.WRAP))

    def joined(self, other: Printed, how: Break) -> Printed:
        """This text, a break of kind `how`, then the other; an empty side adds no break."""
        if not other.text:
            return self
        if not self.text:
            return other
        shift = len(self.text) + 1
        moved = tuple(replace(mark, offset=mark.offset + shift) for mark in other.marks)
        return Printed(f"{self.text}\n{other.text}", (*self.breaks, how, *other.breaks), (*self.marks, *moved))


NOTHING = Printed()
"""What an empty cell prints."""

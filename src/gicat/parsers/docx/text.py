"""Puts the text of a paragraph or cell together: characters, breaks and marks with their offsets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from gicat.grid import Break, Mark, Printed
from gicat.parsers.docx.glyphs import Glyph


@dataclass(slots=True)
class TextBuilder:
    """A text that grows. Breaks between paragraphs are only written between paragraphs that print something.

    Attributes:
        length: how many characters it has.
    """

    length: int = 0
    _parts: list[str] = field(default_factory=list)
    _breaks: list[Break] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    _pending: str = ""
    _start: tuple[int, int, int, int] = (0, 0, 0, 0)

    def add(self, text: str) -> None:
        """Append text without line feeds."""
        if text:
            if self._pending:
                self._flush()
            self._parts.append(text)
            self.length += len(text)

    def gap(self, text: str) -> None:
        """Append white space, if anything follows in this paragraph."""
        self._pending = text

    def line_break(self) -> None:
        """Append a manual line break."""
        if self._pending:
            self._flush()
        self._write_break(Break.LINE)

    def glyph(self, glyph: Glyph) -> None:
        """Append a character of a symbol font."""
        self.add(glyph.text)
        self._marks.append(Mark(self.length - len(glyph.text), glyph.text, glyph.font, glyph.code))

    def control(self, glyph: str, state: bool | None) -> None:
        """Append the box of a form control."""
        self.add(glyph)
        self._marks.append(Mark(self.length - len(glyph), glyph, state=state, control=True))

    def start_paragraph(self) -> None:
        """Begin a paragraph; it is set off from the text before it if it prints anything."""
        self._start = (self.length, len(self._parts), len(self._breaks), len(self._marks))
        self._pending = "\n" if self.length else ""

    def end_paragraph(self) -> None:
        """End a paragraph; one that holds only white space leaves nothing behind."""
        length, parts, breaks, marks = self._start
        if self.length > length and not any(part.strip() for part in self._parts[parts:]):
            self.length = length
            del self._parts[parts:], self._breaks[breaks:], self._marks[marks:]
        self._pending = ""

    def since(self, length: int) -> str:
        """The text appended since it was `length` characters long."""
        have, taken = self.length, []
        for part in reversed(self._parts):
            if have <= length:
                break
            taken.append(part)
            have -= len(part)
        return "".join(reversed(taken))[max(0, length - have) :]

    def make_control(self, offset: int, state: bool | None) -> None:
        """Say of the glyph at an offset that it is the box of a form control in this state."""
        index = len(self._marks)
        while index and self._marks[index - 1].offset >= offset:
            index -= 1
        if index < len(self._marks) and self._marks[index].offset == offset:
            self._marks[index] = replace(self._marks[index], state=state, control=True)
        else:
            self._marks.insert(index, Mark(offset, self.since(offset)[0], state=state, control=True))

    def printed(self) -> Printed:
        """The text so far."""
        return Printed("".join(self._parts), tuple(self._breaks), tuple(self._marks))

    def _flush(self) -> None:
        pending, self._pending = self._pending, ""
        if pending == "\n":
            self._write_break(Break.PARAGRAPH)
        else:
            self.add(pending)

    def _write_break(self, kind: Break) -> None:
        self._parts.append("\n")
        self._breaks.append(kind)
        self.length += 1

"""A text as lines, whatever ends them."""

from __future__ import annotations

import re

_LINE_END = re.compile(r"\r\n|[\n\r\x85]|(?:(?<=\n)|(?<=\A))\f|\f(?=[\r\n]|\Z)")


def split_lines(text: str) -> list[str]:
    """The lines of a text without their ends.

    A form feed ends a line where one ends or starts anyway; inside one it is white space, as vertical tabs
    and the line separators that word processors put for a break inside a cell are.

    NUL characters, which no print shows, are dropped.
    """
    return _LINE_END.split(text.replace("\x00", ""))


def page_breaks(text: str) -> tuple[int, ...]:
    """The indices of the lines that form feeds stand before."""
    ends = (end.group() for end in _LINE_END.finditer(text.replace("\x00", "")))
    return tuple(index for index, end in enumerate(ends, 1) if end == "\f")

"""A text as lines, whatever ends them."""

from __future__ import annotations

import re

_ENDS = r"\r\n|[\n\r\x85]|(?:(?<=\n)|(?<=\A))\f|\f(?=[\r\n]|\Z)"
_LINE_END = re.compile(_ENDS)
_OTHERS = ("\u2029", "\u2028", "\v")
"""What else ends lines, where they do not end otherwise: the separators of Unicode (chapter 5.8, newline guidelines),
and the line end that word processors and spreadsheets put inside a paragraph."""
_FEW = 3


def split_lines(text: str) -> list[str]:
    """The lines of a text without their ends.

    A form feed ends a line where one ends or starts anyway; inside one it is white space, as vertical tabs
    and the line separators that word processors put for a break inside a cell are. Where a text has hardly any line
    end but such separators, they end its lines.

    NUL characters, which no print shows, are dropped.
    """
    text = text.replace("\x00", "")
    return _end(text).split(text)


def page_breaks(text: str) -> tuple[int, ...]:
    """The indices of the lines that form feeds stand before."""
    text = text.replace("\x00", "")
    ends = (end.group() for end in _end(text).finditer(text))
    return tuple(index for index, end in enumerate(ends, 1) if end == "\f")


def _end(text: str) -> re.Pattern[str]:
    """What ends the lines of a text: paragraph separators before those of lines before vertical tabs."""
    if sum(map(text.count, "\n\r\x85")) > _FEW:
        return _LINE_END
    for other in _OTHERS:
        if text.count(other) > _FEW:
            return re.compile(f"{_ENDS}|{other}")
    return _LINE_END

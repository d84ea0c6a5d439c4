"""Fixed-width text: columns stand at the same position of every line, white space in strips between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gicat.grid import Block, Lines

_STRIP = re.compile(r"(?<=\S) {2,}(?=\S)")
_LOOKED_AT = 400
_COLUMNS, _ROWS, _SHARE, _MOST = 4, 2, 0.2, 0.5
"""Strips in a line that make it one of many columns; how many such lines, and how many with any, a text has; how many
with any where the columns stand so close that the header alone has many."""


def read(lines: Sequence[str]) -> list[Block]:
    """The text as it stands; recovery finds its columns."""
    return [Lines(tuple(lines), aligned=True)]


def looks_aligned(lines: Sequence[str]) -> bool:
    """Whether the first lines of a text are set in columns by white space."""
    printed = [line for line in lines[:_LOOKED_AT] if line.strip()]
    strips = [len(_STRIP.findall(line)) for line in printed]
    wide = sum(count >= _COLUMNS for count in strips)
    apart = sum(
        count >= 2 or len(line) - len(line.lstrip(" ")) > 8 for count, line in zip(strips, printed, strict=True)
    )
    return (wide >= _ROWS and apart >= _SHARE * len(printed)) or (wide > 0 and apart >= _MOST * len(printed))

"""A text as lines, whatever ends them."""

from __future__ import annotations

import re

_LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")


def split_lines(text: str) -> list[str]:
    """The lines of a text without their ends; form feeds and vertical tabs end lines too.

    NUL characters, which no print shows, are dropped.
    """
    return _LINE_END.split(text.replace("\x00", ""))

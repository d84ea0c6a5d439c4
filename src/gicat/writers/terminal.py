"""Text that is safe to show on a terminal."""

from __future__ import annotations

import re

from gicat.writers.base import mended

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    """Text whose control characters, which could drive the terminal, are written out as escapes."""
    return _CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), mended(text))

"""同上: signs that a cell has the value of the one above."""

from __future__ import annotations

from gicat.text import squeeze

DITTOS = frozenset({"同上", "同上述", "同上行", "同上一行", "同前", "〃", "″", '"', "″″", "〃〃"})
SIDEWAYS = frozenset({"同左", "同右"})


def is_ditto(text: str) -> bool:
    """Whether a text is nothing but a ditto sign, a full stop behind it aside."""
    return squeeze(text).rstrip("。.") in DITTOS

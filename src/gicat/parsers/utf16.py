"""UTF-16 without a byte order mark: told by how many of its characters a Chinese text would print."""

from __future__ import annotations

import re

_SAMPLE = 65536
_SHARE, _AHEAD = 0.95, 0.2
_FEW, _NULS = 3, 0.02
_PRINTED = re.compile(
    "[\t\n\r\f\\x20-\\x7e\\xa0-\\xff\u2010-\u203f\u2150-\u218f\u2200-\u22ff\u2460-\u27bf\u3000-\u303f\u3200-\u33ff"
    "\u4e00-\u9fff\uf0a0-\uf0ff\uff01-\uffe5]"
)
"""Han characters, their punctuation, ASCII, numbers in circles, boxes and ticks (Unicode code charts)."""


def utf16_order(data: bytes) -> str | None:
    """Which of "utf-16-le" and "utf-16-be" bytes without a byte order mark are text in; None for anything else.

    Nearly all of its characters are such as a Chinese text prints; read in the other order, clearly fewer are. What
    is valid UTF-8 without the NUL characters that ASCII has in UTF-16 never counts, since plain ASCII reads as Han
    characters in UTF-16.
    """
    sample = data[: min(len(data), _SAMPLE) // 2 * 2]
    if len(sample) < 2 or (_is_utf8(sample) and not _every_second(sample)):
        return None
    little, big = _share(sample, "utf-16-le"), _share(sample, "utf-16-be")
    if max(little, big) < _SHARE or abs(little - big) < _AHEAD:
        return None
    return "utf-16-le" if little > big else "utf-16-be"


def _every_second(sample: bytes) -> bool:
    """Whether there are NUL characters as ASCII has them in UTF-16: several, in every second place only."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) >= max(_FEW, len(sample) * _NULS)


def _share(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    return len(_PRINTED.findall(text)) / len(text)


def _is_utf8(sample: bytes) -> bool:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data" and error.start >= len(sample) - 3
    return True

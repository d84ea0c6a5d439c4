"""The streams of a PDF as its bytes tell of them, without following its objects: could its pages be a trap?

Streams stand in the file themselves, never inside others (ISO 32000-1, 7.5.7), so a look at all of them misses none.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_FORM = re.compile(rb"/(?:F|#46)(?:o|#6[fF])(?:r|#72)(?:m|#6[dD])\b|/Subtype\s+\d")
_NO_DRAWING = re.compile(rb"/(?:Image|Length1|Type1C|CIDFontType0C|OpenType)\b")
_FLATE = re.compile(rb"/Fl(?:ateDecode)?\b")
_OTHERS = re.compile(rb"/(?:LZW|LZWDecode|A85|ASCII85Decode|AHx|ASCIIHexDecode|RL|RunLengthDecode)\b")
_DRAWS = re.compile(rb"[\s\]>)]Do\b")
_CONTENTS = re.compile(rb"/Contents\s*(?:\[([^\]]*)\]|(\d+)\s+\d+\s+R)")
_ARRAY = re.compile(rb"obj\s*\[([\s\dR]+)\]")
_NUMBER = re.compile(rb"(\d+)\s+\d+\s+\Z")
_DICTIONARY = 20_000  # bytes before a stream in which its dictionary is looked for

FORM = 1_000
"""What drawing a form costs beside its content, in bytes of content: pdfium makes objects of two kilobytes of it."""


def suspicious(data: bytes, most: int) -> bool:
    """Whether some page may have more than `most` bytes to draw; mostly not, and then nobody has to count.

    A form that draws others may draw them any number of times; so may what cannot be looked into.

    Args:
        data: of the file.
        most: bytes of content, see `FORM`.
    """
    forms = _FORM.search(data) is not None
    if b"/Encrypt" in data:
        return forms
    largest = longest = times = 0
    parts = _parts(data)
    for dictionary, content in _streams(data, most):
        if content is None or len(content) > most:
            return True
        longest = max(longest, len(content))
        if b"/ObjStm" in dictionary:
            parts = max(parts, _parts(content))
        drawn = len(_DRAWS.findall(content)) if b"Do" in content else 0
        if _FORM.search(dictionary):
            if drawn:
                return True
            largest = max(largest, len(content))
        times = max(times, drawn)
    return parts * longest > most or (forms and times * (largest + FORM) > most)


def branching(data: bytes, most: int) -> bool:
    """Whether any form draws others more than once, or anything is too long: for files that nobody can count in."""
    for dictionary, content in _streams(data, most):
        if content is None or len(content) > most:
            return True
        if _FORM.search(dictionary) and len(_DRAWS.findall(content)) > 1:
            return True
    return False


def _parts(data: bytes) -> int:
    """How many streams, the same one again among them, the content of a page is put together of at most."""
    most = 1
    arrays: set[bytes] = set()
    for match in _CONTENTS.finditer(data):
        if match[2]:
            arrays.add(match[2])
        else:
            most = max(most, match[1].count(b"R"))
    for match in _ARRAY.finditer(data):
        number = _NUMBER.search(data, max(0, match.start() - 30), match.start())
        if number and number[1] in arrays:
            most = max(most, match[1].count(b"R"))
    return most


def _streams(data: bytes, most: int) -> Iterator[tuple[bytes, bytes | None]]:
    """The dictionary of each stream that is no image and no font, and its content if it can be told here."""
    for match in _STREAM.finditer(data):
        start = data.rfind(b"obj", max(0, match.start() - _DICTIONARY), match.start())
        dictionary = data[start : match.start()] if start >= 0 else b""
        if _NO_DRAWING.search(dictionary):
            continue
        end = data.find(b"endstream", match.end())
        content = data[match.end() : end if end >= 0 else len(data)]
        packings = len(_FLATE.findall(dictionary))
        if packings > 1 or _OTHERS.search(dictionary):
            yield dictionary, None
        else:
            yield dictionary, unpacked(content, most) if packings else content


def unpacked(content: bytes, most: int) -> bytes:
    """What a stream packed by /FlateDecode holds, up to a byte more than `most`; what is damaged ends there."""
    unpacker = zlib.decompressobj()
    try:
        return unpacker.decompress(content, most + 1)
    except zlib.error:
        return b""

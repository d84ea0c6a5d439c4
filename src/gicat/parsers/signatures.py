"""What bytes look like: the name of their format, from content alone."""

from __future__ import annotations

import re

from gicat.parsers.utf16 import utf16_order

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),  # [MS-CFB] 2.2, header signature
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),  # JPEG
    (b"GIF8", "image"),
    (b"II*\x00", "image"),  # TIFF
    (b"MM\x00*", "image"),
    (b"BM", "image"),
    (b"AT&TFORM", "image"),  # DjVu
    (b"\x00\x00\x00\x0cjP  ", "image"),  # JPEG 2000
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\x1f\x8b\x08", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"BZh", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
)
_TEXTUAL_MAGIC = frozenset({b"BM", b"BZh", b"GIF8"})  # also how a text may begin: believed if the rest is no text

_HEAD = 4096
_PDF_WINDOW = 1024  # ISO 32000-1, annex H.3.4.1: readers accept the header within the first 1024 bytes
_SAMPLE = 65536
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\f\v\x1a\x1b") + b"\x7f"
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HTML = re.compile(
    r"<!doctype html|<(html|head|body|table|div|meta|script|style)[\s>]|mime-version:.*multipart/related",
    re.IGNORECASE | re.DOTALL,
)


def signature(data: bytes) -> str:
    """The format that bytes look like: a name of the registry or of `known.UNREADABLE`.

    "zip" and "ole" are containers that are worth a second look; "text" is anything that is not binary.
    """
    for magic, name in _MAGIC:
        if data.startswith(magic) and not (magic in _TEXTUAL_MAGIC and is_text(data)):
            return name
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image"
    if b"%PDF-" in data[:_PDF_WINDOW]:
        return "pdf"
    return _markup(data) if is_text(data) else "binary"


def is_text(data: bytes) -> bool:
    """Whether bytes may be text in some encoding: marked as such, or nearly without control characters."""
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return True
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls <= len(sample) // 100 or utf16_order(sample) is not None


def is_blank(data: bytes) -> bool:
    """Whether there is nothing but a byte order mark and white space."""
    return len(data) < _HEAD and not _start(data).strip("\0 \t\r\n\f\v\u3000")


def _start(data: bytes) -> str:
    """The first characters of a text; only its ASCII part is reliable."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) : _HEAD].decode(encoding, "replace")
    return data[:_HEAD].decode("latin-1")


def _markup(data: bytes) -> str:
    """The kind of a text that a machine wrote, or "text"."""
    start = _start(data).lstrip()
    if start.startswith(("{", "[")) and re.match(r"[{\[]\s*([{\"\]}\[]|-?\d)", start):
        return "gicat" if '"schema_version"' in start else "json"
    if start.startswith("<?xml") and "<html" not in start.lower():
        return "xml"
    if (start.startswith("<") or start[:13].lower() == "mime-version:") and _HTML.search(start):
        return "html"
    return "text"

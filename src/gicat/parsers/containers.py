"""What is inside a ZIP package or an OLE2 file: the name of its format, or why it cannot be told."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from gicat.diagnostics import Diagnostic, Phrase, found

_LISTED = b"PK\x01\x02"
_PEEK = 1_000_000  # bytes of [Content_Types].xml and mimetype that are looked at

# ECMA-376 Part 1, annex on content types: what the main part of a package declares itself to be
_MAIN_PARTS = (("wordprocessingml", "docx"), ("spreadsheetml", "xlsx"), ("presentationml", "pptx"))
_MIME_TYPES = (
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ("application/epub+zip", "epub"),
)
_PARTS = (("OFD.xml", "ofd"), ("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))

# [MS-CFB] 2.6.1: a directory entry is 128 bytes, aligned, and begins with its name in UTF-16
_STREAMS = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
_ENTRY = 128
_OFFICE_PASSWORD = Phrase("an Office password, which gicat cannot open", "Office 密码，gicat 无法打开")


@dataclass(frozen=True, slots=True)
class Inside:
    """What a container holds: a format's name, and a diagnostic where it cannot be read at all."""

    name: str | None
    problem: Diagnostic | None = None


def too_many_parts(data: bytes, most: int) -> Diagnostic | None:
    """R018 for a ZIP package of more than `most` parts, counted before its list of them is read.

    Each begins with a signature in the central directory (APPNOTE.TXT 4.3.12), a millionth part as well as the first.
    """
    count = data.count(_LISTED)
    if count <= most:
        return None
    return found(
        "R018", what=Phrase(f"{count} parts in its ZIP package", f"ZIP 包内有 {count} 个部件"), limit=f"parts={most}"
    )


def inside_zip(data: bytes, most: int) -> Inside:
    """The format of a ZIP package; a damaged one is named by the parts that its bytes mention.

    Args:
        data: of the file.
        most: parts that it may have.
    """
    many = too_many_parts(data, most)
    if many:
        return Inside(_named_by_parts(data), many)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            types = _peek(package, "[Content_Types].xml")
            mime = _peek(package, "mimetype").strip()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        return _damaged(data, error)
    for name, format_name in _MIME_TYPES:
        if mime.startswith(name):
            return Inside(format_name)
    for word, format_name in _MAIN_PARTS:
        if f"{word}.document.main" in types or f"{word}.sheet.main" in types or f"{word}.presentation.main" in types:
            return Inside(format_name)
    for part, format_name in _PARTS:
        if any(name == part or (part.endswith("/") and name.startswith(part)) for name in names):
            return Inside(format_name)
    return Inside("zip")


def inside_ole(data: bytes) -> Inside:
    """The format of an OLE2 compound file, by the streams of its directory."""
    if _has_stream(data, "EncryptedPackage"):
        # [MS-OFFCRYPTO] 2.1: an encrypted OOXML package is a stream of an OLE2 file
        return Inside(None, found("R001", reason=_OFFICE_PASSWORD))
    for stream, format_name in _STREAMS:
        if _has_stream(data, stream):
            return Inside(format_name)
    return Inside("ole")


def _peek(package: zipfile.ZipFile, part: str) -> str:
    info = package.NameToInfo.get(part)
    if info is None or info.flag_bits & 1:  # encrypted: the names of the parts must do
        return ""
    with package.open(info) as stream:
        return stream.read(_PEEK).decode("utf-8", "replace")


def _damaged(data: bytes, error: Exception) -> Inside:
    reason = Phrase(f"its ZIP package is damaged or cut off ({error})", f"ZIP 包已损坏或不完整（{error}）")
    return Inside(_named_by_parts(data), found("R003", reason=reason))


def _named_by_parts(data: bytes) -> str:
    return next((name for part, name in _PARTS if part.encode() in data), "zip")


def _has_stream(data: bytes, name: str) -> bool:
    wanted = f"{name}\0".encode("utf-16-le")
    position = data.find(wanted)
    while position >= 0:
        if position % _ENTRY == 0:
            return True
        position = data.find(wanted, position + 1)
    return False

"""Files inside ZIP archives: which there are, what they are called, their bytes within the limits."""

from __future__ import annotations

import re
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from gicat.batch.walk import HIDDEN
from gicat.diagnostics import Phrase
from gicat.errors import UnreadableError
from gicat.parsers.base import Limits

_UTF8 = 0x800  # APPNOTE.TXT 4.4.4, bit 11: the name is UTF-8
_ENCRYPTED = 0x1
_PACKAGES = frozenset({"[Content_Types].xml", "mimetype", "OFD.xml"})
_RESOURCES = "__MACOSX"  # what macOS adds to archives
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
"""What zipfile raises for archives that are broken, cut off, or packed in ways it does not know."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes:
        index: its place in the archive's list, since two members may have one name.
        name: its path in the archive, decoded, with forward slashes.
        size: bytes, as the archive says.
    """

    index: int
    name: str
    size: int

    def escapes(self) -> bool:
        """Whether its path leads out of the folder it would be unpacked to."""
        path = PurePosixPath(self.name)
        return path.is_absolute() or ".." in path.parts or bool(re.match("[A-Za-z]:", self.name))

    def impossible(self) -> bool:
        """Whether no system has a file of that name, which APPNOTE.TXT 4.4.17 does not keep out."""
        return "\0" in self.name


def members(path: Path) -> list[Member] | None:
    """The files in a ZIP archive that are not hidden, by name.

    None for what is no archive of files, going by suffix and content: an Office package, a damaged archive.
    """
    if path.suffix.lower() != ".zip":
        return None
    try:
        with zipfile.ZipFile(path) as archive:
            listed = archive.infolist()
    except _DAMAGES:
        return None
    if any(info.filename in _PACKAGES for info in listed):
        return None
    found = (Member(i, _name(info), info.file_size) for i, info in enumerate(listed) if not info.is_dir())
    return sorted((m for m in found if not _hidden(m.name)), key=lambda m: (m.name, m.index))


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any((part.startswith(HIDDEN) and part != "..") or part == _RESOURCES for part in parts)


def _name(info: zipfile.ZipInfo) -> str:
    """The path of a member, in one way of the many it may be written in: `a//b` and `./a/b` are `a/b`."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8:
        name = _decoded(name.encode("cp437")) or name  # as zipfile decoded it, APPNOTE.TXT appendix D.1
    return PurePosixPath(name.replace("\\", "/")).as_posix()


def _decoded(raw: bytes) -> str | None:
    """A name that does not say that it is UTF-8: archivers write it in the code page of their machine.

    Both may fit: 目录 in GB18030 is "Ŀ¼" in UTF-8, as whatever is two bytes a character there and Chinese here.
    """
    fitting = []
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            fitting.append(raw.decode(encoding))
    if len(fitting) == 2 and all(character < "\u0800" for character in fitting[0]):
        return fitting[1]
    return fitting[0] if fitting else None


def read_member(path: Path, member: Member, limits: Limits, password: str | None) -> bytes:
    """The bytes of a member.

    Raises:
        UnreadableError: R001 if it is encrypted, R003 if it is damaged, gone or unpacks to too many times its size,
            R018 if it is larger than a file may be.
        OSError: if the archive cannot be opened.
    """
    if member.size > limits.bytes:
        size = Phrase(f"{member.size} bytes", f"{member.size} 字节")
        raise UnreadableError("R018", what=size, limit=f"bytes={limits.bytes}")
    status = path.stat()
    try:
        archive = _opened(str(path), status.st_mtime_ns, status.st_size)
        info = archive.infolist()[member.index]
        if info.file_size > limits.ratio * max(1, info.compress_size):
            raise UnreadableError("R003", reason=_too_packed(limits.ratio))
        if info.flag_bits & _ENCRYPTED and password is None:
            raise UnreadableError("R001", reason=Phrase("a ZIP password", "ZIP 密码"))
        return archive.read(info, password.encode() if password else None)
    except (IndexError, *_DAMAGES) as error:
        reason = Phrase(f"its ZIP archive is damaged or has changed ({error})", f"ZIP 压缩包已损坏或已变动（{error}）")
        raise UnreadableError("R003", reason=reason) from error
    except RuntimeError as error:  # zipfile's way to say that a password is wrong
        raise UnreadableError("R001", reason=Phrase("a ZIP password", "ZIP 密码")) from error


def _too_packed(ratio: int) -> Phrase:
    return Phrase(f"it unpacks to more than {ratio} times its size", f"解压后超过压缩大小的 {ratio} 倍")


@lru_cache(maxsize=1)
def _opened(path: str, changed: int, size: int) -> zipfile.ZipFile:
    """An archive kept open, since reading the list of a large one takes longer than reading a file in it."""
    return zipfile.ZipFile(path)


__all__ = ["Member", "members", "read_member"]

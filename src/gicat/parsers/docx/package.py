"""The package of a Word document (ECMA-376 Part 2): a ZIP whose parts are found through relationships."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from gicat.diagnostics import Phrase
from gicat.errors import UnreadableError
from gicat.parsers.base import Limits
from gicat.parsers.containers import too_many_parts
from gicat.parsers.docx import markup
from gicat.parsers.docx.markup import MarkupError
from gicat.parsers.docx.names import Element

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MAIN_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml",
               "ms-word.document.macroEnabled.main+xml", "ms-word.template.macroEnabledTemplate.main+xml")  # fmt: skip


class PartError(Exception):
    """A part that is missing, damaged or beyond a limit; the text says why."""


class LimitError(PartError):
    """A part beyond a limit: what it is, and which limit."""

    def __init__(self, what: Phrase, limit: str) -> None:
        super().__init__(what.en)
        self.what, self.limit = what, limit

    def refused(self) -> UnreadableError:
        """The error for a part without which nothing can be read."""
        return UnreadableError("R018", what=self.what, limit=self.limit)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another: its id, the last word of its type ("styles"), the part's name."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a Word document, read on demand and within limits.

    Raises:
        UnreadableError: R002 for no bytes, R001 for an encrypted document, R003 for what is no ZIP, R018 for what
            is too big.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        if not data:
            raise UnreadableError("R002")
        if data.startswith(_COMPOUND):
            if _ENCRYPTED_STREAM in data:
                raise UnreadableError("R001", reason="Office document encryption")
            raise UnreadableError("R003", reason="it is an OLE file (DOC?), not a DOCX package")
        if len(data) > limits.bytes:
            what = Phrase(f"{len(data)} bytes", f"{len(data)} 字节")
            raise UnreadableError("R018", what=what, limit=f"bytes={limits.bytes}")
        many = too_many_parts(data, limits.parts)
        if many:
            raise UnreadableError(many.code, **many.details)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError("R003", reason=f"the ZIP package is damaged or cut off ({error})") from error
        self._limits = limits
        self._unpacked = 0
        # Part names are compared without regard to case (ECMA-376 Part 2, 6.2.2).
        self._names = {_normal(info.filename): info for info in self._zip.infolist()}

    def main(self) -> str:
        """The name of the main document part.

        Raises:
            UnreadableError: R003 if the package has none.
        """
        for name in (*self._related(), *self._typed()):
            if name.lower() in self._names:
                return name
        raise UnreadableError("R003", reason="the package has no main document part, so it is no Word document")

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            PartError: if it is missing or damaged.
            LimitError: if it is beyond a limit.
            UnreadableError: R001 if it is encrypted.
        """
        info = self._names.get(name.lower())
        if info is None:
            raise PartError(f"the part {name} is missing")
        if info.flag_bits & 0x1:
            raise UnreadableError("R001", reason="ZIP encryption")
        limits = self._limits
        # ZipFile.read never unpacks more than the declared size, so a lie about it ends in a CRC error.
        if info.file_size > limits.ratio * max(1, info.compress_size):
            what = f"the part {name} unpacks to {info.file_size / max(1, info.compress_size):.0f} times its size"
            zh = f"部件 {name} 解压后为原大小的 {info.file_size / max(1, info.compress_size):.0f} 倍"
            raise LimitError(Phrase(what, zh), f"ratio={limits.ratio}")
        self._unpacked += info.file_size
        if self._unpacked > limits.unpacked:
            what = f"with the part {name}, {self._unpacked} bytes are unpacked"
            raise LimitError(
                Phrase(what, f"连同部件 {name} 共解压 {self._unpacked} 字节"), f"unpacked={limits.unpacked}"
            )
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise PartError(f"the part {name} is damaged ({error})") from error

    def tree(self, name: str) -> Element:
        """The root element of an XML part.

        Raises:
            PartError: as `read`, and if its XML is damaged.
            UnreadableError: if its XML is refused: R018 for its depth, R003 otherwise; see `markup.parse`.
        """
        try:
            return markup.parse(self.read(name), self._limits.depth)
        except MarkupError as error:
            if error.refused:
                raise _refused(name, error) from error
            raise PartError(f"{name}: {error}") from error

    def salvaged(self, name: str) -> Element | None:
        """What can be made out of a part whose XML is damaged, or None; raises as `read` and `tree`."""
        try:
            return markup.salvage(self.read(name), self._limits.depth)
        except MarkupError as error:
            raise _refused(name, error) from error

    def relationships(self, part: str) -> list[Relationship]:
        """The relationships of a part, "" for the package, to other parts of it.

        Raises:
            PartError: if they are damaged; a part need not have any.
        """
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name.lower() not in self._names:
            return []
        root = self.tree(name)
        return [
            Relationship(link.get("Id", ""), link.get("Type", "").rpartition("/")[2], _resolve(folder, target))
            for link in root.iterchildren("{*}Relationship")
            if link.get("TargetMode") != "External" and (target := link.get("Target"))
        ]

    def _related(self) -> Iterator[str]:
        """The part that the package calls its main document; where that is damaged, its type still tells."""
        try:
            links = self.relationships("")
        except PartError:
            return
        yield from (link.target for link in links if link.kind == "officeDocument")

    def _typed(self) -> Iterator[str]:
        """The parts that [Content_Types].xml declares to be a main document."""
        try:
            root = self.tree("[Content_Types].xml")
        except PartError:
            return
        for override in root.iterchildren("{*}Override"):
            if override.get("ContentType", "").endswith(_MAIN_TYPES):
                yield override.get("PartName", "").lstrip("/")


def _refused(name: str, error: MarkupError) -> UnreadableError:
    if error.depth is None:
        return UnreadableError("R003", reason=f"{name}: {error}")
    what = Phrase(f"the XML of {name} nests deeper", f"部件 {name} 的 XML 嵌套过深")
    return UnreadableError("R018", what=what, limit=f"depth={error.depth}")


def _normal(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _resolve(folder: str, target: str) -> str:
    """A relationship's target as a part name (ECMA-376 Part 2, 6.2.4)."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(target).replace("\\", "/"))).lstrip("/")

"""One file of all items, in the order of the plan, made of parts that come in any order and are never all in memory."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from gicat.batch.job import Combined, Job
from gicat.batch.lines import JsonLines
from gicat.schema import Document
from gicat.writers.base import WriteOptions, mended
from gicat.writers.registry import writer

SUFFIXES: dict[str, Combined] = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}


def part_of(document: Document, name: str, kind: Combined, options: WriteOptions) -> bytes:
    """What a document adds: rows of CSV without the header, else JSON lines; `name` becomes its source."""
    named = document.model_copy(update={"source": document.source.model_copy(update={"name": mended(name)})})
    pieces = _writer(kind, options, [named])
    if kind == "csv":
        next(pieces)
    return "".join(pieces).encode("utf-8", "replace")


def _writer(kind: Combined, options: WriteOptions, documents: list[Document]) -> Iterator[str]:
    if kind == "parquet":  # its columns are those of the lines without places and print
        return writer("jsonl")(documents, WriteOptions(places=False, printed=False))
    return writer(kind)(documents, options)


class Parts:
    """The parts that are there so far: one file of them, another that says where each begins.

    Both are kept until the combined file is written, so that a run that was killed can be taken up.
    """

    def __init__(self, folder: Path, job: Job) -> None:
        """Opens, or makes, the two files in a folder; raises OSError."""
        self._job = job.combined_fingerprint()
        self._index = JsonLines(folder / "parts.jsonl", fresh=False)
        self._data = (folder / "parts").open("ab+")
        size = self._data.seek(0, os.SEEK_END)
        self._known: dict[str, tuple[str, int, int]] = {}
        for line in self._index:
            if line["job"] == self._job and line["at"] + line["bytes"] <= size:
                self._known[line["input"]] = (line["sha256"], line["at"], line["bytes"])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._data.close()
        self._index.__exit__(kind, error, at)

    def has(self, name: str, sha256: str | None) -> bool:
        """Whether the part of an input with this content is there."""
        return name in self._known and self._known[name][0] == sha256

    def add(self, name: str, sha256: str, part: bytes) -> None:
        """Keeps a part; raises OSError."""
        at = self._data.seek(0, os.SEEK_END)
        self._data.write(part)
        self._data.flush()
        self._index.append({"input": name, "sha256": sha256, "at": at, "bytes": len(part), "job": self._job})
        self._known[name] = (sha256, at, len(part))

    def drop(self, name: str) -> None:
        """Forgets the part of an input that failed."""
        self._known.pop(name, None)

    def in_order(self, names: Iterable[str]) -> Iterator[bytes]:
        """The parts of those of the inputs that have one."""
        for name in names:
            if name in self._known:
                _, at, length = self._known[name]
                self._data.seek(at)
                yield self._data.read(length)


def _temporary(target: Path) -> Path:
    return target.with_name(f".{target.name[:80]}.part")  # always the same: killed runs leave one at most


def check_target(target: Path) -> None:
    """Raises OSError if the file cannot be made where it is to be."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    temporary = _temporary(target)
    temporary.touch()
    temporary.unlink()


def write_combined(target: Path, parts: Iterator[bytes], job: Job) -> None:
    """Writes the file, which appears whole or not at all; raises OSError."""
    temporary = _temporary(target)
    try:
        if job.combined == "parquet":
            from gicat.batch.parquet import write_parquet

            write_parquet(temporary, _rows(parts))
        else:
            with temporary.open("wb") as stream:
                if job.combined == "csv":
                    stream.write(next(_writer("csv", job.write, [])).encode())
                stream.writelines(parts)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _rows(parts: Iterator[bytes]) -> Iterator[dict[str, Any]]:
    for part in parts:
        for line in part.splitlines():
            yield json.loads(line)

"""A file of JSON lines that is only ever added to, and is whole up to its last line whatever happens."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_BLOCK = 1 << 16


class Locked(OSError):
    """Another process is writing to the file."""


class JsonLines:
    """An open file of JSON lines, locked against other processes where the system has `flock`.

    A line that was not finished, since its writer was killed, is cut off when the file is opened.
    """

    def __init__(self, path: Path, *, fresh: bool) -> None:
        """Opens, or makes, the file; `fresh` empties it. Raises OSError, `Locked` if it is in use."""
        self._path = path
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666)
        try:
            _lock(self._fd)
            self._size = 0 if fresh else self._whole()
            os.ftruncate(self._fd, self._size)
        except BaseException:
            os.close(self._fd)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.close(self._fd)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The lines that are there; raises ValueError, with the number of the line, for one that is no JSON object."""
        with self._path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                try:
                    value = json.loads(line)
                except ValueError as error:
                    raise ValueError(f"{self._path}:{number}: {error}") from error
                if not isinstance(value, dict):
                    raise ValueError(f"{self._path}:{number}: not a JSON object")
                yield value

    @property
    def empty(self) -> bool:
        """Whether there is no line."""
        return self._size == 0

    def append(self, value: Mapping[str, Any]) -> None:
        """Adds a line as a whole, or raises OSError and leaves the file as it was."""
        data = dumps(value)
        written = 0
        try:
            while written < len(data):
                written += os.write(self._fd, data[written:])
        except OSError:
            os.ftruncate(self._fd, self._size)
            raise
        self._size += written

    def _whole(self) -> int:
        """The length of the file up to the end of its last whole line."""
        end = os.fstat(self._fd).st_size
        with self._path.open("rb") as stream:
            while end > 0:
                start = max(0, end - _BLOCK)
                stream.seek(start)
                at = stream.read(end - start).rfind(b"\n")
                if at >= 0:
                    return start + at + 1
                end = start
        return 0


def dumps(value: Mapping[str, Any]) -> bytes:
    """A value as a line of JSON in UTF-8; names that are no Unicode, which POSIX allows, as escapes."""
    try:
        return (json.dumps(value, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:
        return (json.dumps(value) + "\n").encode()


def _lock(fd: int) -> None:
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Locked(error.errno, error.strerror) from error

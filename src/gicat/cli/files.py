"""Files in and out: inputs by path or standard input, outputs that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from gicat.errors import OutputError, UsageError

if TYPE_CHECKING:
    from gicat.cli.console import Console
    from gicat.parsers.base import Source

STANDARD = "-"


def read_source(name: str, console: Console) -> Source:
    """A file's name and bytes.

    Raises:
        UsageError: if it is missing, a directory, or cannot be opened; the text begins with the name.
    """
    from gicat.parsers.base import Source

    if name == STANDARD:
        return Source(STANDARD, sys.stdin.buffer.read())
    path = Path(name)
    try:
        return Source(path.name, path.read_bytes())
    except FileNotFoundError:
        why = console.text("missing")
    except IsADirectoryError:
        why = console.text("directory")
    except OSError as error:
        why = console.text("directory" if os.path.isdir(name) else "unopened", why=error.strerror)  # noqa: PTH112 - never raises
    raise UsageError(f"{name}: {why}")


class Output:
    """Where data goes: a temporary file beside the wanted one, or standard output."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self.used = False

    def write(self, text: str) -> None:
        """Writes text as UTF-8, whatever the console's encoding is.

        Raises:
            OutputError: if there is no room or the like. A reader who closed the pipe is no error.
        """
        self.used = True
        self._try(lambda stream: stream.write(text.encode("utf-8", "replace")))

    def finish(self) -> None:
        """Writes what is still in the buffer; raises as `write`."""
        self._try(lambda stream: stream.flush())

    def _try(self, work: Callable[[BinaryIO], object]) -> None:
        try:
            work(self._stream)
        except BrokenPipeError:
            self._stream = open(os.devnull, "wb")  # noqa: SIM115, PTH123 - lives as long as the process
        except OSError as error:
            raise OutputError(f"{self._name}: {error.strerror}") from error


@contextmanager
def open_output(name: str | None, inputs: Sequence[str], console: Console) -> Iterator[Output]:
    """The output of a command, opened before any work; an existing file is replaced when all is written.

    Raises:
        OutputError: if it cannot be written.
        UsageError: if it is one of the inputs.
    """
    if name in (None, STANDARD):
        output = Output(sys.stdout.buffer, "standard output")
        yield output
        output.finish()
        return
    target = Path(os.path.realpath(name))  # a symbolic link stays one
    if any(_same(target, given) for given in inputs):
        raise UsageError(f"{name}: {console.text('overwrites')}")
    try:
        stream, temporary = _create(target)
    except OSError as error:
        raise OutputError(f"{name}: {console.text('unwritable', why=error.strerror)}") from error
    try:
        with stream:
            output = Output(stream, name)
            yield output
            output.finish()
        if temporary and output.used:
            temporary.replace(target)
    except OSError as error:
        raise OutputError(f"{name}: {console.text('unwritable', why=error.strerror)}") from error
    finally:
        if temporary:
            with suppress(FileNotFoundError):
                temporary.unlink()


def _create(target: Path) -> tuple[BinaryIO, Path | None]:
    if target.exists() and not target.is_file():
        return target.open("wb"), None  # /dev/stdout, a named pipe; a directory raises
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:80]}.", suffix=".tmp")
    temporary = Path(name)
    temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
    return os.fdopen(handle, "wb"), temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _same(target: Path, given: str) -> bool:
    return given != STANDARD and target.exists() and Path(given).exists() and target.samefile(given)

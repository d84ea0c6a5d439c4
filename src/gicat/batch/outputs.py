"""The folder of results: each file appears whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import shutil
from contextlib import suppress
from pathlib import Path

SCRATCH = ".gicat"
"""A folder in the output folder for what is not finished; gone at the end of a run."""

_RESULT = "result"

OF_ONE_FILE = frozenset({
    errno.ENAMETOOLONG, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY,
    errno.EINVAL, errno.EILSEQ, errno.EFBIG,
})  # fmt: skip
"""What may be wrong with the place of one result; anything else, such as a full disk, is wrong with all."""


class Outputs:
    """An output folder that exists, open for one run; all methods raise OSError."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.scratch = folder / SCRATCH
        self.scratch.mkdir(exist_ok=True)
        self._made: Path | None = None

    def write(self, name: str, data: bytes) -> str:
        """Writes a result, over what was there; gives its SHA-256."""
        target = self.folder / name
        temporary = self.scratch / _RESULT  # one at a time, so that a killed run leaves one at most
        temporary.write_bytes(data)
        if target.parent != self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made = target.parent
        temporary.replace(target)
        return hashlib.sha256(data).hexdigest()

    def read(self, name: str) -> bytes | None:
        """A result, None where there is none."""
        try:
            return (self.folder / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def remove(self, name: str) -> None:
        """Takes a result away, if there is one."""
        target = self.folder / name
        if target.is_file() or target.is_symlink():
            target.unlink()

    def tidy(self, *, finished: bool) -> None:
        """Takes away what is not finished; what the next run can use is kept unless this one is `finished`."""
        if finished:
            shutil.rmtree(self.scratch, ignore_errors=True)
            return
        (self.scratch / _RESULT).unlink(missing_ok=True)
        with suppress(OSError):  # not empty
            self.scratch.rmdir()

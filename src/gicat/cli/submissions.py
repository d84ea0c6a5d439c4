"""The files that paths stand for, and what reports call them."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gicat.batch.walk import known_suffixes, walk
from gicat.cli.files import STANDARD
from gicat.config import NAMES
from gicat.errors import UsageError
from gicat.writers.terminal import shown

if TYPE_CHECKING:
    from gicat.cli.console import Console

_BASELINE = re.compile(rb'\s*\{\s*"gicat_baseline"')
_HEAD = 4096
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Submission:
    """A file to check.

    Attributes:
        name: to open it by; `-` is standard input.
        path: for reports: with forward slashes, relative to the root of the repository, else as given.
    """

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """What paths stand for.

    Attributes:
        submissions: the files to check, each once, in order.
        left_out: what else is in the folders, neither hidden nor excluded, as reports call it.
    """

    submissions: tuple[Submission, ...]
    left_out: tuple[str, ...] = ()


def gather(names: Sequence[str], exclude: Sequence[str], console: Console) -> Gathered:
    """The files that paths stand for, each once: a file as it is, a folder with everything in it, sorted.

    In folders those files count whose suffix is one that gicat reads or refuses with advice, or that of a table;
    hidden ones, gicat's settings, and those of a pattern in `exclude` do not. What else is left out, a baseline
    included, is in the answer, and one line on standard error names it.

    Raises:
        UsageError: for a path that does not exist, and for a folder without such files.
    """
    root = repository(Path.cwd())
    found: dict[str, Submission] = {}
    left_out: list[Path] = []
    for name in names:
        if name == STANDARD:
            if STANDARD in found:
                raise UsageError(console.text("twice"))
            found[STANDARD] = Submission(STANDARD, STANDARD)
        elif os.path.isdir(name):  # noqa: PTH112 - never raises
            inside = _Inside.of(Path(name))
            if not inside.submissions:
                raise UsageError(f"{name}: {console.text('no-files')}")
            for path in inside.submissions:
                one = Submission(str(path), _reported(path, root))
                if not _excluded(one.path, exclude):
                    found.setdefault(os.path.realpath(path), one)
            left_out += [path for path in inside.others if not _excluded(_reported(path, root), exclude)]
        elif os.path.lexists(name):
            found.setdefault(os.path.realpath(name), Submission(name, _reported(Path(name), root)))
        else:
            raise UsageError(f"{name}: {console.text('missing')}")
    if not found:
        raise UsageError(console.text("no-input"))
    unchecked = [_reported(path, root) for path in left_out if os.path.realpath(path) not in found]
    _tell(console, unchecked)
    return Gathered(tuple(found.values()), tuple(dict.fromkeys(unchecked)))


def nearest_folder(names: Sequence[str]) -> Path:
    """The folder that all paths have in common, from which settings are looked for; the working folder for `-`."""
    paths = [Path(os.path.abspath(name)) for name in names if name != STANDARD]  # noqa: PTH100 - links stay
    folders = [str(path if os.path.isdir(path) else path.parent) for path in paths]  # noqa: PTH112 - never raises
    return Path(os.path.commonpath(folders)) if folders else Path.cwd()


@dataclass(frozen=True, slots=True)
class _Inside:
    """What is in a folder: what may be a submission, and what is not but is not hidden either."""

    submissions: list[Path]
    others: list[Path]

    @classmethod
    def of(cls, folder: Path) -> _Inside:
        """A folder and the folders in it, sorted; those behind a symbolic link or not to be opened are `others`."""
        inside, suffixes = cls([], []), known_suffixes()
        for found in walk(folder):
            path = found.path
            if found.kind == "file" and path.suffix.lower() in suffixes and not _is_baseline(path):
                inside.submissions.append(path)
            elif path.name not in NAMES:
                inside.others.append(path)
        return inside


def _tell(console: Console, paths: Sequence[str]) -> None:
    """Names what is left out, so that nobody takes it for checked."""
    if paths and console.verbosity >= 0:
        names = [shown(path) for path in dict.fromkeys(paths)]
        more = ", …" if len(names) > _NAMED else ""
        console.say(console.text("left-out", count=len(names), names=", ".join(names[:_NAMED]) + more))


def _is_baseline(path: Path) -> bool:
    """Whether a file is a baseline that gicat wrote; what cannot be opened is reported as a submission."""
    if path.suffix.lower() != ".json":
        return False
    try:
        with path.open("rb") as stream:
            return bool(_BASELINE.match(stream.read(_HEAD)))
    except OSError:
        return False


def _excluded(path: str, patterns: Sequence[str]) -> bool:
    from gicat.rules.selection import matches

    return any(matches(path, pattern) for pattern in patterns)


def reported(name: str) -> str:
    """What reports call a file, and patterns in settings are compared with."""
    return name if name == STANDARD else _reported(Path(name), repository(Path.cwd()))


def repository(folder: Path) -> Path:
    """The root of the repository that a folder is in, else the folder."""
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), folder)


def _reported(path: Path, root: Path) -> str:
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a symbolic link is reported where it stands
    return (whole.relative_to(root) if whole.is_relative_to(root) else path).as_posix()

"""The files that paths stand for, and what reports call them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gicat.cli.files import STANDARD
from gicat.errors import UsageError

if TYPE_CHECKING:
    from gicat.cli.console import Console

_HIDDEN = (".", "~$")  # the second begins the lock files of Word
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Submission:
    """A file to check.

    Attributes:
        name: to open it by; `-` is standard input.
        path: for reports: with forward slashes, relative to the root of the repository, else as given.
    """

    name: str
    path: str


def gather(names: Sequence[str], exclude: Sequence[str], console: Console) -> list[Submission]:
    """The files that paths stand for, each once: a file as it is, a folder with everything in it, sorted.

    In folders those files count whose suffix is one that gicat reads or refuses with advice, and JSON that gicat
    wrote; hidden ones and those of a pattern in `exclude` do not.

    Raises:
        UsageError: for a path that does not exist, and for a folder without such files.
    """
    root = _root(Path.cwd())
    found: dict[str, Submission] = {}
    for name in names:
        if name == STANDARD:
            if STANDARD in found:
                raise UsageError(console.text("twice"))
            found[STANDARD] = Submission(STANDARD, STANDARD)
        elif os.path.isdir(name):  # noqa: PTH112 - never raises
            inside = [*_inside(Path(name))]
            if not inside:
                raise UsageError(f"{name}: {console.text('no-files')}")
            for path in inside:
                one = Submission(str(path), _reported(path, root))
                if not _excluded(one.path, exclude):
                    found.setdefault(os.path.realpath(path), one)
        elif os.path.lexists(name):
            found.setdefault(os.path.realpath(name), Submission(name, _reported(Path(name), root)))
        else:
            raise UsageError(f"{name}: {console.text('missing')}")
    if not found:
        raise UsageError(console.text("no-input"))
    return list(found.values())


def nearest_folder(names: Sequence[str]) -> Path:
    """The folder that all paths have in common, from which settings are looked for; the working folder for `-`."""
    paths = [Path(os.path.abspath(name)) for name in names if name != STANDARD]  # noqa: PTH100 - links stay
    folders = [str(path if path.is_dir() else path.parent) for path in paths]
    return Path(os.path.commonpath(folders)) if folders else Path.cwd()


def _inside(folder: Path) -> Iterator[Path]:
    suffixes = _suffixes()
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_HIDDEN))
        for name in sorted(files):
            path = Path(place, name)
            suffix = path.suffix.lower()
            if not name.startswith(_HIDDEN) and (suffix in suffixes or (suffix == ".json" and _is_own(path))):
                yield path


def _suffixes() -> frozenset[str]:
    """Suffixes of what may be a submission; one in a format that gicat refuses must not pass unseen."""
    from gicat.parsers.formats import plugins
    from gicat.parsers.known import UNREADABLE
    from gicat.parsers.registry import FORMATS

    refused = {suffix for name, known in UNREADABLE.items() if name != "json" for suffix in known.suffixes}
    return frozenset(refused | {suffix for known in (*FORMATS, *plugins()) for suffix in known.suffixes})


def _is_own(path: Path) -> bool:
    """Whether JSON is gicat's; what cannot be opened may be, and is reported."""
    from gicat.parsers.signatures import signature

    try:
        with path.open("rb") as stream:
            return signature(stream.read(_HEAD)) == "gicat"
    except OSError:
        return True


def _excluded(path: str, patterns: Sequence[str]) -> bool:
    from gicat.rules.selection import matches

    return any(matches(path, pattern) for pattern in patterns)


def _root(folder: Path) -> Path:
    """The root of the repository that a folder is in, else the folder."""
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), folder)


def _reported(path: Path, root: Path) -> str:
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a symbolic link is reported where it stands
    return (whole.relative_to(root) if whole.is_relative_to(root) else path).as_posix()

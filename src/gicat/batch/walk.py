"""What is in a folder, in an order that is always the same: shared by all commands that take folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

HIDDEN = (".", "~$")
"""How names begin that nobody means when naming a folder; the second are the lock files of Word."""

TABLES = frozenset({".csv", ".tsv", ".tab", ".xlsb", ".numbers", ".pages"})
"""Suffixes of tables that no reader knows, and that must not pass unseen."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something in a folder.

    Attributes:
        path: beginning with the folder that was walked.
        kind: a file (or a broken link, which will say so when opened), a link to a folder (not followed, so that
            circles do no harm), something special (a pipe, a device), or what cannot be looked into.
        reason: why it cannot, as the system says it.
    """

    path: Path
    kind: Literal["file", "link", "special", "closed"]
    reason: str | None = None


def walk(folder: Path) -> Iterator[Found]:
    """Everything in a folder and the folders in it that is not hidden: by name, files before folders."""
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                inside = sorted((e for e in entries if not e.name.startswith(HIDDEN)), key=lambda e: e.name)
        except OSError as error:
            yield Found(place, "closed", error.strerror)
            continue
        folders = []
        for entry in inside:
            if entry.is_dir(follow_symlinks=False):
                folders.append(place / entry.name)
            else:
                yield Found(place / entry.name, _kind(entry))
        waiting += reversed(folders)


def _kind(entry: os.DirEntry[str]) -> Literal["file", "link", "special"]:
    try:
        if entry.is_dir():
            return "link"
        return "file" if entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path)) else "special"  # noqa: PTH110
    except OSError:  # a link that leads to itself
        return "file"


def known_suffixes() -> frozenset[str]:
    """Suffixes of what may be a catalogue: what gicat reads, what it refuses with advice, and tables."""
    from gicat.parsers.formats import plugins
    from gicat.parsers.known import UNREADABLE
    from gicat.parsers.registry import FORMATS

    refused = {suffix for known in UNREADABLE.values() for suffix in known.suffixes}
    return frozenset(refused | TABLES | {suffix for known in (*FORMATS, *plugins()) for suffix in known.suffixes})

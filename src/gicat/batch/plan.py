"""What a batch reads, in which order, and where each result goes; nothing is opened but folders and archives."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from gicat.batch.archives import Member, members
from gicat.batch.walk import known_suffixes, walk
from gicat.config import NAMES
from gicat.diagnostics import Phrase
from gicat.rules.selection import matches

_RESULTS = frozenset({".json", ".jsonl"})
"""Suffixes of what gicat writes: in a folder of sources they are results, not sources."""

LINK = Phrase("a symbolic link to a folder is not followed", "指向文件夹的符号链接，未跟随")
SPECIAL = Phrase("not a regular file", "不是普通文件")
FOREIGN = Phrase("its suffix is none that gicat reads; --include takes it", "扩展名不在可读范围内；可用 --include 指定")
ESCAPES = Phrase("its name leads out of the archive", "其名称指向压缩包之外")
IMPOSSIBLE = Phrase("its name has a NUL character", "其名称含空字符")


@dataclass(frozen=True, slots=True)
class Entry:
    """An input.

    Attributes:
        path: to open it, or its archive, by; absolute.
        name: where it stands in the plan, with forward slashes: below the folder that was given, or below that
            folder's name if several were given; a file in an archive stands below the archive's name.
        member: what it is in its archive.
        problem: why it can be told without opening it that it fails.
    """

    path: str
    name: str
    member: Member | None = None
    problem: Phrase | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in a folder that is not read, and why; not for what is hidden or excluded."""

    name: str
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Choice:
    """Patterns of names; see `gicat.rules.selection.matches`.

    Attributes:
        include: only what fits one of them; a file that fits one by its own name is taken whatever its suffix is.
        exclude: nothing that fits one of them.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """What a batch reads, and what not.

    Attributes:
        suffix: of results, added to the names of inputs.
        entries: in the order of the arguments, in folders by name, files before folders.
    """

    suffix: str
    entries: list[Entry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def output(self, entry: Entry) -> str:
        """Where the result goes, below the output folder."""
        return entry.name + self.suffix

    def collisions(self, taken: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
        """Pairs of inputs whose results cannot both be written; `taken` are names that are no results."""
        by_output: dict[str, str] = {name: name for name in taken}
        folders: set[str] = set()
        for entry in self.entries:
            if entry.problem is None:
                output = self.output(entry)
                if output in by_output:
                    yield by_output[output], entry.name
                else:
                    by_output[output] = entry.name
        for output, name in by_output.items():
            folder = output.rpartition("/")[0]
            while folder and folder not in folders:  # every folder once
                folders.add(folder)
                if folder in by_output:
                    yield by_output[folder], name
                folder = folder.rpartition("/")[0]


def make_plan(names: Sequence[str], suffix: str, choice: Choice) -> Plan:
    """The plan for folders, archives and files, all of which exist. One that is named twice is read once."""
    planner = _Planner(Plan(suffix), choice)
    for name in names:
        path = Path(os.path.abspath(name))  # noqa: PTH100 - links stay
        below = f"{path.name}/" if len(names) > 1 else ""
        if path.is_dir():
            planner.folder(path, below)
        elif (inside := members(path)) is not None:
            planner.archive(path, below, inside)
        else:
            planner.add(Entry(str(path), path.name))
    return planner.plan


@dataclass(slots=True)
class _Planner:
    plan: Plan
    choice: Choice
    suffixes: frozenset[str] = field(default_factory=lambda: known_suffixes() - _RESULTS)
    seen: set[tuple[str, int | None]] = field(default_factory=set)

    def folder(self, path: Path, below: str) -> None:
        for found in walk(path):
            name = below + found.path.relative_to(path).as_posix()
            if self._excluded(name):
                continue
            if found.kind == "closed":
                self.add(Entry(str(found.path), name, problem=Phrase(found.reason or "", found.reason or "")))
            elif found.kind == "file" and (inside := members(found.path)) is not None:
                self.archive(found.path, f"{name}/", inside)  # patterns choose among the files in it
            elif not self._included(name):
                continue
            elif found.kind != "file":
                self.plan.left_out.append(LeftOut(name, LINK if found.kind == "link" else SPECIAL))
            else:
                self._file(Entry(str(found.path), name))

    def archive(self, path: Path, below: str, inside: Sequence[Member]) -> None:
        for member in inside:
            name = below + member.name
            if self._included(name) and not self._excluded(name):
                problem = IMPOSSIBLE if member.impossible() else ESCAPES if member.escapes() else None
                self._file(Entry(str(path), name, member, problem))

    def add(self, entry: Entry) -> None:
        key = entry.path, entry.member.index if entry.member else None
        if key not in self.seen:
            self.seen.add(key)
            self.plan.entries.append(entry)

    def _file(self, entry: Entry) -> None:
        path = PurePosixPath(entry.name)
        if path.suffix.lower() in self.suffixes or self._own_name(path):
            self.add(entry)
        elif path.name not in NAMES:
            self.plan.left_out.append(LeftOut(entry.name, FOREIGN))

    def _included(self, name: str) -> bool:
        low = name.lower()  # *.pdf means A.PDF too; what --exclude keeps out is taken at its word
        return not self.choice.include or any(matches(low, pattern.lower()) for pattern in self.choice.include)

    def _own_name(self, path: PurePosixPath) -> bool:
        low = PurePosixPath(path.as_posix().lower())
        return any(low.match(pattern.lower()) for pattern in self.choice.include)

    def _excluded(self, name: str) -> bool:
        return any(matches(name, pattern) for pattern in self.choice.exclude)

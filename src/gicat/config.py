"""Settings of a project: `gicat.toml`, or `[tool.gicat]` in pyproject.toml, found by walking up."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from gicat.errors import UsageError
from gicat.lexicon.extension import Extension, ExtensionError, extension

NAMES = ("gicat.toml", ".gicat.toml", "pyproject.toml")
_PYPROJECT = "pyproject.toml"

Check = tuple[str, type | tuple[type, ...]]
KEYS: Mapping[str, Check] = {
    "select": ("a list of texts", list),
    "ignore": ("a list of texts", list),
    "extend-select": ("a list of texts", list),
    "exclude": ("a list of texts", list),
    "per-file-ignores": ("a table of pattern = [codes]", dict),
    "fail-on": ("a text", str),
    "exit-zero": ("true or false", bool),
    "baseline": ("a text", str),
    "profile": ("a table of issuer, level, family and area-code", dict),
    "lexicon": ("a table of headers, options and organisations", dict),
    "facts": ("a table of patterns, each a table of issuer, level, family and topics", dict),
    "rules": ("a table of rule codes, each a table of its options", dict),
}
"""Keys and what they hold."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one file.

    Attributes:
        path: the file; None for no file, where everything has its default.
        values: keys of `KEYS` to values of their type, as written.
        inside: where in the file the keys stand: () or ("tool", "gicat").
        text: the file, to find lines in.
    """

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    inside: tuple[str, ...] = ()
    text: str = ""

    def extension(self) -> Extension | None:
        """The vocabulary that `[lexicon]` adds to gicat's, for `pipeline.Options.lexicon`; None where it adds none."""
        return extension(self.values["lexicon"]) if self.values.get("lexicon") else None

    def mistake(self, keys: tuple[str, ...], why: str) -> UsageError:
        """The error that names file, line and key."""
        line = line_of(self.text, (*self.inside, *keys))
        return UsageError(f"{self.path}:{line}: {'.'.join(keys or self.inside)}: {why}")


def discover(folder: Path) -> Path | None:
    """The nearest file of settings in a folder or above it; a pyproject.toml without [tool.gicat] is passed by."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            path = place / name
            if os.path.isfile(path) and (name != _PYPROJECT or _concerned(path)):  # noqa: PTH113 - never raises
                return path
    return None


def _concerned(path: Path) -> bool:
    """Whether a pyproject.toml has settings of gicat; one that is damaged is read, and refused, only if it seems so."""
    return bool(re.search(r"(?m)^\s*\[+\s*tool\s*\.\s*\"?gicat\"?\s*[\].]", path.read_text("utf-8", errors="replace")))


def load(path: Path) -> Config:
    """The settings of a file.

    Raises:
        UsageError: for a file that cannot be read, is not TOML, or has a key or value gicat does not know; the
            text names file, line and key.
    """
    try:
        text = path.read_text("utf-8-sig")
        values = tomllib.loads(text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}:{line}: is not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+), column \d+\)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        raise UsageError(f"{path}:{line}: not valid TOML: {error}{_unquoted(text, line)}") from error
    inside: tuple[str, ...] = ("tool", "gicat") if path.name == _PYPROJECT else ()
    for name in inside:
        values = values.get(name, {})
    config = Config(path, values, inside, text)
    if not isinstance(values, dict):
        raise config.mistake((), "must be a table")
    _check(config)
    return config


def _unquoted(text: str, line: int) -> str:
    """What to do about a key of Chinese words without quotes, which TOML does not take."""
    written = "".join(text.splitlines()[line - 1 : line])
    bare = re.match(r"[^#=]*[^\x00-\x7f#=][^#=]*[=\]]", re.sub(r"\"[^\"]*\"|'[^']*'", "", written))
    return "; put keys that are not plain ASCII in quotes" if bare else ""


def _check(config: Config) -> None:
    for key, value in config.values.items():
        if key not in KEYS:
            close = get_close_matches(key, KEYS, n=1)
            hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(KEYS)}"
            raise config.mistake((key,), f"no such setting; {hint}")
        what, kind = KEYS[key]
        if not isinstance(value, kind) or (isinstance(value, list) and not _texts(value)):
            raise config.mistake((key,), f"must be {what}")
    try:
        config.extension()
    except ExtensionError as error:
        raise config.mistake(("lexicon", *error.keys), error.why) from error
    for key, (what, fits) in _INSIDE.items():
        for name, value in config.values.get(key, {}).items():
            if not fits(value):
                raise config.mistake((key, name), f"must be {what}")


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


_INSIDE: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "per-file-ignores": ("a list of texts", _texts),
    "profile": ("a text", lambda value: isinstance(value, str)),
    "facts": ("a table of issuer, level, family and topics", lambda value: isinstance(value, dict)),
    "rules": ("a table of options", lambda value: isinstance(value, dict)),
}
"""What the tables among `KEYS` hold."""


def line_of(text: str, keys: tuple[str, ...]) -> int:
    """The line, from 1, that a key of a valid TOML text stands on; that of the longest part of it that has a line."""
    best, line = 0, 1
    table: tuple[str, ...] = ()
    for number, written in enumerate(text.splitlines(), 1):
        head = re.match(r"\s*\[+([^\[\]]+)\]+\s*(#.*)?$", written)
        name = head[1] if head else written.partition("=")[0]
        here = _path(name)
        if here is None or (not head and "=" not in written):
            continue
        full = here if head else (*table, *here)
        table = here if head else table
        if len(full) > best and full == keys[: len(full)]:
            best, line = len(full), number
    return line


def _path(name: str) -> tuple[str, ...] | None:
    """A dotted key as its parts; None for what is no key."""
    try:
        value: Any = tomllib.loads(f"{name.strip()} = 0")
    except tomllib.TOMLDecodeError:
        return None
    parts: list[str] = []
    while isinstance(value, dict) and value:
        ((part, value),) = value.items()
        parts.append(part)
    return tuple(parts) or None

"""Vocabulary of a project's own beside gicat's: header labels, options of codelists, names of organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from gicat.text import key, squeeze

ROLES = (
    "number", "categories", "name", "content", "legal_basis", "publishers", "responsible_units", "deadline", "channels",
    "forms", "audiences", "access_modes", "levels", "contacts", "extra",
)  # fmt: skip
"""What a column may feed: the fields of an item; `extra` is known, but without a field."""
CODELISTS = ("channels", "forms", "audiences", "access_modes", "levels")
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_KEYS = ("headers", "options", "organisations")
_SHORTEST_NAME = 2


class ExtensionError(ValueError):
    """A vocabulary that cannot be used.

    Attributes:
        keys: where in its table the mistake stands.
        why: what is wrong, one line.
    """

    def __init__(self, keys: tuple[str, ...], why: str) -> None:
        super().__init__(f"{'.'.join(keys)}: {why}")
        self.keys, self.why = keys, why


@dataclass(frozen=True, slots=True)
class Extension:
    """Words that count beside gicat's own, and before them where both know a word.

    It can be hashed and pickled: it travels in `pipeline.Options` to wherever a file is read.

    Attributes:
        headers: label of a column, and the field it feeds, one of `ROLES`.
        options: codelist, label and code; the code may be a new one.
        organisations: names, or what names end in.
    """

    headers: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, str, str], ...] = ()
    organisations: tuple[str, ...] = ()


def extension(table: Mapping[str, Any]) -> Extension:
    """The extension that a table as in gicat.toml describes: `headers` (field = labels), `options` (codelist, then
    code = labels) and `organisations` (names).

    Raises:
        ExtensionError: for a key, a value or a word that makes no sense, or that stands in two places.
    """
    for name in table:
        _one_of(name, _KEYS, (name,))
    headers = tuple((label, field) for field, label in _labelled(table.get("headers", {}), ("headers",), ROLES))
    lists = _table(table.get("options", {}), ("options",))
    options: list[tuple[str, str, str]] = []
    for field, codes in lists.items():
        _one_of(field, CODELISTS, ("options", field))
        options += [(field, label, code) for code, label in _labelled(codes, ("options", field))]
    names = tuple(map(squeeze, _texts(table.get("organisations", []), ("organisations",))))
    for name in names:
        if len(name) < _SHORTEST_NAME:
            raise ExtensionError(("organisations",), f"{name!r} is too short for a name or the end of one")
    return Extension(headers, tuple(options), names)


def _labelled(value: object, keys: tuple[str, ...], known: tuple[str, ...] | None = None) -> Iterator[tuple[str, str]]:
    """Name and label of every label in a table of name = [labels]; no label stands under two names."""
    seen: dict[str, str] = {}
    for name, labels in _table(value, keys).items():
        if known:
            _one_of(name, known, (*keys, name))
        elif not _CODE.fullmatch(name):
            raise ExtensionError((*keys, name), "a code is made of a-z, 0-9 and _, and begins with a letter")
        for label in _texts(labels, (*keys, name)):
            if seen.setdefault(key(label), name) != name:
                raise ExtensionError((*keys, name), f"{label!r} stands under {seen[key(label)]} too")
            yield name, label


def _table(value: object, keys: tuple[str, ...]) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ExtensionError(keys, "must be a table")
    return value


def _texts(value: object, keys: tuple[str, ...]) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ExtensionError(keys, "must be a list of texts")
    if not all(map(key, value)):
        raise ExtensionError(keys, "has a text without any letter")
    return value


def _one_of(name: str, known: tuple[str, ...], keys: tuple[str, ...]) -> None:
    if name not in known:
        close = get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"
        raise ExtensionError(keys, f"no such key; {hint}")

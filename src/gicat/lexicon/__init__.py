"""The field's vocabulary as data, and its one loader.

Three TOML files beside this one: `headers` (labels of columns), `options` (codelists), `organisations`
(what names are made of). Everything is looked up by `gicat.text.key`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from gicat.text import key

OPTION_FIELDS = ("channels", "forms", "audiences", "access_modes", "levels")


@dataclass(frozen=True, slots=True)
class Header:
    """What a column's label means.

    Attributes:
        role: a field of an item, or "level", "skip", "extra", "contact_units".
        rank: for levels, how far inside the hierarchy.
        senses: fields among which the values decide; empty where the label has one meaning.
        weak: whether it gives way to another column of the same role.
    """

    role: str
    rank: int = 0
    senses: tuple[str, ...] = ()
    weak: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The loaded vocabulary.

    Attributes:
        headers: label key to meaning, for group and single-row headers.
        leaves: label key to field, for the leaves under a group (全社会, 主动, 县级 …).
        options: field to label key to code.
        organisations: the lists of organisations.toml.
    """

    headers: Mapping[str, Header]
    leaves: Mapping[str, str]
    options: Mapping[str, Mapping[str, str]]
    organisations: Mapping[str, tuple[str, ...]]

    @cached_property
    def option_keys(self) -> frozenset[str]:
        """The keys of every label of every codelist."""
        return frozenset(label for labels in self.options.values() for label in labels)

    @cached_property
    def longest_option(self) -> int:
        """Length of the longest label key in a codelist."""
        return max(map(len, self.option_keys))

    def code(self, field: str, label: str) -> str | None:
        """The code of a label in the codelist of a field, or None."""
        return self.options[field].get(key(label))


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The vocabulary that comes with gicat; read once."""
    headers = _toml("headers")
    meanings: dict[str, Header] = {}
    for entry in headers["header"]:
        header = Header(entry["role"], entry.get("rank", 0), tuple(entry.get("senses", ())), entry.get("weak", False))
        meanings |= {key(label): header for label in entry["labels"]}
    leaves = {key(label): entry["role"] for entry in headers["leaf"] for label in entry["labels"]}
    options = {
        field: {key(label): code for code, labels in codes.items() for label in labels}
        for field, codes in _toml("options").items()
    }
    return Lexicon(
        headers=meanings,
        leaves=leaves,
        options=options,
        organisations={name: tuple(words) for name, words in _toml("organisations").items()},
    )


@lru_cache(maxsize=8)
def vocabulary(name: str) -> Mapping[str, Any]:
    """Another TOML file beside this one, by its name without the suffix, e.g. "obsolete"; read once."""
    return _toml(name)

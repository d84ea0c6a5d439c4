"""The loader of issuers.toml: kinds and levels of the bodies that issue catalogues, by how their names end."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gicat.text import key


@dataclass(frozen=True, slots=True)
class Issuers:
    """The loaded words; every ending is a key.

    Attributes:
        kinds: ending of a body's name to its kind; the longest that fits decides.
        levels: ending of an area's name to the level of its government.
        municipalities: names of cities whose government is that of a province.
        national: how the names of bodies of the whole state begin.
        zones: endings of areas that exist at every level.
        no_levels: beginnings of names that look like the short word for a level, and are none.
    """

    kinds: Mapping[str, str]
    levels: Mapping[str, str]
    municipalities: tuple[str, ...]
    national: tuple[str, ...]
    zones: tuple[str, ...]
    no_levels: tuple[str, ...]


@lru_cache(maxsize=1)
def issuers() -> Issuers:
    """The words that come with gicat; read once."""
    data = tomllib.loads(Path(__file__).with_name("issuers.toml").read_text(encoding="utf-8"))
    return Issuers(
        kinds={key(ending): entry["code"] for entry in data["kind"] for ending in entry["endings"]},
        levels={key(ending): entry["code"] for entry in data["level"] for ending in entry["endings"]},
        **{name: tuple(map(key, words)) for name, words in data["words"].items()},
    )


def longest_ending(name: str, endings: Mapping[str, str]) -> tuple[str, str] | None:
    """The longest of some endings that a key has, and what it stands for."""
    for start in range(len(name)):
        if name[start:] in endings:
            return name[start:], endings[name[start:]]
    return None

"""The field's vocabulary as data, and its one loader.

Three TOML files beside this one: `headers` (labels of columns), `options` (codelists), `organisations`
(what names are made of). Everything is looked up by `gicat.text.key`. A project's own words come on top of them for as
long as `using` says, in the thread that says so.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from gicat.lexicon.extension import CODELISTS, Extension
from gicat.text import key

P = ParamSpec("P")
T = TypeVar("T")

OPTION_FIELDS = CODELISTS
_TICKED = frozenset({"audiences", "access_modes", "levels"})
"""Codelists whose options head columns of their own."""


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
        organisations: the lists of organisations.toml, and `own`, the names that an extension adds.
        memory: function to the memory of its answers under this vocabulary, see `remembered`.
    """

    headers: Mapping[str, Header]
    leaves: Mapping[str, str]
    options: Mapping[str, Mapping[str, str]]
    organisations: Mapping[str, tuple[str, ...]]
    memory: dict[Callable[..., Any], Callable[..., Any]] = field(default_factory=dict, repr=False, compare=False)

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


_IN_USE: ContextVar[Lexicon | None] = ContextVar("lexicon", default=None)


def lexicon() -> Lexicon:
    """The vocabulary in use: that of gicat, or what `using` makes of it."""
    return _IN_USE.get() or _gicats()


@contextmanager
def using(extension: Extension | None) -> Iterator[None]:
    """Within it, and in no other thread, `lexicon` knows the words of an extension too; of no other with None."""
    token = _IN_USE.set(_extended(extension) if extension else None)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def remembered(maxsize: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """`functools.lru_cache` for functions that ask the lexicon: what they answer under one is not kept for another."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        usual = cast(Callable[P, T], lru_cache(maxsize=maxsize)(function))

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            other = _IN_USE.get()
            if other is None:
                return usual(*args, **kwargs)
            if function not in other.memory:
                other.memory[function] = lru_cache(maxsize=maxsize)(function)
            answer: T = other.memory[function](*args, **kwargs)
            return answer

        return call

    return decorate


@lru_cache(maxsize=4)
def _extended(extension: Extension) -> Lexicon:
    """The vocabulary of gicat and an extension; where both know a word, the extension's meaning counts."""
    known = _gicats()
    headers = {key(label): _meaning(role) for label, role in extension.headers}
    leaves = {key(label): name for name, label, _ in extension.options if name in _TICKED}
    options = {
        name: {**labels, **{key(label): code for of, label, code in extension.options if of == name}}
        for name, labels in known.options.items()
    }
    names = extension.organisations
    organisations = {**known.organisations, "endings": (*known.organisations["endings"], *names), "own": names}
    return replace(
        known,
        headers={**known.headers, **headers},
        leaves={**known.leaves, **leaves},
        options=options,
        organisations=organisations,
        memory={},
    )


def _meaning(role: str) -> Header:
    """The header of a field as an extension names it: outer categories stand before all other levels, names last."""
    ranks = {"categories": 1, "name": 9}
    return Header("level", ranks[role]) if role in ranks else Header(role)


@lru_cache(maxsize=1)
def _gicats() -> Lexicon:
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

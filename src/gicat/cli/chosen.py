"""What options and settings say about rules, checked: codes, the profile, options of rules."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from gicat.cli.options import did_you_mean
from gicat.config import Config
from gicat.errors import UsageError
from gicat.rules.base import BatchRule, Rule
from gicat.rules.context import FAMILIES, ISSUERS, LEVELS, Profile
from gicat.rules.selection import ALL, Selection, checked_prefixes

TRAITS: Mapping[str, Sequence[str]] = {"issuer": ISSUERS, "family": FAMILIES, "level": LEVELS}
"""What may be said of a catalogue, and the words for it."""


@contextmanager
def blamed(on: Callable[[str], UsageError]) -> Iterator[None]:
    """Says in a usage error who is wrong: an option, or a line of a file."""
    try:
        yield
    except UsageError as error:
        raise on(str(error)) from error


def _on_option(name: str) -> Callable[[str], UsageError]:
    return lambda why: UsageError(f"{name}: {why}")


def on_key(config: Config, *keys: str) -> Callable[[str], UsageError]:
    """Says of a line of the file of settings what is wrong with it."""
    return lambda why: config.mistake(keys, why)


def selection(given: Mapping[str, Any], config: Config, known: Sequence[Rule | BatchRule]) -> Selection:
    """The codes to report; `known` are all rules.

    Raises:
        UsageError: for a code that does not exist, and for a selection of nothing.
    """
    names = {rule.name: rule.code for rule in known}
    codes = [rule.code for rule in known]

    def chosen(name: str) -> tuple[str, ...]:
        values = given[name.replace("-", "_")]
        with blamed(_on_option(f"--{name}") if values else on_key(config, name)):
            words = split(values) if values else config.values.get(name)
            if name == "select" and words is not None and not words:
                raise UsageError("it names no code; ALL selects every one.")
            return checked_prefixes(words or (), codes, names)

    selected = (chosen("select") or (ALL,)) + chosen("extend-select")
    return Selection(selected, chosen("ignore"), _per_file(given, config, codes, names))


def _per_file(
    given: Mapping[str, Any], config: Config, codes: Sequence[str], names: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    ignored: dict[str, tuple[str, ...]] = {}
    for pattern, words in config.values.get("per-file-ignores", {}).items():
        with blamed(on_key(config, "per-file-ignores", pattern)):
            ignored[pattern] = checked_prefixes(words, codes, names)
    for one in given["per_file_ignores"]:
        pattern, _, prefixes = one.rpartition(":")
        if not pattern:
            raise UsageError(f"--per-file-ignores: {one!r} is not of the form PATTERN:CODES")
        with blamed(_on_option("--per-file-ignores")):
            ignored[pattern] = (*ignored.get(pattern, ()), *checked_prefixes(split([prefixes]), codes, names))
    return ignored


def split(values: Iterable[str]) -> list[str]:
    """Words divided by commas, in one value or several."""
    return [word for value in values for word in (part.strip() for part in value.split(",")) if word]


def profile(words: Sequence[str], config: Config) -> Profile:
    """Whose catalogue it is, and of what family.

    Raises:
        UsageError: for a word that is neither, and for two options that contradict each other.
    """
    values: dict[str, str] = {}
    for name, value in config.values.get("profile", {}).items():
        with blamed(on_key(config, "profile", name)):
            values.update([_trait(f"{name}={value}")])
    chosen: dict[str, str] = {}
    for word in split(words):
        with blamed(_on_option("--profile")):
            name, value = _trait(word)
            if chosen.setdefault(name, value) != value:
                raise UsageError(f"{chosen[name]!r} and {value!r} contradict each other")
    return Profile(**values | chosen)  # type: ignore[arg-type]


def _trait(word: str) -> tuple[str, str]:
    """An attribute of the profile and its value: `government`, `family=standard`.

    A word without its attribute is an issuer's if it can be, then a family's, then a level's.
    """
    name, equals, value = word.partition("=")
    if not equals:
        name, value = next((trait for trait, words in TRAITS.items() if word in words), "issuer"), word
    possible: Mapping[str, Sequence[str]] = {**TRAITS, "area-code": ()}
    if name not in possible:
        raise UsageError(f"{name!r} is not one of {', '.join(possible)}.{did_you_mean(name, possible)}")
    words = possible[name] if equals else tuple(dict.fromkeys(word for words in TRAITS.values() for word in words))
    if words:
        one_of(value, words)
    if name == "area-code" and not re.fullmatch(r"0[0-9]{2,3}", value):
        raise UsageError(f"{value!r} is no area code; one is 0 and two or three digits, such as 0574")
    return name.replace("-", "_"), value


def one_of(value: str, words: Sequence[str]) -> None:
    """Nothing for one of some words.

    Raises:
        UsageError: for another one, with a suggestion.
    """
    if value not in words:
        raise UsageError(f"{value!r} is not one of {', '.join(words)}.{did_you_mean(value, words)}")


def options_of_rules(config: Config, known: Sequence[Rule | BatchRule]) -> Mapping[str, Mapping[str, object]]:
    """The options under `[rules.CODE]`.

    Raises:
        UsageError: for a rule or option that does not exist, or a value of another type than its default.
    """
    by_code = {rule.code: rule for rule in known}
    given: Mapping[str, Mapping[str, object]] = config.values.get("rules", {})
    for code, options in given.items():
        if code not in by_code:
            raise config.mistake(("rules", code), f"no such rule.{did_you_mean(code, by_code)}")
        defaults = by_code[code].options
        for name, value in options.items():
            if name not in defaults:
                hint = did_you_mean(name, defaults) or f" It has {', '.join(defaults) or 'none'}."
                raise config.mistake(("rules", code, name), f"no such option.{hint}")
            if not _alike(value, defaults[name]):
                sample = json.dumps(defaults[name], ensure_ascii=False)
                raise config.mistake(("rules", code, name), f"must be of the kind of {sample}")
    return given


def _alike(value: object, default: object) -> bool:
    """Whether a value is of the type of a default; TOML has no tuples, and no None."""
    if isinstance(value, bool) or isinstance(default, bool):
        return type(value) is type(default)
    kinds = (int | float, list | tuple, str, dict)
    return default is None or any(isinstance(value, kind) and isinstance(default, kind) for kind in kinds)

"""What `[facts]` in gicat.toml states of files, checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gicat.cli.chosen import TRAITS, blamed, on_key, one_of
from gicat.cli.options import did_you_mean
from gicat.config import Config
from gicat.errors import UsageError
from gicat.lexicon.topics import topics
from gicat.rules.context import Stated
from gicat.text import key


def facts(config: Config) -> tuple[Stated, ...]:
    """What `[facts]` states of the files of each pattern.

    Raises:
        UsageError: for a key or a word that gicat does not know; the text names file, line and key.
    """
    return tuple(_stated(config, pattern) for pattern in config.values.get("facts", {}))


def _stated(config: Config, pattern: str) -> Stated:
    known = (*TRAITS, "topics")
    given: Mapping[str, Any] = config.values["facts"][pattern]
    for name, value in given.items():
        with blamed(on_key(config, "facts", pattern, name)):
            if name not in known:
                raise UsageError(f"{name!r} is not one of {', '.join(known)}.{did_you_mean(name, known)}")
            if name == "topics":
                if not isinstance(value, dict):
                    raise UsageError("must be a table of item = [topics]")
            elif not isinstance(value, str):
                raise UsageError("must be a text")
            else:
                one_of(value, TRAITS[name])
    stated = {key(item): _topics(config, pattern, item, value) for item, value in given.get("topics", {}).items()}
    return Stated(pattern, topics=stated, **{name: value for name, value in given.items() if name != "topics"})


def _topics(config: Config, pattern: str, name: str, value: object) -> tuple[str, ...]:
    """The codes of an item's topics: one as a text, several as a list, none as an empty one."""
    codes = [value] if isinstance(value, str) else value
    with blamed(on_key(config, "facts", pattern, "topics", name)):
        if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
            raise UsageError("must be a text or a list of texts")
        for code in codes:
            one_of(code, tuple(topics().codes))
    return tuple(codes)

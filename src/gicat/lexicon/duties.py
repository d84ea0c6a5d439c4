"""The loader of duties.toml: what the law asks bodies of each kind and level to list."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_EVERYBODY_BUT = "other"


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that the catalogues of some bodies have to list.

    Attributes:
        code: how outputs call it, such as "20.7".
        article: of 条例.
        en, zh: what is asked; the Chinese in the words of the Article.
        item: of Art. 20; topics with this `art20` meet the duty.
        matter: of Art. 21; topics with this `art21` meet it.
        topic: the one topic that meets it.
        issuers: the kinds of bodies that it binds; all but `other` where empty.
        levels: the levels of government that it binds; all where empty.
    """

    code: str
    article: int
    en: str
    zh: str
    item: int | None = None
    matter: str | None = None
    topic: str | None = None
    issuers: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

    def binds(self, issuer: str, level: str | None) -> bool:
        """Whether a body of a kind and level has the duty; one of unknown level has it."""
        by_kind = issuer in self.issuers if self.issuers else issuer != _EVERYBODY_BUT
        return by_kind and (level is None or not self.levels or level in self.levels)


@lru_cache(maxsize=1)
def duties() -> tuple[Duty, ...]:
    """The duties that come with gicat, in the order of outputs; read once."""
    data = tomllib.loads(Path(__file__).with_name("duties.toml").read_text(encoding="utf-8"))
    return tuple(
        Duty(**entry | {"issuers": tuple(entry.get("issuers", ())), "levels": tuple(entry.get("levels", ()))})
        for entry in data["duty"]
    )


@lru_cache(maxsize=8)
def duty_of(topic: str) -> Duty:
    """The duty that one topic alone meets; KeyError where there is none."""
    return {duty.topic: duty for duty in duties()}[topic]

"""What a rule may know besides the document: the profile of its issuer, what settings state of it, options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from gicat.rules.selection import matches
from gicat.text import key

Family = Literal["list", "basic", "matters", "standard", "other"]
IssuerKind = Literal[
    "department", "government", "government_office", "township", "subdistrict", "vertical_agency",
    "authorised_organisation", "other",
]  # fmt: skip
Level = Literal["national", "province", "prefecture", "city", "county", "township"]

FAMILIES: tuple[Family, ...] = get_args(Family)
ISSUERS: tuple[IssuerKind, ...] = get_args(IssuerKind)
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Stated:
    """What settings say of the files of a pattern; it beats whatever a catalogue shows.

    Attributes:
        pattern: of the files, in the sense of `selection.matches`.
        family, issuer, level: None where nothing is stated.
        topics: key of an item's name to the codes of all its topics.
    """

    pattern: str
    family: Family | None = None
    issuer: IssuerKind | None = None
    level: Level | None = None
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Profile:
    """The kind of catalogue and issuer that rules judge by; None where the document decides.

    Attributes:
        family: list 目录清单, basic 基本目录, matters 事项目录, standard 标准目录.
        issuer: the kind of body where its name does not tell; see `lexicon/issuers.toml`.
        level: that of its government where no name tells.
        area_code: the telephone area code of the issuer, for local numbers.
        stated: what settings say of the very file; the last that says something counts.
    """

    family: Family | None = None
    issuer: IssuerKind = "department"
    level: Level | None = None
    area_code: str | None = None
    stated: tuple[Stated, ...] = ()

    def stated_topics(self, name: str) -> tuple[str, tuple[str, ...]] | None:
        """The pattern and the topics that settings state for an item of a name, if they do."""
        wanted = key(name)
        return next(((one.pattern, one.topics[wanted]) for one in reversed(self.stated) if wanted in one.topics), None)


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule is given besides the document.

    Attributes:
        profile: see `Profile`.
        options: rule code to option name to value, from gicat.toml.
        facts: what settings say of files, in the order of the settings.
    """

    profile: Profile = field(default_factory=Profile)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    facts: tuple[Stated, ...] = ()

    def option(self, code: str, name: str, default: object) -> object:
        """The value of a rule's option, or its default."""
        return self.options.get(code, {}).get(name, default)

    def of_file(self, path: str) -> Context:
        """The context for the documents of one file, by its path as reports name it."""
        stated = tuple(one for one in self.facts if matches(path, one.pattern))
        return replace(self, profile=replace(self.profile, stated=stated)) if stated else self

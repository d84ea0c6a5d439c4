"""What a rule may know besides the document: the profile of its issuer, options, facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Family = Literal["list", "basic", "matters", "standard", "other"]
IssuerKind = Literal["department", "government", "township", "other"]


@dataclass(frozen=True, slots=True)
class Profile:
    """The kind of catalogue and issuer that rules judge by; None where the document decides.

    Attributes:
        family: list 目录清单, basic 基本目录, matters 事项目录, standard 标准目录.
        issuer: department, government, township or other.
        area_code: the telephone area code of the issuer, for local numbers.
    """

    family: Family | None = None
    issuer: IssuerKind = "department"
    area_code: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule is given besides the document.

    Attributes:
        profile: see `Profile`.
        options: rule code to option name to value, from gicat.toml.
    """

    profile: Profile = field(default_factory=Profile)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def option(self, code: str, name: str, default: object) -> object:
        """The value of a rule's option, or its default."""
        return self.options.get(code, {}).get(name, default)

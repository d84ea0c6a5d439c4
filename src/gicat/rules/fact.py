"""A classification with the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

Source = Literal["settings", "profile", "title", "agency", "region", "columns", "name", "categories", "content", "none"]


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A classification and the evidence for it.

    Attributes:
        value: the code.
        source: what decided: `[facts]` in gicat.toml, the profile, a part of the catalogue, a field of the item;
            "none" for the default.
        evidence: the word or text that decided; for settings the pattern of files.
        art20: for topics, the item of 条例 Art. 20 that asks for it.
        art21: for topics, the code of the matter of Art. 21 that it is; see `lexicon/duties.toml`.
    """

    value: T
    source: Source
    evidence: str = ""
    art20: int | None = None
    art21: str | None = None

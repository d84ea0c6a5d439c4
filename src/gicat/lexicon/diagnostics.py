"""The loader of diagnostics.toml: what there is to say about the codes of reading and inference (groups R and P)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means, why it matters, what to do, in which source it is founded."""

    what: str
    why: str
    action: str
    action_zh: str
    source: str

    @property
    def markdown(self) -> str:
        """The text of `gicat rules CODE`, under headings like those of a rule."""
        parts = (
            ("What it means", self.what), ("Why", self.why), ("What to do", f"{self.action}\n\n{self.action_zh}"),
            ("Source", self.source),
        )  # fmt: skip
        return "\n\n".join(f"## {heading}\n\n{text}" for heading, text in parts)


@lru_cache(maxsize=1)
def explanations() -> Mapping[str, Explanation]:
    """Code to explanation, for every code of groups R and P; read once."""
    data = tomllib.loads(Path(__file__).with_name("diagnostics.toml").read_text(encoding="utf-8"))
    return {code: Explanation(**entry) for code, entry in data.items()}

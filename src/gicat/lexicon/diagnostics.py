"""The loader of diagnostics.toml: what there is to say about the codes of reading and inference (groups R and P)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means, why it matters, what to do, in which source it is founded; in English and in Chinese."""

    what: str
    what_zh: str
    why: str
    why_zh: str
    action: str
    action_zh: str
    source: str
    source_zh: str

    @property
    def markdown(self) -> str:
        """The text of `gicat rules CODE` in English, under headings like those of a rule."""
        return _under_headings((
            ("What it means", self.what), ("Why", self.why), ("What to do", self.action), ("Source", self.source),
        ))  # fmt: skip

    @property
    def markdown_zh(self) -> str:
        """The same in Chinese."""
        return _under_headings((
            ("含义", self.what_zh), ("理由", self.why_zh), ("处理办法", self.action_zh), ("依据", self.source_zh),
        ))  # fmt: skip


def _under_headings(parts: Iterable[tuple[str, str]]) -> str:
    return "\n\n".join(f"## {heading}\n\n{text}" for heading, text in parts)


@lru_cache(maxsize=1)
def explanations() -> Mapping[str, Explanation]:
    """Code to explanation, for every code of groups R and P; read once."""
    data = tomllib.loads(Path(__file__).with_name("diagnostics.toml").read_text(encoding="utf-8"))
    return {code: Explanation(**entry) for code, entry in data.items()}

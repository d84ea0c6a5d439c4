"""The loader of rules.zh.toml: what the docstrings of the rules say, in Chinese."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a rule checks, why, known exceptions, options, source: the docstring in Chinese, save its examples."""

    checks: str
    why: str
    exceptions: str
    options: str
    source: str

    def markdown(self, example: str, counterexample: str) -> str:
        """The text of `gicat rules CODE` in Chinese, around the examples of the docstring (Markdown, in fences)."""
        parts = (
            ("检查内容", self.checks), ("理由", self.why), ("例外情形", self.exceptions), ("示例", example),
            ("反例", counterexample), ("配置项", self.options), ("依据", self.source),
        )  # fmt: skip
        return "\n\n".join(f"## {heading}\n\n{text}" for heading, text in parts)


@lru_cache(maxsize=1)
def rule_texts() -> Mapping[str, RuleText]:
    """Code to text, for every rule of gicat's own; read once."""
    data = tomllib.loads(Path(__file__).with_name("rules.zh.toml").read_text(encoding="utf-8"))
    return {code: RuleText(**entry) for code, entry in data.items()}

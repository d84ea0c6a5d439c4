"""What there is to say about codes: those of rules, and those of reading and inference, which no rule stands behind."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from gicat.diagnostics import CODES, Code, Language, Phrase, Severity
from gicat.lexicon.diagnostics import explanations
from gicat.lexicon.rule_texts import rule_texts
from gicat.rules.base import BatchRule, Rule

HEADINGS: Mapping[str, str] = MappingProxyType({
    "What it checks": "检查内容", "What it means": "含义", "Why": "理由", "Known exceptions": "例外情形",
    "What to do": "处理办法", "Example": "示例", "Not an example": "反例", "Options": "配置项", "Source": "依据",
})  # fmt: skip
"""The headings of a help text, English to Chinese."""


@dataclass(frozen=True, slots=True)
class UsedRule:
    """What a report may say about the rule behind a finding; codes of groups R and P have one too.

    Attributes:
        code, name, severity, title: as `gicat.rules.base.Rule` has them.
        help: the text of `gicat rules CODE` in English, in Markdown.
        fixable: whether `gicat fix` mends it, and whether that is safe.
        help_zh: the text in Chinese; empty for rules of other packages, whose docstring is all there is.
    """

    code: str
    name: str
    severity: Severity
    title: Phrase
    help: str
    fixable: Literal["safe", "unsafe", None] = None
    help_zh: str = ""

    def told(self, language: Language) -> str:
        """The help in a language; in English where there is no Chinese."""
        return (language == "zh" and self.help_zh) or self.help

    def section(self, heading: str, language: Language) -> str:
        """The text under a heading of the help, named in English; empty where the help has no such heading."""
        title = HEADINGS[heading] if language == "zh" and self.help_zh else heading
        return _sections(self.told(language)).get(title, "")


def described(rules: Iterable[Rule | BatchRule]) -> Mapping[str, UsedRule]:
    """Code to what is said about it, for these rules and groups R and P, in the order of codes."""
    known = [_of_rule(rule) for rule in rules] + [_of_code(code, entry) for code, entry in CODES.items()]
    return {rule.code: rule for rule in sorted(known, key=lambda rule: rule.code)}


def _of_rule(rule: Rule | BatchRule) -> UsedRule:
    text = inspect.cleandoc(type(rule).__doc__ or "")
    known = rule_texts().get(rule.code)
    parts = _sections(text) if known else {}
    chinese = known.markdown(parts["Example"], parts["Not an example"]) if known else ""
    return UsedRule(rule.code, rule.name, rule.severity, rule.title, text, rule.fixable, chinese)


def _of_code(code: str, entry: Code) -> UsedRule:
    title = Phrase(_general(entry.en), _general(entry.zh))
    told = explanations().get(code)
    english, chinese = (told.markdown, told.markdown_zh) if told else (title.en, title.zh)
    return UsedRule(code, entry.name, entry.severity, title, english, help_zh=chinese)


def _sections(text: str) -> Mapping[str, str]:
    """Heading to text, for every line `## heading` of a help text."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return {heading.strip(): part.strip() for heading, part in zip(parts[1::2], parts[2::2], strict=True)}


def _general(template: str) -> str:
    """A message without what fills it: an ellipsis stands for each."""
    return re.sub(r"\{\w+\}", "…", template)

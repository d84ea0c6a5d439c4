"""What there is to say about codes: those of rules, and those of reading and inference, which no rule stands behind."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from gicat.diagnostics import CODES, Code, Phrase, Severity
from gicat.lexicon.diagnostics import explanations
from gicat.rules.base import BatchRule, Rule


@dataclass(frozen=True, slots=True)
class UsedRule:
    """What a report may say about the rule behind a finding; codes of groups R and P have one too.

    Attributes:
        code, name, severity, title: as `gicat.rules.base.Rule` has them.
        help: the text of `gicat rules CODE`, in Markdown.
        fixable: whether `gicat fix` mends it, and whether that is safe.
    """

    code: str
    name: str
    severity: Severity
    title: Phrase
    help: str
    fixable: Literal["safe", "unsafe", None] = None


def described(rules: Iterable[Rule | BatchRule]) -> Mapping[str, UsedRule]:
    """Code to what is said about it, for these rules and groups R and P, in the order of codes."""
    known = [_of_rule(rule) for rule in rules] + [_of_code(code, entry) for code, entry in CODES.items()]
    return {rule.code: rule for rule in sorted(known, key=lambda rule: rule.code)}


def _of_rule(rule: Rule | BatchRule) -> UsedRule:
    text = inspect.cleandoc(type(rule).__doc__ or "")
    return UsedRule(rule.code, rule.name, rule.severity, rule.title, text, rule.fixable)


def _of_code(code: str, entry: Code) -> UsedRule:
    title = Phrase(_general(entry.en), _general(entry.zh))
    told = explanations().get(code)
    text = told.markdown if told else f"{title.en}\n\n{title.zh}"
    return UsedRule(code, entry.name, entry.severity, title, text)


def _general(template: str) -> str:
    """A message without what fills it: an ellipsis stands for each."""
    return re.sub(r"\{\w+\}", "…", template)

"""What tests of rules share: the sections of a rule's docstring, and findings in a text."""

from __future__ import annotations

import inspect
import re
from collections.abc import Sequence

from gicat import schema
from gicat.rules.base import BatchRule, Finding, Rule
from gicat.rules.context import Context
from tests.building import parsed

HEADINGS = ("What it checks", "Why", "Known exceptions", "Example", "Not an example", "Options", "Source")

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```[a-z]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sections(rule: object) -> dict[str, str]:
    """Heading to text of a rule's class docstring; the headings are lines `## What it checks` and so on."""
    parts = _HEADING.split(inspect.cleandoc(type(rule).__doc__ or ""))
    return {name.strip(): text.strip() for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def examples(rule: object, heading: str) -> list[schema.Document]:
    """The documents in the code fences under a heading: one, or several for a rule over a batch."""
    return [parsed(text) for text in _FENCE.findall(sections(rule)[heading] + "\n")]


def findings(
    rule: Rule | BatchRule, documents: Sequence[schema.Document], context: Context | None = None
) -> list[Finding]:
    """What a rule finds in one document, or in a batch."""
    given = [(document, context or Context()) for document in documents]
    if isinstance(rule, BatchRule):
        return [finding for _, finding in rule.check_all(given)]
    return [finding for document, each in given for finding in rule.check(document, each)]

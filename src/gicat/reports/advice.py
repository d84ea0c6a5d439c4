"""What to do about a finding, and the sections of a rule's help."""

from __future__ import annotations

import re

from gicat.diagnostics import Language
from gicat.reports import Run, UsedRule
from gicat.reports.words import in_language, one_line, visible
from gicat.rules.base import Finding


def advice(run: Run, finding: Finding) -> str:
    """What to do, in one line: the finding's own suggestion, else what its code's help says; may be empty."""
    if finding.suggestion:
        return one_line(in_language(finding.suggestion, run.language))
    rule = run.rules.get(finding.code)
    return " ".join(section(rule, "What to do", run.language)) if rule else ""


def section(rule: UsedRule, heading: str, language: Language) -> list[str]:
    """The paragraphs under a heading of a rule's help (named in English), each in one line; none where it has none."""
    paragraphs = re.split(r"\n\s*\n", visible(rule.section(heading, language)))
    return [one_line(part) for part in paragraphs if part.strip()]

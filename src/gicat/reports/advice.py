"""What to do about a finding, and the sections of a rule's help."""

from __future__ import annotations

import re

from gicat.reports import Run
from gicat.reports.words import in_language, one_line, visible
from gicat.rules.base import Finding


def advice(run: Run, finding: Finding) -> str:
    """What to do, in one line: the finding's own suggestion, else what its code's help says; may be empty.

    Under `## What to do` the help has a paragraph in English and one in Chinese.
    """
    if finding.suggestion:
        return one_line(in_language(finding.suggestion, run.language))
    rule = run.rules.get(finding.code)
    paragraphs = section(rule.help, "What to do") if rule else []
    return (paragraphs[-1] if run.language == "zh" else paragraphs[0]) if paragraphs else ""


def section(text: str, heading: str) -> list[str]:
    """The paragraphs under a heading of a rule's help, each in one line; none where it has no such heading."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", visible(text), re.MULTILINE | re.DOTALL)
    return [one_line(part) for part in re.split(r"\n\s*\n", found[1]) if part.strip()] if found else []

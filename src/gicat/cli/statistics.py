"""How often each code is found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gicat.diagnostics import Language
    from gicat.reports import Run


def statistics(run: Run, language: Language) -> str:
    """One line a code, the most frequent first: times, code, how to mend it, name, title."""
    counts = Counter(finding.code for _, finding in run.findings())
    marks = {"safe": "[*]", "unsafe": "[!]", None: "[ ]"}
    width = len(str(max(counts.values(), default=0)))
    lines = [
        f"{count:>{width}}  {code}  {marks[rule.fixable]}  {rule.name}: {getattr(rule.title, language)}\n"
        for code, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        for rule in [run.rules[code]]
    ]
    return "".join(lines)

"""One line a finding: `path:place: CODE [severity] message`, as compilers write them."""

from __future__ import annotations

from gicat.reports import Run
from gicat.reports.places import place, short_place
from gicat.reports.words import in_language, one_line


def write(run: Run) -> str:
    """The findings in the order of the run; nothing for a run without findings."""
    lines = []
    for file, finding in run.findings():
        where = short_place(place(file, finding), run.language)
        message = one_line(in_language(finding.message, run.language))
        lines.append(f"{one_line(file.path)}:{where}{':' if where else ''} {finding.code} "
                     f"[{finding.severity}] {message}\n")  # fmt: skip
    return "".join(lines)

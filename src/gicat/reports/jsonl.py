"""One JSON object a line and finding: what the JSON report says of it, its file first.

What was left out of the folders comes behind: lines whose `code` is null.
"""

from __future__ import annotations

from gicat.reports import Run
from gicat.reports.json import described, dumped


def write(run: Run) -> str:
    """The findings in the order of the run, then the files that were left out; each line ended by a line feed."""
    lines = [{"path": file.path, **described(run, file, finding)} for file, finding in run.findings()]
    lines += [{"path": path, "code": None, "left_out": True} for path in run.left_out]
    return "".join(dumped(line) + "\n" for line in lines)

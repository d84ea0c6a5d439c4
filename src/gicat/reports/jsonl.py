"""One JSON object a line and finding: what the JSON report says of it, its file first."""

from __future__ import annotations

from gicat.reports import Run
from gicat.reports.json import described, dumped


def write(run: Run) -> str:
    """The findings in the order of the run, each ended by a line feed."""
    return "".join(
        dumped({"path": file.path, **described(run, file, finding)}) + "\n" for file, finding in run.findings()
    )

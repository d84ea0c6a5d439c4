"""`gicat parse` of a PDF against a process that only runs pdfplumber's `extract_tables`; whole processes.

    python benchmarks/parse.py [PAGES ...]      default: 7 28; 280 takes a few minutes

Runs are interleaved and medians compared, in seconds of the processor: on a machine that does other work the time of
the clock says little. Both run from compiled bytecode, as installed packages do. Exit code 1 if a ratio is over its
budget.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from catalogues import catalogue_pdf

BUDGETS = {7: 0.5, 28: 0.35, 280: 0.15}
"""Highest ratio of `gicat parse` to pdfplumber by pages."""

ROUNDS = {7: 7, 28: 5, 280: 3}

PDFPLUMBER = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as document:
    for page in document.pages:
        page.extract_tables()
        page.close()
"""


def seconds(command: list[str]) -> float:
    """The processor time, in user and system, of a process that must succeed."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "gicat-benchmarks-bytecode")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compare(path: Path, pages: int) -> float:
    """Print the medians for a file and give their ratio."""
    ours = [sys.executable, "-m", "gicat", "parse", str(path), "--quiet"]
    theirs = [sys.executable, "-c", PDFPLUMBER, str(path)]
    times: tuple[list[float], list[float]] = [], []
    seconds([sys.executable, "-m", "gicat", "formats"])  # compiles
    for _ in range(ROUNDS.get(pages, 3)):
        times[0].append(seconds(ours))
        times[1].append(seconds(theirs))
    mine, other = (statistics.median(column) for column in times)
    ratio = mine / other
    budget = BUDGETS.get(pages)
    verdict = "" if budget is None else f"  budget {budget:.2f}  {'ok' if ratio <= budget else 'OVER'}"
    print(f"{pages:4d} pages  gicat {mine:7.3f} s  pdfplumber {other:7.3f} s  ratio {ratio:.3f}{verdict}", flush=True)
    return ratio


def main(sizes: list[int]) -> int:
    """Compare at each size; 1 if any budget is exceeded."""
    over = False
    for pages in sizes:
        path = catalogue_pdf(pages)
        if path is None:
            print("skipped: LibreOffice (soffice) is not installed, so there is nothing to measure on")
            return 0
        over |= compare(path, pages) > BUDGETS.get(pages, float("inf"))
    return int(over)


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or [7, 28]))

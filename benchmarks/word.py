"""`gicat parse` of a DOCX against a process that only walks its tables with python-docx; whole processes.

    python benchmarks/word.py [ROWS ...]      default: 92 5000

There are two walks. `table.row_cells` lays out the whole table anew for each row, as `row.cells` did before python-docx
1.2: its time grows with the square of the rows, and it is left out beyond 500. `row.cells` of today reads one row.
Exit code 1 if the ratio to the first walk is over its budget.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

import catalogues
from parse import seconds

BUDGETS = {92: 0.35, 5000: 0.05}
"""Highest ratio of `gicat parse` to the walk by `table.row_cells`, by rows."""

_SQUARE = 500
_WALK = """
import sys, docx
for table in docx.Document(sys.argv[1]).tables:
    for {loop}:
        for cell in {cells}:
            cell.text
"""
BY_TABLE = _WALK.format(loop="number in range(len(table.rows))", cells="table.row_cells(number)")
BY_ROW = _WALK.format(loop="row in table.rows", cells="row.cells")


def median(command: list[str], rounds: int) -> float:
    """Seconds of the processor."""
    return statistics.median(seconds(command) for _ in range(rounds))


def compare(rows: int, folder: Path) -> bool:
    """Print the ratios for a table of so many rows of 14 columns; whether a budget is exceeded."""
    path = folder / f"{rows}.docx"
    catalogues.ROWS_PER_TABLE = rows
    catalogues.write_docx(path, rows)
    rounds = 5 if rows <= _SQUARE else 2
    seconds([sys.executable, "-m", "gicat", "formats"])  # compiles
    ours = median([sys.executable, "-m", "gicat", "parse", str(path), "--quiet"], rounds)
    by_row = median([sys.executable, "-c", BY_ROW, str(path)], rounds)
    print(f"{rows:5d} rows  gicat {ours:7.3f} s  row.cells {by_row:7.3f} s  ratio {ours / by_row:.3f}", flush=True)
    if rows > _SQUARE:
        return False
    by_table = median([sys.executable, "-c", BY_TABLE, str(path)], rounds)
    ratio, budget = ours / by_table, BUDGETS.get(rows, float("inf"))
    verdict = "ok" if ratio <= budget else "OVER"
    print(f"{'':35}table.row_cells {by_table:7.3f} s  ratio {ratio:.3f}  budget {budget:.2f}  {verdict}")
    return ratio > budget


def main(sizes: list[int]) -> int:
    """Compare at each size; 1 if any budget is exceeded."""
    with tempfile.TemporaryDirectory() as folder:
        return int(sum(compare(rows, Path(folder)) for rows in sizes) > 0)


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or [92, 5000]))

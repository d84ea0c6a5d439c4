"""`gicat batch` over many small catalogues: throughput by number of workers, memory, and the same over a Dask cluster.

    python benchmarks/batch.py [FILES]          default: 2000; two workers against one, interleaved
    python benchmarks/batch.py --memory [FILES] default: 10000; memory of the parent process and of its workers
    python benchmarks/batch.py --cluster [FILES]   default: 2000; two workers of this machine through Dask

Exit code 1 if over a budget of DESIGN.md section 5: two workers at least 1.8 times one, memory flat.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from validate import catalogue

BUDGET = 1.8
"""Throughput of two workers to that of one."""

GROWTH = 1.1
"""Memory of the parent at the end to that after a tenth of the files."""

ROUNDS = 3
KINDS = 50
"""Different catalogues; the others differ from them in their titles."""


def folder(count: int) -> Path:
    """A folder of `count` text exports of 50 items (about 35 kB) in folders of a hundred, made once."""
    recipe = hashlib.sha256(Path(__file__).with_name("validate.py").read_bytes()).hexdigest()[:12]
    place = Path(tempfile.gettempdir()) / f"gicat-batch-{recipe}-{count}"
    if place.is_dir():
        return place
    made = Path(tempfile.mkdtemp())
    for kind in range(min(KINDS, count)):
        text = catalogue(kind)
        for number in range(kind, count, KINDS):
            inside = made / f"{number // 100:05}"
            inside.mkdir(exist_ok=True)
            (inside / f"{number:07}.txt").write_text(text.replace(f"第{kind}号", f"第{number}号"), encoding="utf-8")
    made.rename(place)
    return place


@contextmanager
def results() -> Iterator[Path]:
    """A folder that goes."""
    place = Path(tempfile.mkdtemp())
    try:
        yield place / "out"
    finally:
        shutil.rmtree(place)


def command(inputs: Path, out: Path, *more: str) -> list[str]:
    """The command line of a batch."""
    return [sys.executable, "-m", "gicat", "batch", str(inputs), "-o", str(out), "--quiet", *more]


def seconds(inputs: Path, *more: str) -> float:
    """The wall time of a batch, which must succeed."""
    with results() as out:
        start = time.perf_counter()
        subprocess.run(command(inputs, out, *more), check=True)
        return time.perf_counter() - start


def two_against_one(count: int) -> bool:
    """Prints files a second with one worker and with two; whether their ratio is within the budget."""
    inputs = folder(count)
    ratios = []
    for _ in range(ROUNDS):
        one, two = seconds(inputs, "-j", "1"), seconds(inputs, "-j", "2")
        ratios.append(one / two)
        load = os.getloadavg()[0]
        print(f"{count} files  -j 1 {one:6.1f} s ({count / one:5.1f}/s)  -j 2 {two:6.1f} s ({count / two:5.1f}/s)  "
              f"ratio {one / two:.2f}  load {load:.1f}", flush=True)  # fmt: skip
    ratio = statistics.median(ratios)
    print(f"median ratio {ratio:.2f}  budget {BUDGET}  {'ok' if ratio >= BUDGET else 'OVER'}")
    return ratio >= BUDGET


def through_dask(count: int) -> None:
    """Prints the time of two local workers against two of a Dask cluster of this machine."""
    inputs = folder(count)
    for _ in range(ROUNDS):
        here, there = seconds(inputs, "-j", "2"), seconds(inputs, "-j", "2", "--cluster", "local")
        print(f"{count} files  local {here:6.1f} s  Dask {there:6.1f} s  ratio {there / here:.2f}", flush=True)


def resident(pid: int) -> int:
    """Resident kilobytes of a process; 0 once it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")), 0)


def workers_of(pid: int) -> list[int]:
    """The processes that any thread of a process started."""
    return [
        int(one) for thread in Path(f"/proc/{pid}/task").iterdir() for one in (thread / "children").read_text().split()
    ]


def memory(count: int) -> bool:
    """Prints resident memory every tenth of the way; whether that of the parent is flat."""
    inputs = folder(count)
    parent: list[int] = []
    with results() as out:
        process = subprocess.Popen(command(inputs, out, "-j", "2"))
        while process.poll() is None:
            time.sleep(0.2)
            try:
                done = sum(1 for _ in (out / "manifest.jsonl").open("rb"))
                children = max(map(resident, workers_of(process.pid)), default=0)
            except OSError:
                continue
            if done >= count * (len(parent) + 1) // 10 and (now := resident(process.pid)):
                parent.append(now)
                print(
                    f"{done:6d} files  parent {now / 1024:6.1f} MB  largest worker {children / 1024:6.1f} MB",
                    flush=True,
                )
    growth = parent[-1] / parent[0]
    print(f"growth of the parent {growth:.3f}  budget {GROWTH}  {'ok' if growth <= GROWTH else 'OVER'}")
    return growth <= GROWTH


def main() -> int:
    """Measure; 1 if over a budget."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", type=int, nargs="?")
    arguments.add_argument("--memory", action="store_true")
    arguments.add_argument("--cluster", action="store_true")
    given = arguments.parse_args()
    if given.memory:
        return int(not memory(given.files or 10_000))
    if given.cluster:
        through_dask(given.files or 2_000)
        return 0
    return int(not two_against_one(given.files or 2_000))


if __name__ == "__main__":
    sys.exit(main())

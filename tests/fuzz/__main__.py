"""`python -m tests.fuzz`; see the package."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.cases import case, identities
from tests.fuzz.samples import samples
from tests.fuzz.workers import Outcome, measured, run


def main() -> int:
    """Run; 1 if anything is wrong."""
    given = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Mutated samples against gicat.")
    given.add_argument("--seed", type=int, default=0, help="other seeds, other mutations; default 0")
    given.add_argument("--count", type=int, default=1000, help="how many inputs; default 1000")
    given.add_argument("--start", type=int, default=0, help="the number of the first one; default 0")
    given.add_argument("--only", action="append", choices=list(samples()), help="a format; repeatable")
    given.add_argument("--workers", type=int, default=2, help="processes; default 2")
    given.add_argument("--replay", metavar="ID", help="run one case in this process")
    given.add_argument("--save", metavar="FILE", help="with --replay: write its bytes to FILE")
    options = given.parse_args()
    if options.replay:
        return _replay(options.replay, options.save)
    names = identities(options.only or list(samples()), options.seed, options.start + options.count)
    started, seen = time.monotonic(), Counter[str]()
    wrong, slowest, largest = 0, Outcome("", (), 0, 0), Outcome("", (), 0, 0)
    for outcome in run(iter(names[options.start :]), options.workers):
        seen[outcome.id.partition("-")[0]] += 1
        slowest = max(slowest, outcome, key=lambda each: each.seconds)
        largest = max(largest, outcome, key=lambda each: each.megabytes)
        if outcome.problems:
            wrong += 1
            _tell(outcome)
        if sys.stderr.isatty() and seen.total() % 50 == 0:
            sys.stderr.write(f"\r{seen.total()} of {options.count}, {wrong} with problems ")
    counts = ", ".join(f"{count} {kind}" for kind, count in seen.items())
    sys.stdout.write(
        f"{seen.total()} inputs ({counts}) in {time.monotonic() - started:.0f} s: {wrong} with problems; "
        f"slowest {slowest.seconds:.1f} s ({slowest.id}), most memory {largest.megabytes:.0f} MB ({largest.id})\n"
    )
    return int(wrong > 0)


def _replay(identity: str, save: str | None) -> int:
    made = case(identity)
    if save:
        Path(save).write_bytes(made.data)
    outcome = measured(identity)
    sys.stdout.write(f"{identity}: {made.name}, {len(made.data)} bytes, ")
    sys.stdout.write(f"{outcome.seconds:.2f} s, {outcome.megabytes:.0f} MB, {len(outcome.problems)} problems\n")
    _tell(outcome)
    return int(bool(outcome.problems))


def _tell(outcome: Outcome) -> None:
    for problem in outcome.problems:
        sys.stdout.write(f"{outcome.id}: {problem}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

"""`gicat parse` of flowing text, whole processes: processor seconds, seconds a megabyte, growth, memory.

    python -m benchmarks.flowing [KILOBYTES ...] [--rows N] [--profile]     default: 100 1000

The text is the dump of catalogues of the samples one after another, N rows each (default 150), every name, content,
document number and telephone number changed, so that little can be answered from memory. It is made once for each
size and kept in the temporary folder. What counts is processor time, so that others on the machine do not matter.
Exit code 1 if a size takes more than the budget, or ten times the text more than eleven times the time.
"""

from __future__ import annotations

import argparse
import contextlib
import cProfile
import hashlib
import os
import pstats
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samples.catalogues import culture, subsidies, water
from tests.rendering import compose, houses
from tests.rendering.dump import sheet_dump

BUDGET = 0.5
"""Seconds of processor time a megabyte."""
GROWTH = 11.0
"""Times the time that ten times the text may take."""

_CATALOGUES = ((water, houses.LIST), (culture, houses.MATTERS), (subsidies, houses.STANDARD))
_PLACES = "东西南北上下前后石青白沙梅竹松杨柳溪河湖山岭坪塘桥村港湾口"
_WORDS = (
    "乡村振兴", "水质", "低保", "灌溉", "校园", "图书", "文物", "渔业", "林地", "消防", "客运", "电梯", "疫苗", "养老",
    "残疾人", "就业", "住房", "市政", "粮食", "种子", "燃气", "供热", "矿山", "统计", "普查", "档案", "地名", "气象",
)  # fmt: skip
_PHONE = re.compile(r"\d{7}$")


def _varied(item: Mapping[str, Any], chosen: random.Random) -> dict[str, Any]:
    """An item under another name, with other words, numbers and ticks."""
    place = "".join(chosen.sample(_PLACES, 2))
    first, second, third = chosen.sample(_WORDS, 3)
    basis = dict(item["legal_basis"] or {})
    basis["text"] = f"《{place}{first}{second}管理办法》（政府令第{chosen.randint(1, 400)}号）" + basis.get("text", "")
    return {
        **item,
        "name": f"{first}{item['name']}"[:12],
        "content": f"{place}{second}{third}{item['content']}，{chosen.randint(2001, 2026)}年{chosen.randint(1, 99)}批",
        "legal_basis": basis if chosen.random() < 0.5 else item["legal_basis"],
        "contacts": [
            {**contact, "value": _PHONE.sub(str(chosen.randint(2_000_000, 8_999_999)), contact["value"])}
            for contact in item["contacts"]
        ],
    }


def flowing_text(kilobytes: int, rows: int) -> str:
    """Flowing text of about so many kilobytes: catalogues of so many rows."""
    chosen = random.Random(kilobytes * 1_000 + rows)
    parts: list[str] = []
    size = number = 0
    while size < kilobytes * 1_000:
        make, house = _CATALOGUES[number % len(_CATALOGUES)]
        catalogue = make()
        items = [_varied(catalogue["items"][n % len(catalogue["items"])], chosen) for n in range(rows)]
        items = [{**item, "number": str(n)} if item["number"] else item for n, item in enumerate(items, 1)]
        sheet = compose({**catalogue, "items": items}, house)
        parts.append(sheet_dump(sheet, ("☑", "□"), chosen.choice((110, 150, 180)), cut=number % 2 > 0))
        size += len(parts[-1].encode())
        number += 1
    return "".join(parts).encode()[: kilobytes * 1_000].decode(errors="ignore")


def flowing_file(kilobytes: int, rows: int) -> Path:
    """The file of such a text, made once and kept."""
    recipe = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"gicat-benchmarks-{recipe}"
    folder.mkdir(exist_ok=True)
    made = folder / f"flowing-{kilobytes}-{rows}.txt"
    if not made.exists():
        made.write_text(flowing_text(kilobytes, rows), encoding="utf-8")
    return made


def measured(path: Path) -> tuple[float, float]:
    """Processor seconds and peak megabytes of `gicat parse` of a file."""
    command = [sys.executable, "-m", "gicat", "parse", str(path), "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"gicat parse {path}: exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1_000


def profile(path: Path) -> None:
    """Where the time of parsing a file goes."""
    from gicat.__main__ import main as command

    profiler = cProfile.Profile()
    sys.argv = ["gicat", "parse", str(path), "--quiet", "-o", os.devnull]
    with contextlib.suppress(SystemExit):
        profiler.runcall(command)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(45)


def main() -> int:
    """Measure at each size; 1 if over the budget."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.flowing")
    parser.add_argument("kilobytes", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--rows", type=int, default=150)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    over = False
    before: tuple[int, float] | None = None
    for kilobytes in options.kilobytes:
        path = flowing_file(kilobytes, options.rows)
        if options.profile:
            profile(path)
            continue
        seconds, megabytes = measured(path)
        told = f"{kilobytes:6d} KB {seconds:8.2f} s {1000 * seconds / kilobytes:8.2f} s/MB {megabytes:6.0f} MB"
        if before is not None:
            growth = seconds / before[1] * 10 * before[0] / kilobytes
            over |= growth > GROWTH
            told += f"   {growth:5.1f} times the time for ten times the text"
        over |= seconds > BUDGET * kilobytes / 1000
        print(told, flush=True)
        before = kilobytes, seconds
    return int(over)


if __name__ == "__main__":
    sys.exit(main())

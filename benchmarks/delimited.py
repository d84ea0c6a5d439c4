"""`gicat parse` of text with a tab between cells: processor time of whole processes, and how it grows.

    python benchmarks/delimited.py [MEGABYTES ...]      default: 0.5 5

Every row has a name and contents of its own, so that hardly any cell is known from one before. Budget: 10 MB in 5 s.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import catalogues
from parse import seconds

_HEADER = (
    "序号", "事项类别", "公开事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道",
    "全社会", "特定群体", "主动", "依申请", "县级", "乡级",
)  # fmt: skip
BUDGET = 0.5
"""Seconds a megabyte."""


def text(megabytes: float) -> str:
    """A catalogue of about so many bytes in UTF-8."""
    chosen = random.Random(5)
    lines = ["某县民政局政府信息主动公开目录", "\t".join(_HEADER)]
    size = 0
    while size < megabytes * 1e6:
        lines.append("\t".join(_row(chosen, len(lines) - 1)))
        size += len(lines[-1].encode()) + 1
    return "\n".join(lines) + "\n"


def _row(chosen: random.Random, number: int) -> tuple[str, ...]:
    topic = chosen.choice(catalogues.TOPICS)
    channels = catalogues.CHANNELS[: chosen.randint(3, 8)]
    return (
        str(number),
        topic,
        f"{topic}第{chosen.randint(1, 99_999)}项",
        f"1.{topic}办事指南{chosen.randint(1, 9_999)}；2.{topic}办理结果；3.监督方式",
        chosen.choice(catalogues.BASES),
        chosen.choice(catalogues.TERMS),
        "民政局办公室",
        " ".join(chosen.choice("■□□") + channel for channel in channels),
        *(chosen.choice(("√", "")) for _ in range(6)),
    )


def main(sizes: list[float]) -> int:
    """Print the seconds of each size; 1 if a megabyte takes longer than the budget."""
    over = False
    seconds([sys.executable, "-m", "gicat", "formats"])  # compiles
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size:g}.txt"
            path.write_text(text(size), encoding="utf-8")
            took = seconds([sys.executable, "-m", "gicat", "parse", str(path), "--quiet"])
            over |= took > BUDGET * max(size, 1)
            print(f"{size:5g} MB  {took:7.3f} s  {took / size:.2f} s/MB  budget {BUDGET:.2f}", flush=True)
    return int(over)


if __name__ == "__main__":
    sys.exit(main([float(size) for size in sys.argv[1:]] or [0.5, 5.0]))

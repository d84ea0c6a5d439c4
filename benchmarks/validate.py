"""`gicat validate` of 1,000 catalogues of 50 items each from their JSON, as one process on one core.

    python benchmarks/validate.py [CATALOGUES]      default: 1000

The catalogues are made from words below as text exports, read once by gicat and kept in a temporary folder. What
counts is processor time, so that others on the machine do not matter. Exit code 1 if over the budget.
"""

from __future__ import annotations

import hashlib
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

BUDGET = 20.0
"""Seconds of processor time for 1,000 catalogues; the command has one thread."""

KINDS = 50
"""Different catalogues; the others are copies of them under other titles."""

ITEMS = 50
_TITLE = "岚川县{agency}政府信息主动公开目录"
_HEADER = ("序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "监督电话")
_TOPICS = ("机构职能", "政策文件", "财政预决算", "行政许可", "行政处罚", "政府采购", "社会救助", "应急管理", "人事任免")
_KINDS = ("简介", "办理结果", "年度计划", "标准", "流程", "统计信息", "监督检查")
_CONTENTS = (
    "依据、条件、程序、期限",
    "名称、地址、办公时间、联系方式",
    "1.文件名称；2.发文字号；3.全文",
    "事项、标准、结果",
)
_BASES = (
    "《中华人民共和国政府信息公开条例》（国务院令第711号）第二十条",
    "《中华人民共和国行政许可法》、《优化营商环境条例》（国务院令第722号）",
    "《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）及有关实施细则",
)
_TERMS = ("自信息形成或者变更之日起20个工作日内", "作出决定之日起7个工作日内", "每年1月31日前", "实时更新")
_CHANNELS = (
    "政府网站", "政府公报", "两微一端", "发布会/听证会", "广播电视", "纸质媒体", "公开查阅点", "政务服务中心",
    "便民服务站", "入户/现场", "社区/企事业单位/村公示栏（电子屏）", "精准推送", "其他",
)  # fmt: skip


def catalogue(number: int) -> str:
    """A text export whose cells each start with a tab."""
    choose = random.Random(number)
    agency = f"第{number}号局"
    rows = [_HEADER]
    for item in range(1, ITEMS + 1):
        topic, kind = choose.choice(_TOPICS), choose.choice(_KINDS)
        ticked = {_CHANNELS[0], *choose.sample(_CHANNELS, 3)}
        channels = "\n".join(f"{'■' if channel in ticked else '□'}{channel}" for channel in _CHANNELS)
        rows.append((
            str(item), f"{topic}{kind}{item}", f"{topic}的{choose.choice(_CONTENTS)}", choose.choice(_BASES),
            choose.choice(_TERMS), agency, channels, f"0599-{choose.randrange(2_000_000, 9_000_000)}",
        ))  # fmt: skip
    return _TITLE.format(agency=agency) + "\n" + "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows)


def folder(count: int) -> Path:
    """A folder with the JSON of `count` catalogues, made once."""
    recipe = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    place = Path(tempfile.gettempdir()) / f"gicat-validate-{recipe}-{count}"
    if place.is_dir():
        return place
    made = Path(tempfile.mkdtemp())
    for number in range(min(KINDS, count)):
        text = made / f"{number}.txt"
        text.write_text(catalogue(number), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "gicat", "parse", str(text), "--quiet"], capture_output=True, check=True
        )
        text.unlink()
        for copy in range(number, count, KINDS):
            (made / f"{copy:05}.json").write_bytes(
                done.stdout.replace(f"第{number}号".encode(), f"第{copy}号".encode())
            )
    made.rename(place)
    return place


def main(count: int) -> int:
    """Measure; 1 if over the budget."""
    place = folder(count)
    size = sum(path.stat().st_size for path in place.iterdir()) / 1e6
    made = resource.getrusage(resource.RUSAGE_CHILDREN)
    before = made.ru_utime + made.ru_stime
    command = [sys.executable, "-m", "gicat", "validate", str(place), "--isolated", "--exit-zero", "--format", "json"]
    written = len(subprocess.run(command, capture_output=True, check=True).stdout) / 1e6
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = used.ru_utime + used.ru_stime - before
    memory = used.ru_maxrss / 1024
    budget = BUDGET * count / 1000
    verdict = "ok" if seconds <= budget else "OVER"
    print(f"{count} catalogues of {ITEMS} items, {size:.0f} MB of JSON: {seconds:.1f} s of one core, "
          f"{memory:.0f} MB at most, {written:.1f} MB of findings  budget {budget:.1f} s  {verdict}")  # fmt: skip
    return int(seconds > budget)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))

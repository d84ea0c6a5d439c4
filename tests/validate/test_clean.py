"""A catalogue without a fault passes without an error or a warning, in the table shape of each family."""

from __future__ import annotations

from pathlib import Path

import pytest

from gicat.parsers.base import Source
from gicat.pipeline import Options
from gicat.rules.context import Context
from gicat.rules.registry import rules
from gicat.rules.run import Checks
from gicat.rules.selection import Selection
from gicat.validation import documents_of, validate

WATER = Path(__file__).parents[2] / "samples" / "submissions" / "01-water.txt"
CLEAN = [[cell.strip() for cell in line.strip("| \n").split("|")] for line in WATER.read_text("utf-8").splitlines()[6:]]
"""The rows of the sample without a fault: number, category, name, content, basis, publisher, deadline, channels,
audience, access mode, phone."""
AGENCY, DATE = "岚川县水利局", "发布日期：2026-03-02"


def piped(title: str, *rows: list[str]) -> str:
    return "\n".join([title, DATE, *("| " + " | ".join(row) + " |" for row in rows)])


def tabbed(title: str, *rows: list[str]) -> str:
    return "\n".join([title, DATE, *("".join(f"\t{cell}\n" for cell in row) for row in rows)])


def list_family() -> str:
    head = [
        "序号",
        "事项类别",
        "事项名称",
        "公开内容",
        "公开依据",
        "公开主体",
        "公开时限",
        "公开渠道",
        "公开对象",
        "公开方式",
        "监督电话",
    ]
    return piped(f"{AGENCY}政府信息主动公开目录清单", head, *CLEAN)


def matters_family() -> str:
    head = [
        "序号",
        "类别",
        "公开事项",
        "公开内容",
        "公开依据",
        "公开主体",
        "公开时限",
        "公开渠道",
        "公开对象",
        "公开方式",
        "公开责任",
        "监督电话",
    ]
    rows = [[*row[:10], "办公室", row[10]] for row in CLEAN]
    return tabbed(f"{AGENCY}主动公开事项目录", head, *rows)


def _two_rows(rows: list[list[str]], levels: bool) -> list[list[str]]:
    tops = [
        "序号",
        "公开事项",
        "公开内容（要素）",
        "公开依据",
        "公开时限",
        "公开主体",
        "公开渠道和载体",
        "公开对象",
        "公开方式",
    ]
    subs = ["", "一级事项", "二级事项", *[""] * 5, "全社会", "特定群体", "主动", "依申请公开"]
    ticks = ["√", "", "√", ""]
    if levels:
        tops, subs, ticks = [*tops, "公开层级"], [*subs, "县级", "乡级"], [*ticks, "√", ""]
    return [tops, subs, *([*row[:5], row[6], row[5], row[7], *ticks] for row in rows)]


def basic_family() -> str:
    return (
        tabbed(f"{AGENCY}政府信息主动公开基本目录", *_two_rows(CLEAN, levels=False)) + "\n\n注：监督电话：0589-6601020"
    )


def standard_family() -> str:
    title = f"{AGENCY}供水领域基层政务公开标准目录"
    return tabbed(title, *_two_rows(CLEAN, levels=True)) + "\n\n注：监督电话：0589-6601020"


@pytest.mark.parametrize("family", [list_family, matters_family, basic_family, standard_family])
def test_a_catalogue_without_a_fault_passes(family: object) -> None:
    text = family()  # type: ignore[operator]
    documents = [("list.txt", document) for document in documents_of(Source("list.txt", text.encode()), Options())]
    assert len(documents[0][1].catalogues[0].items) == len(CLEAN)
    run = validate(documents, Checks(rules(), Selection(), Context()))
    told = [(f.code, f.severity, f.message.en) for file in run.files for f in file.findings]
    assert not [finding for finding in told if finding[1] != "info"]

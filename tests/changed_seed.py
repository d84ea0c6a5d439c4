"""Seed 000, a dump of a PDF, changed: wrapped at other widths, with other names, with its page breaks elsewhere.

Text and gold change together, so that it shows whether the mechanism reads the dump or only this one document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from tests.rendering import houses
from tests.rendering.dump import Dump, Row, dump_text
from tests.rendering.dumped import dumped_rows, option_text
from tests.rendering.fixed import width
from tests.shared import SHARED, gold

NAME = "000"
BOXES = ("☑", "□")
NAMES: Mapping[str, str] = MappingProxyType({
    "慈溪市": "澜桥市",
    "市医保局": "市水务局",
    "办公室": "综合科",
    "制定处室": "承办科室",
    "各处室": "机关各科室",
    "基金监管科": "水政监察科",
    "下属中心": "节水中心",
    "机构概况": "单位简介",
    "领导分工": "班子成员",
    "本单位文件": "其他文件",
    "文件图解": "一图读懂",
    "政务动态": "工作动态",
    "医疗卫生": "用水保障",
    "养老和社会救助": "困难用户帮扶",
    "人事任免": "职务任免",
    "计划总结": "年度计划总结",
    "0574-639622": "0580-712345",
})  # fmt: skip
"""What is named otherwise: place, agency, offices, items and telephone numbers."""
_BOX = "☑□"


@lru_cache
def cells() -> tuple[str, list[Row]]:
    """Title and rows of the seed, every cell as its paragraphs, wraps undone."""
    title, lines = dumped_rows((SHARED / "seeds" / f"{NAME}.txt").read_text("utf-8"), _labels(), _values())
    return title, [[(column, _paragraphs(cell)) for column, cell in row] for row in lines]


@lru_cache
def _widths() -> tuple[int, ...]:
    """The widest line of every column in the seed."""
    _, lines = dumped_rows((SHARED / "seeds" / f"{NAME}.txt").read_text("utf-8"), _labels(), _values())
    found = [4] * len(_labels())
    for row in lines:
        for column, cell in row:
            found[column] = max(found[column], *map(width, cell))
    return tuple(found)


def rewrapped(factor: float) -> tuple[str, dict[str, Any]]:
    """Columns so many times as wide."""
    title, rows = cells()
    return dump_text([title], rows, Dump(_scaled(factor), {})), gold(NAME)


def renamed() -> tuple[str, dict[str, Any]]:
    """With other names, see `NAMES`."""
    title, rows = cells()
    named = [[(column, [_named(text) for text in cell]) for column, cell in row] for row in rows]
    return dump_text([_named(title)], named, Dump(_widths(), {})), _renamed(gold(NAME))


def cut(rows: Mapping[int, int]) -> tuple[str, dict[str, Any]]:
    """With page breaks in these rows, after so many lines of their height; row 1 is the first item."""
    title, printed = cells()
    return dump_text([title], printed, Dump(_widths(), rows)), gold(NAME)


CHANGES: Mapping[str, Callable[[], tuple[str, dict[str, Any]]]] = MappingProxyType({
    "as-it-is": lambda: cut({}),
    "narrow": lambda: rewrapped(0.7),
    "wide": lambda: rewrapped(1.4),
    "wider": lambda: rewrapped(2.2),
    "renamed": renamed,
    "cut": lambda: cut({2: 2, 6: 4, 10: 7, 15: 3}),
    "cut-late": lambda: cut({1: 9, 5: 11, 8: 10, 13: 8, 18: 6}),
})  # fmt: skip
"""The changes that the dump must survive."""


def _labels() -> list[str]:
    return [column.label[0] for column in houses.LIST.columns]


def _values() -> list[list[str]]:
    """The cells of the items; a category that goes on is not printed again."""
    found, last = [], ""
    for item in gold(NAME)["catalogues"][0]["items"]:
        category = "".join(item["categories"])
        lists = [option_text(item[field], BOXES) for field in ("channels", "forms")]
        phones = "".join(contact["value"] for contact in item["contacts"])
        words = [item["name"], item["content"], item["legal_basis"]["text"], "、".join(item["publishers"])]
        found.append(["" if category == last else category, *words, item["deadline"]["text"], *lists, phones])
        last = category
    return found


def _paragraphs(lines: list[str]) -> list[str]:
    """Options start a paragraph, other lines go on."""
    found: list[str] = []
    for line in lines:
        if not found or line[0] in _BOX:
            found.append(line)
        else:
            found[-1] += line
    return found


def _scaled(factor: float) -> tuple[int, ...]:
    return tuple(max(4, round(size * factor)) for size in _widths())


def _named(text: str) -> str:
    for old, new in NAMES.items():
        text = text.replace(old, new)
    return text


def _renamed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _renamed(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner) for inner in value]
    return _named(value) if isinstance(value, str) else value

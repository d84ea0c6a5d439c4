"""House styles of catalogues: which columns in which order, and how cells are worded.

The four families that agencies publish: 目录清单 (LIST), 主动公开事项目录 (MATTERS), 主动公开基本目录 (BASIC) and the
national template 标准目录 (STANDARD).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Listing = Literal["all", "ticked", "named"]
"""How an option list is printed: every option with its box, only the ticked ones with theirs, or those by name."""


@dataclass(frozen=True, slots=True)
class Column:
    """A leaf column.

    Attributes:
        label: header labels from the group down to the leaf; neighbours share a group.
        field: the contract's field, e.g. "legal_basis".
        width: relative.
        level: for categories, which one, from the outermost.
        option: for a tick column, the option it stands for.
        shared: whether equal cells of neighbouring rows are merged.
    """

    label: tuple[str, ...]
    field: str
    width: int
    level: int = 0
    option: str | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """A house style.

    Attributes:
        columns: in order.
        per_line: how many options are printed on a line of an option list, per field.
        ordinals: whether the outermost category is numbered 一、二、…
        unit_break: what stands between responsible units: "、" or a line feed (a new paragraph).
        contact_heading: printed above telephone numbers, e.g. "监督电话：".
        front_rows: whether title and preamble are full-width rows of the table.
        across: whether shared cells are merged across a change of category too.
        tick: what is printed in a tick column.
        listing: how an option list is printed.
        gap: what stands between the options of a line.
        behind: whether a box stands behind its label.
        headings: whether the outermost category is a full-width row above its items instead of a column.
    """

    columns: tuple[Column, ...]
    per_line: int = 2
    ordinals: bool = False
    unit_break: str = "、"
    contact_heading: str | None = None
    front_rows: bool = False
    across: bool = False
    tick: str = "√"
    listing: Listing = "all"
    gap: str = "  "
    behind: bool = False
    headings: bool = False


def shared(label: str, field: str, width: int, level: int = 0) -> Column:
    """A column whose equal cells are merged."""
    return Column((label,), field, width, level, shared=True)


def tick(group: str, label: str, field: str) -> Column:
    """A tick column under a group."""
    return Column((group, label), field, 26, option=label)


LIST = House(
    columns=(
        shared("事项类别", "categories", 44),
        Column(("事项名称",), "name", 52),
        Column(("公开内容",), "content", 110),
        shared("公开依据", "legal_basis", 110),
        shared("公开主体", "publishers", 48),
        shared("公开时限", "deadline", 64),
        shared("公开渠道", "channels", 150),
        shared("公开方式", "forms", 96),
        shared("咨询及监督举报电话", "contacts", 74),
    ),
)

MATTERS = House(
    columns=(
        shared("类别", "categories", 36),
        Column(("公开事项",), "name", 70),
        Column(("公开内容",), "content", 130),
        shared("公开依据", "legal_basis", 104),
        shared("公开主体", "publishers", 60),
        shared("公开渠道", "channels", 168),
        shared("公开时限", "deadline", 64),
        shared("公开责任", "responsible_units", 62),
        shared("监督电话", "contacts", 84),
    ),
    unit_break="\n",
    contact_heading="监督电话：",
)

BASIC = House(
    columns=(
        Column(("序号",), "number", 26),
        Column(("公开事项", "一级事项"), "categories", 58, shared=True),
        Column(("公开事项", "二级事项"), "name", 76),
        Column(("公开内容（要素）",), "content", 120),
        shared("公开依据", "legal_basis", 120),
        shared("公开时限", "deadline", 66),
        shared("公开主体", "publishers", 70),
        shared("公开渠道和载体", "channels", 180),
        tick("公开对象", "全社会", "audiences"),
        tick("公开对象", "特定群体", "audiences"),
    ),
    ordinals=True,
)

STANDARD = House(
    columns=(
        Column(("序号",), "number", 24),
        Column(("公开事项", "一级事项"), "categories", 44, shared=True),
        Column(("公开事项", "二级事项"), "name", 60),
        Column(("公开内容（要素）",), "content", 118),
        shared("公开依据", "legal_basis", 108),
        shared("公开时限", "deadline", 70),
        shared("公开主体", "publishers", 54),
        shared("公开渠道和载体", "channels", 150),
        tick("公开对象", "全社会", "audiences"),
        tick("公开对象", "特定群体", "audiences"),
        tick("公开方式", "主动", "access_modes"),
        tick("公开方式", "依申请公开", "access_modes"),
        tick("公开层级", "县级", "levels"),
        tick("公开层级", "乡级", "levels"),
    ),
)

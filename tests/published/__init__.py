"""Catalogues in the manner of agencies that no rule was made for: made-up content, labels and layouts of their own.

Each is a JSON file of one catalogue in the contract's shape, one item a line, and a house style here. What they watch:
labels of no list (牵头科室), three levels, words in tick columns, options of no codelist, boxes behind labels,
labels with commas, deadlines of all kinds, empty cells.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.rendering.flattened import Boxes
from tests.rendering.houses import Column, House, shared, tick

_EDUCATION = House(
    columns=(
        Column(("序号",), "number", 22),
        Column(("公开事项", "一级事项"), "categories", 44, shared=True),
        Column(("公开事项", "二级事项"), "name", 60),
        Column(("公开内容（要素）",), "content", 130),
        shared("公开依据", "legal_basis", 120),
        shared("公开时限", "deadline", 70),
        shared("公开主体", "publishers", 56),
        Column(("公开渠道和载体",), "channels", 170),
        tick("公开对象", "全社会", "audiences"),
        tick("公开对象", "特定群众", "audiences"),
        tick("公开方式", "主动", "access_modes"),
        tick("公开方式", "依申请", "access_modes"),
        tick("公开层级", "县级", "levels"),
        tick("公开层级", "乡级", "levels"),
        Column(("备注",), "extra", 40),
    ),
)
_TRANSPORT = House(
    columns=(
        shared("一级目录", "categories", 44),
        shared("二级目录", "categories", 50, 1),
        Column(("三级目录",), "name", 64),
        Column(("公开内容",), "content", 140),
        shared("公开主体", "publishers", 64),
        Column(("责任科室",), "responsible_units", 60),
        shared("公开依据", "legal_basis", 120),
        shared("公开渠道", "channels", 110),
        shared("公开时限", "deadline", 70),
        Column(("更新频率",), "extra", 46),
        shared("咨询电话", "contacts", 80),
    ),
    per_line=1,
)
_ZONE = House(
    columns=(
        Column(("序号",), "number", 24),
        shared("领域", "categories", 40),
        shared("类别", "categories", 50, 1),
        Column(("事项名称",), "name", 70),
        Column(("内容要素",), "content", 140),
        shared("公开主体", "publishers", 70),
        shared("牵头科室", "responsible_units", 60),
        shared("公开依据", "legal_basis", 120),
        shared("时限", "deadline", 70),
        shared("公开渠道（载体）", "channels", 130),
        shared("公开方式", "forms", 90),
    ),
    behind=True,
)

PUBLISHED: Mapping[str, tuple[House, Boxes]] = {
    "education": (_EDUCATION, ("■", "□")),
    "transport": (_TRANSPORT, ("☒", "☐")),
    "zone": (_ZONE, ("☑", "☐")),
}
"""House style and boxes."""


def published(name: str) -> dict[str, Any]:
    """A catalogue of `PUBLISHED`, in the contract's shape."""
    data: dict[str, Any] = json.loads(Path(__file__).with_name(f"{name}.json").read_text(encoding="utf-8"))
    return data

"""The headers of flat output, in English and in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Labels = Literal["en", "zh"]

OPTION_FIELDS = ("channels", "forms", "audiences", "access_modes", "levels")
"""The item fields that hold options."""

ZH: Mapping[str, str] = MappingProxyType({
    "source": "来源文件", "catalogue": "目录序号", "title": "目录标题", "region": "地区", "agency": "机构",
    "published": "发布日期", "updated": "更新日期", "id": "标识", "number": "序号", "categories": "公开类别",
    "name": "公开事项", "content": "公开内容", "legal_basis": "公开依据", "publishers": "公开主体",
    "responsible_units": "责任单位", "deadline": "公开时限", "channels": "公开渠道", "forms": "公开形式",
    "audiences": "公开对象", "access_modes": "公开方式", "levels": "公开层级", "contacts": "联系方式",
    "extra": "其他栏目",
    "field": "字段", "code": "选项代码", "option": "选项", "checked": "是否勾选", "mark": "符号", "note": "填写内容",
})  # fmt: skip


def label(name: str, language: Labels) -> str:
    """The header of a column: its stable English name, or the Chinese one."""
    return ZH[name] if language == "zh" else name

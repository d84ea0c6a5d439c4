"""L015: guide, catalogue or information on the institution without an element that the law names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon import vocabulary
from gicat.rules.base import Finding
from gicat.rules.context import Context, Profile
from gicat.rules.facts import of_one_domain, topics
from gicat.rules.law import Authority, LawRule
from gicat.rules.statutory import names_any

__all__ = ["ElementMissing"]

_CALLED: Mapping[str, Phrase] = {
    "guide": Phrase("the guide", "公开指南"),
    "catalogue": Phrase("the catalogue", "公开目录"),
    "institution": Phrase("the information on the institution", "机构信息"),
}
_INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class Where:
    """The first item of a group, and the article that names its elements."""

    catalogue: int
    item: int
    within: schema.Item
    article: str


class ElementMissing(LawRule):
    """The content of guide, catalogue or institution does not name all that the law asks for.

    ## What it checks

    The content of the disclosure guide names nine elements (分类、编排体系、获取方式, and name, address, hours,
    telephone, fax and internet contact of the office), that of the catalogue four (索引、名称、内容概述、生成日期).
    All items about the institution together name six (职能、机构设置、办公地址、办公时间、联系方式、负责人姓名).

    ## Why

    条例 Arts. 12 and 20 (2) list these elements. What the catalogue does not name is forgotten when the page is
    written; office hours are what citizens miss most often.

    ## Known exceptions

    Usual synonyms count (网址 for 互联网联系方式, 领导姓名 for 负责人姓名). Catalogues of one domain, and those
    without any item about the institution, are not asked for it.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政府信息公开目录 | 政府信息的名称、生成日期 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政府信息公开目录 | 政府信息的索引、名称、内容概述、生成日期 | 《政府信息公开条例》 | 形成后20个工作日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 12 (2) and (3); Art. 20 (2).
    """

    code = "L015"
    name = "element-missing"
    severity = Severity.WARNING
    title = Phrase("element of guide, catalogue or institution missing", "指南、目录或机构信息缺少法定要素")
    authorities = (Authority("cn.sc.711.2019", "第十二条、第二十条第（二）项"),)

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number, catalogue in enumerate(document.catalogues):
            if of_one_domain(catalogue):
                continue
            for what, entry in vocabulary("statute")["elements"].items():
                own = [i for i, item in enumerate(catalogue.items) if _about(entry, item, context.profile)]
                groups = [own] if what == _INSTITUTION else [[index] for index in own]
                for group in groups:
                    missing = _missing(entry, [catalogue.items[index] for index in group])
                    if group and missing:
                        where = Where(number, group[0], catalogue.items[group[0]], entry["article"])
                        yield self._finding(where, _CALLED[what], missing)

    def _finding(self, where: Where, called: Phrase, missing: Sequence[str]) -> Finding:
        item, shown = where.within, "、".join(missing)
        field: schema.FieldName = "content" if item.content else "name"
        return self.found(
            Phrase(f"{called.en} lacks {shown}", f"{called.zh}未列{shown}"),
            Phrase(f"add them (条例{where.article})", f"请补充（条例{where.article}）"),
            catalogue=where.catalogue,
            item=where.item,
            within=item,
            field=field,
            quote=item.printed.get(field) or item.content or item.name or "",
        )


def _about(entry: Mapping[str, Any], item: schema.Item, profile: Profile) -> bool:
    """Whether the surest topic of an item, by its name or categories, is one of the entry's."""
    surest = next(iter(topics(item, profile)), None)
    return surest is not None and surest.source != "content" and surest.value in entry["topics"]


def _missing(entry: Mapping[str, Any], items: Sequence[schema.Item]) -> list[str]:
    """The elements that no content names; a name such as 内设机构 stands for what it says too."""
    text = "\n".join(f"{item.content or ''}\n{item.name or ''}" for item in items)
    if len(items) == 1 and items[0].content:
        text = items[0].content
    return [each["name"] for each in entry["elements"] if not names_any(each["words"], text)]

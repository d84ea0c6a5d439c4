"""L012: the instrument that governs the topic is not in the legal basis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon import vocabulary
from gicat.lexicon.instruments import registry, title_key
from gicat.rules.base import Finding
from gicat.rules.citing import cited
from gicat.rules.context import Context
from gicat.rules.law import Authority, LawRule
from gicat.rules.printed_text import cells
from gicat.rules.statutory import basis_of, concerns, limit, names_any
from gicat.text import key

__all__ = ["OwnInstrumentMissing"]

_LAWS = ("法", "条例", "法典")
_DISCLOSURE = ("cn.sc.711.2019", "cn.sc.492.2007")


class OwnInstrumentMissing(LawRule):
    """The legal basis lacks the instrument that governs the topic.

    ## What it checks

    The basis of budgets names 预算法, that of procurement 政府采购法, that of penalties and enforcement 行政处罚法
    (warnings); that of licences 行政许可法, of major decisions 国务院令第713号, of answers to deputies
    国办发〔2014〕46号, of the supervision of the medical insurance fund 国务院令第735号 (notes). Once for a printed
    cell and topic, at the first such item.

    ## Why

    条例 says that budgets are published; 预算法 says by when and by whom. A basis without it leads to the wrong time,
    which is what L008 to L010 then find.

    ## Known exceptions

    For penalties and licences any other law or regulation will do, that of the trade; for all, the documents that
    carry the instrument out. What has no basis at all is reported by F001.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 部门预算 | 预算报表 | 《政府信息公开条例》 | 财政部门批复后20日内 | 办公室 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 部门预算 | 预算报表 | 《政府信息公开条例》《预算法》 | 财政部门批复后20日内 | 办公室 |
    ```

    ## Options

    None.

    ## Source

    《预算法》 Art. 14; 《政府采购法实施条例》 (国务院令第658号) Arts. 43, 50; 《行政处罚法》 Art. 48; 《行政许可法》
    Arts. 5, 40; 国务院令第713号 Arts. 15, 32; 国务院令第735号 Arts. 10, 34; 国办发〔2014〕46号.
    """

    code = "L012"
    name = "own-instrument-missing"
    severity = Severity.WARNING
    title = Phrase("legal basis lacks the topic's own instrument", "公开依据缺少该事项的专门法规")
    authorities = (
        Authority("cn.npc.budget", "第十四条"),
        Authority("cn.sc.658.2015", "第四十三条、第五十条"),
        Authority("cn.npc.penalty", "第四十八条"),
        Authority("cn.npc.licence", "第五条、第四十条"),
        Authority("cn.sc.713.2019", "第十五条、第三十二条"),
        Authority("cn.sc.735.2021", "第十条、第三十四条"),
        Authority("cn.doc.guobanfa.2014.46"),
    )

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for cell in cells(document, "legal_basis"):
            items = document.catalogues[cell.catalogue].items
            for entry in vocabulary("statute")["basis"]:
                index = next((i for i in cell.sharers if _governed(entry, items[i], context)), None)
                if index is None or _has_own(entry, basis_of(items[index])):
                    continue
                item = items[index]
                yield self.found(
                    Phrase(
                        f"the basis of “{item.name}” lacks {entry['advice']}",
                        f"“{item.name}”的公开依据缺少{entry['advice']}",
                    ),
                    Phrase(f"add {entry['advice']}", f"请补充{entry['advice']}"),
                    catalogue=cell.catalogue,
                    item=index,
                    within=item,
                    field="legal_basis",
                    quote=cell.text,
                    places=cell.places,
                    severity=Severity(entry["severity"]),
                )


def _governed(entry: Mapping[str, Any], item: schema.Item, context: Context) -> bool:
    described = limit(entry["like"]) if "like" in entry else entry
    return concerns(described, item, context.profile)


def _has_own(entry: Mapping[str, Any], text: str) -> bool:
    """Whether a basis names an instrument of the topic, in 《》 or without."""
    given = cited(text)
    if any(each.instrument and each.instrument.id in entry["own"] for each in given):
        return True
    if any(one.id in entry["own"] for each in given for one in each.numbered):
        return True
    if names_any(entry.get("titles"), "".join(each.title for each in given)):
        return True
    if entry.get("laws") and any(_is_law(each.title) for each in given):
        return True
    folded = key(text)
    return any(title_key(registry().by_id[one].title) in folded for one in entry["own"])


def _is_law(title: str) -> bool:
    """Whether a title is that of a law or regulation other than the one on disclosure."""
    known = registry().titled(title)
    return title.endswith(_LAWS) and "信息公开" not in title and not any(one.id in _DISCLOSURE for one in known)

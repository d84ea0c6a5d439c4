"""F006: no item for the guide, the annual report or the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon.duties import duty_of
from gicat.rules.base import Finding, Rule, items
from gicat.rules.context import Context, Profile
from gicat.rules.facts import family, issuer, level, of_one_domain, topics

REQUIRED: Mapping[str, tuple[Phrase, Severity]] = MappingProxyType({
    "guide": (Phrase("disclosure guide (政府信息公开指南)", "政府信息公开指南"), Severity.ERROR),
    "annual_report": (Phrase("annual report (政府信息公开年度报告)", "政府信息公开年度报告"), Severity.ERROR),
    "catalogue": (Phrase("disclosure catalogue (政府信息公开目录)", "政府信息公开目录"), Severity.WARNING),
})  # fmt: skip
"""Topic to what it is called and how bad it is if no item has it."""

__all__ = ["RequiredItemMissing"]


class RequiredItemMissing(Rule):
    """The guide, the annual report or the catalogue itself is not among the items.

    ## What it checks

    An agency's catalogue lists the disclosure guide, the annual report on disclosure and the catalogue: in a name,
    a category or the content of an item. The severity is error for guide and annual report, warning for the
    catalogue.

    ## Why

    条例 Art. 4 makes all three a duty of every disclosure office, Art. 12 asks for guide and catalogue, Art. 49
    for the report.

    ## Known exceptions

    Catalogues of one domain (…领域标准目录), standard catalogues and untitled tables in which none of the three stands
    are not for a whole agency. Townships and subdistricts publish no annual report under Art. 49; companies and other
    institutions follow rules of their own (Art. 55).

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 政府信息公开指南 | 分类、获取方式、联系方式 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 政府信息公开年度报告 | 上一年度工作情况 | 《政府信息公开条例》 | 每年1月31日前 | 办公室 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 政府信息公开指南 | 分类、获取方式、联系方式 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 政府信息公开目录 | 索引、名称、内容概述、生成日期 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 政府信息公开年度报告 | 上一年度工作情况 | 《政府信息公开条例》 | 每年1月31日前 | 办公室 |
    ```

    ## Options

    None; `profile.issuer` in gicat.toml says what kind of body the issuer is where its name does not, `[facts]`
    whatever its name says.

    ## Source

    条例 Arts. 4, 12, 49, 55.
    """

    code = "F006"
    name = "required-item-missing"
    severity = Severity.ERROR
    title = Phrase("guide, annual report or catalogue is not among the items", "未列公开指南、年度报告或公开目录")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for a document and each of the three."""
        there = {topic.value for _, _, item in items(document) for topic in topics(item, context.profile)}
        asked = [name for name in REQUIRED if any(_asks(c, name, there, context.profile) for c in document.catalogues)]
        for name in asked:
            if name in there:
                continue
            called, severity = REQUIRED[name]
            yield self.found(
                Phrase(f"no item for the {called.en}", f"目录中没有“{called.zh}”"),
                Phrase(f"add an item for the {called.en}", f"请增列“{called.zh}”事项"),
                catalogue=0,
                quote=called.zh,
                severity=severity,
            )


def _asks(catalogue: schema.Catalogue, name: str, there: set[str], profile: Profile) -> bool:
    """Whether a catalogue of its kind has to list one of the three."""
    kind = family(catalogue, profile)
    bound = duty_of(name).binds(issuer(catalogue, profile).value, level(catalogue, profile).value)
    if of_one_domain(catalogue) or not bound:
        return False
    return kind.value in ("list", "basic", "matters") or bool(there & set(REQUIRED))

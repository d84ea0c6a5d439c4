"""F007: the heading of an overview announces what does not follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon.topics import topics as lexicon
from gicat.numerals import without_ordinal
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.text import key, squeeze

_PARTS = re.compile(r"[、和及与，,]")
_ENTRY = re.compile(r"^[【\[]([^【】\[\]]{2,12})[】\]]")

__all__ = ["AnnouncedElementMissing"]


class AnnouncedElementMissing(Rule):
    """An overview announces an element that does not follow.

    ## What it checks

    A numbered heading before the table that lists elements (二、责任主体、公开时限、方式和咨询监督渠道) is followed by
    entries 【责任主体】…, 【公开时限】… up to the next heading: one entry at least for each element.

    ## Why

    What the heading promises and the entries do not keep was forgotten, or lost when the overview was copied from
    another agency's.

    ## Known exceptions

    Headings that list one element only, and headings followed by plain text without 【】, are not judged.

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单
    一、责任主体、公开时限和监督渠道
    【责任主体】白鹭县水务局
    【监督渠道】监督电话：0589-6601001

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单
    一、责任主体、公开时限和监督渠道
    【责任主体】白鹭县水务局
    【公开时限】自信息形成之日起20个工作日内
    【监督渠道】监督电话：0589-6601001

    | 公开事项 | 公开内容 | 公开依据 | 公开主体 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 办公室 |
    | 部门预算 | 预算报表 | 《预算法》 | 财务科 |
    ```

    ## Options

    None.

    ## Source

    The overview (概述) of basic catalogues: its entries are the elements of 国办发〔2019〕54号 for all items.
    """

    code = "F007"
    name = "announced-element-missing"
    severity = Severity.WARNING
    title = Phrase("an overview announces an element that does not follow", "概述标题所列要素缺少内容")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for each announced element without an entry."""
        for number, catalogue in enumerate(document.catalogues):
            for section in _sections(catalogue):
                for code, part in _announced(section.heading):
                    if section.entries and not _kept(code, part, section.entries):
                        yield self.found(
                            Phrase(f"the heading announces “{part}”, but no such entry follows",
                                   f"标题列有“{part}”，其下没有相应内容"),
                            Phrase(f"add the entry 【{part}】, or take it out of the heading",
                                   f"请补充【{part}】，或从标题中删去"),
                            catalogue=number, quote=part, places=[section.place],
                        )  # fmt: skip


@dataclass(slots=True)
class _Section:
    """A heading of the overview, where it stands, and the labels of the entries under it."""

    heading: str
    place: schema.Place
    entries: list[str] = field(default_factory=list)


def _sections(catalogue: schema.Catalogue) -> list[_Section]:
    sections: list[_Section] = []
    for text in catalogue.preamble:
        for offset, line in enumerate(map(squeeze, text.text.splitlines())):
            if without_ordinal(line) != line:
                sections.append(_Section(without_ordinal(line), _below(text.place, offset)))
            elif sections and (entry := _ENTRY.match(line)):
                sections[-1].entries.append(entry[1])
    return sections


def _below(place: schema.Place, lines: int) -> schema.Place:
    """The place some lines below another, in a text file; elsewhere a paragraph has one place."""
    return place.model_copy(update={"line": place.line + lines}) if place.line is not None else place


def _announced(heading: str) -> list[tuple[str, str]]:
    """Element codes and words of a heading that lists two elements at least."""
    parts = [(code, part) for part in _PARTS.split(heading) if (code := _code(part))]
    return parts if len(parts) > 1 else []


def _code(part: str) -> str | None:
    folded = key(part)
    return next((e.code for e in lexicon().elements if any(word in folded for word in e.heading)), None)


def _kept(code: str, part: str, entries: list[str]) -> bool:
    """Whether an entry is called like an announced part, or by a word for the same element."""
    words = next(element.entry for element in lexicon().elements if element.code == code)
    return any(key(part) in key(entry) or any(word in key(entry) for word in words) for entry in entries)

"""S007: category headings that run into each other or come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.facts import heading_topics
from gicat.text import key

__all__ = ["CategoryHeadingConfused"]


class CategoryHeadingConfused(Rule):
    """A category heading holds another one, or comes back later.

    ## What it checks

    Headings of one level under one parent. A heading that consists of another heading and of words that
    name a topic of their own (概况信息部门文件 beside 部门文件) was probably written over or glued together;
    a heading that comes back after another one splits its category.

    ## Why

    Readers look for a category in one place. A glued heading hides which category the items belong to.

    ## Known exceptions

    A heading that narrows another (其他政策文件 beside 政策文件, 公共服务事项 beside 公共服务) is fine: what remains
    of it names no topic. So are headings joined by 及, 和, 与 or 、.

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 事项类别 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构信息 | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 财政信息 | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 |
    | 机构信息 | 领导信息 | 姓名、分工 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 事项类别 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构信息 | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 机构信息 | 领导信息 | 姓名、分工 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 财政信息 | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 12 (the catalogue has an index); a catalogue is read by its categories.
    """

    code = "S007"
    name = "category-heading-confused"
    severity = Severity.WARNING
    title = Phrase("a category heading holds another one, or comes back", "类别名称相互包含或重复出现")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """Findings at the first item of the glued heading, and where a heading comes back."""
        for number, catalogue in enumerate(document.catalogues):
            runs = _runs(catalogue)
            for run in runs:
                siblings = {other.heading for other in runs if other.parents == run.parents}
                inner = None if run.again else _glued(run.heading, siblings)
                if inner is None and not run.again:
                    continue
                yield self.found(
                    Phrase(f"category “{run.heading}” comes back after others",
                           f"类别“{run.heading}”在其他类别之后再次出现")
                    if run.again
                    else Phrase(f"category “{run.heading}” contains another category, “{inner}”",
                                f"类别“{run.heading}”包含另一类别“{inner}”"),
                    Phrase("move the rows to the others of their category", "请将同类事项排在一起")
                    if run.again
                    else Phrase(f"take “{inner}” out of the heading, or split the category",
                                f"请从类别名称中删去“{inner}”，或拆分类别"),
                    catalogue=number, item=run.item, within=catalogue.items[run.item], field="categories",
                    quote=run.heading if run.again else inner,
                )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring items under one heading: the headings above it, its first item, whether it was there before."""

    parents: tuple[str, ...]
    heading: str
    item: int
    again: bool


def _runs(catalogue: schema.Catalogue) -> list[_Run]:
    runs: list[_Run] = []
    seen: set[tuple[str, ...]] = set()
    above: list[str] = []
    for index, item in enumerate(catalogue.items):
        for level in range(len(item.categories)):
            path = tuple(item.categories[: level + 1])
            if tuple(above[: level + 1]) == path:
                continue
            again = path in seen
            runs.append(_Run(path[:-1], path[-1], index, again))
            seen.add(path)
            if again:
                break  # its inner headings come back with it
        above = item.categories
    return runs


_JOINERS = ("及", "和", "与", "、", "暨", "或", "/", ",", "(", ")")


def _glued(heading: str, siblings: set[str]) -> str | None:
    """The sibling that a heading begins or ends with, if the rest names a topic of its own."""
    folded = key(heading)
    for sibling in sorted(siblings - {heading}, key=lambda name: (-len(name), name)):
        part = key(sibling)
        if not part or part == folded or not (folded.startswith(part) or folded.endswith(part)):
            continue
        rest = folded.removesuffix(part) if folded.endswith(part) else folded.removeprefix(part)
        joined = rest.startswith(_JOINERS) or rest.endswith(_JOINERS)
        if not joined and heading_topics(rest) - heading_topics(part):
            return sibling
    return None

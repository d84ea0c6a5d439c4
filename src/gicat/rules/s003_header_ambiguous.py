"""S003: a header label that is unknown, or has several senses of which the values decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.recognise.headers import header_of
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.facts import FIELDS
from gicat.text import key

UNSETTLED: Mapping[str, str] = MappingProxyType({"公开责任": "responsible_units"})
"""Labels that do not say what they hold, and the field they are read as."""

__all__ = ["HeaderAmbiguous"]


class HeaderAmbiguous(Rule):
    """A header label does not say what the column holds.

    ## What it checks

    Labels that are in no list of known labels (kept in `extra`), and labels with several senses, for which the
    values under them or a convention decided: 公开方式 over publication forms or channels, 公开形式, 公开责任.
    The finding says how the column was read.

    ## Why

    Two agencies that use one label for two things cannot be compared; a label of the template says the same to
    everybody.

    ## Known exceptions

    公开方式 over access modes is the template's own label. Labels of known columns that have no field of
    their own (备注) are not reported.

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 | 公开责任 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 白鹭县水务局 | ■政府网站 □政府公报 | 办公室 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 白鹭县水务局 | ■政府网站 □政府公报 | 财务科 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 | 责任科室 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 白鹭县水务局 | ■政府网站 □政府公报 | 办公室 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 白鹭县水务局 | ■政府网站 □政府公报 | 财务科 |
    ```

    ## Options

    None; header aliases of one's own in gicat.toml make a label known.

    ## Source

    Labels of the template of 国办发〔2019〕54号; a survey of published catalogues.
    """

    code = "S003"
    name = "header-ambiguous"
    severity = Severity.INFO
    title = Phrase("a header label is unknown or has several senses", "表头名称不明确")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for each column."""
        for index, catalogue in enumerate(document.catalogues):
            for column in catalogue.columns:
                if not column.label or column.option is not None or (told := _told(column)) is None:
                    continue
                message, suggestion = told
                yield self.found(
                    message,
                    suggestion,
                    catalogue=index,
                    field=column.field,
                    quote="/".join(column.label),
                    places=column.places[-1:],
                )


def _told(column: schema.Column) -> tuple[Phrase, Phrase] | None:
    """Message and suggestion for a column, or None for a label that is clear."""
    label = column.label[-1]
    known = next((header for text in reversed(column.label) if (header := header_of(text))), None)
    if column.field is None:
        if known is not None:
            return None
        return (
            Phrase(f"column “{label}” is no known one; it is kept as it is", f"“{label}”不是已知的栏目，原样保留"),
            Phrase("use a label of the template, or declare an alias in gicat.toml",
                   "请使用标准栏目名称，或在 gicat.toml 中声明别名"),
        )  # fmt: skip
    sense = FIELDS[column.field]
    several = known is not None and known.senses and key(label) != key(sense.zh)
    if not several and UNSETTLED.get(key(label)) != column.field:
        return None
    return (
        Phrase(
            f"column “{label}” has several senses; it is read as {sense.en}", f"“{label}”含义不唯一，按“{sense.zh}”读取"
        ),
        Phrase(f"name it {sense.zh}, so that it says what it holds", f"建议将栏目名称改为“{sense.zh}”"),
    )

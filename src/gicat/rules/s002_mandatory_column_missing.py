"""S002: a column that the family of the catalogue must have is absent."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.facts import FIELDS, family

MANDATORY: tuple[schema.FieldName, ...] = (
    "name", "content", "legal_basis", "deadline", "publishers", "access_modes", "channels", "audiences",
)  # fmt: skip
"""名称、内容、依据、时限、主体、方式、渠道、公开对象 (国办发〔2019〕54号)."""

__all__ = ["MandatoryColumnMissing"]


class MandatoryColumnMissing(Rule):
    """A column is absent that a catalogue of its family must have.

    ## What it checks

    Each of the eight elements has a column: name, content, legal basis, deadline, publisher, access mode (主动 or
    依申请), channels and audience. An element that is stated once for all items before the table counts as there;
    a column of responsible units counts for the publisher. The severity is error for a standard catalogue
    (标准目录), warning for the other families, to which the list of elements is recommended only.

    ## Why

    国办发〔2019〕54号 names the eight elements of a standard catalogue. Without them a reader cannot tell whom an item
    is for, or whether it is published without being asked for.

    ## Known exceptions

    A column 公开方式 that holds publication forms (全文发布, 政策解读) is not one of access modes; the finding says so.

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 | 公开方式 |
    | 1 | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 | ■政府网站 □政府公报 | 主动公开 |
    | 2 | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 | ■政府网站 □政府公报 | 主动公开 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 | 公开方式 | 公开对象 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 | ■政府网站 □政府公报 | 主动公开 | 全社会 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 | ■政府网站 □政府公报 | 主动公开 | 全社会 |
    ```

    ## Options

    None; `profile.family` in gicat.toml replaces the family that the title shows.

    ## Source

    国办发〔2019〕54号, as provincial notices restate it: 标准目录应包括公开事项的名称、内容、依据、时限、主体、方式、
    渠道、公开对象等要素.
    """

    code = "S002"
    name = "mandatory-column-missing"
    severity = Severity.ERROR
    title = Phrase("a mandatory column is missing", "缺少必备栏目")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for each catalogue and element."""
        for index, catalogue in enumerate(document.catalogues):
            kind = family(catalogue, context.profile).value
            for element in MANDATORY:
                if _stated(catalogue, element):
                    continue
                namesake = _namesake(catalogue, element)
                message, suggestion = _taken(element, namesake) if namesake else _absent(element)
                shown = [namesake] if namesake else catalogue.columns
                yield self.found(
                    message,
                    suggestion,
                    catalogue=index,
                    field=element,
                    quote=" | ".join("/".join(column.label) for column in shown),
                    places=[place for column in shown[:1] for place in column.places],
                    severity=Severity.ERROR if kind == "standard" else Severity.WARNING,
                )


def _absent(element: schema.FieldName) -> tuple[Phrase, Phrase]:
    field = FIELDS[element]
    return (
        Phrase(f"no column for the {field.en}", f"缺少“{field.zh}”栏"),
        Phrase(
            f"add a column {field.zh}, or state it once for all items before the table",
            f"请增设“{field.zh}”栏，或在表前统一注明",
        ),
    )


def _namesake(catalogue: schema.Catalogue, element: schema.FieldName) -> schema.Column | None:
    """The column that has the label of an element and holds another field's values."""
    label = FIELDS[element].zh
    return next((c for c in catalogue.columns if c.field not in (None, element) and label in c.label), None)


def _taken(element: schema.FieldName, column: schema.Column) -> tuple[Phrase, Phrase]:
    field, held = FIELDS[element], FIELDS[column.field or element]
    values = "（主动公开/依申请公开）" if element == "access_modes" else ""
    return (
        Phrase(
            f"no column for the {field.en}: your {field.zh} holds {held.zh} ({held.en})",
            f"缺少“{field.zh}”栏：现有“{field.zh}”栏填写的是{held.zh}",
        ),
        Phrase(
            f"rename it {held.zh} and add {field.zh}{values}",
            f"请将该栏改名为“{held.zh}”，另设“{field.zh}”栏{values}",
        ),
    )


def _stated(catalogue: schema.Catalogue, element: schema.FieldName) -> bool:
    """Whether an element has a column, or a value stated for the whole catalogue."""
    fields = {column.field for column in catalogue.columns}
    if element in fields or (element == "publishers" and "responsible_units" in fields):
        return True
    if element == "legal_basis" and catalogue.legal_basis is not None:
        return True
    return bool(catalogue.items) and all(item.inherited.get(element) == "default" for item in catalogue.items)

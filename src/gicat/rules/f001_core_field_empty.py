"""F001: an item has nothing in a field that every item needs."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.marks import DASHES
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.facts import FIELDS

CORE: tuple[schema.FieldName, ...] = ("name", "content", "legal_basis", "deadline", "publishers")

__all__ = ["CoreFieldEmpty"]


class CoreFieldEmpty(Rule):
    """A core field of an item is empty.

    ## What it checks

    Name, content, legal basis, deadline and publisher of every item, after merged cells, blanks that continue
    the row above, dittos and statements before the table are counted in. A dash alone counts as empty.

    ## Why

    An empty cell leaves the public without the what, why, when or who of an item; the national survey of
    government websites counts 空白栏目 as a fault.

    ## Known exceptions

    What is not disclosed (不予公开) has no deadline. Fields for which the table has no column at all are reported
    once, by S002. Cells that the end of a
    cut-off file lost are reported by S004.

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构概况 | | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 部门预算 | 预算报表 | | 20日内 | 财务科 |
    ```

    ## Options

    None.

    ## Source

    国办发〔2019〕54号 (elements of a catalogue); 条例 Art. 12.
    """

    code = "F001"
    name = "core-field-empty"
    severity = Severity.ERROR
    title = Phrase("a core field of an item is empty", "事项的必填栏目为空")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for each item and empty field."""
        cut = any(told.code == "P004" for told in document.diagnostics)
        for number, catalogue in enumerate(document.catalogues):
            columns = {column.field: bool(column.label) for column in catalogue.columns}
            asked = [field for field in CORE if field in columns]
            for index, item in enumerate(catalogue.items):
                last = number == len(document.catalogues) - 1 and index == len(catalogue.items) - 1
                for field in asked:
                    if (
                        not _empty(catalogue, item, field)
                        or (cut and last)
                        or (field == "deadline" and _withheld(item))
                    ):
                        continue
                    yield self.found(
                        Phrase(f"“{item.name or ''}” has no {FIELDS[field].en}",
                               f"“{item.name or ''}”的“{FIELDS[field].zh}”为空"),
                        Phrase(f"fill in the {FIELDS[field].en}", f"请填写“{FIELDS[field].zh}”"),
                        catalogue=number, item=index, within=item, field=field, quote=item.printed.get(field, ""),
                        places=item.places.get(field) or item.places.get("name") or (),
                        inferred=not columns[field],
                    )  # fmt: skip


def _withheld(item: schema.Item) -> bool:
    """Whether an item says of itself that it is not disclosed."""
    chosen = {option.code for option in item.access_modes if option.checked}
    return chosen == {"not_disclosed"}


def _empty(catalogue: schema.Catalogue, item: schema.Item, field: schema.FieldName) -> bool:
    """Whether an item says nothing in a field: neither a value nor, where the print is known, a character of it."""
    if field == "legal_basis" and catalogue.legal_basis is not None:
        return False
    value = getattr(item, field)
    text = getattr(value, "text", None) if field in ("legal_basis", "deadline") else value
    shown = item.printed.get(field) or (text if isinstance(text, str) else "".join(text or ()))
    return not shown.strip() or shown.strip() in DASHES

"""F004: nobody to call about an item."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.recognise.contacts import contacts
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context

__all__ = ["PhoneMissing"]


class PhoneMissing(Rule):
    """There is no telephone for enquiries or complaints.

    ## What it checks

    An item has a telephone of its own, or one is printed for the whole document: before or after the table or
    elsewhere on the page. If there is none at all, the document has one finding, not each item.

    ## Why

    条例 Art. 12 makes the telephone a part of how disclosure is described, Arts. 47 and 51 let the public complain. A
    catalogue is where people look for the number.

    ## Known exceptions

    None.

    ## Example

    ```text
    白鹭县水务局政府信息主动公开目录清单

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 |
    ```

    ## Not an example

    ```text
    白鹭县水务局政府信息主动公开目录清单
    监督电话：0589-6601001

    | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | 机构概况 | 名称、地址 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
    | 部门预算 | 预算报表 | 《预算法》 | 20日内 | 财务科 |
    ```

    ## Options

    None.

    ## Source

    条例 Arts. 12 (2), 47, 51.
    """

    code = "F004"
    name = "phone-missing"
    severity = Severity.WARNING
    title = Phrase("there is no telephone for enquiries", "缺少咨询监督电话")

    _SUGGESTION = Phrase("state the telephone for enquiries and complaints", "请写明咨询及监督举报电话")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """One finding for a document without any number, else one for each item that none is for."""
        items = [item for catalogue in document.catalogues for item in catalogue.items]
        if not items or _stated_once(document):
            return
        if not any(_phone(item.contacts) for item in items):
            yield self.found(
                Phrase("no telephone is printed anywhere", "全文未见咨询监督电话"), self._SUGGESTION,
                catalogue=0, field="contacts", quote=document.catalogues[0].title or "",
            )  # fmt: skip
            return
        for number, catalogue in enumerate(document.catalogues):
            for index, item in enumerate(catalogue.items):
                if not _phone(item.contacts):
                    yield self.found(
                        Phrase(f"“{item.name or ''}” has no telephone", f"“{item.name or ''}”未写明咨询监督电话"),
                        self._SUGGESTION,
                        catalogue=number, item=index, within=item, field="contacts",
                        quote=item.printed.get("contacts", ""),
                        places=item.places.get("contacts") or item.places.get("name") or (),
                    )  # fmt: skip


def _stated_once(document: schema.Document) -> bool:
    """Whether a number is printed for the whole document, anywhere outside the items."""
    if any(_phone(catalogue.contacts) for catalogue in document.catalogues):
        return True
    return any(found.kind == "phone" for text in document.unplaced for found in contacts(text.text, named_only=True))


def _phone(given: list[schema.Contact]) -> bool:
    return any(contact.kind == "phone" for contact in given)

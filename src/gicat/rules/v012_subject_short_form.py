"""V012: a publisher that is no full name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.grid import Printed
from gicat.recognise.organisations import organisations
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import PrintedCell, catalogue_cells
from gicat.rules.subjects import full_agency, is_office, is_short_form, is_vague

__all__ = ["ShortSubject"]


class ShortSubject(Rule):
    """The publisher is a short form or an internal office.

    ## What it checks

    A name in the publisher column (公开主体) is the full name of a body: not 市医保局 for the agency the title
    names in full, and not an office inside it (办公室, 综合科). Each name is reported once a catalogue, at its
    first cell, with every place.

    ## Why

    条例 Art. 10: the administrative body publishes; its offices do so only if they act in their own name. A short
    form is not found by those who search for the agency.

    ## Known exceptions

    A note only: many catalogues keep the office in this column on purpose. Responsible units may be offices.

    ## Example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政策文件 | 文件全文 | 《政府信息公开条例》 | 形成后20个工作日内 | 市水务局 |
    ```

    ## Not an example

    ```
    示例市水务局主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政策文件 | 文件全文 | 《政府信息公开条例》 | 形成后20个工作日内 | 示例市水务局 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 10.
    """

    code = "V012"
    name = "subject-short-form"
    severity = Severity.INFO
    title = Phrase("publisher is a short form or an internal office", "公开主体为简称或内设机构")
    fixable = "unsafe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number, catalogue in enumerate(document.catalogues):
            full = full_agency(catalogue)
            named: dict[str, list[PrintedCell]] = defaultdict(list)
            for cell in catalogue_cells(document, number, "publishers"):
                for name in dict.fromkeys(organisations(Printed(cell.text))):
                    if not is_vague(name) and (is_office(name) or is_short_form(name, full)):
                        named[name].append(cell)
            for name, having in named.items():
                yield self._finding(name, having, full)

    def _finding(self, name: str, having: list[PrintedCell], full: str | None) -> Finding:
        where = having[0].where
        where["places"] = [place for cell in having for place in cell.places]
        if is_office(name):
            return self.found(
                Phrase(
                    f"“{name}” is an internal office ({len(having)} cells)",
                    f"“{name}”是内设机构（{len(having)}处）",
                ),
                Phrase("name the agency here, the office under 责任科室", "公开主体请写机关名称，科室写入责任科室栏"),
                quote=name,
                **where,
            )
        return self.found(
            Phrase(f"“{name}” is a short form ({len(having)} cells)", f"“{name}”是简称（{len(having)}处）"),
            Phrase(f"write the full name {full or ''}".strip(), f"请写全称{full or ''}"),
            quote=name,
            fix=Fix(_spelled_out(having, name, full), False, name, full) if full else None,
            **where,
        )


def _spelled_out(having: list[PrintedCell], name: str, full: str) -> Callable[[schema.Document], None]:
    """What writes the full name into every cell that has the short one."""

    def apply(document: schema.Document) -> None:
        for cell in having:
            for index in cell.sharers:
                item = document.catalogues[cell.catalogue].items[index]
                item.publishers = [full if each == name else each for each in item.publishers]
                if "publishers" in item.printed:
                    item.printed["publishers"] = "、".join(item.publishers)

    return apply

"""V011: a publisher that names nobody."""

from __future__ import annotations

from collections.abc import Iterator

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.grid import Printed
from gicat.recognise.organisations import organisations
from gicat.rules.base import Finding, Fix, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import PrintedCell, cells
from gicat.rules.subjects import is_class, is_ditto, is_vague

__all__ = ["UnspecificSubject"]


class UnspecificSubject(Rule):
    """The publisher names nobody in particular.

    ## What it checks

    Each name in the publisher column (公开主体) is that of one body or office, not 各科室, 相关部门, 制定处室 or
    下属单位, and not 同上; nor does it join such a group to a body (水利局及相关部门, 水利局各科室). Without
    a publisher column the column of responsible units is read.

    ## Why

    条例 Art. 10 makes the body that made the information responsible for publishing it; a group of unnamed offices
    cannot be asked for anything.

    ## Known exceptions

    Towns and villages as a class (各乡镇人民政府) are a note: the templates of county governments use them.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政策文件 | 文件全文 | 《政府信息公开条例》 | 形成后20个工作日内 | 各科室 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
    | --- | --- | --- | --- | --- |
    | 政策文件 | 文件全文 | 《政府信息公开条例》 | 形成后20个工作日内 | 法规科 |
    ```

    ## Options

    None.

    ## Source

    条例 Art. 10.
    """

    code = "V011"
    name = "subject-unspecific"
    severity = Severity.WARNING
    title = Phrase("publisher names nobody in particular", "公开主体未具体指明")
    fixable = "unsafe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        for number, catalogue in enumerate(document.catalogues):
            named = any(item.publishers for item in catalogue.items)
            field: schema.FieldName = "publishers" if named else "responsible_units"
            for cell in cells(document, field):
                if cell.catalogue != number:
                    continue
                names = organisations(Printed(cell.text))
                vague = [name for name in names if is_vague(name) or is_ditto(name)]
                classes = [name for name in names if is_class(name) and name not in vague]
                if classes:
                    shown = "、".join(classes)
                    yield self.found(
                        Phrase(f"“{shown}” is a class of governments", f"“{shown}”是一类机关，不是一个机关"),
                        Phrase("name each of them where the catalogue is one body's", "单个机关的目录，请逐一写明"),
                        quote=classes[0],
                        severity=Severity.INFO,
                        **cell.where,
                    )
                if vague:
                    shown = "、".join(vague)
                    ditto = cell.within.inherited.get(field) == "ditto"
                    yield self.found(
                        Phrase(f"“{shown}” names nobody in particular", f"“{shown}”未指明具体的公开主体"),
                        Phrase("name the body or office", "请写明具体的机关或科室"),
                        quote=vague[0],
                        fix=_expanded(cell) if ditto else None,
                        **cell.where,
                    )


def _expanded(cell: PrintedCell) -> Fix:
    """Writes out the names that 同上 stands for."""
    names = "、".join(getattr(cell.within, cell.field))

    def apply(document: schema.Document) -> None:
        for index in cell.sharers:
            item = document.catalogues[cell.catalogue].items[index]
            item.printed[cell.field] = names
            if item.inherited.get(cell.field) == "ditto":
                del item.inherited[cell.field]

    return Fix(apply, False, cell.text, names)

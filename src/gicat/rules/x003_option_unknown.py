"""X003: an option that is in no codelist."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon import lexicon
from gicat.rules.base import Finding, Rule
from gicat.rules.context import Context
from gicat.rules.facts import FIELDS
from gicat.rules.option_cells import LISTS, OptionCell, option_cells
from gicat.text import key

__all__ = ["OptionUnknown"]


class OptionUnknown(Rule):
    """The label of an option is in no codelist.

    ## What it checks

    Every boxed option of the channels and publication forms is one of the codelist or a known name of one (a
    warning where not). A label that differs in one character from the preferred one (公开查询点 for 公开查阅点) is
    a note. Each label is reported once a catalogue.

    ## Why

    Programs that collect catalogues compare them by codes; a label nobody knows is a channel nobody counts.

    ## Known exceptions

    Lists without boxes are words of the author and are not compared. Options of one's own go into `options` of
    gicat.toml, or into `allow` here.

    ## Example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □政府公报 □飞鸽传书 |
    ```

    ## Not an example

    ```
    示例市主动公开目录
    | 事项名称 | 公开内容 | 公开依据 | 公开时限 | 公开渠道 |
    | --- | --- | --- | --- | --- |
    | 机构简介 | 职能 | 《政府信息公开条例》 | 形成后20个工作日内 | ☑政府网站 □政府公报 □其他：飞鸽传书 |
    ```

    ## Options

    `allow`: further labels that are right, a list; default empty.

    ## Source

    条例 Arts. 23 to 25; the template of the standard catalogues (国办发〔2019〕54号).
    """

    code = "X003"
    name = "option-unknown"
    severity = Severity.WARNING
    title = Phrase("option in no codelist", "选项不在代码表中")
    options = MappingProxyType({"allow": ()})

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """See the class."""
        allowed = context.option(self.code, "allow", ())
        known = {key(str(label)) for label in allowed} if isinstance(allowed, (list, tuple)) else set()
        for number in range(len(document.catalogues)):
            seen = set(known)
            for each in option_cells(document, number, *LISTS):
                for option in each.options:
                    if key(option.label) not in seen and option.mark is not None and option.checked is not None:
                        seen.add(key(option.label))
                        yield from self._judged(each, option)

    def _judged(self, each: OptionCell, option: schema.Option) -> Iterator[Finding]:
        field = FIELDS[each.cell.field]
        if option.code is None and lexicon().code(each.cell.field, option.label) is None:
            yield self.found(
                Phrase(
                    f"“{option.label}” is no known option of the {field.en}",
                    f"“{option.label}”不是{field.zh}的已知选项",
                ),
                Phrase("use a label of the template, or 其他：…", "请使用标准选项，或写作“其他：…”"),
                quote=option.label,
                **each.cell.where,
            )
            return
        meant = _slip_for(each.cell.field, option)
        if meant:
            yield self.found(
                Phrase(f"“{option.label}” is read as “{meant}”", f"“{option.label}”按“{meant}”理解"),
                Phrase(f"write {meant}", f"请写作“{meant}”"),
                quote=option.label,
                severity=Severity.INFO,
                **each.cell.where,
            )


def _slip_for(field: str, option: schema.Option) -> str | None:
    """The preferred label of an option's code where the printed one differs from it in one character."""
    labels = lexicon().options[field]
    preferred = next((label for label, code in labels.items() if code == option.code), "")
    label = key(option.label)
    differing = sum(a != b for a, b in zip(label, preferred, strict=False))
    return preferred if len(label) == len(preferred) >= 4 and differing == 1 else None

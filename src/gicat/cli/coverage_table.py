"""Coverage as tables for a terminal: duties down, bodies across, as many as fit."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from gicat.cli.coverage_formats import Body
from gicat.diagnostics import Language, Phrase
from gicat.lexicon.duties import Duty, duties
from gicat.numerals import han
from gicat.writers.terminal import shown

if TYPE_CHECKING:
    from rich.table import Table

    from gicat.rules.coverage import Covered

_MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"listed": ("✓", "green"), "mentioned": ("○", "yellow"), "missing": ("–", "red"), "not_required": ("", "")}
)
"""State to its mark and colour."""
_LEGEND = Phrase(
    "✓ an item is about it   ○ only a content mentions it   – nothing   blank: not asked of this body",
    "✓ 有事项   ○ 仅在公开内容中提及   – 无   空白：不作要求",
)
_NO_CATALOGUE = Phrase("no catalogue", "无目录")
_COUNT = Phrase("covered", "合计")
_KINDS: Mapping[str, Phrase] = MappingProxyType({
    "department": Phrase("department", "政府部门"), "government": Phrase("government", "人民政府"),
    "government_office": Phrase("government office", "政府办公厅（室）"), "township": Phrase("township", "乡镇"),
    "subdistrict": Phrase("subdistrict", "街道"), "vertical_agency": Phrase("vertical agency", "垂直管理部门"),
    "authorised_organisation": Phrase("authorised organisation", "授权组织"), "other": Phrase("other", "其他"),
})  # fmt: skip
_LEVELS: Mapping[str | None, Phrase] = MappingProxyType({
    None: Phrase("level unknown", "层级不详"), "national": Phrase("national", "国家"),
    "province": Phrase("province", "省级"), "prefecture": Phrase("prefecture", "地市级"),
    "city": Phrase("city of prefecture or county level", "市（地级或县级）"), "county": Phrase("county", "县级"),
    "township": Phrase("township", "乡级"),
})  # fmt: skip
_WIDEST, _NARROW, _DUTY = 44, 5, 26
_NAMED = 3


def as_table(bodies: Sequence[Body], language: Language, *, width: int, color: bool, names: bool) -> str:
    """The tables and what their marks and numbers mean.

    Args:
        bodies: what is compared, in order.
        language: of everything but names.
        width: columns of the terminal.
        color: whether to use its colours.
        names: whether to name the items that meet a duty for several bodies too, not for a single one only.
    """
    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=color, color_system="standard" if color else None,
                      highlight=False)  # fmt: skip
    named = names or len(bodies) == 1
    room = max(1, (width - _DUTY - 12) // ((_WIDEST // 2 if named else _NARROW) + 3))
    for start in range(0, len(bodies), room):
        console.print(_table(bodies, range(start, min(start + room, len(bodies))), language, named=named))
    for number, body in enumerate(bodies, 1):
        console.print(f"{number}  {_who(body, language)}", markup=False, soft_wrap=True)
    console.print(_in(_LEGEND, language), markup=False)
    return out.getvalue()


def _table(bodies: Sequence[Body], numbers: Sequence[int], language: Language, *, named: bool) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table()
    table.add_column("", no_wrap=True)
    table.add_column("", min_width=_DUTY, max_width=_WIDEST, overflow="fold")
    for number in numbers:
        table.add_column(str(number + 1), justify="left" if named else "center", overflow="fold")
    shown_bodies = [bodies[number].coverage for number in numbers]
    for index, duty in enumerate(duties()):
        cells = [each.duties[index] if each else None for each in shown_bodies]
        if any(cell and cell.state != "not_required" for cell in cells):
            texts = [Text(_cell(cell, named), style=_MARKS[cell.state][1] if cell else "") for cell in cells]
            table.add_row(_label(duty, language), Text(_in(Phrase(duty.en, duty.zh), language)), *texts)
    table.add_section()
    table.add_row("", _in(_COUNT, language), *(_counted(each.duties) if each else "" for each in shown_bodies))
    return table


def _label(duty: Duty, language: Language) -> str:
    if language == "zh":
        return f"第{han(duty.article)}条" + (f"（{han(duty.item)}）" if duty.item else "")
    return f"Art. {duty.article}" + (f" ({duty.item})" if duty.item else "")


def _cell(covered: Covered | None, named: bool) -> str:
    if covered is None:
        return ""
    words = list(dict.fromkeys(met.within.name or met.evidence for met in covered.by)) if named else []
    more = f" +{len(words) - _NAMED}" if len(words) > _NAMED else ""
    return shown(" ".join(filter(None, (_MARKS[covered.state][0], "、".join(words[:_NAMED]) + more))))


def _counted(covered: Sequence[Covered]) -> str:
    bound = [each for each in covered if each.state != "not_required"]
    return f"{sum(each.state != 'missing' for each in bound)}/{len(bound)}"


def _who(body: Body, language: Language) -> str:
    return "  ".join(shown(word) for word in _words(body, language))


def _words(body: Body, language: Language) -> Iterator[str]:
    yield body.path
    if body.coverage is None:
        yield _in(_NO_CATALOGUE, language)
        return
    if body.coverage.agency or body.coverage.region:
        yield body.coverage.agency or body.coverage.region or ""
    kind, level = _KINDS[body.coverage.issuer.value], _LEVELS[body.coverage.level.value]
    yield _in(Phrase(f"{kind.en}, {level.en}", f"{kind.zh}，{level.zh}"), language)


def _in(phrase: Phrase, language: Language) -> str:
    return phrase.zh if language == "zh" else phrase.en

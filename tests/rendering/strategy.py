"""Hypothesis strategies for whole catalogues: a house style, and items whose values are stated.

    @given(cases())
    def test_reads_back(case): ...   # print compose(case.printed, case.house); case.stated is what it must parse to

Values come from `vocabulary`; what is drawn is how they are put together: columns and their order, labels, merges,
option lists, ticks, long texts, odd characters, blanks, dates, notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.rendering import vocabulary as words
from tests.rendering.houses import Column, House

Value = dict[str, Any]
Draw = Callable[[st.SearchStrategy[Any]], Any]
T = TypeVar("T")
ALL = list(HealthCheck)
OPTION_FIELDS = ("channels", "forms", "audiences", "access_modes", "levels")
SHARED = ("legal_basis", "publishers", "deadline", "channels", "forms", "responsible_units", "contacts")
"""Fields of which neighbouring rows share a value: each catalogue has few of them."""


@dataclass(frozen=True)
class Case:
    """A catalogue and how it is printed.

    Attributes:
        printed: in the contract's shape, texts as printed.
        house: the house style.
    """

    printed: Value
    house: House

    @cached_property
    def stated(self) -> Value:
        """The catalogue that the print says: every text as a value, the line with the date in the preamble."""
        stated: Value = _valued(self.printed)
        if stated["published"]:
            stated["preamble"].append({"text": f"发布时间：{stated['published']}"})
        return stated


def _valued(value: Any) -> Any:
    """Texts as values: white space goes but between Latin letters, ⼈ is 人 (DESIGN: print and value)."""
    if isinstance(value, str):
        text = re.sub(r"(?<=[!-~])\s+(?=[!-~])", " ", value.replace("⼈", "人"))
        return re.sub(r"(?<![!-~])\s+|\s+(?![!-~])", "", text)
    if isinstance(value, dict):
        return {key: _valued(one) for key, one in value.items()}
    return [_valued(one) for one in value] if isinstance(value, list) else value


def _pick(draw: Draw, choices: Sequence[Any]) -> Any:
    return draw(st.sampled_from(list(choices)))


def _one_in(draw: Draw, number: int) -> bool:
    return bool(draw(st.integers(1, number)) == number)


# --- house styles ---------------------------------------------------------------------------------------------------

_LABELS: Mapping[str, tuple[str, ...]] = {
    "content": ("公开内容", "公开内容（要素）", "公开内容\n（要素）", "内容"),
    "legal_basis": ("公开依据", "法律依据"),
    "publishers": ("公开主体", "责任主体", "发布机构"),
    "deadline": ("公开时限", "公开期限", "公开时间"),
    "channels": ("公开渠道", "公开渠道和载体", "公开途径", "公开形式"),
    "forms": ("公开方式", "发布方式"),
    "responsible_units": ("公开责任", "责任科室", "责任单位"),
    "contacts": ("监督电话", "咨询及监督举报电话", "联系电话"),
}
_WIDTHS = {"content": 120, "legal_basis": 108, "publishers": 60, "deadline": 66, "channels": 150, "forms": 96,
           "responsible_units": 62, "contacts": 80}  # fmt: skip
_FLAT_LEVELS = (
    ("类别", "公开事项"),
    ("事项类别", "事项名称"),
    ("公开领域", "类别", "公开事项"),
    ("一级事项", "二级事项"),
)
_GROUPED_LEVELS = (("一级事项", "二级事项"), ("一级事项", "二级事项", "三级事项"), ("一级", "二级"))


@st.composite
def houses(draw: Draw) -> House:
    """A house style: of the 目录清单, 事项目录 kind with one header row, or of the 标准目录 kind with two."""
    grouped = draw(st.booleans())
    merging = _pick(draw, ("shared", "shared", "categories", "none"))
    levels = _pick(draw, _GROUPED_LEVELS if grouped else _FLAT_LEVELS)
    over = ("公开事项",) if grouped else ()
    columns = [Column(("序号",), "number", 28)] if draw(st.booleans()) else []
    headings = _one_in(draw, 5)
    columns += [
        Column((*over, label), "categories", 48, level, shared=merging != "none")
        for level, label in enumerate(levels[:-1], int(headings))
    ]
    columns.append(Column((*over, levels[-1]), "name", 64))
    columns += _value_columns(draw, grouped, shared=merging == "shared")
    if grouped:
        columns += _tick_columns(draw)
    if _one_in(draw, 4):
        columns.append(Column((_pick(draw, ("备注", "更新频率", "网站所属栏目")),), "extra", 50))
    return House(
        columns=tuple(columns),
        per_line=_pick(draw, (1, 2, 3, 20)),
        ordinals=draw(st.booleans()),
        unit_break=_pick(draw, ("、", "\n")),
        contact_heading=_pick(draw, (None, "监督电话：")),
        front_rows=_one_in(draw, 5),
        across=draw(st.booleans()),
        tick=_pick(draw, ("√", "●", "✓")),
        listing=_pick(draw, ("all", "all", "ticked", "named")),
        gap=_pick(draw, ("  ", "\u3000", "       ")),
        behind=_one_in(draw, 6),
        headings=headings,
    )


def _value_columns(draw: Draw, grouped: bool, *, shared: bool) -> list[Column]:
    """The columns between name and ticks: content first, the others in any order."""
    fields = ["legal_basis", "publishers", "deadline", "channels"]
    if not grouped:
        fields += [name for name in ("forms", "responsible_units", "contacts") if draw(st.booleans())]
    fields = list(draw(st.permutations(fields)))
    columns = [Column((_pick(draw, _LABELS["content"]),), "content", _WIDTHS["content"])]
    columns += [Column((_pick(draw, _LABELS[f]),), f, _WIDTHS[f], shared=shared) for f in fields]
    labels = [column.label[0] for column in columns]
    if "公开形式" in labels and "公开方式" in labels:  # two words with several senses are too many for one table
        columns = [replace(c, label=("公开渠道",)) if c.label[0] == "公开形式" else c for c in columns]
    return columns


def _tick_columns(draw: Draw) -> list[Column]:
    columns = [Column(("公开对象", o), "audiences", 26, option=o) for o in _pick(draw, words.AUDIENCES)]
    if draw(st.booleans()):
        columns += [Column(("公开方式", o), "access_modes", 26, option=o) for o in _pick(draw, words.MODES)]
    if draw(st.booleans()):
        columns += [Column(("公开层级", o), "levels", 26, option=o) for o in _pick(draw, words.LEVELS)]
    return columns


# --- catalogues -----------------------------------------------------------------------------------------------------


@st.composite
def cases(
    draw: Draw, *, most: int = 9, codelisted: bool = False, house: House | None = None, gaps: bool | None = None
) -> Case:
    """A catalogue of up to so many items in a house style.

    Args:
        draw: by hypothesis.
        most: how many items at most.
        codelisted: whether the options of its lists all stand in codelists.
        house: the house style; None for any.
        gaps: whether some cells are empty; None for now and then.
    """
    house = house or draw(houses())
    area = _pick(draw, words.AREAS)
    values = _Values(draw, house, area, codelisted, gaps)
    items = [values.item(path, matter) for path, matter in _outline(draw, house, most)]
    for number, item in enumerate(items, values.first):
        item["number"] = str(number) if any(c.field == "number" for c in house.columns) else None
    title, region, agency = _title(draw, house, area)
    published = _pick(draw, (None, *words.DATES))
    before = [_pick(draw, words.PREAMBLES)] if _one_in(draw, 3) else []
    catalogue: Value = {
        "title": title,
        "region": region,
        "agency": agency,
        "published": published,
        "preamble": [{"text": text} for text in before],
        "notes": [{"text": t} for t in ([_pick(draw, words.NOTES)] if _one_in(draw, 3) else [])],
        "items": items,
    }
    return Case(catalogue, house)


def _title(draw: Draw, house: House, area: str) -> tuple[str, str, str | None]:
    """Title, region and the agency that the title names."""
    if len(house.columns[-1].label) > 1:
        return f"{area}{_pick(draw, words.DOMAINS)}领域基层政务公开标准目录", area, None
    bureau = _pick(draw, words.BUREAUS)
    if draw(st.booleans()):
        return f"{area}政府信息主动公开目录清单（{bureau}）", area, bureau
    return f"{area}{bureau}主动公开事项目录", area, area + bureau


def _outline(draw: Draw, house: House, most: int) -> list[tuple[list[str], words.Matter]]:
    """The categories and matters of the items, in order; no category comes twice."""
    depth = 1 + max(column.level for column in house.columns if column.field == "categories")
    groups = draw(st.lists(st.sampled_from(words.MATTERS), min_size=1, max_size=4, unique_by=lambda g: g[0]))
    outer = draw(st.permutations(words.OUTER))
    rows: list[tuple[list[str], words.Matter]] = []
    for index, (category, matters) in enumerate(groups):
        path = [*outer[index // 2 :][:1], *words.MIDDLE[index // 2 :][:1], category][-depth:]
        chosen = draw(st.lists(st.sampled_from(matters), min_size=1, max_size=len(matters), unique=True))
        rows += [(path, matter) for matter in chosen]
    return rows[:most]


def drawn(strategy: st.SearchStrategy[T], count: int, number: int = 0) -> list[T]:
    """So many examples of a strategy, the same for the same number: for what is printed in batches.

    Each comes from a run of its own, since the examples of one run resemble each other.
    """
    return [_last(strategy, number * count + index) for index in range(count)]


def _last(strategy: st.SearchStrategy[T], number: int) -> T:
    """The last example of a short run."""
    examples: list[T] = []

    @seed(number)
    @settings(max_examples=3, database=None, phases=[Phase.generate], deadline=None, suppress_health_check=ALL)
    @given(strategy)
    def collect(example: T) -> None:
        examples.append(example)

    collect()
    return examples[-1]


class _Values:
    """The values of one catalogue: a few for every shared field, of which items take one."""

    def __init__(self, draw: Draw, house: House, area: str, codelisted: bool, gaps: bool | None) -> None:
        self.draw, self.house = draw, house
        self.fields = {column.field for column in house.columns}
        self.style = _pick(draw, ("numbered", "circled", "listed", "semicolons"))
        self.gaps = _one_in(draw, 4) if gaps is None else gaps
        self.odd = draw(st.booleans())
        self.long = _one_in(draw, 3)
        self.first = _pick(draw, (1, 22))
        local = tuple(tuple(body if body[0] in "各街" else area + body for body in group) for group in words.BODIES)
        organisations = local if len(house.columns[-1].label) > 1 else words.OFFICES
        self.labels = _pick(draw, words.CODELISTED if codelisted or house.listing == "named" else words.CHANNELS)
        self.forms = _pick(draw, words.FORM_LISTS)
        pools: Mapping[str, Callable[[], Any]] = {
            "legal_basis": lambda: _pick(draw, words.BASES),
            "publishers": lambda: list(_pick(draw, organisations)),
            "deadline": lambda: _pick(draw, words.DEADLINES),
            "channels": lambda: self._options(self.labels, filled=True),
            "forms": lambda: self._options(self.forms),
            "responsible_units": lambda: list(_pick(draw, words.OFFICES)),
            "contacts": self._contacts,
        }
        self.pools = {name: [make() for _ in range(draw(st.integers(1, 3)))] for name, make in pools.items()}

    def item(self, path: list[str], matter: words.Matter) -> Value:
        """An item with a value for every field that the house has a column for."""
        name, elements = matter
        values: Value = {"categories": path, "name": name, **self._content(elements)}
        for field, pool in self.pools.items():
            values[field] = _pick(self.draw, pool) if field in self.fields else _nothing(field)
            if self.gaps and field in self.fields and _one_in(self.draw, 6):
                values[field] = _nothing(field)
        for field in ("audiences", "access_modes", "levels"):
            values[field] = self._ticks(field)
        values["extra"] = [
            {"label": list(c.label), "text": _pick(self.draw, words.REMARKS)}
            for c in self.house.columns
            if c.field == "extra" and self.draw(st.booleans())
        ]
        return values

    def _content(self, elements: Sequence[str]) -> Value:
        elements = list(elements)
        if self.odd and self.draw(st.booleans()):
            elements.append(_pick(self.draw, words.ODD))
        if self.long and self.draw(st.booleans()):
            elements += self.draw(st.lists(st.sampled_from(words.LONG), min_size=1, max_size=3))
        style = "semicolons" if self.style == "listed" and any("、" in e or "，" in e for e in elements) else self.style
        if len(elements) == 1:
            return {"content": elements[0], "content_elements": re.split("[、，]", elements[0])}
        if style == "numbered":
            text = "\n".join(f"{n}.{element}" for n, element in enumerate(elements, 1))
        elif style == "circled":
            text = "".join(f"{chr(0x2460 + n)}{element}" for n, element in enumerate(elements))
        else:
            text = ("；" if style == "semicolons" else "、").join(elements)
        return {"content": text, "content_elements": elements}

    def _options(self, labels: Sequence[str], *, filled: bool = False) -> list[Value]:
        """The options with any of them ticked; where only the ticked are printed, only they, the first among them."""
        ticked = self.draw(st.sets(st.sampled_from(list(labels)), max_size=6))
        if self.house.listing != "all":
            ticked.add(labels[0])
        note = _pick(self.draw, words.FILLED_IN) if filled and "其他" in ticked and self.draw(st.booleans()) else None
        options = [{"label": o, "checked": o in ticked, "note": note if o == "其他" else None} for o in labels]
        return options if self.house.listing == "all" else [o for o in options if o["checked"]]

    def _contacts(self) -> list[Value]:
        values = self.draw(st.lists(st.sampled_from(words.PHONES), min_size=1, max_size=2, unique=True))
        purpose = (self.house.contact_heading or "").rstrip("：") or None
        labels = [_pick(self.draw, (None, "办公室", "综合科")) for _ in values]
        return [
            {"kind": "phone", "value": v, "label": o, "purpose": purpose} for v, o in zip(values, labels, strict=True)
        ]

    def _ticks(self, field: str) -> list[Value]:
        """One or more of a group's options; a group of which none is ticked is rare in print and told apart nowhere."""
        labels = [c.option for c in self.house.columns if c.field == field and c.option]
        if not labels:
            return []
        ticked = self.draw(st.sets(st.sampled_from(labels), min_size=1))
        note = _pick(self.draw, words.WHO) if field == "audiences" and len(ticked) == 2 and self.gaps else None
        return [{"label": o, "checked": o in ticked, "note": note if o == labels[1] else None} for o in labels]


def _nothing(field: str) -> Any:
    return None if field in ("legal_basis", "deadline") else []

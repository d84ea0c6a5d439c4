"""What stands around the rows: title, agency, dates, contacts, basis, legend, defaults."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from gicat import schema
from gicat.grid import Printed
from gicat.interpret.fields import legal_basis
from gicat.interpret.values import Value
from gicat.recognise.contacts import contacts
from gicat.recognise.headers import header_of
from gicat.recognise.organisations import ends_like_name
from gicat.recognise.titles import agency_of, is_title, region_of
from gicat.text import narrow_digits, squeeze

_DATE = r"(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})(?:\s*(?:月|[-/.])\s*(?:(\d{1,2})\s*日?)?)?"
_PUBLISHED = re.compile(rf"(?:发布|公布|印发|发文|成文)(?:时间|日期)\s*[:：]?\s*{_DATE}")
_UPDATED = re.compile(rf"(?:更新|修订|修改)(?:时间|日期)\s*[:：]?\s*{_DATE}")
_FILLED_BY = re.compile(
    r"(?:填报|编制|发布|公开|报送|制定|填表|责任)?(?:单位|部门|机构|机关|主体)(?:名称|[（(]盖章[）)])?\s*[】:：]\s*([^\s|，,。；;【】:：]+)"
)
_SECTION = re.compile(r"【([^【】]{2,12})】\s*([^【】]*)")
_BASIS = re.compile(
    r"(?:^|\n)\s*(?:[（(]?[一二三四五六七八九十]+[）)、.．]\s*|【)?(?:公开|法律|编制)依据[】:：]?\s*\n?((?:.|\n)*?)(?=\n\s*[（(]?[一二三四五六七八九十]+[）)、.．]|\n?\s*【|\Z)"
)
_LEGEND = re.compile(
    r"[“\"'‘]?\s*([■□●○〇▲△☑☐√◆◇★☆])\s*[”\"'’]?\s*(?:表示|代表|为|是|指|：|:)?\s*(必选|必公开|必须公开|可选|选择性公开|自选|已选|选中|公开渠道|未选)"
)
_MEANINGS: dict[str, Literal["required", "optional", "ticked", "unticked"]] = {
    "必选": "required", "必公开": "required", "必须公开": "required", "可选": "optional", "选择性公开": "optional",
    "自选": "optional", "已选": "ticked", "选中": "ticked", "公开渠道": "ticked", "未选": "unticked",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """What a title and its paragraphs say of a catalogue."""

    title: str | None
    region: str | None
    agency: str | None
    agency_source: Literal["title", "preamble"] | None


def find_title(texts: Sequence[schema.Text]) -> int | None:
    """The index of the title: the last text that reads like one."""
    titled = [index for index, text in enumerate(texts) if is_title(text.text)]
    return titled[-1] if titled else None


def read_head(title: str | None, preamble: Sequence[schema.Text]) -> Head:
    """Area and agency as title and preamble print them."""
    titles = [t for t in [title, *(text.text for text in preamble if is_title(text.text))] if t]
    region = next(filter(None, map(region_of, titles)), None)
    for each in titles:
        if agency := agency_of(each):
            return Head(title, region or region_of(agency), agency, "title")
    for text in preamble:
        match = _FILLED_BY.search(text.text)
        if match and ends_like_name(match.group(1)):
            agency = squeeze(match.group(1))
            return Head(title, region or region_of(agency), agency, "preamble")
    return Head(title, region, None, None)


def dates(texts: Sequence[schema.Text]) -> tuple[str | None, str | None]:
    """Dates of publication and update in ISO 8601, as precise as printed."""
    published = updated = None
    for text in texts:
        plain = narrow_digits(text.text)
        published = published or _iso(_PUBLISHED.search(plain))
        updated = updated or _iso(_UPDATED.search(plain))
    return published, updated


def _iso(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    year, month, day = match.group(1, 2, 3)
    if not 1 <= int(month) <= 12:
        return None
    known = day and 1 <= int(day) <= monthrange(int(year), int(month))[1]
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if known and day else "")


def stated_contacts(texts: Sequence[schema.Text]) -> list[schema.Contact]:
    """Phones, faxes and mail addresses that the paragraphs give for the whole catalogue, each once."""
    found: dict[tuple[str, str, str | None], schema.Contact] = {}
    for text in texts:
        for c in contacts(text.text, named_only=True):
            contact = schema.Contact.model_validate(c, from_attributes=True)
            found.setdefault((c.kind, c.value, c.purpose), contact)
    return list(found.values())


def stated_basis(texts: Sequence[schema.Text]) -> schema.LegalBasis | None:
    """公开依据 stated before the rows; one without any 《》 is prose about it and does not count."""
    for text in texts:
        match = _BASIS.search(text.text)
        if match and "《" in match.group(1):
            return legal_basis(Value(Printed(match.group(1).strip())))
    return None


def defaults(texts: Sequence[schema.Text]) -> dict[str, tuple[str, schema.Place]]:
    """Values stated as 【公开时限】… before the rows: field to text and place."""
    found: dict[str, tuple[str, schema.Place]] = {}
    for text in texts:
        for label, value in _SECTION.findall(text.text):
            header = header_of(label)
            if header and value.strip() and header.role in _DEFAULTED:
                found.setdefault(header.role, (value.strip(), text.place))
    return found


_DEFAULTED = frozenset({"deadline", "publishers", "responsible_units", "channels", "legal_basis"})


def legend(texts: Sequence[str]) -> dict[str, Literal["required", "optional", "ticked", "unticked"]]:
    """What the document says its glyphs mean."""
    return {glyph: _MEANINGS[meaning] for text in texts for glyph, meaning in _LEGEND.findall(squeeze(text))}

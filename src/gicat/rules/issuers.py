"""Whose catalogue it is: kind of body and level of government, by names; each with the evidence that decided it."""

from __future__ import annotations

from typing import Literal

from gicat import schema
from gicat.lexicon.issuers import issuers as lexicon
from gicat.lexicon.issuers import longest_ending
from gicat.recognise.titles import areas_of, region_of
from gicat.rules.context import IssuerKind, Level, Profile
from gicat.rules.fact import Fact
from gicat.text import key, simplified

_AREA_WORDS = "省市州盟县区旗镇乡村"


def issuer(catalogue: schema.Catalogue, profile: Profile) -> Fact[IssuerKind]:
    """The kind of body that issues a catalogue: what settings state, how its name ends, its area's, the profile.

    A town or subdistrict has no departments: its name, alone or before that of an office, stands for its government.
    An office that publishes all rows (agency_source "publishers") may be a part of the body and shows no department.
    """
    for stated in reversed(profile.stated):
        if stated.issuer is not None:
            return Fact(stated.issuer, "settings", stated.pattern)
    names: tuple[tuple[Literal["agency", "region"], str | None], ...] = (
        ("agency", catalogue.agency), ("region", None if catalogue.agency else catalogue.region),
    )  # fmt: skip
    for source, name in names:
        found = longest_ending(key(name or ""), lexicon().kinds)
        if found and found[1] == "department":
            found = _of_town(key(name or "")) or (found if catalogue.agency_source != "publishers" else None)
        if found:
            return Fact(found[1], source, found[0])  # type: ignore[arg-type]
    return Fact(profile.issuer, "profile")


def _of_town(name: str) -> tuple[str, str] | None:
    """The town or subdistrict that a name begins with: its word and kind (柳湾镇财政办公室, 街道办事处综合办公室)."""
    told = _level_of_area(name) or _short_level(name)
    if told is None or told[0] != "township":
        return None
    return told[1], "subdistrict" if told[1] == "街道" else "township"


def level(catalogue: schema.Catalogue, profile: Profile) -> Fact[Level | None]:
    """The level of the issuer's government: what settings state, its name, its area's, the profile; None if unknown.

    A name such as 松河市 tells `city` only: a city of prefecture or county level.
    """
    for stated in reversed(profile.stated):
        if stated.level is not None:
            return Fact(stated.level, "settings", stated.pattern)
    kind = issuer(catalogue, profile)
    if kind.value in ("township", "subdistrict"):
        return Fact("township", kind.source, kind.evidence)
    agency, region = key(catalogue.agency or ""), key(catalogue.region or "")
    short = _short_level(agency)
    told: tuple[tuple[Literal["agency", "region"], tuple[str, str] | None], ...] = (
        ("agency", _level_of_area(agency)),
        ("agency", None if short and region.endswith(short[1]) else short),
        ("region", _level_of_area(region)),
        ("agency", short),
        ("agency", _national(agency) if kind.value != "vertical_agency" else None),
    )
    for source, found in told:
        if found:
            return Fact(found[0], source, found[1])  # type: ignore[arg-type]
    return Fact(profile.level, "profile" if profile.level else "none")


def _short_level(agency: str) -> tuple[str, str] | None:
    """The level that a name without its area begins with: 市医保局, 自治区财政厅; but 市场监管局 tells none."""
    if agency.startswith(lexicon().no_levels):
        return None
    words = sorted(lexicon().levels, key=len, reverse=True)
    return next(((lexicon().levels[word], word) for word in words if agency.startswith(word)), None)


def _national(agency: str) -> tuple[str, str] | None:
    """Whether a name begins like those of bodies of the whole state; their local ones do too (国家税务总局…税务局)."""
    return next((("national", word) for word in lexicon().national if agency.startswith(word)), None)


def _level_of_area(name: str) -> tuple[str, str] | None:
    """The level of the innermost area a name begins with, and the words that tell; None for zones and for no area."""
    *outer, area = areas_of(name) or [""]
    found = longest_ending(area, lexicon().levels)
    if found is None or area.endswith(lexicon().zones):
        return None
    if found[1] != "city":
        return found[1], found[0]
    if area.removesuffix(found[0]) in lexicon().municipalities:
        return "province", area
    around = {ending[1] for ending in (longest_ending(each, lexicon().levels) for each in outer) if ending}
    return ("county", area) if around & {"city", "prefecture"} else ("city", found[0])


def named_issuer(catalogue: schema.Catalogue) -> str | None:
    """The issuer in a form that tells it from all others: a name with its area, or the area whose government it is.

    A short form such as 市医保局 counts only beside an area: every city has one.
    """
    agency = catalogue.agency
    if agency is None:
        return catalogue.region
    short = agency[0] in _AREA_WORDS or agency.startswith(("本", "我"))
    if catalogue.region is not None or region_of(simplified(agency)) is not None:
        return agency
    return None if short or catalogue.agency_source == "publishers" else agency

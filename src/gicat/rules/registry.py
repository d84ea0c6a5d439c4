"""The rules gicat knows. Adding one is one line here and one module beside this one; codes are never reused."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points

from gicat.rules.base import BatchRule, Rule

ENTRY_POINTS = "gicat.rules"

MODULES: tuple[str, ...] = (
    "s001_catalogue_header_missing",
    "s002_mandatory_column_missing",
    "s003_header_ambiguous",
    "s004_row_incomplete",
    "s005_numbering_broken",
    "s006_item_repeated",
    "s007_category_heading_confused",
    "f001_core_field_empty",
    "f002_issuer_unnamed",
    "f003_date_missing",
    "f004_phone_missing",
    "f005_tick_missing",
    "f006_required_item_missing",
    "f007_announced_element_missing",
)
"""Modules of `gicat.rules`, in the order of their codes; each has one rule class named in `__all__`."""


def rules() -> tuple[Rule | BatchRule, ...]:
    """Every rule, those of other packages (entry points `gicat.rules`) last."""
    own = [_only(import_module(f"gicat.rules.{name}")) for name in MODULES]
    others = [point.load() for point in entry_points(group=ENTRY_POINTS)]
    return tuple(rule() for rule in (*own, *others))


def _only(module: object) -> type[Rule] | type[BatchRule]:
    (name,) = module.__all__  # type: ignore[attr-defined]
    found: type[Rule] | type[BatchRule] = getattr(module, name)
    return found

"""The rules gicat knows. Codes are never reused.

Adding one is one line here, one module beside this one, and its text in Chinese in lexicon/rules.zh.toml.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points

from gicat.errors import UsageError
from gicat.rules.base import BatchRule, Rule

ENTRY_POINTS = "gicat.rules"

MODULES: tuple[str, ...] = (
    "s001_catalogue_header_missing",
    "s002_mandatory_column_missing",
    "s003_header_ambiguous",
    "s004_cell_count_mismatch",
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
    "v001_phone_malformed",
    "v002_phone_without_area_code",
    "v003_document_number_form",
    "v004_unpaired_marks",
    "v005_deadline_not_understood",
    "v006_deadline_vague",
    "v007_deadline_without_event",
    "v008_content_repeats_name",
    "v009_doubled",
    "v010_style_drift",
    "v011_subject_unspecific",
    "v012_subject_short_form",
    "x001_no_option_ticked",
    "x002_option_doubled",
    "x003_option_unknown",
    "x004_options_differ",
    "x005_glyph_font_dependent",
    "x006_not_on_website",
    "x007_ticks_contradict",
    "l001_superseded_regulation",
    "l002_instrument_misnamed",
    "l003_number_missing",
    "l004_article_missing",
    "l005_article_unknown",
    "l006_report_date",
    "l007_deadline_too_long",
    "l008_budget_deadline",
    "l009_decision_deadline",
    "l010_procurement_deadline",
    "l011_interpretation_deadline",
    "l012_own_instrument_missing",
    "l013_instrument_not_in_force",
    "l014_duty_uncovered",
    "l015_element_missing",
    "c001_issuer_names_differ",
    "c002_basis_of_another_topic",
    "c003_topic_mismatch",
    "c004_overview_contradicted",
    "c005_obsolete_name",
    "c006_wordings_of_one_deadline",
    "c007_siblings_disagree",
)
"""Modules of `gicat.rules`, in the order of their codes; each has one rule class named in `__all__`."""


def rules() -> tuple[Rule | BatchRule, ...]:
    """Every rule, those of other packages (entry points `gicat.rules`, each a rule class) last.

    Raises:
        UsageError: if another package's rule has a code that is taken.
    """
    known = [_only(import_module(f"gicat.rules.{name}"))() for name in MODULES]
    for point in entry_points(group=ENTRY_POINTS):
        rule = point.load()()
        if any(rule.code == other.code for other in known):
            raise UsageError(f"rule {point.value}: code {rule.code} is taken")
        known.append(rule)
    return tuple(known)


def _only(module: object) -> type[Rule] | type[BatchRule]:
    (name,) = module.__all__  # type: ignore[attr-defined]
    found: type[Rule] | type[BatchRule] = getattr(module, name)
    return found

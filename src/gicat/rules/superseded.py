"""Findings of inference that a rule reports too, with more to say: one defect is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from gicat import schema
from gicat.rules.base import Finding


def without_superseded(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of one document that are to be reported, less those of group P that a rule among them repeats.

    A row cut or short (P004, P012) is told by S004, a doubled option (P011) by X002, a column read by its values
    (P008) by S003. Only what is really among `findings` supersedes, so that nothing is lost by `--ignore`.
    """
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    return [finding for finding in findings if not _superseded(finding, by_code)]


def _superseded(finding: Finding, by_code: Mapping[str, Iterable[Finding]]) -> bool:
    if finding.code not in _BETTER:
        return False
    code, same = _BETTER[finding.code]
    return any(same(finding, other) for other in by_code.get(code, ()))


def _same_row(inferred: Finding, rule: Finding) -> bool:
    if _rows(inferred.places) & _rows(rule.places):
        return True
    return inferred.item is not None and (inferred.catalogue, inferred.item) == (rule.catalogue, rule.item)


def _rows(places: Iterable[schema.Place]) -> set[tuple[object, ...]]:
    """The printed rows that places are in: lines of a text, rows of a table, boxes of a page."""
    lines = {("line", place.line) for place in places if place.line is not None}
    rows = {("row", place.table, place.row) for place in places if place.row is not None}
    return {*lines, *rows, *(("box", place.page, place.bbox) for place in places if place.bbox is not None)}


def _same_cell(inferred: Finding, rule: Finding) -> bool:
    """A merged cell is told at each of its items by inference, at the first by the rule."""
    if (inferred.catalogue, inferred.field) != (rule.catalogue, rule.field):
        return False
    return inferred.item == rule.item or bool(inferred.places and inferred.places == rule.places)


def _same_column(inferred: Finding, rule: Finding) -> bool:
    """P008 names the lowest label of its column, S003 quotes all labels, divided by slashes."""
    labels = (rule.quote or "").split("/")
    lowest = ("/".join(labels[start:]) for start in range(len(labels)))
    return inferred.catalogue == rule.catalogue and any(f"“{label}”" in inferred.message.zh for label in lowest)


_BETTER: Mapping[str, tuple[str, Callable[[Finding, Finding], bool]]] = MappingProxyType({
    "P004": ("S004", _same_row), "P012": ("S004", _same_row), "P011": ("X002", _same_cell),
    "P008": ("S003", _same_column),
})  # fmt: skip
"""Code of inference to that of the rule which says the same, and how to tell."""

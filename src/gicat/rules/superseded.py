"""Findings of inference that a rule reports too, with more to say: one defect is told once."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from gicat.rules.base import Finding

Keys = Callable[[Finding], Iterable[Hashable]]
"""What tells where a finding was made."""

_Key = tuple[str, Hashable]


def without_superseded(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of one document that are to be reported, less those of group P that a rule among them repeats.

    A row cut or short (P004, P012) is told by S004, a doubled option (P011) by X002, a column read by its values
    (P008) by S003. Only what is really among `findings` supersedes, so that nothing is lost by `--ignore`.
    """
    told: set[_Key] = set()
    for finding in findings:
        for keys in _BETTER_RULES.get(finding.code, ()):
            told |= {(finding.code, key) for key in keys(finding)}
    return [finding for finding in findings if not _superseded(finding, told)]


def _superseded(finding: Finding, told: set[_Key]) -> bool:
    code, keys = _BETTER.get(finding.code, ("", _nothing))
    return any((code, key) in told for key in keys(finding))


def _nothing(finding: Finding) -> Iterator[Hashable]:
    yield from ()


def _row(finding: Finding) -> Iterator[Hashable]:
    """The item, and the printed rows that its places are in: lines of a text, rows of a table, boxes of a page."""
    if finding.item is not None:
        yield "item", finding.catalogue, finding.item
    for place in finding.places:
        if place.line is not None:
            yield "line", place.line
        if place.row is not None:
            yield "row", place.table, place.row
        if place.bbox is not None:
            yield "box", place.page, place.bbox


def _cell(finding: Finding) -> Iterator[Hashable]:
    """A merged cell is told at each of its items by inference, at the first by the rule."""
    yield finding.catalogue, finding.field, finding.item
    if finding.places:
        yield finding.catalogue, finding.field, tuple(finding.places)


def _column(finding: Finding) -> Iterator[Hashable]:
    """P008 names the lowest label of its column, S003 quotes all labels, divided by slashes."""
    named = re.search("“(.*)”", finding.message.zh)
    labels = [named[1]] if finding.code == "P008" and named else []
    if finding.code != "P008":
        parts = (finding.quote or "").split("/")
        labels = ["/".join(parts[start:]) for start in range(len(parts))]
    yield from ((finding.catalogue, label) for label in labels)


_BETTER: Mapping[str, tuple[str, Keys]] = MappingProxyType({
    "P004": ("S004", _row), "P012": ("S004", _row), "P011": ("X002", _cell), "P008": ("S003", _column),
})  # fmt: skip
"""Code of inference to that of the rule which says the same, and what both have in common then."""

_BETTER_RULES: Mapping[str, frozenset[Keys]] = MappingProxyType({
    rule: frozenset(keys for other, keys in _BETTER.values() if other == rule) for rule, _ in _BETTER.values()
})  # fmt: skip

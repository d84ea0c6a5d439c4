"""Fixes of findings, applied until nothing more changes."""

from __future__ import annotations

from dataclasses import dataclass

from gicat import schema
from gicat.lexicon import using
from gicat.rules.base import Finding
from gicat.rules.run import Checks, check

_PASSES = 50  # one fix may make room for another


@dataclass(frozen=True, slots=True)
class Fixed:
    """A mended document.

    Attributes:
        document: a copy; the one given stays as it is.
        made: the findings whose fixes changed something.
        left: the findings that only an unsafe fix would mend.
    """

    document: schema.Document
    made: tuple[Finding, ...]
    left: tuple[Finding, ...]


def fixed(document: schema.Document, checks: Checks, *, unsafe: bool = False, path: str = "") -> Fixed:
    """A document with the safe fixes of its findings applied, with `unsafe` the others too.

    A second call on the result changes nothing. `path` is the file as reports name it, for settings of its own.
    """
    mended = document.model_copy(deep=True)
    made: list[Finding] = []
    seen: set[str] = set()  # fixes that undo each other must end
    with using(checks.lexicon):
        for _ in range(_PASSES):
            seen.add(mended.model_dump_json())
            changed = [finding for finding in check([(path, mended)], checks)[0] if _applied(finding, mended, unsafe)]
            made += changed
            if not changed or mended.model_dump_json() in seen:
                break
        left = [f for f in check([(path, mended)], checks)[0] if f.fix and not f.fix.safe and not unsafe]
    return Fixed(mended, tuple(made), tuple(left))


def _applied(finding: Finding, document: schema.Document, unsafe: bool) -> bool:
    """Applies a finding's fix if it may; whether that changed anything."""
    if finding.fix is None or finding.fix.apply is None or not (finding.fix.safe or unsafe):
        return False
    touched = _touched(finding, document)
    before = touched.model_dump()
    finding.fix.apply(document)
    return touched.model_dump() != before


def _touched(finding: Finding, document: schema.Document) -> schema.Model:
    """The part of a document that shows whether a finding's fix changed anything: its item, where it has one."""
    if finding.catalogue is None:
        return document
    catalogue = document.catalogues[finding.catalogue]
    alone = finding.item is not None and finding.fix is not None and not finding.fix.changes
    return catalogue.items[finding.item] if alone else catalogue  # type: ignore[index]

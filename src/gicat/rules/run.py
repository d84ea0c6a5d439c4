"""Rules over documents: what is found, in document order, each finding with a fingerprint of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from gicat import schema
from gicat.diagnostics import Phrase, Severity, message_of
from gicat.lexicon import using
from gicat.lexicon.diagnostics import explanations
from gicat.lexicon.extension import Extension
from gicat.rules.base import BatchRule, Finding, Rule
from gicat.rules.context import Context
from gicat.rules.printed_text import unchanged
from gicat.rules.selection import Selection
from gicat.rules.superseded import without_superseded

OnFault = Callable[[str, Exception], None]
"""Told which file and rule, and what was raised."""

_FIELDS = {name: index for index, name in enumerate(schema.Item.model_fields)}


@dataclass(frozen=True, slots=True)
class Checks:
    """What to check.

    Attributes:
        rules: the rules to run; those whose code is not selected are left out.
        selection: the codes to report.
        context: what the rules are told besides the document.
        lexicon: vocabulary that counts beside gicat's own.
    """

    rules: tuple[Rule | BatchRule, ...]
    selection: Selection
    context: Context
    lexicon: Extension | None = None

    def active(self) -> list[Rule | BatchRule]:
        """The rules that run."""
        return [rule for rule in self.rules if self.selection.has(rule.code)]


def check(
    documents: Iterable[tuple[str, schema.Document]],
    checks: Checks,
    on_fault: OnFault | None = None,
    *,
    for_reports: bool = False,
) -> list[tuple[Finding, ...]]:
    """What is found in documents.

    Args:
        documents: path, as reports name it, and document; several documents may have one path. They are asked for
            one by one, and none is kept.
        checks: what to look for.
        on_fault: told of an exception in a rule, which then finds nothing there; without it the exception is raised.
        for_reports: whether fixes are told of only, not made: then they keep no document alive.

    Returns:
        The findings of each document, in document order, path, source and repeat filled in.
    """
    single = [rule for rule in checks.active() if isinstance(rule, Rule)]
    over_all = [_Comparison(rule) for rule in checks.active() if isinstance(rule, BatchRule)]
    checked: list[_Checked] = []
    for path, document in documents:
        context = checks.context.of_file(path)
        one = _Checked(path, document.source.name, list(repeated(document)))
        with using(checks.lexicon), unchanged():
            for rule in single:
                with _guarded(f"{path}: {rule.code}", on_fault):
                    found = rule.check(document, context)
                    one.findings.extend(map(_told_only, found) if for_reports else found)
            for across in over_all:
                with _guarded(f"{path}: {across.rule.code}", on_fault):
                    across.digests[len(checked)] = across.rule.digest(document, context)
        checked.append(one)
    for across in over_all:
        with using(checks.lexicon), _guarded(across.rule.code, on_fault):
            indices = list(across.digests)
            for index, finding in across.rule.compare(list(across.digests.values())):
                checked[indices[index]].findings.append(finding)
    return list(_told_apart(checked, checks.selection))


@dataclass(frozen=True, slots=True)
class _Checked:
    """A document that has been checked: its path, the name of its source, what was found."""

    path: str
    source: str
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A rule over all documents, and the digest of each by its index."""

    rule: BatchRule
    digests: dict[int, object] = field(default_factory=dict)


def _told_only(finding: Finding) -> Finding:
    return replace(finding, fix=replace(finding.fix, apply=None)) if finding.fix else finding


@contextmanager
def _guarded(label: str, on_fault: OnFault | None) -> Iterator[None]:
    """A rule, perhaps of another package, that fails does not cost the findings of the others."""
    try:
        yield
    except Exception as error:
        if on_fault is None:
            raise
        on_fault(label, error)


def _told_apart(checked: Iterable[_Checked], selection: Selection) -> Iterator[tuple[Finding, ...]]:
    """The findings that are reported, one for each defect, in order, equal ones counted."""
    seen: Counter[tuple[str, ...]] = Counter()
    for one in checked:
        done: list[Finding] = []
        reported = [finding for finding in one.findings if selection.reports(finding.code, finding.severity, one.path)]
        for finding in sorted(without_superseded(reported), key=in_document_order):
            placed = replace(finding, path=one.path, source=one.source, repeat=0)
            identity = placed.identity
            done.append(replace(placed, repeat=seen[identity]) if seen[identity] else placed)
            seen[identity] += 1
        yield tuple(done)


def in_document_order(finding: Finding) -> tuple[int, int, int, str]:
    """A key to sort by: what is about the file, then about a catalogue, then its items, field by field."""
    catalogue = -1 if finding.catalogue is None else finding.catalogue
    item = -1 if finding.item is None else finding.item
    return catalogue, item, _FIELDS.get(finding.field or "", -1), finding.code


def repeated(document: schema.Document) -> Iterator[Finding]:
    """What was found while reading and interpreting, as findings; messages of unknown codes stay in one language."""
    explained = explanations()
    for told in document.diagnostics:
        item = _item(document, told)
        help_ = explained.get(told.code)
        printed = item.printed.get(told.field) if item and told.field in _FIELDS else None  # type: ignore[call-overload]
        places = item.places.get(told.field, []) if item and told.field in _FIELDS else []  # type: ignore[call-overload]
        yield Finding(
            code=told.code,
            severity=Severity(told.severity),
            message=Phrase(*(message_of(told.code, told.details, each) or told.message for each in ("en", "zh"))),
            suggestion=Phrase(_line(help_.action), _line(help_.action_zh)) if help_ else None,
            catalogue=told.catalogue,
            item=told.item,
            item_id=item.id if item else None,
            field=told.field,
            quote=told.text,
            printed=printed,
            places=(told.place,) if told.place != schema.Place() else tuple(places),
            certainty=told.certainty,
            key=told.text or "",
        )


def _line(text: str) -> str:
    return " ".join(text.split())


def _item(document: schema.Document, told: schema.Diagnostic) -> schema.Item | None:
    """The item a diagnostic is about; JSON from elsewhere may point beyond the end."""
    if told.catalogue is None or told.item is None or not 0 <= told.catalogue < len(document.catalogues):
        return None
    items = document.catalogues[told.catalogue].items
    return items[told.item] if 0 <= told.item < len(items) else None

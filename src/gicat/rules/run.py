"""Rules over documents: what is found, in document order, each finding with a fingerprint of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

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
    documents: Sequence[tuple[str, schema.Document]], checks: Checks, on_fault: OnFault | None = None
) -> list[tuple[Finding, ...]]:
    """What is found in documents.

    Args:
        documents: path, as reports name it, and document; several documents may have one path.
        checks: what to look for.
        on_fault: told of an exception in a rule, which then finds nothing there; without it the exception is raised.

    Returns:
        The findings of each document, in document order, path, source and repeat filled in.
    """
    with using(checks.lexicon):
        return _check(documents, checks, on_fault)


def _check(
    documents: Sequence[tuple[str, schema.Document]], checks: Checks, on_fault: OnFault | None
) -> list[tuple[Finding, ...]]:
    single = [rule for rule in checks.active() if isinstance(rule, Rule)]
    over_all = [rule for rule in checks.active() if isinstance(rule, BatchRule)]
    found = [list(repeated(document)) for _, document in documents]
    pairs = [(document, checks.context.of_file(path)) for path, document in documents]
    for (path, _), (document, context), findings in zip(documents, pairs, found, strict=True):
        with unchanged():
            for rule in single:
                with _guarded(f"{path}: {rule.code}", on_fault):
                    findings += rule.check(document, context)
    for across in over_all:
        with _guarded(across.code, on_fault):
            for index, finding in across.check_all(pairs):
                found[index].append(finding)
    return list(_told_apart(documents, found, checks.selection))


@contextmanager
def _guarded(label: str, on_fault: OnFault | None) -> Iterator[None]:
    """A rule, perhaps of another package, that fails does not cost the findings of the others."""
    try:
        yield
    except Exception as error:
        if on_fault is None:
            raise
        on_fault(label, error)


def _told_apart(
    documents: Iterable[tuple[str, schema.Document]], found: Iterable[list[Finding]], selection: Selection
) -> Iterator[tuple[Finding, ...]]:
    """The findings that are reported, one for each defect, in order, equal ones counted."""
    seen: Counter[tuple[str, ...]] = Counter()
    for (path, document), findings in zip(documents, found, strict=True):
        done: list[Finding] = []
        reported = [finding for finding in findings if selection.reports(finding.code, finding.severity, path)]
        for finding in sorted(without_superseded(reported), key=in_document_order):
            placed = replace(finding, path=path, source=document.source.name, repeat=0)
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

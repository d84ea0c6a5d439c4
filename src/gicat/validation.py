"""Documents from anything that holds one, gicat's own JSON included, and what rules find in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gicat import schema
from gicat.__about__ import __version__
from gicat.diagnostics import Diagnostic, Language, Severity, found
from gicat.parsers.base import Source
from gicat.parsers.signatures import signature
from gicat.pipeline import Options, describe, parse_source, said
from gicat.reports import CheckedFile, Run
from gicat.reports.heads import DocumentHead, head_of
from gicat.rules.baseline import can_be_known
from gicat.rules.described import described
from gicat.rules.run import Checks, OnFault, check

OWN = "gicat"
"""Format of what gicat itself wrote."""


def documents_of(source: Source, options: Options) -> list[schema.Document]:
    """The documents that a file holds: those of gicat's own JSON as they are, else the one that is read in it.

    Raises as little as `parse_source`: JSON that is broken (R003) or of another version of the contract (R019)
    gives a Document that says so.
    """
    if signature(source.data) != OWN or len(source.data) > options.read.limits.bytes:
        return [parse_source(source, options)]
    try:
        return schema.from_json(source.data)
    except schema.NotADocumentError as error:
        known = schema.SCHEMA_VERSION.partition(".")[0] + ".x"
        why = found("R019", version=error.version, known=known) if error.version else found("R003", reason=str(error))
        return [refused(source, why, options.language, OWN)]


def refused(source: Source, why: Diagnostic, language: Language, name: str | None = None) -> schema.Document:
    """The document of a file that cannot be read: nothing but the reason."""
    return schema.Document(source=describe(source, name, None), diagnostics=said([why], language))


def validate(
    documents: Iterable[tuple[str, schema.Document]],
    checks: Checks,
    *,
    language: Language = "en",
    fail_on: Severity | None = Severity.ERROR,
    baseline: frozenset[str] = frozenset(),
    on_fault: OnFault | None = None,
) -> Run:
    """What rules, reading and inference found in documents.

    Args:
        documents: path, as reports name it, and document; asked for one by one, none is kept.
        checks: what to look for.
        language: of the reports made from the run.
        fail_on: the least severity that fails the run; None for none.
        baseline: fingerprints of findings that are left out, unless they say that a file could not be read.
        on_fault: told of an exception in a rule; without it the exception is raised.
    """
    heads: list[tuple[str, DocumentHead]] = []
    results = check(_seen(documents, heads), checks, on_fault, for_reports=True)
    new = [tuple(f for f in findings if f.fingerprint not in baseline or not can_be_known(f)) for findings in results]
    files = [CheckedFile(path, head, findings) for (path, head), findings in zip(heads, new, strict=True)]
    said_of = described(checks.rules)
    used = {rule.code for rule in checks.active()} | {f.code for findings in new for f in findings}
    return Run(
        version=__version__,
        files=tuple(files),
        rules={code: said_of[code] for code in said_of if code in used},
        language=language,
        fail_on=fail_on,
        known=sum(map(len, results)) - sum(map(len, new)),
    )


def _seen(
    documents: Iterable[tuple[str, schema.Document]], heads: list[tuple[str, DocumentHead]]
) -> Iterator[tuple[str, schema.Document]]:
    """The documents, the head of each added to a list as it goes by."""
    for path, document in documents:
        heads.append((path, head_of(document)))
        yield path, document

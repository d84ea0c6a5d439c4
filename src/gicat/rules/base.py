"""What every rule has in common: findings, fixes, the rule itself."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from gicat import schema
from gicat.diagnostics import Certainty, Phrase, Severity
from gicat.rules.context import Context
from gicat.text import bare

INFERRED = frozenset({"blank", "missing"})
"""Reasons in `item.inherited` that no merge in the source bears out."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A change of one document that mends a finding.

    Attributes:
        apply: changes a document in place; called with a deep copy of the one that was checked. None in the
            findings of a run for reports: it would keep the document alive.
        safe: whether it keeps what the document says (punctuation, canonical wording of the same date).
        before, after: the text that changes, for the diff and for people.
        changes: the same, text by text, where one fix changes several different texts.
    """

    apply: Callable[[schema.Document], None] | None
    safe: bool
    before: str
    after: str
    changes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a document that a person should look at.

    Attributes:
        code, severity: of the rule; `severity` is one less bad where the finding rests on an inferred value.
        message: what is wrong, in both languages, the cell's words quoted.
        suggestion: what to do, in both languages.
        catalogue, item: indices into the document; None where the finding is about a catalogue or the file.
        item_id: the item's stable id.
        field: the field it is about.
        quote: the offending print, a part of `printed` where possible.
        printed: the whole cell as printed.
        places: every place the cell is printed at.
        certainty: direct, inherited, or inferred.
        fix: how to mend it, where a machine can.
        path: the file, as reports name it; filled in by the run.
        source: the name of the file that the document was first read from, without folders; filled in by the run.
        key: what tells it from others of its code, item and field; the quote, else the message, where None.
        repeat: how many findings before it in the run have the same source, code, item, field and key; filled in
            by the run.
    """

    code: str
    severity: Severity
    message: Phrase
    suggestion: Phrase | None = None
    catalogue: int | None = None
    item: int | None = None
    item_id: str | None = None
    field: str | None = None
    quote: str | None = None
    printed: str | None = None
    places: tuple[schema.Place, ...] = ()
    certainty: Certainty = "direct"
    fix: Fix | None = None
    path: str = ""
    source: str = ""
    key: str | None = None
    repeat: int = 0

    @property
    def fingerprint(self) -> str:
        """A key that survives moving row and file: source, code, item, field and quoted print; unique in a run."""
        parts = [*self.identity, str(self.repeat)] if self.repeat else self.identity
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def identity(self) -> tuple[str, ...]:
        """What the fingerprint is made of, save `repeat`, which tells findings of one identity apart."""
        key = self.key if self.key is not None else self.quote or self.message.en
        return self.source, self.code, self.item_id or "", self.field or "", bare(key)


class Rule(ABC):
    """A rule over one document.

    Subclasses set `code`, `name` (says the defect, kebab-case), `severity`, `title` (one line, both languages) and
    write a docstring with the headings What it checks, Why, Known exceptions, Example, Not an example,
    Options, Source. The two examples are text exports in code fences: under `--select CODE` the first trips
    the rule once, the second does not.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    title: ClassVar[Phrase]
    fixable: ClassVar[Literal["safe", "unsafe", None]] = None
    options: ClassVar[Mapping[str, object]] = {}
    """Names of options in `[rules.CODE]` of gicat.toml, with their defaults."""

    @abstractmethod
    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """The findings of this rule in a document, in document order."""

    def found(
        self,
        message: Phrase,
        suggestion: Phrase | None = None,
        *,
        catalogue: int | None = None,
        item: int | None = None,
        within: schema.Item | None = None,
        field: schema.FieldName | None = None,
        quote: str | None = None,
        places: Sequence[schema.Place] = (),
        severity: Severity | None = None,
        inferred: bool = False,
        fix: Fix | None = None,
    ) -> Finding:
        """A finding of this rule.

        Args:
            message, suggestion: what is wrong and what to do.
            catalogue, item: indices into the document.
            within: the item itself, for its id, print, places and the certainty of `field`.
            field: the field it is about.
            quote: the offending print; the whole cell where not given.
            places: where, if not the places of `field`.
            severity: another than the rule's own, where the rule has several.
            inferred: whether the finding rests on doubt that `within.inherited` does not show.
            fix: how to mend it.
        """
        printed = within.printed.get(field) if within is not None and field is not None else None
        why = within.inherited.get(field) if within is not None and field is not None else None
        doubtful = inferred or why in INFERRED
        level = severity or self.severity
        if not places and within is not None and field is not None:
            places = within.places.get(field, [])
        return Finding(
            code=self.code,
            severity=milder(level) if doubtful else level,
            message=message,
            suggestion=suggestion,
            catalogue=catalogue,
            item=item,
            item_id=within.id if within is not None else None,
            field=field,
            quote=printed if quote is None else quote,
            printed=printed,
            places=tuple(places),
            certainty="inferred" if doubtful else "inherited" if why else "direct",
            fix=fix,
        )


class BatchRule(ABC):
    """A rule over all documents of a run, which are read one after the other and not kept."""

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    title: ClassVar[Phrase]
    fixable: ClassVar[Literal["safe", "unsafe", None]] = None
    options: ClassVar[Mapping[str, object]] = {}

    @abstractmethod
    def digest(self, document: schema.Document, context: Context) -> object:
        """What of a document is compared with the others: little, since that of every document of a run is kept."""

    @abstractmethod
    def compare(self, digests: Sequence[Any]) -> Iterator[tuple[int, Finding]]:
        """The findings of this rule, each with the index of the digest it is about."""

    def check_all(self, documents: Iterable[tuple[schema.Document, Context]]) -> Iterator[tuple[int, Finding]]:
        """The findings of this rule in documents, each with the index of the document it is about."""
        return self.compare([self.digest(document, context) for document, context in documents])


def milder(severity: Severity) -> Severity:
    """The next less bad severity; info stays."""
    order = list(Severity)
    return order[min(order.index(severity) + 1, len(order) - 1)]


def items(document: schema.Document) -> Iterator[tuple[int, int, schema.Item]]:
    """Every item with the index of its catalogue and its own."""
    for number, catalogue in enumerate(document.catalogues):
        for index, item in enumerate(catalogue.items):
            yield number, index, item

"""read → recover → interpret, over one file: the only module that knows all stations."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from gicat import schema
from gicat.__about__ import __version__
from gicat.audit import audit
from gicat.deadline import Deadline
from gicat.diagnostics import Diagnostic, Language, Phrase, Result
from gicat.errors import UnreadableError
from gicat.grid import Block, Reading
from gicat.interpret import interpret
from gicat.lexicon import using
from gicat.lexicon.extension import Extension
from gicat.parsers.base import Reader, ReadOptions, Source
from gicat.parsers.sniff import sniff
from gicat.recover import recover


@dataclass(frozen=True, slots=True)
class Options:
    """How to parse a file.

    Attributes:
        read: what the reader needs to know.
        language: of the diagnostics' messages.
        tables: numbers of the recovered tables to interpret, from 0; None for all.
        audit: whether to compare the characters of file and result.
        lexicon: vocabulary that counts beside gicat's own; see `Config.extension`.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    language: Language = "en"
    tables: frozenset[int] | None = None
    audit: bool = False
    lexicon: Extension | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A file read: where it comes from and its blocks, raw or recovered, and how long they may be worked on."""

    source: schema.Source
    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...]
    reader: Reader | None = None
    deadline: Deadline = field(default_factory=Deadline)


def parse_source(source: Source, options: Options) -> schema.Document:
    """The document that a file holds.

    Never raises for what is in the file: what cannot be read at all gives a Document without
    catalogues and an R diagnostic of severity error.
    """
    opened = open_source(source, options)
    if opened.reader is None:
        return schema.Document(source=opened.source, diagnostics=said(opened.diagnostics, options.language))
    with using(options.lexicon):
        read = interpret(opened.blocks, options.tables, opened.deadline)
    diagnostics = [*opened.diagnostics, *read.diagnostics]
    document = schema.Document(
        source=opened.source, catalogues=read.value.catalogues, unplaced=read.value.unplaced, diagnostics=[]
    )
    if options.audit:
        diagnostics += audit(opened.reader.sightings(source, options.read), document, diagnostics)
    document.diagnostics = said(diagnostics, options.language)
    return document


def open_source(source: Source, options: Options, *, raw: bool = False) -> Opened:
    """The blocks of a file: as its reader saw them (`raw`), or with their tables recovered.

    `reader` is None in the answer where no block of the file could be read.
    """
    name, sniffed = sniff(source, options.read)
    try:
        if isinstance(sniffed, Diagnostic):
            raise UnreadableError(sniffed.code, **sniffed.details)
        reader = sniffed.value.open()
        result = reader.read(source, options.read)
    except UnreadableError as error:
        return Opened(describe(source, name, None), (), (Diagnostic(error.code, error.details),))
    described = describe(source, name, result.value)
    diagnostics = (*sniffed.diagnostics, *result.diagnostics)
    if raw:
        return Opened(described, result.value.blocks, diagnostics, reader)
    with using(options.lexicon):
        deadline = Deadline(options.read.clock, options.read.limits.seconds)
    recovered = recover(result.value.blocks, deadline)
    return Opened(described, recovered.value, (*diagnostics, *recovered.diagnostics), reader, deadline)


def describe(source: Source, name: str | None, reading: Reading | None) -> schema.Source:
    """What the contract says about a file; `name` is that of its format."""
    return schema.Source(
        name=source.name.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"),  # POSIX names are bytes
        format=name,
        dialect=reading.dialect if reading else None,
        engine=reading.engine if reading else None,
        encoding=reading.encoding if reading else None,
        sha256=hashlib.sha256(source.data).hexdigest(),
        bytes=len(source.data),
        pages=reading.pages if reading else None,
        gicat=__version__,
    )


def _detail(value: object) -> int | str | schema.Words:
    if isinstance(value, Phrase):
        return schema.Words(en=value.en, zh=value.zh)
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)


def said(diagnostics: Iterable[Diagnostic], language: Language) -> list[schema.Diagnostic]:
    """Diagnostics as the contract has them, their messages in a language."""
    return [
        schema.Diagnostic(
            code=d.code,
            severity=d.severity.value,
            message=d.message(language),
            catalogue=d.catalogue,
            item=d.item,
            field=d.field,
            place=schema.Place.model_validate(d.place, from_attributes=True),
            certainty=d.certainty,
            text=d.text,
            details={name: _detail(value) for name, value in d.details.items()},
        )
        for d in diagnostics
    ]


__all__ = ["Opened", "Options", "Result", "describe", "open_source", "parse_source", "said"]

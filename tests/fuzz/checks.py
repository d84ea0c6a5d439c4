"""What must hold of any input: a result or a clean error, the audit, the contract, the rules, every report."""

from __future__ import annotations

import json
import time
import traceback
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import jsonschema

import gicat
from gicat.audit import audit
from gicat.diagnostics import Diagnostic
from gicat.errors import GicatError
from gicat.grid import Block, Grid
from gicat.parsers.base import Limits, ReadOptions, Source
from gicat.parsers.sniff import sniff
from gicat.pipeline import Options, open_source
from gicat.reports import REPORTS, Run, writer
from gicat.rules.context import Context
from gicat.rules.fixing import fixed
from gicat.rules.registry import rules
from gicat.rules.run import Checks
from gicat.rules.selection import Selection
from gicat.schema import Document, from_json, json_schema
from gicat.validation import documents_of, validate
from gicat.writers import grid as grid_writer
from tests.fuzz.cases import Case

OFTEN, SELDOM = 0.25, 0.08
"""How often the dearer checks are made."""
LIMITS = Limits(seconds=6)
"""Flowing text of a megabyte takes a minute to decode; that it stops in time is what is looked at."""
LARGE = 2_000_000
"""Characters of JSON from which on it is not held against the schema: that would take longer than gicat does."""


def problems(case: Case) -> list[str]:
    """What is wrong with gicat's answer to a case, each in a line or with a traceback; nothing if all is well."""
    options = _options(case)
    try:
        documents = documents_of(Source(case.name, case.data), options)
    except GicatError:
        return []
    except Exception:  # noqa: BLE001 - that is what is looked for
        return [traceback.format_exc()]
    try:
        return list(_found(case, options, documents))
    except Exception:  # noqa: BLE001
        return [traceback.format_exc()]


def _options(case: Case) -> Options:
    """Mostly the usual ones; sometimes the reference engine, another dialect or encoding, or one page."""
    rare = case.choices[0]
    read = ReadOptions(clock=time.monotonic, limits=LIMITS)
    if case.id.startswith("pdf") and rare < SELDOM:
        read = replace(read, pdf_engine="pdfplumber")
    elif rare < SELDOM:
        read = replace(read, encoding="gb18030")
    elif rare > 1 - SELDOM:
        read = replace(read, pages=frozenset({1}))
    return Options(read=read, language="zh" if case.choices[1] < 0.5 else "en")


def _found(case: Case, options: Options, documents: list[Document]) -> Iterator[str]:
    _, grids, reports, writers, fixes, again = case.choices
    source = Source(case.name, case.data)
    for document in documents:
        yield from _contract(document, thorough=grids < OFTEN)
    yield from _audited(source, options, documents)
    if grids < OFTEN:
        yield from _grids(open_source(source, options).blocks)
    run = validate([(case.name, document) for document in documents], _checks(), language=options.language)
    if reports < OFTEN:
        _reports(run)
    if writers < OFTEN:
        for name in ("csv", "jsonl", "table"):
            gicat.write(documents, name).encode()
    if fixes < OFTEN:
        for document in documents:
            yield from _fixes(document)
    if again < SELDOM:
        other = documents_of(source, options)
        if other != documents and not (_late(documents) or _late(other)):
            yield "another result the second time"


def _late(documents: list[Document]) -> bool:
    """Whether any was stopped by a limit, as that of seconds, which is another moment every time."""
    return any(told.code in ("R005", "R018") for document in documents for told in document.diagnostics)


@cache
def _checks() -> Checks:
    return Checks(rules(), Selection(), Context())


@cache
def _schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema())


def _contract(document: Document, *, thorough: bool) -> Iterator[str]:
    """The JSON is valid and reads back; against the schema itself, which is dear, where that is asked for."""
    written = gicat.write(document)
    written.encode()
    thorough = thorough and len(written) < LARGE
    for error in _schema().iter_errors(json.loads(written)) if thorough else ():
        yield f"against the schema: {error.json_path}: {error.message[:200]}"
    if from_json(written.encode()) != [document]:
        yield "the document is another when it is read back"


def _audited(source: Source, options: Options, documents: list[Document]) -> Iterator[str]:
    """The audit, where the file was read by a reader and no limit cut it short.

    Nothing is ever made up, signs that stand for unknown ones aside. What is lost without any word that something was
    not understood (R007) or damaged (R013) is lost silently.
    """
    _, sniffed = sniff(source, options.read)
    if isinstance(sniffed, Diagnostic) or len(documents) != 1:
        return
    (document,) = documents
    if any(told.code == "R005" or (told.code.startswith("R") and told.severity == "error" and told.code != "R012")
           for told in document.diagnostics):  # fmt: skip
        return
    sightings = sniffed.value.open().sightings(source, options.read)
    told = [Diagnostic(each.code, text=each.text) for each in document.diagnostics]
    not_silent = any(each.code in ("R007", "R013") for each in told)
    for finding in audit(sightings, document, told):
        made_up = finding.code == "R016" and bool((finding.text or "").strip("\ufffd"))
        if made_up or not not_silent:
            yield f"audit: {finding.code} {finding.place} {(finding.text or '')[:120]!r}"


def _grids(blocks: tuple[Block, ...]) -> Iterator[str]:
    json.loads(grid_writer.as_json(blocks))
    "".join(grid_writer.as_text(blocks)).encode()
    for grid in blocks:
        if isinstance(grid, Grid):
            yield from _slots(grid)


def _slots(grid: Grid) -> Iterator[str]:
    seen: set[tuple[int, int]] = set()
    for cell in grid.cells:
        if cell.row + cell.row_span > grid.rows or cell.column + cell.column_span > grid.columns:
            yield f"a cell at {cell.row}, {cell.column} reaches beyond the grid"
        slots = {
            (row, column)
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }
        if slots & seen:
            yield f"two cells cover {min(slots & seen)}"
        seen |= slots


def _reports(run: Run) -> None:
    """Every report can be written, in UTF-8, and those in JSON can be read."""
    for name in REPORTS:
        text = writer(name)(run).encode()
        if name in ("json", "sarif", "gitlab"):
            json.loads(text)


def _fixes(document: Document) -> Iterator[str]:
    once = fixed(document, _checks(), unsafe=True)
    if once.made and fixed(once.document, _checks(), unsafe=True).document != once.document:
        yield "fixing a fixed document changes it"
    yield from _contract(once.document, thorough=False)

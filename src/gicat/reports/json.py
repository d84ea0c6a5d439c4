"""The run as one JSON object: files, their findings with everything they know, and the rules behind them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from gicat.diagnostics import Phrase
from gicat.reports import CheckedFile, Run
from gicat.reports.words import mended
from gicat.rules.base import Finding


def write(run: Run) -> str:
    """UTF-8 text with stable keys, a finding a line; messages in both languages, whatever the run's.

    Findings are put into text one by one: as one tree, those of a thousand files would take ten times their text.
    """
    head = {
        "gicat": run.version,
        "failed": run.failed,
        "fail_on": run.fail_on,
        "counts": {severity.value: count for severity, count in run.counts().items()},
        "known": run.known,
        "left_out": list(run.left_out),
    }
    rules = {
        code: {"name": rule.name, "severity": rule.severity, "title": _both(rule.title), "fixable": rule.fixable}
        for code, rule in run.rules.items()
    }
    lines = [f' "{name}": {dumped(value)},\n' for name, value in head.items()]
    files = _listed((_file(run, file) for file in run.files), " ")
    return "".join(["{\n", *lines, ' "files": ', *files, f',\n "rules": {dumped(rules)}\n', "}\n"])


def _file(run: Run, file: CheckedFile) -> str:
    source, catalogues = file.document.source, file.document.catalogues
    head = {
        "path": file.path,
        "format": source.format,
        "sha256": source.sha256,
        "catalogues": len(catalogues),
        "items": sum(len(catalogue.items) for catalogue in catalogues),
    }
    findings = _listed((dumped(described(run, file, finding)) for finding in file.findings), "  ")
    return dumped(head)[:-1] + ', "findings": ' + "".join(findings) + "}"


def _listed(entries: Iterable[str], indent: str) -> Iterator[str]:
    """A JSON array, an entry a line."""
    start = "["
    for entry in entries:
        yield f"{start}\n{indent} {entry}"
        start = ","
    yield "[]" if start == "[" else f"\n{indent}]"


def described(run: Run, file: CheckedFile, finding: Finding) -> dict[str, Any]:
    """A finding as JSON; places count as the contract does (pages and lines from 1, the rest from 0)."""
    rule = run.rules.get(finding.code)
    fix = finding.fix
    return {
        "code": finding.code,
        "name": rule.name if rule else None,
        "severity": finding.severity,
        "fails": run.fails(finding),
        "message": _both(finding.message),
        "suggestion": _both(finding.suggestion) if finding.suggestion else None,
        "catalogue": finding.catalogue,
        "item": finding.item,
        "item_id": finding.item_id,
        "field": finding.field,
        "quote": finding.quote,
        "printed": finding.printed,
        "places": [place.model_dump(mode="json") for place in finding.places],
        "certainty": finding.certainty,
        "fix": {"safe": fix.safe, "before": fix.before, "after": fix.after} if fix else None,
        "fingerprint": finding.fingerprint,
    }


def dumped(value: object, indent: int | None = None) -> str:
    """JSON that UTF-8 can encode: lone surrogates, which file names may hold, are replaced."""
    return mended(json.dumps(value, ensure_ascii=False, indent=indent))


def _both(phrase: Phrase) -> dict[str, str]:
    return {"en": phrase.en, "zh": phrase.zh}

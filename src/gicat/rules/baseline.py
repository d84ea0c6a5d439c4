"""A baseline: findings that are known and no longer reported, by fingerprint."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from gicat.diagnostics import Severity
from gicat.errors import UsageError
from gicat.rules.base import Finding

VERSION = 1
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_SPACE = re.compile(r"[\s,]*")


def can_be_known(finding: Finding) -> bool:
    """Whether a baseline may hold a finding back: not that a file could not be read, for nothing in it was checked."""
    return not (finding.code.startswith("R") and finding.severity is Severity.ERROR)


def dumps(findings: Iterable[Finding]) -> str:
    """A baseline of those findings that can be known, as JSON, one a line, so that changes of it read well."""
    entries = sorted((f.path, f.code, f.fingerprint) for f in findings if can_be_known(f))
    lines = ",\n".join(
        "  " + json.dumps({"path": path, "code": code, "fingerprint": fingerprint}, ensure_ascii=False)
        for path, code, fingerprint in entries
    )
    return f'{{\n "gicat_baseline": {VERSION},\n "findings": [' + (f"\n{lines}\n " if lines else "") + "]\n}\n"


def loads(text: str, name: str) -> frozenset[str]:
    """The fingerprints of a baseline.

    Args:
        text: what `dumps` made, perhaps edited.
        name: of the file, for messages.

    Raises:
        UsageError: for anything else; the text names file, line and key.
    """
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise UsageError(f"{name}:{error.lineno}: not valid JSON: {error.msg}") from error
    if not isinstance(whole, dict) or "gicat_baseline" not in whole:
        raise UsageError(f"{name}:1: gicat_baseline: missing; `gicat validate --write-baseline` makes a baseline")
    if whole["gicat_baseline"] != VERSION:
        raise _mistake(text, name, "gicat_baseline", f"is {whole['gicat_baseline']!r}, this gicat reads {VERSION}")
    if not isinstance(whole.get("findings"), list):
        raise _mistake(text, name, "findings", "is not a list")
    return frozenset(_fingerprint(entry, line, name) for entry, line in _entries(text))


def _fingerprint(entry: object, line: int, name: str) -> str:
    if not isinstance(entry, dict):
        raise UsageError(f"{name}:{line}: findings: {json.dumps(entry, ensure_ascii=False)} is not an object")
    if "fingerprint" not in entry:
        raise UsageError(f"{name}:{line}: fingerprint: missing in this entry")
    given = entry["fingerprint"]
    if not isinstance(given, str) or not _FINGERPRINT.fullmatch(given):
        shown = json.dumps(given, ensure_ascii=False)
        raise UsageError(f"{name}:{line}: fingerprint: {shown} is not sixteen hexadecimal digits")
    return given


def _entries(text: str) -> Iterable[tuple[object, int]]:
    """The entries of the list `findings` of a valid text, each with its line."""
    decoder = json.JSONDecoder()
    start = re.search(r'"findings"\s*:\s*\[', text)
    at = start.end() if start else len(text)
    while (at := _after_space(text, at)) < len(text) and text[at] != "]":
        entry, end = decoder.raw_decode(text, at)
        yield entry, text.count("\n", 0, at) + 1
        at = end


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _mistake(text: str, name: str, key: str, why: str) -> UsageError:
    at = text.find(f'"{key}"')
    return UsageError(f"{name}:{text.count(chr(10), 0, max(at, 0)) + 1}: {key}: {why}")

"""Baselines: read back, and refused with line and key."""

from __future__ import annotations

import pytest

from gicat.diagnostics import Phrase, Severity
from gicat.errors import UsageError
from gicat.rules.base import Finding
from gicat.rules.baseline import dumps, loads

FINDINGS = [Finding("F003", Severity.WARNING, Phrase(f"no {n}", "无"), path="表 a.txt") for n in range(3)]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_what_is_written_is_read(count: int) -> None:
    text = dumps(FINDINGS[:count])
    assert loads(text, "known.json") == {f.fingerprint for f in FINDINGS[:count]}
    assert len(text.splitlines()) == 4 + (count + 1 if count else 0)
    assert dumps(reversed(FINDINGS)) == dumps(FINDINGS)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"findings": [', '"findings": ', r"known.json:5: not valid JSON"),
        ('"gicat_baseline": 1', '"gicat_baseline": 2', r"known.json:2: gicat_baseline: is 2, this gicat reads 1"),
        ('"gicat_baseline": 1', '"baseline": 1', r"known.json:1: gicat_baseline: missing"),
        ('"findings"', '"found"', r"known.json:1: findings: is not a list"),
        ('"fingerprint"', '"print"', r"known.json:4: fingerprint: missing in this entry"),
        ('"findings": [', '"findings": [null,', r"known.json:3: findings: null is not an object"),
        ('"findings": [', '"findings": ["x",', r'known.json:3: findings: "x" is not an object'),
        ('"findings": [', '"findings": [{"fingerprint": null},', r"known.json:3: fingerprint: null is not sixteen"),
        ("{", "[{", r"known.json:\d+: not valid JSON"),
    ],
)
def test_mistakes_name_line_and_key(old: str, new: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        loads(dumps(FINDINGS).replace(old, new, 1), "known.json")


def test_a_list_is_no_baseline() -> None:
    with pytest.raises(UsageError, match=r"known\.json:1: gicat_baseline: missing"):
        loads("[]", "known.json")

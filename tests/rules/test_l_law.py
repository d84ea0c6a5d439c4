"""Group L: what trips each rule, what does not, and what the fixes write."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

from gicat.rules.context import Context
from gicat.rules.law import LawRule
from tests.rules.law_tables import QUIET, TRIPS, Case
from tests.rules.one_rule import RULES, found

LAW = [code for code in RULES if code.startswith("L")]


def cases(table: dict[str, tuple[Case, ...]]) -> list[ParameterSet]:
    return [
        pytest.param(code, case, id=f"{code}-{number}") for code, given in table.items() for number, case in enumerate(given)
    ]


def test_every_rule_has_ten_of_each() -> None:
    assert set(TRIPS) == set(QUIET) == set(LAW) and len(LAW) == 15
    assert not {code: len(table[code]) for table in (TRIPS, QUIET) for code in table if len(table[code]) < 10}
    assert all(isinstance(RULES[code], LawRule) for code in LAW)


@pytest.mark.parametrize(("code", "case"), cases(TRIPS))
def test_trips(code: str, case: Case) -> None:
    findings = found(code, case.document, Context())
    assert findings and all(finding.code == code for finding in findings)
    assert all(finding.message.en and finding.message.zh and finding.suggestion for finding in findings)


@pytest.mark.parametrize(("code", "case"), cases(QUIET))
def test_does_not_trip(code: str, case: Case) -> None:
    assert [finding.message.zh for finding in found(code, case.document, Context())] == []

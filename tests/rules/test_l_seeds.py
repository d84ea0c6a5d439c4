"""Group L on the shared seeds: what was established by hand is found at its line, and the errors are those expected."""

from __future__ import annotations

import pytest

from gicat.rules.base import Rule
from gicat.rules.context import Context
from tests.rules.one_rule import RULES, mended
from tests.rules.test_vxc_seeds import _document, _gold
from tests.shared import needs_shared

pytestmark = needs_shared

OWN = [rule for code, rule in RULES.items() if code.startswith("L") and isinstance(rule, Rule)]
NO_COLUMNS = {"S001", "S002", "S003"}
"""What only a header tells; the gold has none."""

LISTED: dict[str, dict[str, list[tuple[str, int | None, int]]]] = {
    "001": {
        "L004": [("info", 0, 15)], "L007": [("warning", 7, 131)], "L008": [("info", 9, 173)],
        "L012": [("info", 7, 77), ("warning", 9, 171)], "L013": [("info", 9, 171)], "L014": [("info", None, 0)],
        "L015": [("warning", 13, 277)],
    },
    "002": {
        "L004": [("warning", 0, 20)], "L008": [("warning", 12, 214)], "L010": [("warning", 13, 228)],
        "L011": [("warning", 5, 105)],
        "L012": [("info", 11, 112), ("info", 13, 196), ("info", 21, 324), ("warning", 12, 196)],
        "L014": [("info", None, 0)], "L015": [("warning", 0, 19), ("warning", 25, 382)],
    },
    "003": {
        "L003": [("warning", 0, 8), ("warning", 0, 9)], "L004": [("info", 0, 48)], "L006": [("info", 8, 202)],
        "L008": [("error", 15, 353), ("error", 16, 371)], "L012": [("info", 18, 409), ("warning", 15, 352)],
        "L014": [("info", None, 0)], "L015": [("warning", 0, 47), ("warning", 6, 164), ("warning", 7, 182)],
    },
    "004": {
        "L003": [("warning", 0, 5), ("warning", 28, 33), ("warning", 28, 33), ("warning", 29, 34)],
        "L004": [("info", 0, 5)], "L006": [("warning", 8, 13)], "L008": [("error", 23, 28)],
        "L009": [("info", 43, 47), ("info", 45, 49), ("info", 47, 51), ("warning", 38, 43), ("warning", 39, 44),
                 ("warning", 40, 45)],
        "L010": [("warning", 26, 31)], "L011": [("warning", 14, 19)],
        "L012": [("info", 15, 20), ("info", 16, 21), ("info", 17, 22), ("info", 18, 23), ("info", 41, 46),
                 ("warning", 23, 28), ("warning", 26, 31), ("warning", 39, 44), ("warning", 40, 45)],
        "L014": [("info", None, 0)], "L015": [("warning", 9, 14)],
    },
}  # fmt: skip
"""Seed to rule to severity, item and first line of its findings. A value inherited from a blank cell is found at the
item that needs it, at the line where it is printed, one degree milder."""


@pytest.mark.parametrize("name", LISTED)
def test_the_listed_findings_and_no_others(name: str) -> None:
    found: dict[str, list[tuple[str, int | None, int]]] = {}
    for rule in OWN:
        for finding in rule.check(_document(name), Context()):
            assert finding.suggestion and (finding.quote or finding.code == "L014")
            line = finding.places[0].line if finding.places else None
            found.setdefault(finding.code, []).append((finding.severity.value, finding.item, line or 0))
    assert {code: sorted(lines) for code, lines in found.items()} == {
        code: sorted(lines) for code, lines in LISTED[name].items()
    }


def test_flowing_text_by_its_gold() -> None:
    found = [(f.code, f.severity.value, f.item) for rule in OWN for f in rule.check(_gold("000"), Context())]
    assert found == [
        ("L004", "info", 0), ("L006", "error", 15), ("L007", "warning", 11), ("L008", "info", 13),
        ("L011", "warning", 6), ("L011", "warning", 7), ("L012", "info", 11), ("L012", "warning", 13),
        ("L012", "info", 16), ("L013", "info", 13), ("L013", "info", 14), ("L014", "info", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "codes"),
    [("000", ["L006"]), ("001", []), ("002", []), ("003", ["L008", "L008"]), ("004", ["F002", "L008"])],
)
def test_the_errors_of_the_gold(name: str, codes: list[str]) -> None:
    errors = [
        finding.code
        for rule in RULES.values()
        if isinstance(rule, Rule) and rule.code not in NO_COLUMNS
        for finding in rule.check(_gold(name), Context())
        if finding.severity == "error"
    ]
    assert errors == codes


@pytest.mark.parametrize("name", LISTED)
def test_findings_from_json_equal_those_from_the_document(name: str) -> None:
    document = _document(name)
    again = type(document).model_validate_json(document.model_dump_json())
    for rule in OWN:
        one, other = rule.check(document, Context()), rule.check(again, Context())
        assert [finding.fingerprint for finding in one] == [finding.fingerprint for finding in other]


@pytest.mark.parametrize("name", LISTED)
def test_every_fix_mends_its_finding(name: str) -> None:
    document = _document(name)
    for rule in OWN:
        if any(finding.fix for finding in rule.check(document, Context())):
            mended(rule.code, document)

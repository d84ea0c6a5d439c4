"""Groups S and F on the seeds: what was established by hand is found at its item and line, and nothing worse is."""

from __future__ import annotations

from functools import lru_cache

import pytest

from gicat import schema
from gicat.rules.registry import rules
from tests.rules.conftest import findings
from tests.shared import SHARED, gold, needs_shared, parsed

pytestmark = needs_shared
RULES = [rule for rule in rules() if rule.code[0] in "SF"]

# Seed to (code, severity, field, item, first line); 000 is flowing text that is not read yet: its gold stands for it,
# which has no columns, so that its header cannot be judged (S001-S003), and no places.
EXPECTED = {
    "001": {
        ("S002", "warning", "audiences", None, 2), ("S002", "warning", "access_modes", None, 9),
        ("S003", "info", "forms", None, 9), ("S005", "info", "number", None, 2), ("F003", "warning", None, None, None),
    },
    "002": {
        ("S002", "warning", "audiences", None, 3), ("S002", "warning", "access_modes", None, 3),
        ("S003", "info", "responsible_units", None, 10), ("S004", "warning", None, 25, 380),
        ("S005", "info", "number", None, 3), ("F003", "warning", None, None, None),
        ("F006", "warning", None, None, None),
    },
    "003": {
        ("S002", "warning", "access_modes", None, 22), ("S007", "warning", "categories", 0, 45),
        ("F003", "warning", None, None, None), ("F007", "warning", None, None, 10),
    },
    "004": {
        ("S004", "error", None, 43, 48), ("S004", "error", None, 45, 50), ("S004", "error", None, 47, 52),
        ("S005", "info", "number", None, 3), ("F002", "error", None, None, None),
        ("F004", "warning", "contacts", None, None), ("F005", "warning", "audiences", 49, 54),
    },
}  # fmt: skip


@lru_cache
def seed(name: str) -> schema.Document:
    return schema.Document.model_validate(parsed(f"{name}.txt", (SHARED / "seeds" / f"{name}.txt").read_bytes()))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_findings_of_a_seed(name: str) -> None:
    found = [
        (f.code, f.severity.value, f.field, f.item, f.places[0].line if f.places else None)
        for rule in RULES
        for f in findings(rule, [seed(name)])
    ]
    assert len(found) == len(EXPECTED[name])
    assert set(found) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_findings_from_json_are_those_of_the_document(name: str) -> None:
    again = schema.Document.model_validate_json(seed(name).model_dump_json())
    for rule in RULES:
        assert [f.fingerprint for f in findings(rule, [seed(name)])] == [f.fingerprint for f in findings(rule, [again])]


def test_flowing_text_by_its_gold() -> None:
    data = gold("000")
    for catalogue in data["catalogues"]:
        for number, item in enumerate(catalogue["items"]):
            item["id"] = str(number)
    source = {"name": "000.txt", "sha256": "", "bytes": 0, "gicat": "0"}
    document = schema.Document.model_validate({**data, "source": source})
    found = {
        (f.code, f.severity.value)
        for rule in RULES
        if rule.code not in ("S001", "S002")
        for f in findings(rule, [document])
    }
    assert found == {("S005", "info"), ("F003", "warning")}

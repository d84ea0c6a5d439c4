"""Groups V, X and C on the shared seeds: what a trained evaluator finds is found at its line, and nothing worse."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache

import pytest

from gicat import schema
from gicat.lexicon import lexicon
from gicat.rules.base import BatchRule, Finding, Rule
from gicat.rules.context import Context
from tests.rules.one_rule import RULES, mended
from tests.shared import SHARED, gold, needs_shared, parsed

pytestmark = needs_shared

LISTED: dict[str, dict[str, list[int]]] = {
    "000": {
        "V001": [91, 223, 452, 704, 796, 924, 1106, 1190], "V007": [606], "V011": [167, 241, 285, 349, 402, 546, 968],
        "V012": [41, 474], "X002": [179, 295, 351], "X007": [325, 1004], "C002": [809],
    },
    "001": {
        "V007": [131], "V008": [277], "V011": [78, 120], "V012": [16], "C003": [201], "C005": [127, 201],
    },
    "002": {
        "V002": [38, 93, 93, 134, 134, 134, 218, 257, 346], "V006": [253], "V008": [362], "V010": [257],
        "V011": [76, 325], "V012": [21, 76, 113, 187], "C001": [21], "C003": [111],
    },
    "003": {
        "V001": [14, 18], "V004": [8, 9, 48, 48, 109, 109, 219, 219, 352, 352], "V008": [200], "V009": [68],
        "V010": [18], "X004": [168], "X006": [168], "C001": [12], "C002": [112],
        "C004": [186, 222, 240, 264, 291, 315, 337, 413], "C006": [51],
    },
    "004": {
        "V008": [16], "V009": [43, 44, 44, 45], "V010": [5, 5, 28, 36, 37, 38, 40, 41], "V012": [5],
        "X003": [5], "X005": [*range(5, 97)],
    },
}  # fmt: skip
"""Seed to rule to the lines its findings start at. A cell of several lines is found where it begins."""

OWN = [rule for code, rule in RULES.items() if code[0] in "VXC"]


@lru_cache
def _document(name: str) -> schema.Document:
    return schema.Document.model_validate(parsed(f"{name}.txt", (SHARED / "seeds" / f"{name}.txt").read_bytes()))


@lru_cache
def _gold(name: str) -> schema.Document:
    """The gold of a seed as a document: without print and places, codes looked up."""
    values = json.loads(json.dumps(gold(name)))
    for catalogue in values["catalogues"]:
        for index, item in enumerate(catalogue["items"]):
            item["id"] = str(index)
            for field in ("channels", "forms"):
                for option in item[field]:
                    option["code"] = lexicon().code(field, option["label"])
    values["source"] = {"name": f"{name}.txt", "sha256": "", "bytes": 0, "gicat": ""}
    return schema.Document.model_validate(values)


def _found(document: schema.Document) -> Iterator[Finding]:
    for rule in OWN:
        if isinstance(rule, Rule):
            yield from rule.check(document, Context())


@pytest.mark.parametrize("name", LISTED)
def test_the_listed_findings_and_no_others(name: str) -> None:
    lines: dict[str, list[int]] = {}
    for finding in _found(_document(name)):
        assert finding.quote and finding.suggestion and finding.severity != "error"
        lines.setdefault(finding.code, []).append(finding.places[0].line or 0)
    assert {code: sorted(found) for code, found in lines.items()} == LISTED[name]


@pytest.mark.parametrize("name", LISTED)
def test_findings_from_json_equal_those_from_the_document(name: str) -> None:
    document = _document(name)
    again = schema.Document.model_validate_json(document.model_dump_json())
    assert [f.fingerprint for f in _found(again)] == [f.fingerprint for f in _found(document)]


@pytest.mark.parametrize("name", LISTED)
def test_every_fix_mends_its_finding(name: str) -> None:
    document = _document(name)
    for rule in OWN:
        if isinstance(rule, Rule) and any(finding.fix for finding in rule.check(document, Context())):
            mended(rule.code, document)


@pytest.mark.parametrize("name", LISTED)
def test_rules_cope_without_print_and_places(name: str) -> None:
    assert not [f.code for f in _found(_gold(name)) if f.severity == "error"]


def test_the_dates_of_two_sibling_lists_disagree() -> None:
    rule = RULES["C007"]
    assert isinstance(rule, BatchRule)
    one, other = _gold("000").model_copy(deep=True), _document("001")
    one.catalogues[0].columns = other.catalogues[0].columns
    found = list(rule.check_all([(one, Context()), (other, Context())]))
    assert [(index, f.item) for index, f in found if "年度报告" in f.message.zh] == [(0, 15), (1, 11)]

"""The reports that machines read: JSON against itself, SARIF and JUnit against the published schemas, GitHub and
GitLab against their documented fields."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from lxml import etree

from gicat.diagnostics import Severity
from gicat.reports import Run, github, gitlab, jsonl, junit, sarif
from gicat.reports import json as json_report
from tests.reports.building import HELP, PATH, RULES, run

FIXTURES = Path(__file__).parent / "fixtures"
SARIF = json.loads((FIXTURES / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
_COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>.*?)::(?P<message>.*)")


def checked_sarif(text: str) -> dict[str, Any]:
    """The log, valid against the schema that OASIS published."""
    log: dict[str, Any] = json.loads(text)
    jsonschema.Draft4Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(log)
    return log


def checked_junit(text: str) -> etree._Element:
    """The document, valid against the schema of Jenkins."""
    root = etree.fromstring(text.encode())
    etree.XMLSchema(etree.parse(str(FIXTURES / "jenkins-junit.xsd"))).assertValid(root)
    return root


def checked_gitlab(text: str) -> list[dict[str, Any]]:
    """The entries, with the fields that GitLab documents and no others, fingerprints unique."""
    entries: list[dict[str, Any]] = json.loads(text)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert set(entry["location"]) == {"path", "lines"}
        assert not entry["location"]["path"].startswith("./")
        assert isinstance(entry["location"]["lines"]["begin"], int) and entry["location"]["lines"]["begin"] >= 1
        assert entry["description"] and "\n" not in entry["description"]
    return entries


def checked_github(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Command, properties and message of each annotation, read as the runner reads them."""
    read = []
    for line in text.splitlines():
        found = _COMMAND.fullmatch(line)
        assert found, line
        pairs = [pair.split("=", 1) for pair in found["properties"].split(",")]
        properties = {key: _unescaped(value, properties=True) for key, value in pairs}
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert "line" not in properties or int(properties["line"]) >= 1
        read.append((found["name"], properties, _unescaped(found["message"])))
    return read


def _unescaped(text: str, properties: bool = False) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), *((("%3A", ":"), ("%2C", ",")) if properties else ())):
        text = text.replace(code, character)
    return text.replace("%25", "%")


@pytest.fixture(params=["en", "zh"])
def made(request: pytest.FixtureRequest) -> Run:
    return run(language=request.param)


def test_sarif_is_what_oasis_published(made: Run) -> None:
    (told,) = checked_sarif(sarif.write(made))["runs"]
    rules = told["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(made.rules)
    assert rules[2]["fullDescription"]["text"] == "The limit runs from a day (Art. 26)."
    results = told["results"]
    assert [result["level"] for result in results] == ["warning", "error", "warning", "error"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert len({result["partialFingerprints"]["gicat/v1"] for result in results}) == len(results)
    assert results[0]["properties"]["fix"] == {"safe": True, "before": "0579—6600123", "after": "0579-6600123"}


def test_sarif_explains_rules_in_the_language_of_the_run() -> None:
    chinese = "## 检查内容\n\n时限。\n\n## 理由\n\n自某日起算。\n\n## 依据\n\n条例第二十六条。\n"
    known = {**RULES, "V007": replace(RULES["V007"], help_zh=chinese)}
    for language, why, told in (("zh", "自某日起算。", chinese), ("en", "The limit runs from a day (Art. 26).", HELP)):
        (one,) = checked_sarif(sarif.write(run(rules=known, language=language)))["runs"]
        rule = next(rule for rule in one["tool"]["driver"]["rules"] if rule["id"] == "V007")
        assert (rule["fullDescription"]["text"], rule["help"]["text"], rule["help"]["markdown"]) == (why, told, told)


def test_sarif_places_a_result_in_file_and_document() -> None:
    results = checked_sarif(sarif.write(run()))["runs"][0]["results"]
    (first,) = results[0]["locations"]
    artifact = first["physicalLocation"]["artifactLocation"]
    assert unquote(artifact["uri"]) == PATH
    assert re.fullmatch(r"[\w/%.\-]+", artifact["uri"], re.ASCII)
    assert first["physicalLocation"]["region"] == {"startLine": 5}
    assert first["logicalLocations"] == [
        {"name": "森林防火", "fullyQualifiedName": "catalogues[0].items[0].contacts", "kind": "property"}
    ]
    assert results[3]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_an_empty_run_is_valid_everywhere() -> None:
    empty = run(files=(), rules={})
    checked_sarif(sarif.write(empty))
    assert checked_junit(junit.write(empty)).get("tests") == "0"
    assert checked_gitlab(gitlab.write(empty)) == []
    assert github.write(empty) == jsonl.write(empty) == ""


def test_junit_has_a_suite_a_file_and_a_case_a_finding(made: Run) -> None:
    root = checked_junit(junit.write(made))
    assert [suite.get("name") for suite in root] == [PATH, "b.pdf", "c.txt"]
    assert [(s.get("tests"), s.get("failures"), s.get("errors")) for s in root] == [
        ("3", "1", "0"), ("1", "0", "1"), ("1", "0", "0")
    ]  # fmt: skip
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("5", "1", "1")


def test_junit_fails_what_fails_the_run() -> None:
    strict = checked_junit(junit.write(run(fail_on=Severity.WARNING)))
    assert (strict.get("failures"), strict.get("errors")) == ("3", "1")
    lenient = checked_junit(junit.write(run(fail_on=None)))
    assert (lenient.get("failures"), lenient.get("errors")) == ("0", "0")


def test_gitlab_has_the_documented_fields(made: Run) -> None:
    entries = checked_gitlab(gitlab.write(made))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == 4
    assert [entry["severity"] for entry in entries] == ["minor", "critical", "minor", "critical"]
    assert entries[0]["location"] == {"path": PATH, "lines": {"begin": 5}}


def test_github_escapes_and_has_errors_first(made: Run) -> None:
    text = github.write(made)
    annotations = checked_github(text)
    assert [command for command, _, _ in annotations] == ["error", "error", "warning", "warning"]
    _, properties, message = annotations[0]
    assert properties == {"file": PATH, "line": "5", "title": "V007 deadline-without-event"}
    assert "100%" in message and message.count("\n") == 2
    assert "林业局%2C一%3A二.txt" in text and "100%25" in text


def test_standard_input_has_no_file() -> None:
    (file, *_) = run().files
    piped = run(files=(type(file)("-", file.document, file.findings),))
    assert all("file" not in properties for _, properties, _ in checked_github(github.write(piped)))
    results = checked_sarif(sarif.write(piped))["runs"][0]["results"]
    assert all("physicalLocation" not in result["locations"][0] for result in results)


def test_json_tells_everything() -> None:
    told = json.loads(json_report.write(run(known=7)))
    assert told["failed"] is True and told["known"] == 7
    assert told["counts"] == {"error": 2, "warning": 2, "info": 0}
    assert [len(file["findings"]) for file in told["files"]] == [3, 1, 0]
    first = told["files"][0]["findings"][0]
    assert first["message"] == {"en": "V001 is wrong, 100%: see", "zh": "V001有误，100%：请看"}
    assert first["fix"] == {"safe": True, "before": "0579—6600123", "after": "0579-6600123"}
    assert first["places"][0]["line"] == 5
    lines = [json.loads(line) for line in jsonl.write(run()).splitlines()]
    assert [line["path"] for line in lines] == [PATH] * 3 + ["b.pdf"]
    assert {**first, "path": PATH} == lines[0]


def test_json_does_not_depend_on_the_language() -> None:
    assert json_report.write(run(language="zh")) == json_report.write(run(language="en"))

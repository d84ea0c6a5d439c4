"""SARIF 2.1.0 (OASIS, errata 01), for GitHub code scanning and editors.

A result has line 1 where the format has no lines, and always its place in the gicat document as a logical location
(3.33). Fixes (3.55) are not written: they change the document that gicat read, not bytes of the file; what would
change stands in the result's properties. Findings of the baseline are not in the run, so nothing is suppressed.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from gicat.diagnostics import Severity
from gicat.reports import CheckedFile, Run, UsedRule
from gicat.reports.advice import advice, section
from gicat.reports.json import dumped
from gicat.reports.places import first_line, item_of, logical_name, long_place, place, places, subject
from gicat.reports.words import in_language, mended, one_line
from gicat.rules.base import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(run: Run) -> str:
    """The log with one run in it."""
    index = {code: number for number, code in enumerate(run.rules)}
    driver = {"name": "gicat", "version": run.version, "rules": [_rule(run, rule) for rule in run.rules.values()]}
    results = [_result(run, file, finding, index) for file, finding in run.findings()]
    artifacts = {mended(file.path): {"location": _artifact(file)} for file in run.files if file.path != "-"}
    told = {
        "tool": {"driver": driver},
        "language": "zh-CN" if run.language == "zh" else "en",
        "invocations": [{"executionSuccessful": True}],
        "artifacts": list(artifacts.values()),  # a file of several documents is one
        "results": results,
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [told]}, indent=1) + "\n"


def _rule(run: Run, rule: UsedRule) -> dict[str, Any]:
    title = in_language(rule.title, run.language)
    why = "\n\n".join(section(rule, "Why", run.language))
    told = rule.told(run.language) or title
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why or title},
        "help": {"text": told, "markdown": told},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["fixable"] if rule.fixable else [], "problem.severity": _problem(rule.severity)},
    }


def _problem(severity: Severity) -> str:
    """The word that GitHub code scanning shows for a rule."""
    return "recommendation" if severity is Severity.INFO else severity.value


def _result(run: Run, file: CheckedFile, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    texts = [subject(run, file, finding), one_line(in_language(finding.message, run.language))]
    message = ": ".join(text for text in texts if text)
    told = advice(run, finding)
    message += f"\n{told}" if told else ""
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    result |= {
        "level": LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(run, file, finding)],
        "partialFingerprints": {"gicat/v1": finding.fingerprint},
        "properties": _properties(finding, places(file, finding)),
    }
    return result


def _location(run: Run, file: CheckedFile, finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if file.path != "-":
        region = {"startLine": first_line(file, finding)}
        location["physicalLocation"] = {"artifactLocation": _artifact(file), "region": region}
    name = logical_name(finding)
    if name is not None:
        item = item_of(file, finding)
        kind = "property" if finding.field else "object"
        logical = {"name": (item and item.name) or name, "fullyQualifiedName": name, "kind": kind}
        location["logicalLocations"] = [logical]
    words = long_place(place(file, finding), run.language)
    if words:
        location["message"] = {"text": words}
    return location


def _artifact(file: CheckedFile) -> dict[str, str]:
    uri = quote(mended(file.path))
    return {"uri": uri} if uri.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _properties(finding: Finding, where: tuple[Any, ...]) -> dict[str, Any]:
    told: dict[str, Any] = {"certainty": finding.certainty, "places": [p.model_dump(mode="json") for p in where]}
    told |= {"quote": finding.quote} if finding.quote is not None else {}
    fix = finding.fix
    told |= {"fix": {"safe": fix.safe, "before": fix.before, "after": fix.after}} if fix else {}
    return told

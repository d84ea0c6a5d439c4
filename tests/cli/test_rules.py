"""`gicat rules`: every code has a line, a page and an entry."""

from __future__ import annotations

import json

import pytest

from gicat.diagnostics import CODES
from gicat.rules.registry import rules
from tests.cli.conftest import Run

KNOWN = [*CODES, *(rule.code for rule in rules())]


def test_the_list_has_every_code(run: Run) -> None:
    ran = run("rules")
    assert ran.exit == 0
    assert [line.split()[0] for line in ran.text.splitlines()] == sorted(KNOWN)
    assert {line[0] for line in run("rules", "r").text.splitlines()} == {"R"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_code_has_a_page(run: Run, language: str) -> None:
    for rule in rules():
        text = run("rules", rule.code.lower(), "--lang", language).text
        assert text.startswith(f"# {rule.code} {rule.name} [{rule.severity}]\n\n{getattr(rule.title, language)}\n")
        assert ("## 检查内容" if language == "zh" else "## What it checks") in text
        assert ("## What it checks" in text) is (language == "en")
    reading = run("rules", "R012", "--lang", language).text
    assert reading.startswith("# R012 no-catalogue [error]")
    assert ("## 处理办法" if language == "zh" else "## What to do") in reading


def test_json(run: Run) -> None:
    entries = json.loads(run("rules", "--format", "json").text)
    assert {entry["code"] for entry in entries} == set(KNOWN)
    assert all(entry["title"]["en"] and entry["title"]["zh"] for entry in entries)
    assert all(entry["help"] and entry["help_zh"] for entry in entries)
    (one,) = json.loads(run("rules", "S001", "--format", "json").text)
    assert one["severity"] == "error"


def test_an_unknown_code(run: Run) -> None:
    ran = run("rules", "S0O1")
    assert (ran.exit, ran.out) == (2, b"")
    assert "Did you mean 'S001'?" in ran.err

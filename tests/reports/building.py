"""Runs for tests of reports: a real document with findings made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.reports import CheckedFile, Run
from gicat.reports.heads import head_of
from gicat.rules.base import Finding, Fix
from gicat.rules.described import UsedRule
from tests.building import parsed

PATH = "送审/林业局,一:二.txt"
TEXT = """示例县林业局政府信息主动公开目录清单

| 事项名称 | 公开内容 | 公开依据 | 公开主体 | 公开时限 | 监督电话 |
| --- | --- | --- | --- | --- | --- |
| 森林防火 | 防火期、防火区 | 《森林防火条例》 | 示例县林业局 | 1个月内 | 0579—6600123 |
| 古树名木 | 名录、保护措施 | 《城市绿化条例》 | 示例县林业局 | 1个月内 | 0579-6600123 |
"""
HELP = """A limit without its start.

## What it checks

Deadlines.

## Why

The limit runs from
a day (Art. 26).

## Source

《条例》第二十六条
"""
RULES = {
    "R012": UsedRule("R012", "no-catalogue", Severity.ERROR, Phrase("no catalogue", "无目录"), "no catalogue"),
    "V001": UsedRule(
        "V001", "phone-malformed", Severity.WARNING, Phrase("A misprinted phone", "电话有误"), HELP, "safe"
    ),
    "V007": UsedRule("V007", "deadline-without-event", Severity.ERROR, Phrase("No start", "未写起算点"), HELP),
}


def document(text: str = TEXT) -> schema.Document:
    """What gicat reads in a text."""
    return parsed(text)


def finding(made: schema.Document, code: str, item: int, field: schema.FieldName, **given: Any) -> Finding:
    """A finding about a cell of the first catalogue; `given` overrides."""
    about = made.catalogues[0].items[item]
    printed = about.printed.get(field)
    values = {
        "severity": RULES[code].severity, "message": Phrase(f"{code} is wrong, 100%: see", f"{code}有误，100%：请看"),
        "suggestion": Phrase("write it\notherwise", "请\n改写"), "catalogue": 0, "item": item, "item_id": about.id,
        "field": field, "quote": printed, "printed": printed, "path": PATH,
        "places": tuple(about.places.get(field, ())),
    }  # fmt: skip
    return Finding(code=code, **{**values, **given})


def run(**given: Any) -> Run:
    """A run over three files: one with findings in its cells, one unreadable, one clean; `given` overrides."""
    made = document()
    dash = Fix(lambda _: None, True, "0579—6600123", "0579-6600123")
    found = (
        finding(made, "V001", 0, "contacts", quote="—", fix=dash),
        finding(made, "V007", 0, "deadline"),
        finding(made, "V007", 1, "deadline", certainty="inferred", severity=Severity.WARNING),
    )
    unreadable = made.model_copy(update={"catalogues": []})
    refused = Finding("R012", Severity.ERROR, Phrase("no catalogue in it", "其中无目录"), path="b.pdf")
    files = (
        CheckedFile(PATH, head_of(made), found),
        CheckedFile("b.pdf", head_of(unreadable), (refused,)),
        CheckedFile("c.txt", head_of(made)),
    )
    return replace(Run("0.1.0", files, RULES), **given)

"""One defect is told once: what inference and a rule both say, by the rule."""

from __future__ import annotations

import pytest
from samples.make import FOLDER

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.parsers.base import Source
from gicat.pipeline import Options, parse_source
from gicat.rules.base import Finding
from gicat.rules.context import Context
from gicat.rules.registry import rules
from gicat.rules.run import Checks, check
from gicat.rules.selection import Selection
from gicat.rules.superseded import without_superseded


def codes(name: str, selection: Selection) -> set[str]:
    document = parse_source(Source(name, (FOLDER / name).read_bytes()), Options())
    (found,) = check([(name, document)], Checks(rules(), selection, Context()))
    return {finding.code for finding in found}


@pytest.mark.parametrize(
    ("name", "inferred", "rule"),
    [
        ("submissions/04-culture.txt", "P004", "S004"),
        ("submissions/02-forestry.txt", "P011", "X002"),
        ("water-list.txt", "P008", "S003"),
        ("water-list.pdf", "P008", "S003"),
    ],
)
def test_the_rule_tells_it_if_it_runs(name: str, inferred: str, rule: str) -> None:
    assert codes(name, Selection()) & {inferred, rule} == {rule}
    assert codes(name, Selection(("P",))) & {inferred, rule} == {inferred}
    assert codes(name, Selection(ignore=(rule,))) & {inferred, rule} == {inferred}
    assert codes(name, Selection(per_file={"*.*": (rule,)})) & {inferred, rule} == {inferred}


def made(code: str, message: str = "", **more: object) -> Finding:
    return Finding(code, Severity.WARNING, Phrase(message, message), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("inferred", "rule"),
    [
        (made("P012", places=(schema.Place(line=4),)), made("S004", places=(schema.Place(line=5),))),
        (made("P012", places=(schema.Place(table=1, row=2),)), made("S004", places=(schema.Place(table=0, row=2),))),
        (made("P004"), made("S004")),
        (made("P011", catalogue=0, item=1, field="channels"), made("X002", catalogue=0, item=2, field="channels")),
        (made("P011", catalogue=0, item=1, field="channels"), made("X002", catalogue=0, item=1, field="levels")),
        (made("P008", "“方式”列", catalogue=0), made("S003", catalogue=0, quote="公开方式")),
        (made("P008", "“方式”列", catalogue=0), made("S003", catalogue=1, quote="公开/方式")),
    ],
)
def test_what_is_elsewhere_stays(inferred: Finding, rule: Finding) -> None:
    assert without_superseded([inferred, rule]) == [inferred, rule]


def test_many_findings_take_no_longer_each() -> None:
    """A text whose every row is short: as many findings of either kind."""
    count = 20_000
    inferred = [made("P012", catalogue=0, item=n, places=(schema.Place(line=n),)) for n in range(count)]
    rule = [made("S004", catalogue=0, item=n, places=(schema.Place(line=n),)) for n in range(count)]
    assert without_superseded([*inferred, *rule]) == rule

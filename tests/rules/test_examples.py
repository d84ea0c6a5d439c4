"""Every rule's docstring is its documentation: it has all headings, and its examples do what they say."""

from __future__ import annotations

import pytest

from gicat.rules.base import BatchRule, Rule
from gicat.rules.registry import rules
from tests.rules.conftest import HEADINGS, examples, findings, sections

RULES = rules()
each = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@each
def test_the_docstring_has_every_heading_in_order(rule: Rule | BatchRule) -> None:
    assert tuple(sections(rule)) == HEADINGS
    assert all(sections(rule).values())


@each
def test_the_example_trips_the_rule_once(rule: Rule | BatchRule) -> None:
    documents = examples(rule, "Example")
    assert documents and all(document.catalogues for document in documents)
    (finding,) = findings(rule, documents)
    assert finding.code == rule.code
    assert finding.message.en and finding.message.zh


@each
def test_the_counterexample_does_not(rule: Rule | BatchRule) -> None:
    documents = examples(rule, "Not an example")
    assert documents and all(document.catalogues for document in documents)
    assert not findings(rule, documents)


def test_codes_and_names_are_unique_and_in_order() -> None:
    own = [rule for rule in RULES if type(rule).__module__.startswith("gicat.")]
    codes = [rule.code for rule in own]
    assert codes == sorted(set(codes), key=lambda code: ("SFVXLCP".index(code[0]), code))
    assert len({rule.name for rule in own}) == len(own)


@each
def test_its_module_is_named_after_it(rule: Rule | BatchRule) -> None:
    module = type(rule).__module__.rpartition(".")[2]
    assert module.partition("_")[0] == rule.code.lower()

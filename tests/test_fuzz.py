"""A fixed budget of mutated inputs; `python -m tests.fuzz` runs more."""

from __future__ import annotations

import os

import pytest

from gicat.parsers.registry import FORMATS
from tests.fuzz.cases import Case, case, identities
from tests.fuzz.checks import problems
from tests.fuzz.samples import samples
from tests.fuzz.workers import run

COUNT = int(os.environ.get("GICAT_FUZZ", "150")) // 6
USUAL = (0.5, 0.0, 0.0, 0.0, 0.0, 0.0)
"""Choices with which every check is made."""


def test_every_readable_format_is_mutated() -> None:
    assert {known.name for known in FORMATS} < set(samples()), "a new format needs samples in tests/fuzz/samples.py"


@pytest.mark.parametrize("kind", samples())
def test_samples_are_well(kind: str) -> None:
    for name, data in samples()[kind]:
        assert not problems(Case(f"{kind}-0-0", name, data, USUAL)), name


@pytest.mark.parametrize("kind", samples())
def test_mutated_inputs_end_in_results_or_clean_errors(kind: str) -> None:
    for identity in identities([kind], 0, COUNT):
        assert not problems(case(identity)), f"python -m tests.fuzz --replay {identity}"


def test_a_name_makes_the_same_bytes_every_time() -> None:
    for kind in samples():
        assert case(f"{kind}-1-2") == case(f"{kind}-1-2")
        assert len({case(f"{kind}-1-{number}").data for number in range(10)}) > 5
    with pytest.raises(ValueError, match="FORMAT-SEED-NUMBER"):
        case("docx-1")


def test_workers_give_an_outcome_for_every_input() -> None:
    names = identities(list(samples()), 0, 6)
    outcomes = list(run(iter(names), 2))
    assert sorted(outcome.id for outcome in outcomes) == sorted(names)
    assert all(outcome.megabytes > 1 and not outcome.problems for outcome in outcomes)


def test_a_worker_that_dies_is_a_problem() -> None:
    (outcome,) = run(iter(["no such case"]), 1)
    assert "ended with code" in outcome.problems[0]

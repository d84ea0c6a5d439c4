"""Catalogues flattened by a text export come back: what the dialect carries is right, what it lost is not made up."""

from __future__ import annotations

from typing import Any

import pytest

from tests.changed_seed import CHANGES
from tests.flattened import changed, exported, scored, sources, text
from tests.rendering import soffice
from tests.rendering.dialects import EXPORTS, RENDERINGS
from tests.rendering.exports import pdftotext
from tests.scoring import Score
from tests.shared import audit_findings, needs_shared

ENOUGH = 0.99
NOT_YET: dict[str, float] = {
    "cell-lines-once subsidies": 0.93,  # merged cells leave nothing, so that the pipes of a row cannot be counted
    # merged cells leave nothing: where a row of few words ends is weighed, not known
    "dump": 0.98,
    "dump-narrow": 0.89,
    "raw culture": 0.97,  # a name before a content that begins with a Latin letter, on one line
    # every fourth row cut by the edge of a page, cells in the middle of their height
    "dump-cut": 0.7,
    # words that look alike on both sides of a lost border stay together (P023)
    **dict.fromkeys(["glued", "glued-once"], 0.0),
}
"""Dialects, or `dialect source`, of which less comes back, and how much at least."""


def assert_comes_back(name: str, source: str, dialect: str, found: Score, document: dict[str, Any]) -> None:
    least = NOT_YET.get(f"{name} {source}", NOT_YET.get(name, ENOUGH))
    assert found.share >= least, found.told()
    assert not found.made_up, found.told()
    assert least < ENOUGH or not found.wrong_heads, found.told()
    assert not audit_findings(document)
    assert document["source"]["dialect"] == dialect or least < ENOUGH


@pytest.mark.parametrize("source", sources())
@pytest.mark.parametrize("name", RENDERINGS)
def test_rendering(name: str, source: str) -> None:
    found, document = scored(source, RENDERINGS[name], text(source, RENDERINGS[name]))
    assert_comes_back(name, source, RENDERINGS[name].dialect, found, document)


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """What LibreOffice and pdftotext make of all catalogues."""
    if soffice() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    if pdftotext() is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    return exported(sources(), tmp_path_factory.mktemp("exports"))


@pytest.mark.external
@pytest.mark.parametrize("source", sources())
@pytest.mark.parametrize("name", EXPORTS)
def test_export(name: str, source: str, exports: dict[tuple[str, str], str]) -> None:
    found, document = scored(source, EXPORTS[name], exports[name, source])
    assert_comes_back(name, source, EXPORTS[name].dialect, found, document)


@needs_shared
@pytest.mark.parametrize("name", CHANGES)
def test_changed_seed(name: str) -> None:
    found, document = changed(name)
    assert_comes_back("changed", name, document["source"]["dialect"], found, document)

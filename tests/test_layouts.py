"""The layout fixtures: the table styles that web sites and exports leave behind."""

from __future__ import annotations

import json
import math

import pytest

from tests.shared import SHARED, names, needs_shared, parsed, tool

pytestmark = needs_shared

AT_LEAST = 0.5


def points(name: str) -> tuple[int, int, bool]:
    """Right and scored fields of a fixture, and whether its cells have no boundaries at all."""
    score = tool("score_layouts")
    path = SHARED / "layouts" / name
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    right, total, _ = score.score(truth, parsed(name, path.read_bytes()))
    return right, total, bool(score.HARD & set(truth["lost"]))


def test_half_of_the_fields_of_the_layouts_are_right() -> None:
    scored = [points(name) for name in names("layouts", "*.txt")]
    right = sum(good for good, _, hard in scored if not hard)
    total = sum(all_ for _, all_, hard in scored if not hard)
    assert right / total >= AT_LEAST, f"{right}/{total}"


@pytest.mark.parametrize("name", names("layouts", "*.txt"))
def test_layout_is_answered_without_loss(name: str) -> None:
    document = parsed(name, (SHARED / "layouts" / name).read_bytes())
    lost = [d["text"] for d in document["diagnostics"] if d["code"] == "R010"]
    assert not lost
    assert math.isfinite(len(document["catalogues"]))

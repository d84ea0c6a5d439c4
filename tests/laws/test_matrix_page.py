"""docs/matrix.md is what the formats of this process give now, and nothing in it is different without a reason."""

from __future__ import annotations

import os
import warnings

import pytest
from docs.make_matrix import DIFFERENT, PAGE, external, in_process

WHOLE = "GICAT_FUZZ" in os.environ


def test_every_cell_is_equal_or_a_loss_that_is_explained() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert DIFFERENT not in text
    assert text.count("equal") > 500


def test_formats_of_this_process() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name, table in in_process().items():
        assert f"{table}\n" in text, f"{name}: python -m docs.make_matrix"


@pytest.mark.external
@pytest.mark.skipif(not WHOLE, reason="printing the whole page takes minutes: set GICAT_FUZZ")
def test_producers_of_pdf() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name, table in external(lambda name, reason: warnings.warn(f"{name}: {reason}", stacklevel=2)).items():
        assert f"{table}\n" in text, f"{name}: python -m docs.make_matrix"

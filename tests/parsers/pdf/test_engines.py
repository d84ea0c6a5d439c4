"""The two engines see the same tables, text and boxes; the audit's count agrees with the cells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gicat.grid import Grid, Lines, Reading

from .reading import printed, read, sighted

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("**/*.pdf"))
PLACE = 0.7  # points by which the engines may place a ruling differently


def _single(text: str) -> str:
    return re.sub(" +", " ", text)


def _shape(reading: Reading) -> list[object]:
    """What was read, but for the number of spaces on end: pdfium gives one for several."""
    shown: list[object] = []
    for block in reading.blocks:
        if isinstance(block, Grid):
            shown.append(
                [(c.row, c.column, c.row_span, c.column_span, _single(c.text), c.printed.breaks) for c in block.cells]
            )
        else:
            assert not isinstance(block, Lines)
            shown.append((_single(block.text), block.furniture))
    return shown


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_engines_agree(path: Path) -> None:
    data = path.read_bytes()
    default, reference = read(data), read(data, "pdfplumber")
    assert _shape(default) == _shape(reference)
    for ours, theirs in zip(default.grids(), reference.grids(), strict=True):
        for cell, other in zip(ours.cells, theirs.cells, strict=True):
            assert cell.fragments[0].bbox == pytest.approx(other.fragments[0].bbox, abs=PLACE)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_nothing_lost_or_made(path: Path, engine: str) -> None:
    data = path.read_bytes()
    assert printed(read(data, engine)) == sighted(data, engine)


def test_there_are_samples() -> None:
    assert SAMPLES

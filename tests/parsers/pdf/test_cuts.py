"""Page breaks anywhere: between rows, through rows, option lists and merged cells, with and without repeated header."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import Any

import pytest

from .drawn import Drawing
from .reading import facts
from .writing import pdf

SLOTS = sum(Drawing().heights())
HEADER = [0, *accumulate(Drawing().heights())][2]
CUTS = [(cut,) for cut in range(HEADER, SLOTS)] + [(cut, cut + 3) for cut in range(HEADER + 1, SLOTS - 3)]


@lru_cache
def expected() -> list[dict[str, Any]]:
    return facts(pdf(*Drawing().pages()))


@pytest.mark.parametrize("repeated", [0, 2])
@pytest.mark.parametrize("cuts", CUTS, ids=str)
def test_cut_anywhere(cuts: tuple[int, ...], repeated: int) -> None:
    assert facts(pdf(*replace(Drawing(), header=repeated).pages(*cuts))) == expected()

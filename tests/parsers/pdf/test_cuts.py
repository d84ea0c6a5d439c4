"""Page breaks anywhere: between rows, through rows, option lists and merged cells, with and without repeated header."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import Any

import pytest

from tests.building import LEFT

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


def test_columns_elsewhere_on_the_next_page() -> None:
    first, second = Drawing().pages(9)
    second.stream = ["q 1 0 0 1 20 0 cm", *second.stream, "Q"]
    assert facts(pdf(first, second)) == expected()
    narrow = replace(Drawing(), widths=(35, 45, 55, 105, 95, 55, 65, 90, 45, 45))
    assert facts(pdf(first, narrow.pages(9)[1])) == expected()


def test_a_page_whose_rows_merge_two_columns_has_one_column_less() -> None:
    rows = [[*row] for row in Drawing().rows]
    for row, name in ((4, "水价标准"), (5, "减免对象")):
        rows[row][1:3] = [name, LEFT]
    drawing = replace(Drawing(), rows=rows)
    assert facts(pdf(*drawing.pages(9))) == facts(pdf(*drawing.pages()))


@pytest.mark.parametrize("cut", [9, 12])
def test_a_page_whose_row_divides_a_cell_has_one_column_more(cut: int) -> None:
    rows = [[*row[:4], LEFT, *row[4:]] for row in Drawing().rows]
    rows[5][3:5] = ["低保户水费减免", "条件和申请材料"]
    drawing = replace(Drawing(), rows=rows, widths=(30, 50, 50, 60, 50, 90, 60, 60, 90, 45, 45))
    assert facts(pdf(*drawing.pages(cut))) == facts(pdf(*drawing.pages()))

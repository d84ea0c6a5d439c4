"""Cutting a stream into rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gicat.grid import StreamCell
from gicat.recover.rows import cut_rows
from tests.building import printed, stream_cells

KINDS = ("number", "name", "content", "legal_basis", "deadline", "tick")
WORDS = ["", "1", "2", "机构概况", "机构职能、领导分工、内设机构", "《甲法》", "20个工作日内", "办公室", "√", "?"]
ROW = ("1", "机构概况", "机构职能、领导分工", "《甲法》", "20个工作日内", "√")

STREAMS = st.lists(st.tuples(st.sampled_from(WORDS), st.integers(0, 2)), max_size=25)


def cells_of(drawn: Sequence[tuple[str, int]]) -> list[StreamCell]:
    return [StreamCell(printed(text), line, gap) for line, (text, gap) in enumerate(drawn, 1)]


def texts(rows: Sequence[Sequence[StreamCell]]) -> list[list[str]]:
    return [[cell.printed.text for cell in row] for row in rows]


@given(STREAMS, st.integers(1, 2))
def test_every_printed_cell_is_in_exactly_one_row_in_order(drawn: list[tuple[str, int]], row_gap: int) -> None:
    cells = cells_of(drawn)
    rows, cost = cut_rows(cells, KINDS, row_gap)
    assert [c for row in rows for c in row if not c.printed.blank] == [c for c in cells if not c.printed.blank]
    assert cost >= 0


@given(STREAMS, st.integers(1, 2))
def test_rows_start_where_a_line_ends(drawn: list[tuple[str, int]], row_gap: int) -> None:
    cells = cells_of(drawn)
    rows, _ = cut_rows(cells, KINDS, row_gap)
    starts = {id(cell) for cell in cells if cell.gap >= row_gap} | {id(cell) for cell in cells[:2]}
    behind = {id(b) for a, b in pairwise(cells) if a.printed.blank and a.gap >= row_gap}
    assert all(id(row[0]) in starts | behind for row in rows if row)


@given(st.integers(1, 12))
def test_full_rows_cost_nothing(count: int) -> None:
    rows, cost = cut_rows(stream_cells(*[ROW] * count), KINDS, 1)
    assert texts(rows) == [list(ROW)] * count
    assert cost == 0


def test_rows_without_line_ends_between_their_cells() -> None:
    """One cell a line: the width decides, not the lines."""
    cells = [StreamCell(printed(text), line, 1) for line, text in enumerate(ROW * 3, 1)]
    assert texts(cut_rows(cells, KINDS, 1)[0]) == [list(ROW)] * 3


def test_a_short_row_among_full_ones() -> None:
    rows, _ = cut_rows(stream_cells(ROW, ["机构职能、领导分工"], ROW), KINDS, 1)
    assert texts(rows) == [list(ROW), ["机构职能、领导分工"], list(ROW)]


def test_nothing() -> None:
    assert cut_rows([], KINDS, 1) == ([], 0.0)


def test_a_row_that_is_too_long_ends_at_its_line() -> None:
    long = ["2", "机构概况", "职能", "分工", "《甲法》", "20个工作日内", "√", "√"]
    rows, _ = cut_rows(stream_cells(ROW, long, ROW), KINDS, 1)
    assert texts(rows) == [list(ROW), long, list(ROW)]

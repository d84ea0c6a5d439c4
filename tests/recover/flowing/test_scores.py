"""What atoms are worth beside their looks: where they stand, how the rows are counted, what is no cell."""

from __future__ import annotations

from gicat.recover.flowing import weights
from gicat.recover.flowing.body import Body
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.slots import single
from tests.recover.flowing.texts import joined

KINDS = ("number", "level", "name", "content")


def scores(text: str, *, blank_cells: bool = False) -> Scores:
    return Scores(Body(joined(text, blank_cells=blank_cells), blank_cells=blank_cells), single(KINDS))


def told(text: str, start: int = 0) -> list[tuple[int, int, float]]:
    return scores(text).body.asides(start)


def test_row_numbers_are_those_that_count_by_ones() -> None:
    found = scores("1\n节水\n2\n12345\n供水\n3\n2024\n4")
    assert sorted(found.body.counted) == [0, 2, 5, 7]


def test_a_number_inside_a_line_counts_nothing() -> None:
    assert scores("节水 1\n供水 2").body.counted == frozenset()


def test_rows_start_on_lines_of_their_own() -> None:
    found = scores("节水 供水\n排水")
    assert found.row_start(1) == found.row_start(0) + weights.ROW_IN_LINE
    assert found.row_start(2) == found.row_start(0) == weights.ROW
    assert (found.cell_start(1), found.cell_start(2)) == (weights.CELL_IN_LINE, 0.0)


def test_skipping_columns_costs_more_where_empty_cells_are_printed() -> None:
    slot = single(["deadline"])[0]
    assert scores("节水", blank_cells=True).skipped(slot) == weights.SKIPPED_THOUGH_PRINTED
    assert scores("节水").skipped(slot) == weights.SKIPPED["deadline"]


def test_any_line_may_be_no_cell_or_a_row_of_one() -> None:
    assert told("节水 供水\n排水") == [(2, -1, weights.OUTSIDE), (2, -2, weights.FULL_WIDTH)]
    assert told("一、节水\n排水")[1] == (1, -2, weights.FULL_WIDTH_TOLD)


def test_a_list_of_boxes_is_no_row_of_one_cell() -> None:
    assert [column for _, column, _ in told("□政府网站")] == [-1]


def test_a_page_number_stands_at_the_edge_of_a_page() -> None:
    assert told("12\n\f节水")[0] == (1, -1, weights.OUTSIDE_TOLD)
    assert told("12\n节水")[0] == (1, -1, weights.OUTSIDE)


def test_a_note_may_go_on_over_lines() -> None:
    ends = [end for end, column, _ in told("注：节水\n供水\n排水") if column == -1]
    assert ends == [1, 2, 3]


def test_nothing_that_starts_in_a_line_is_outside() -> None:
    assert told("节水 供水", 1) == []

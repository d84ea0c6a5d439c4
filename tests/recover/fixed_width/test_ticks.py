"""Which column ticks stand in where programs have moved the columns against their labels."""

from __future__ import annotations

import pytest

from gicat.recover.fixed_width.ticks import Ticks, blocks, tick_columns

LABELS = [(80, 83), (86, 90), (92, 95), (98, 101)]


def columns(*lines: tuple[int, ...], anchor: int | None = None) -> list[tuple[int, ...] | None]:
    return tick_columns([Ticks(line, anchor) for line in lines], LABELS)


def test_ticks_under_labels() -> None:
    assert columns((80, 92), (81, 98), (86, 99)) == [(0, 2), (0, 3), (1, 3)]


def test_ticks_at_as_many_places_as_there_are_columns() -> None:
    assert columns((70, 84), (77, 84), (70, 110), (77, 110)) == [(0, 2), (1, 2), (0, 3), (1, 3)]


def test_a_line_that_stands_under_labels_or_at_the_places_in_different_columns_is_in_doubt() -> None:
    assert columns((70, 86), (74, 86), (70, 92), (74, 92), (86,))[-1] is None


def test_fewer_places_than_columns_tell_nothing() -> None:
    assert columns((70, 84), (77, 84), (70, 84)) == [None, None, None]


def test_as_many_ticks_as_columns_stand_in_all() -> None:
    assert columns((60, 64, 68, 72), (61,), (55,)) == [(0, 1, 2, 3), None, None]


def test_columns_that_move_with_the_text_before_them() -> None:
    lines = [Ticks((80,), 60), Ticks((80, 98), 60), Ticks((76,), 56), Ticks((77, 95), 57), Ticks((75,), 56)]
    assert tick_columns(lines, LABELS) == [(0,), (0, 3), (0,), (0, 3), None]


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        (["number", "tick", "tick", "name"], [range(1, 3)]),
        (["tick", "name", "tick", "tick"], [range(2, 4)]),
        (["name"], []),
    ],
)
def test_blocks_of_tick_columns(kinds: list[str], found: list[range]) -> None:
    assert blocks(kinds) == found

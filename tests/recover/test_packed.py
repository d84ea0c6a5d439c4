"""Ticks whose column was lost: only what all ways agree on is asserted."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.recover.packed import settle

BLOCKS = st.lists(st.integers(1, 4), min_size=1, max_size=4).filter(lambda sizes: sum(sizes) <= 9)


def groups_of(sizes: list[int]) -> tuple[int, ...]:
    return tuple(group for group, size in enumerate(sizes) for _ in range(size))


def ways(count: int, groups: tuple[int, ...], one_each: bool) -> list[tuple[int, ...]]:
    """Every way to put the ticks into columns in order, by brute force."""
    return [
        way
        for way in combinations(range(len(groups)), count)
        if not one_each or {groups[column] for column in way} == set(groups)
    ]


@given(BLOCKS, st.integers(0, 9), st.booleans())
def test_what_all_ways_agree_on_is_settled_and_nothing_else(sizes: list[int], count: int, one_each: bool) -> None:
    groups = groups_of(sizes)
    possible = ways(count, groups, one_each)
    settled = settle(count, groups, one_each)
    if not possible:
        assert settled.ticks == {} and settled.empty == frozenset()
        return
    agreed = {
        column: way.index(column)
        for way in possible[:1]
        for column in way
        if all(column in other and other.index(column) == way.index(column) for other in possible)
    }
    assert settled.ticks == agreed
    assert settled.empty == set(range(len(groups))).difference(*possible)


@given(BLOCKS, st.integers(0, 9), st.booleans())
def test_nothing_settled_contradicts_any_way(sizes: list[int], count: int, one_each: bool) -> None:
    groups = groups_of(sizes)
    settled = settle(count, groups, one_each)
    for way in ways(count, groups, one_each):
        assert all(column in way and way.index(column) == tick for column, tick in settled.ticks.items())
        assert not settled.empty & set(way)


def test_one_tick_a_group() -> None:
    """Three ticks under 2 + 1 + 1 columns: one each, so the last two are certain and the first two open."""
    settled = settle(3, (0, 0, 1, 2), True)
    assert settled.ticks == {2: 1, 3: 2}
    assert settled.empty == frozenset()


def test_without_evidence_of_one_each_nothing_is_certain() -> None:
    assert settle(3, (0, 0, 1, 2), False).ticks == {}


def test_every_row_with_no_way_at_all_is_open() -> None:
    settled = settle(2, (0, 1, 2), True)
    assert (settled.ticks, settled.empty) == ({}, frozenset())


def test_all_and_none() -> None:
    assert settle(3, (0, 0, 1), True).ticks == {0: 0, 1: 1, 2: 2}
    assert settle(0, (0, 0, 1), False).empty == {0, 1, 2}


@pytest.mark.parametrize("count", [0, 1, 15, 29, 30, 31])
def test_blocks_of_many_columns_cost_nothing(count: int) -> None:
    settled = settle(count, tuple(range(30)), False)
    assert len(settled.ticks) in (0, 30)

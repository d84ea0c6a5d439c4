"""Columns as the decoder sees them."""

from __future__ import annotations

from gicat.recover.columns import Columns, columns_of
from gicat.recover.flowing.slots import Slot, single, slots
from tests.building import stream_cells


def columns(*rows: str) -> Columns:
    """The columns under header rows whose labels are divided by spaces."""
    found = columns_of([stream_cells(row.split()) for row in rows])
    assert found is not None
    return found


GROUPED = (
    "序号 公开事项 公开内容 公开时限 公开对象 公开方式 备注",
    "一级事项 二级事项 全社会 特定群体 主动 依申请公开",
)


def test_neighbouring_tick_columns_are_one_slot() -> None:
    kinds = [(slot.kind, slot.count) for slot in slots(columns(*GROUPED), blank_cells=False)]
    assert kinds == [
        ("number", 1),
        ("level", 1),
        ("name", 1),
        ("content", 1),
        ("deadline", 1),
        ("ticks", 4),
        ("extra", 1),
    ]


def test_where_empty_cells_are_printed_every_tick_column_is_one() -> None:
    found = slots(columns(*GROUPED), blank_cells=True)
    assert [slot.kind for slot in found].count("tick") == 4
    assert all(slot.count == 1 for slot in found)


def test_a_label_has_the_codelists_of_its_senses_that_no_other_column_has() -> None:
    alone = slots(columns("公开事项 公开内容 公开方式 公开时限"), blank_cells=False)[2]
    beside = slots(columns("公开事项 公开内容 公开方式 公开渠道 公开时限"), blank_cells=False)[2]
    assert set(beside.fields) < set(alone.fields)
    assert "channels" in alone.fields
    assert "channels" not in beside.fields


def test_slots_of_which_only_the_kinds_are_known() -> None:
    assert single(["name", "content"]) == [Slot("name", range(1)), Slot("content", range(1, 2))]

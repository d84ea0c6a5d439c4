"""What a first decoding shows: how wide columns are, which texts and options they repeat, how often cells merge."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import pytest

from gicat.recover.flowing import weights
from gicat.recover.flowing.atoms import Atom
from gicat.recover.flowing.decode import Step
from gicat.recover.flowing.learn import UNWRAPPED, in_line, learned, merged
from gicat.recover.flowing.slots import Slot, single
from tests.recover.flowing.texts import joined

KINDS = ("level", "name", "content", "channels")


def steps(rows: Sequence[Sequence[str | None]]) -> tuple[list[Atom], list[Step]]:
    """Rows drawn cell by cell, None for a cell that is not printed, as atoms and steps."""
    atoms: list[Atom] = []
    found: list[Step] = []
    for row in rows:
        opens = True
        for column, cell in enumerate(row):
            if cell is None:
                continue
            start = len(atoms)
            atoms += joined(cell)
            found.append(Step(start, len(atoms), column, opens))
            opens = False
    return atoms, found


def known(rows: Sequence[Sequence[str | None]], *, narrow: bool = False) -> list[Slot]:
    return learned(single(KINDS), *steps(rows), narrow=narrow)


LINES = "用水定额及其\n调整情况及其\n依据"


@pytest.mark.parametrize("narrow", [False, True])
def test_lines_that_others_follow_tell_the_width(narrow: bool) -> None:
    slots = known([["节水", "定额", LINES, None], ["节水", "统计", LINES, None]], narrow=narrow)
    assert [slot.width for slot in slots] == [None, None, 12, None]


def test_two_lines_tell_no_width() -> None:
    assert known([["节水", "定额", LINES, None]])[2].width is None


def test_lines_of_any_width_tell_none() -> None:
    rows = [["节水", "定额", f"{'用' * count}\n水", None] for count in (3, 7, 11, 15)]
    assert known(rows)[2].width is None


def test_text_whose_paragraphs_are_not_wrapped_has_no_full_line() -> None:
    rows = [["节水", "定额", "各行业用水定额及其调整情况", None], ["节水", "统计", "各行业的用水量", None]]
    assert {slot.least for slot in known(rows)} == {UNWRAPPED}
    assert UNWRAPPED not in {slot.least for slot in known([["节水", "定额", LINES, None]] * 2)}


def test_the_narrow_assumption_believes_lines_though_many_are_wider() -> None:
    wide = "各行业用水定额及其调整情况和依据"
    rows = [["节水", "定额", LINES, None], ["节水", "统计", LINES, None], *[["节水", "水价", wide, None]] * 4]
    assert known(rows, narrow=True)[2].width == 12
    assert known(rows)[2].width != 12


def test_texts_that_repeat_are_those_of_their_column() -> None:
    level, name, *_ = known([["节水", "定额", "用水定额", None], ["节水", "统计", "用水量", None]])
    assert level.seen == {"节水"} == name.elsewhere
    assert not name.seen
    assert not level.elsewhere


def test_options_of_several_lists_and_columns_of_boxes() -> None:
    rows = [["节水", f"事项{n}", "用水量", "☑村务广播 □院坝会"] for n in "甲乙"]
    channels = known(rows)[3]
    assert channels.options == {"村务广播", "院坝会"}
    assert channels.boxed
    assert not known(rows)[2].boxed


def test_how_often_rows_merge_is_what_skipping_costs() -> None:
    full = ["节水", "定额", "用水定额", "☑村务广播"]
    rare, usual = [full] * 9 + [[None, *full[1:3], None]], [full] + [[None, *full[1:3], None]] * 9
    costs = [merged(single(KINDS), steps(rows)[1]) for rows in (rare, usual)]
    assert costs[0] < costs[1]
    assert costs[1] == pytest.approx(log(0.9 + 0.1))
    assert merged(single(KINDS), []) == pytest.approx(log(0.1))


LIST = "□政府网站 □政府公报 □其他"


def test_lists_tell_how_others_begin_end_and_go_on() -> None:
    channels = known([["节水", "定额", None, LIST]] * 4 + [["节水", "统计", None, "□政府公报 □电视"]])[3]
    assert (channels.heads, channels.tails) == ({"政府网站"}, {"其他"})
    assert channels.pairs == {("政府网站", "政府公报"), ("政府公报", "其他")}
    assert channels.options == {"政府网站", "政府公报", "其他"}


def test_lists_that_do_not_agree_tell_nothing() -> None:
    channels = known([["节水", "定额", None, text] for text in ("□电视 □其他", "□广播 □报刊")] * 2)[3]
    assert not channels.heads
    assert not channels.tails


def test_points_show_no_width() -> None:
    points = "1.用水定额\n2.调整情况\n3.调整依据"
    assert known([["节水", "定额", points, None]] * 3)[2].width is None


def test_a_line_that_is_not_full_goes_on_as_often_as_it_did() -> None:
    never, often = (
        known([["节水", "定额", LINES, None]] * 4)[2],
        known([["节水", "定额", LINES + "\n水\n情况", None]] * 4)[2],
    )
    assert never.ended is not None
    assert often.ended is not None
    assert never.ended < often.ended


def test_where_lines_are_cells_hardly_a_cell_starts_in_one() -> None:
    atoms, read = steps([["节水", "定额", "各行业用水定额", LIST]] * 4)
    assert in_line(single(KINDS), atoms, read) is None
    whole = learned(single(KINDS), atoms, read, narrow=False)
    assert in_line(whole, atoms, read) == pytest.approx(weights.CELL_IN_LINE_RARE, abs=0.01)

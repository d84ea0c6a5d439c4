"""Fixed-width text whose cells stand close, or not where they should: what parts them and what holds them together."""

from __future__ import annotations

import pytest

from gicat.grid import Grid, Lines
from gicat.parsers.text.aligned import looks_aligned
from gicat.parsers.text.lines import page_breaks, split_lines
from gicat.recover import recover
from gicat.recover.fixed_width import fixed_blocks
from gicat.recover.fixed_width.measure import METRICS
from tests.building import drawn

HEAD = "类别        事项名称        公开内容                公开依据                公开主体        公开时限"
"""Columns of 4, 4, 8, 8, 4 and 4 ideographs, two positions each, eight positions between."""
WIDTHS = (12, 16, 24, 24, 16, 20)


def read(*rows: tuple[str, ...]) -> list[list[str]]:
    """The body of a table whose lines have these texts in its columns, one position a wide character."""
    lines = ["".join(text.ljust(width // 2) for text, width in zip(row, WIDTHS, strict=True)).rstrip() for row in rows]
    head = "".join(text.ljust(width // 2) for text, width in zip(HEAD.split(), WIDTHS, strict=True))
    text = "\n".join([head, *lines])
    blocks = fixed_blocks(Lines(tuple(split_lines(text)), breaks=page_breaks(text), aligned=True))
    assert blocks is not None
    (grid,) = [block for block in recover(blocks).value if isinstance(block, Grid)]
    return [["".join((cell or "").split()) for cell in row] for row in drawn(grid)[1:]]


BASIS = "《水法》"


def test_a_list_of_offices_goes_on_beside_the_next_row() -> None:
    rows = read(
        ("水利信息", "供水计划", "年度供水计划和执行的", BASIS, "办公室", "20日内"),
        ("", "", "情况", "", "供水科", ""),
        ("", "停水公告", "停水区域", "", "水质科", ""),
        ("防汛信息", "防汛预案", "预案", "《防洪法》", "防汛科", "实时"),
    )
    assert [row[4] for row in rows] == ["办公室供水科水质科", "办公室供水科水质科", "防汛科"]


def test_offices_of_rows_of_their_own_stay_apart() -> None:
    rows = read(
        ("水利信息", "供水计划", "年度供水计划", BASIS, "办公室", "20日内"),
        ("", "停水公告", "停水区域", "", "水质科", ""),
        ("防汛信息", "防汛预案", "预案", "《防洪法》", "防汛科", "实时"),
    )
    assert [row[4] for row in rows] == ["办公室", "水质科", "防汛科"]


def test_a_text_that_stands_behind_different_ones_begins_a_cell() -> None:
    contents = ("机构名称和职能、地址", "电话和邮政编码")
    rows = read(
        ("机构信息", "领导信息", "领导的姓名、职务分工", BASIS, "办公室", "20日内"),
        ("", "内设机构", contents[0], "", "", ""),
        ("", "", contents[1], "", "", ""),
        ("", "下属机构", contents[0], "", "", ""),
        ("", "", contents[1], "", "", ""),
    )
    assert [row[1] for row in rows] == ["领导信息", "内设机构", "下属机构"]


def test_a_last_row_that_reads_like_a_title_stays_in_the_table() -> None:
    rows = read(
        ("水利信息", "供水计划", "年度供水计划", BASIS, "办公室", "20日内"),
        ("其他信息", "公开目录", "政府信息主动公开目录", BASIS, "办公室", "实时"),
    )
    assert rows[-1][2] == "政府信息主动公开目录"


@pytest.mark.parametrize(("text", "least"), [("公开", 4), ("“三公”", 6), ("条例》（国", 9), ("编码。", 5)])
def test_how_wide_a_text_is_at_least(text: str, least: int) -> None:
    assert METRICS[0].least(text) == least


def test_columns_one_position_apart_are_aligned_where_most_lines_have_gaps() -> None:
    head = "类别  事项名称  公开内容  公开依据  公开主体  公开时限"
    body = ["水利 供水计划 年度计划      《水法》      办公室", "     停水公告 区域           实时"]
    assert looks_aligned([head, *body * 3])
    assert not looks_aligned(["水利 供水计划 年度计划 《水法》 办公室"] * 9)

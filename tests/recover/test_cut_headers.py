"""Headers that a page break cuts: through their lines, between their rows, under cells that span both."""

from __future__ import annotations

import pytest

from gicat.grid import Grid
from gicat.recover.continuation import join_continued
from tests.building import LEFT, UP, codes, drawn, grid, paragraph

ONE = ["1", "机构概况", "机构职能", "《甲法》", "20个工作日内"]
TWO = ["2", "政策文件", "规范性文件", "《乙法》", "10个工作日内"]
HEAD = ["序号", "事项名称", "公开内容", "公开依据", "公开时限"]


def labels(*parts: Grid) -> list[list[str]]:
    """The header of the one table that the parts make, without the breaks in its labels."""
    result = join_continued(parts)
    (table,) = (block for block in result.value if isinstance(block, Grid))
    assert table.page == 1
    return [[(text or "").replace("\n", "") for text in row] for row in drawn(table)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["序号", "事项", "公开", "公开", "公开"], ["", "名称", "内容", "依据", "时限"]),
        (["", "事项", "公开", "公开", "公开"], ["序号", "名称", "内容", "依据", "时限"]),
        (["序号", "事项名", "公开内容", "公开依据", "公开时限"], ["", "称", "", "", ""]),
    ],
)
def test_a_break_through_the_lines_of_a_header(first: list[str], second: list[str]) -> None:
    assert labels(grid(first, page=1), grid(second, ONE, page=2)) == [HEAD, ONE]


def test_a_break_through_its_second_row() -> None:
    above = grid(["序号", "公开事项", "公开内容", "公开对象", LEFT], [UP, UP, UP, "全", "特定"], page=1)
    below = grid(["", "", "", "社会", "群体"], ["1", "机构概况", "机构职能", "√", ""], page=2)
    whole = labels(above, below)
    assert whole[1] == ["序号", "公开事项", "公开内容", "全社会", "特定群体"]
    assert whole[2] == ["1", "机构概况", "机构职能", "√", ""]


def test_a_break_between_its_rows() -> None:
    above = grid(["序号", "公开事项", "公开内容", "公开对象", LEFT], page=1)
    below = grid(["", "", "", "全社会", "特定群体"], ["1", "机构概况", "机构职能", "√", ""], page=2)
    whole = labels(above, below)
    assert whole[0][:4] == [*whole[1][:3], "公开对象"]
    assert whole[1][3:] == ["全社会", "特定群体"]
    assert whole[2] == ["1", "机构概况", "机构职能", "√", ""]


def test_what_goes_on_below_is_joined_as_ever() -> None:
    first = grid(["序号", "事项", "公开", "公开", "公开"], page=1)
    rest = grid(["", "名称", "内容", "依据", "时限"], ONE, page=2)
    assert labels(first, rest, grid(HEAD, TWO, page=3)) == [HEAD, ONE, TWO]
    told = codes(list(join_continued((first, rest)).diagnostics))
    assert told == ["P003", "P014"]


@pytest.mark.parametrize(
    "below",
    [
        grid(HEAD, ONE, page=2),  # the header printed again
        grid(ONE, TWO, page=2),  # rows
        grid(["附注", "", "", "", ""], ONE, page=2),
    ],
)
def test_a_whole_header_is_left_alone(below: Grid) -> None:
    result = join_continued((grid(HEAD, page=1), below))
    (table, *_) = (block for block in result.value if isinstance(block, Grid))
    assert drawn(table)[0] == HEAD
    assert "P003" not in codes(list(result.diagnostics))


def test_a_text_between_parts_the_tables() -> None:
    first, rest = (
        grid(["序号", "事项", "公开", "公开", "公开"], page=1),
        grid(["", "名称", "内容", "依据", "时限"], ONE, page=2),
    )
    result = join_continued((first, paragraph("另一段文字"), rest))
    assert len([block for block in result.value if isinstance(block, Grid)]) == 2


def test_on_one_page_nothing_is_cut() -> None:
    first, rest = (
        grid(["序号", "事项", "公开", "公开", "公开"], page=1),
        grid(["", "名称", "内容", "依据", "时限"], ONE, page=1),
    )
    assert len([block for block in join_continued((first, rest)).value if isinstance(block, Grid)]) == 2

"""Decoded steps as cells of a grid, with their places; ticks whose columns the text lost."""

from __future__ import annotations

from gicat import schema
from gicat.grid import Break, Fragment, Grid
from tests.building import codes, parsed
from tests.recover.flowing.texts import grids

HEAD = "类别\n事项名称\n公开内容\n公开依据\n公开主体\n公开时限\n"
ROW = "节水管理\n节水标准\n各行业用水定额、\n定额的调整情况及\n依据\n《节约用水条例》\n节水科\n20个工作日内\n"
MORE = "政策文件\n规范性文件\n本机关制定的行政\n规范性文件及清理\n结果\n《供水条例》\n法规科\n及时公开\n"

TICKS = [
    "序号",
    "公开事项",
    "公开内容",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开对象",
    "公开方式",
    "一级事项",
    "二级事项",
    "全社会",
    "特定群体",
    "主动",
    "依申请公开",
]
FIRST = ["1", "节水", "节水标准", "各行业用水定额", "《节约用水条例》", "20个工作日内", "水务局"]
SECOND = ["2", "供水", "水质信息", "出厂水检测结果", "《城市供水条例》", "及时公开", "水务局"]


def grid(text: str) -> Grid:
    (found,) = grids(text)
    return found


def items(*rows: list[str], head: list[str] = TICKS, gap: str = "\n") -> tuple[list[schema.Item], list[str]]:
    """The items of a text, and the codes of what is said of them."""
    document = parsed("云岭市主动公开目录\n" + gap.join(part for row in (head, *rows) for part in row) + "\n")
    assert not {"R010", "R016"} & set(codes(document.diagnostics))
    return document.catalogues[0].items, codes(document.diagnostics)


def ticks(item: schema.Item) -> list[bool | None]:
    return [option.checked for option in (*item.audiences, *item.access_modes)]


def test_cells_know_their_lines_and_that_they_were_inferred() -> None:
    found = grid(HEAD + ROW + MORE)
    cell, _ = found.at(1, 2)
    assert cell is not None
    assert (cell.text, cell.printed.breaks) == ("各行业用水定额、\n定额的调整情况及\n依据", (Break.WRAP,) * 2)
    assert (cell.fragments, cell.inferred) == ((Fragment(line=9),), True)
    assert not any(head.inferred for head in found.row_cells(0))


def test_a_table_that_was_decoded_has_no_spans() -> None:
    found = grid(HEAD + ROW + MORE)
    assert (found.rows, found.columns, found.header_rows, found.spanless) == (3, 6, 1, True)


def test_a_cell_that_was_cut_is_printed_at_two_places() -> None:
    cell, _ = grid(HEAD + ROW + MORE.replace("规范性文件及清理", "\f规范性文件及清理")).at(2, 2)
    assert cell is not None
    assert cell.text == "本机关制定的行政\n规范性文件及清理\n结果"
    assert [fragment.line for fragment in cell.fragments] == [17, 18]


def test_a_tick_in_every_column_is_certain() -> None:
    (first, _), told = items([*FIRST, "√", "√", "√", "√"], [*SECOND, "√", "√", "√", "√"])
    assert ticks(first) == [True] * 4
    assert "P002" not in told


def test_fewer_ticks_than_columns_are_no_ones() -> None:
    (first, second), told = items([*FIRST, "√", "√"], [*SECOND, "√", "√", "√"])
    assert ticks(first) == ticks(second) == [None] * 4
    assert "P002" in told


def test_a_row_without_any_tick_says_nothing() -> None:
    (_, second), _ = items([*FIRST, "√", "√", "√", "√"], SECOND)
    assert ticks(second) == [None] * 4


def test_words_among_the_ticks_make_the_row_uncertain_and_are_kept() -> None:
    (first, _), told = items([*FIRST, "√", "用水户"], [*SECOND, "√", "√", "√", "√"])
    assert ticks(first) == [None] * 4
    assert "P002" in told


def test_empty_cells_that_are_printed_tell_the_columns() -> None:
    head = [
        *TICKS[:2],
        "\xa0",
        *TICKS[2:7],
        "\xa0",
        "公开方式",
        "\xa0",
        "\xa0",
        *TICKS[8:10],
        *["\xa0"] * 4,
        *TICKS[10:],
    ]
    rows = [*FIRST, "√", "\xa0", "√", "\xa0"], [*SECOND, "\xa0", "√", "√", "√"]
    (first, second), told = items(*rows, head=head)
    assert (ticks(first), ticks(second)) == ([True, False, True, False], [False, True, True, True])
    assert "P002" not in told


def test_blank_lines_are_empty_cells_where_that_fits_better() -> None:
    head = [*TICKS[:2], "", *TICKS[2:7], "", "公开方式", "", "", *TICKS[8:10], *[""] * 4, *TICKS[10:]]
    merged = ["2", "", "节水宣传", "宣传方案、活动情况", "", "", "", "", "√", "√", ""]
    (first, second, third), _ = items(
        [*FIRST, "√", "", "√", ""], merged, ["3", *SECOND[1:], "", "√", "", "√"], head=head
    )
    assert [ticks(item) for item in (first, second, third)] == [
        [True, False, True, False],
        [False, True, True, False],
        [False, True, False, True],
    ]
    assert second.publishers == ["水务局"]

"""A cell a line, the cells that a merge covers left out: rows are told by what their cells look like."""

from __future__ import annotations

from gicat.grid import Grid, Stream
from gicat.recover.own_lines import as_lines
from gicat.recover.stream_tables import stream_blocks
from tests.building import parsed, stream_cells

HEAD = ["类别", "事项名称", "公开内容", "公开依据", "公开时限", "公开主体"]
FIRST = [
    "概况",
    "机构简介",
    "机构职能、领导分工和内设机构的名称、职责",
    "《甲条例》（国务院令第711号）",
    "20个工作日内",
    "办公室",
]
MORE = [["领导信息", "领导姓名、职务、照片和分管工作"], ["联系方式", "办公地址、办公时间、联系电话、传真"]]


def stream(*rows: list[str]) -> Stream:
    return Stream(tuple(stream_cells(*([cell] for row in rows for cell in row))))


def test_cells_of_short_rows_are_handed_on_line_by_line() -> None:
    made = stream(HEAD, FIRST, *MORE, FIRST, *MORE)
    result = stream_blocks(made)
    lines = as_lines(made, result.value, result.diagnostics)
    assert lines is not None
    assert list(lines.lines) == [cell.printed.text for cell in made.cells]
    assert lines.first == 1


def test_whole_rows_stay_as_they_were_cut() -> None:
    made = stream(HEAD, FIRST, FIRST)
    result = stream_blocks(made)
    assert as_lines(made, result.value, result.diagnostics) is None


def test_empty_cells_say_where_columns_are() -> None:
    made = stream(HEAD, FIRST, ["", *MORE[0], "", "", ""])
    result = stream_blocks(made)
    assert any(isinstance(block, Grid) for block in result.value)
    assert as_lines(made, result.value, result.diagnostics) is None


def test_items_under_a_merge() -> None:
    rows = [HEAD, FIRST, *MORE, FIRST, *MORE]
    (catalogue,) = parsed("".join(f"{cell} |\n" for row in rows for cell in row)).catalogues
    assert [item.name for item in catalogue.items] == ["机构简介", "领导信息", "联系方式"] * 2
    assert {item.deadline.text for item in catalogue.items if item.deadline} == {"20个工作日内"}

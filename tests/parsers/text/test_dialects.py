"""Text exports read back to the cells they were written from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gicat.grid import Grid, Paragraph
from gicat.parsers.base import ReadOptions, Source
from gicat.parsers.text import TextReader
from gicat.parsers.text.dialects import recognise
from gicat.parsers.text.lines import split_lines
from tests.building import drawn, parsed, recovered

Rows = Sequence[Sequence[str]]
HEAD = ["序号", "事项名称", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道", "监督电话"]
CELLS: list[Sequence[str]] = [
    ("1", "2", "15"),
    ("机构简介", "政策文件", "财政预算"),
    ("机构职能、领导分工", "规范性文件及其解读", "部门预算、部门决算、公务接待费用"),
    ("《甲条例》（国务院令第711号）", "《乙法》第十条", ""),
    ("20个工作日内", "长期公开", ""),
    ("市教育局", "办公室", ""),
    ("■政府网站 □政府公报", "□政府网站 ■公告栏", ""),
    ("0574-89389306", "12345", ""),
]
TABLES = st.lists(st.tuples(*[st.sampled_from(column) for column in CELLS]), min_size=1, max_size=8)
TICK_HEAD = [["类别", "事项名称", "公开内容", "公开依据", "公开时限", "公开对象", "公开方式"]]
TICK_LEAVES = ["全社会", "特定群体", "主动", "依申请公开"]


def tab_cells(rows: Rows) -> str:
    """A cell a line that a tab starts, a blank line behind every row."""
    return "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows)


def markdown(rows: Rows) -> str:
    """Rows between pipes, a rule below the header."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def between(rows: Rows) -> str:
    """Pipes between the cells."""
    return "\n".join(" | ".join(row) for row in rows)


def ended(rows: Rows) -> str:
    """A pipe behind every cell."""
    return "\n".join("".join(f"{cell} | " for cell in row).rstrip(" ") for row in rows)


def wide(rows: Rows) -> str:
    """Full-width pipes between the cells."""
    return "\n".join("｜".join(row) for row in rows)


def packed(rows: Rows) -> str:
    """Pipes behind the cells, the empty ones pushed to the end of their row."""
    return ended([[*filter(None, row), *[""] * row.count("")] for row in rows])


def grids(text: str) -> list[Grid]:
    reading = TextReader().read(Source("x.txt", text.encode()), ReadOptions()).value
    return [block for block in recovered(*reading.blocks) if isinstance(block, Grid)]


def tables(text: str) -> list[list[list[str | None]]]:
    return list(map(drawn, grids(text)))


def assert_reads_back(write: Callable[[Rows], str], rows: Rows) -> None:
    assert tables(write(rows)) == [[list(row) for row in rows]]


@settings(max_examples=60)
@given(TABLES, st.sampled_from([tab_cells, markdown]))
def test_cells_with_real_empties_read_back(rows: list[tuple[str, ...]], write: Callable[[Rows], str]) -> None:
    assert_reads_back(write, [HEAD, *rows])


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(*[st.sampled_from([cell for cell in column if cell]) for column in CELLS]), min_size=1, max_size=8
    ),
    st.sampled_from([tab_cells, markdown, between, ended, wide]),
)
def test_full_cells_read_back_in_every_dialect(rows: list[tuple[str, ...]], write: Callable[[Rows], str]) -> None:
    assert_reads_back(write, [HEAD, *rows])


@pytest.mark.parametrize("write", [between, wide])
def test_pipes_between_cells_of_which_the_last_are_empty(write: Callable[[Rows], str]) -> None:
    rows = [["1", "机构简介", "职能", "《甲法》", "", "", "", ""], ["2", "政策", "文件", "", "", "", "", ""]]
    assert_reads_back(write, [HEAD, *rows])


TICKS = st.lists(
    st.tuples(st.booleans(), st.booleans()).map(
        lambda pair: ["√" if pair[0] else "", "" if pair[0] else "√", "√" if pair[1] else "", "" if pair[1] else "√"]
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40)
@given(TICKS)
def test_packed_rows_read_back_to_the_same_texts_and_lose_no_tick(ticks: list[list[str]]) -> None:
    """One √ under each group of two: which of the two is lost, never that it is one of them."""
    head = ["类别", "事项名称", "公开内容", "公开依据", "公开时限", "公开对象", "公开方式", "", ""]
    front = ["概况", "机构简介", "机构职能、领导分工", "《甲条例》", "20个工作日内"]
    lines = [head, [*TICK_LEAVES, *[""] * 5], *[[*front, *row] for row in ticks]]
    text = packed(lines)
    (table,) = grids(text)
    assert table.rows == 2 + len(ticks)
    for row, printed in enumerate(ticks, 2):
        cells = table.row_cells(row)
        assert [cell.text for cell in cells[:5]] == front
        assert "".join(cell.text for cell in cells[5:]).count("√") == 2
        for cell in cells[5:]:
            if cell.text and not cell.unplaced:
                assert printed[cell.column - 5] == "√"


def test_packed_rows_of_full_ticks_are_certain() -> None:
    head = ["类别", "事项名称", "公开内容", "公开依据", "公开时限", "公开对象", "公开方式", "", ""]
    front = ["概况", "机构简介", "机构职能、领导分工", "《甲条例》", "20个工作日内"]
    lines = [head, [*TICK_LEAVES, *[""] * 5], [*front, "√", "√", "√", "√"], [*front, "√", "√", "", ""]]
    (table,) = tables(packed(lines))
    assert table[2][5:] == ["√"] * 4


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("\t甲\n\t乙\n\t丙\n", "tab-cells"),
        ("甲|乙\n丙|丁\n戊|己", "pipes"),
        ("|甲|乙|\n|---|---|\n|丙|丁|", "pipes"),
        ("甲｜乙", "pipes"),
        ("甲 乙\n丙 丁", "flowing"),
        ("甲", "flowing"),
    ],
)
def test_dialects_are_recognised(text: str, dialect: str) -> None:
    assert recognise(text.split("\n")) == dialect


@pytest.mark.parametrize("text", ["甲\n---\n|乙|丙|\n|---|---|\n|丁|戊|", "|甲|乙|\n|:--|--:|\n|丙|丁|\n-----\n"])
def test_rules_are_no_print(text: str) -> None:
    sighted = "".join(s.text for s in TextReader().sightings(Source("x", text.encode()), ReadOptions()))
    blocks = TextReader().read(Source("x", text.encode()), ReadOptions()).value.blocks
    assert "-" not in sighted
    assert not any("-" in block.text for block in blocks if isinstance(block, Paragraph))


@given(st.text("甲\r\n\x0b\x0c\x85\u2028\u2029\x00 \t", max_size=20))
def test_lines_have_no_line_ends_and_lose_nothing_else(text: str) -> None:
    lines = split_lines(text)
    assert not any(set(line) & set("\r\n\x85\x00") for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.replace("\x00", "").split())


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 1), ("甲\r\n乙", 2), ("甲\r乙", 2), ("甲\n\n乙\n", 4), ("甲\u2028乙", 1), ("甲\x0c乙", 1), ("甲\n\x0c乙", 3)],
)
def test_line_numbers(text: str, count: int) -> None:
    assert len(split_lines(text)) == count


@pytest.mark.parametrize("end", ["\u2029", "\u2028", "\v", "\x85", "\r", "\r\n"])
def test_whatever_divides_a_text_ends_its_lines(end: str) -> None:
    lines = ["序号|事项名称|公开内容|公开时限|", "1|机构简介|职能|20日内|", "2|规划|计划|1年内|", "", ""]
    (catalogue,) = parsed(end.join(lines)).catalogues
    assert [item.name for item in catalogue.items] == ["机构简介", "规划"]


def test_a_separator_that_stands_in_cells_ends_no_line() -> None:
    text = "\n".join(f"甲\u2028乙\v丙\u2029{number}" for number in range(9))
    assert len(split_lines(text)) == 9


def test_a_pipe_behind_a_backslash_and_a_markdown_break_stand_in_their_cell() -> None:
    text = "| 序号 | 事项名称 | 公开内容 | 公开时限 |\n|---|---|---|---|\n| 1 | 甲\\|乙 | 内容<br>要素 | 1年 |\n"
    document = parsed(text)
    assert not [d for d in document.diagnostics if d.code in ("R010", "R016")]
    (catalogue,) = document.catalogues
    assert [(item.name, item.printed["content"]) for item in catalogue.items] == [("甲|乙", "内容\n要素")]

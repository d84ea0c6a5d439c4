"""Fixed-width text to grids: columns under any count of positions, cells of several lines, merges by height."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gicat.grid import Grid, Lines, Paragraph
from gicat.parsers.text.lines import page_breaks, split_lines
from gicat.recover import recover
from gicat.recover.fixed_width import fixed_blocks
from tests.building import codes, drawn, parsed
from tests.rendering.fixed import Fixed, fixed_text
from tests.rendering.model import Cell, Sheet, Table, line

HEAD = ("类别", "事项名称", "公开内容", "公开依据", "公开时限", "公开主体")
ITEMS = (
    ("机构简介", "机构职能、领导分工和内设机构的名称、职责、办公地址、办公时间、联系电话"),
    ("政策文件", "规范性文件、解读"),
    ("年度报告", "政府信息公开工作年度报告和各科室的年度工作总结、下一年度的工作安排"),
)
SHARED = ("综合政务", "《中华人民共和国政府信息公开条例》（国务院令第711号）", "信息形成之日起20个工作日内", "办公室")


def sheet(*groups: int) -> Sheet:
    """A table of groups of items, each group under merged cells for all but name and content."""
    rows = []
    for number, count in enumerate(groups):
        for index in range(count):
            name, content = ITEMS[(number + index) % len(ITEMS)]
            own = (Cell((line(name),)), Cell((line(content),)))
            if index:
                rows.append(own)
                continue
            first, *rest = (Cell((line(text),), rows=count) for text in SHARED)
            rows.append((first, *own, *rest))
    head = tuple(Cell((line(label),)) for label in HEAD)
    return Sheet("甲县乙局主动公开目录", (), Table((8, 10, 24, 22, 12, 8), head=(head,), body=tuple(rows)))


def recovered(text: str) -> list[Grid]:
    blocks = fixed_blocks(Lines(tuple(split_lines(text)), breaks=page_breaks(text), aligned=True))
    assert blocks is not None
    return [block for block in recover(blocks).value if isinstance(block, Grid)]


def spans(grid: Grid, column: int) -> list[tuple[int, int]]:
    """Row and number of rows of the cells of a column that print something, below the header."""
    return [(c.row, c.row_span) for c in grid.cells if c.column == column and c.row and not c.blank]


def bare(rows: Sequence[Sequence[str | None]]) -> list[list[str]]:
    return [["".join((text or "").split()) for text in row] for row in rows]


@pytest.mark.parametrize("groups", [(1, 1, 1), (3,), (2, 1), (3, 3, 2)])
def test_cells_in_the_middle_of_their_rows_tell_their_merges(groups: tuple[int, ...]) -> None:
    (grid,) = recovered(fixed_text(sheet(*groups), ("■", "□"), Fixed(total=90, centred=True)))
    starts = [1 + sum(groups[:number]) for number in range(len(groups))]
    assert grid.rows == 1 + sum(groups)
    for column in (0, 3, 4, 5):
        assert spans(grid, column) == list(zip(starts, groups, strict=True))


@pytest.mark.parametrize(
    "style", [Fixed(total=90), Fixed(total=90, ruled=True), Fixed(total=120), Fixed(total=90, gap=1)]
)
def test_cells_at_the_top_of_their_rows(style: Fixed) -> None:
    (grid,) = recovered(fixed_text(sheet(2, 1, 3), ("■", "□"), style))
    rows = bare(drawn(grid))
    assert rows[0] == list(HEAD)
    assert [row[1] for row in rows[1:]] == ["机构简介", "政策文件", "政策文件", "年度报告", "机构简介", "政策文件"]
    assert [row[2] for row in rows[1:]][3] == ITEMS[2][1]
    assert [row for row, _ in spans(grid, 3)] == [1, 3, 4]


def test_one_position_a_character_as_pdftotext_counts() -> None:
    """Every character one position: the same columns, their cells moved closer."""
    rows = [HEAD, ("综合政务", "机构简介", "机构职能、领导分工", "《政府信息公开条例》", "20个工作日内", "办公室")]
    rows += [
        ("", "政策文件", "规范性文件", "", "", ""),
        ("财政信息", "预算", "部门预算", "《预算法》", "20日内", "财务科"),
    ]
    text = "\n".join("".join(cell.ljust(13) for cell in row).rstrip() for row in rows)
    (grid,) = recovered(text)
    assert bare(drawn(grid)) == [list(row) for row in rows]


def test_a_table_over_pages_is_one_and_its_header_stands_once() -> None:
    text = fixed_text(sheet(3, 2, 3, 1), ("■", "□"), Fixed(total=90, page=9))
    assert text.count("\f") >= 2
    (grid,) = recovered(text)
    assert grid.rows == 1 + 9
    assert {c.fragments[0].page for c in grid.cells if c.fragments} >= {1, 2}


def test_title_notes_and_page_numbers_stand_outside() -> None:
    made = sheet(2, 1)
    note = "注：本目录自发布之日起施行，由办公室负责解释。"
    text = fixed_text(Sheet(made.title, (), made.table, (line(note),)), ("■", "□"))
    blocks = fixed_blocks(Lines(tuple(split_lines(text)), aligned=True))
    assert blocks is not None
    outside = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert outside == [made.title, note]


def test_text_without_a_header_is_handed_on() -> None:
    assert fixed_blocks(Lines(("甲    乙    丙", "丁    戊    己"), aligned=True)) is None


def test_the_dialect_is_recognised_and_read() -> None:
    document = parsed(fixed_text(sheet(2, 1), ("■", "□"), Fixed(total=120)))
    assert document.source.dialect == "fixed-width"
    (catalogue,) = document.catalogues
    assert [item.name for item in catalogue.items] == ["机构简介", "政策文件", "政策文件"]
    assert {item.publishers[0] for item in catalogue.items} == {"办公室"}
    assert not {"R010", "R016", "R020"} & set(codes(document.diagnostics))


def test_ten_times_the_pages_take_no_more_than_ten_times_as_long() -> None:
    def seconds(times: int) -> float:
        text = "\f".join([fixed_text(sheet(3, 2, 3), ("■", "□"), Fixed(total=90))] * times)
        lines = Lines(tuple(split_lines(text)), breaks=page_breaks(text), aligned=True)
        start = time.perf_counter()
        fixed_blocks(lines)
        return time.perf_counter() - start

    seconds(2)
    assert seconds(100) < 20 * seconds(10)


WORDS = st.sampled_from(
    ["甲", "机构简介", "《乙法》", "√", "□政府网站", "20个工作日内", "1", "办公室", "0574-1234567", "。", "a b"]
)
LINES = st.lists(st.lists(st.tuples(st.integers(0, 6), WORDS), max_size=7), max_size=14)


@settings(max_examples=150, deadline=None)
@given(LINES, st.integers(2, 9), st.sets(st.integers(1, 20), max_size=3))
def test_nothing_printed_is_lost_of_any_lines_under_a_header(
    lines: list[list[tuple[int, str]]], gap: int, breaks: set[int]
) -> None:
    header = (" " * gap).join(HEAD)
    text = [header, *("".join(" " * before + word for before, word in words) for words in lines)]
    if len(breaks) > 1:
        text.insert(len(text) // 2, header)
    found = Lines(tuple(text), breaks=tuple(sorted(at for at in breaks if at < len(text))), aligned=True)
    blocks = fixed_blocks(found)
    assert blocks is not None
    seen = Counter("".join(text).replace(" ", ""))
    for block in blocks:
        printed = [cell.text for cell in block.cells] if isinstance(block, Grid) else [getattr(block, "text", "")]
        seen.subtract("".join("".join(printed).split()))
        if isinstance(block, Grid):
            covered = [
                (r, c)
                for cell in block.cells
                for r in range(cell.row, cell.row + cell.row_span)
                for c in range(cell.column, cell.column + cell.column_span)
            ]
            assert len(covered) == len(set(covered)) == block.rows * block.columns
    assert not +seen and not -seen


@pytest.mark.parametrize("style", [Fixed(total=90), Fixed(total=90, ruled=True), Fixed(total=90, page=9)])
@pytest.mark.parametrize("names", [("水利信息", "防汛信息"), ("一、水利信息", "二、防汛信息")])
def test_a_category_above_its_items_covers_all_columns(names: tuple[str, str], style: Fixed) -> None:
    made = sheet(2, 3)
    body = [tuple(cell for n, cell in enumerate(row) if n or len(row) < len(HEAD)) for row in made.table.body]
    headings = [(Cell((line(name),), columns=5),) for name in names]
    rows = [headings[0], *body[:2], headings[1], *body[2:]]
    table = Table(made.table.widths[1:], head=(made.table.head[0][1:],), body=tuple(rows))
    (grid,) = recovered(fixed_text(Sheet(made.title, (), table), ("■", "□"), style))
    assert [cell.text for cell in grid.cells if cell.column_span == 5] == list(names)

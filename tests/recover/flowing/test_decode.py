"""Rows and cells of whole texts: merged cells, page edges, asides, headings, several tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from gicat.deadline import Deadline
from gicat.recover.flowing import flowing_blocks
from gicat.recover.flowing.body import Body
from gicat.recover.flowing.decode import decode
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.slots import single
from tests.building import codes
from tests.recover.flowing.texts import block, blocks, body, joined, outside, tables
from tests.rendering.dump import Dump, dump_text

LABELS = ["类别", "事项名称", "公开内容", "公开依据", "公开主体", "公开时限"]
HEAD = "\n".join(LABELS) + "\n"
WATER = ["节水管理", "节水标准", "各行业用水定额", "《节约用水条例》", "节水科", "20个工作日内"]
POLICY = ["政策文件", "规范性文件", "本机关制定的行政规范性文件", "《优化营商环境条例》", "政策法规科", "及时公开"]
NEXT = ["宣传活动", "宣传活动的方案、图片、总结和效果评估"]
LATER = ["政策解读", "起草背景、主要内容、执行口径"]


def text(*rows: list[str], between: str = "\n") -> str:
    return HEAD + between.join(cell for row in rows for cell in row) + "\n"


def merged(row: list[str]) -> list[str | None]:
    """A row of which only name and content are printed."""
    return [None, *row, None, None, None]


def found_codes(printed: str) -> list[str]:
    return codes(flowing_blocks(block(printed)).diagnostics)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_rows_of_which_every_cell_is_printed(between: str) -> None:
    assert body(text(WATER, POLICY, between=between)) == [WATER, POLICY]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_merged_cells_leave_nothing(between: str) -> None:
    assert body(text(WATER, NEXT, POLICY, LATER, between=between)) == [WATER, merged(NEXT), POLICY, merged(LATER)]


def test_several_cells_on_a_line() -> None:
    line = " ".join(WATER[3:])
    assert body(HEAD + "\n".join([*WATER[:3], line, *POLICY])) == [WATER, POLICY]


LONG: list[list[str]] = [
    [
        "节水管理",
        "节水标准",
        "各行业用水定额和用水定额的调整情况、调整依据",
        "《中华人民共和国水法》、《节约用水条例》（国务院令第776号）",
        "节约用水科",
        "相关信息形成或变更之日起20个工作日内",
    ],
    ["宣传活动", "节水宣传活动的方案、图片和总结"],
    ["用水统计", "各行业用水量、重复利用率和节水量"],
    [
        "供水服务",
        "水质监测",
        "出厂水、管网水和用户水龙头水的检测项目及结果",
        "《城市供水条例》（国务院令第158号）",
        "供水排水科",
        "检测报告出具之日起5个工作日内",
    ],
    ["停水公告", "停水的区域、时段、原因和恢复供水的时间"],
    [
        "政策文件",
        "规范性文件",
        "本机关制定或者牵头起草的行政规范性文件及其清理结果",
        "《优化营商环境条例》（国务院令第722号）",
        "政策法规科",
        "相关信息形成或变更之日起20个工作日内",
    ],
    ["文件解读", "文件的起草背景、主要内容和执行口径"],
    [
        "财政信息",
        "部门预算",
        "部门预算说明、收支预算总表和“三公”经费预算表",
        "《中华人民共和国预算法》",
        "规划财务科",
        "财政部门批复后20日内",
    ],
    ["部门决算", "部门决算说明、收支决算总表和“三公”经费决算表"],
]
WIDTHS = (8, 12, 24, 24, 12, 16)


def full(row: list[str]) -> list[str | None]:
    return [*row] if len(row) == len(LABELS) else merged(row)


def dumped(cuts: Mapping[int, int] = MappingProxyType({}), gaps: int = 0) -> str:
    """The dump of a PDF of the long table, cells at the top of their rows; pages cut rows, counted from 1."""
    columns = {6: range(6), 2: range(1, 3)}
    rows = [list(enumerate([label] for label in LABELS))]
    rows += [[(column, [cell]) for column, cell in zip(columns[len(row)], row, strict=True)] for row in LONG]
    return dump_text(["云岭市水务局主动公开目录"], rows, Dump(WIDTHS, cuts, gaps))


def whole(rows: list[list[str | None]]) -> list[list[str | None]]:
    """Rows with the line ends of their cells undone."""
    return [[cell and cell.replace("\n", "") for cell in row] for row in rows]


def test_lines_of_a_cell_are_put_together() -> None:
    assert whole(body(dumped())) == list(map(full, LONG))
    assert found_codes(dumped()) == ["P022"]


@pytest.mark.parametrize(
    ("row", "after"), [(1, 2), (1, 3), (2, 1), (3, 1), (4, 1), (4, 2), (5, 1), (6, 3), (7, 1), (8, 1), (8, 2), (9, 1)]
)
def test_a_row_cut_by_the_edge_of_a_page_is_whole_again(row: int, after: int) -> None:
    printed = dumped({row: after})
    assert whole(body(printed)) == list(map(full, LONG))


@pytest.mark.parametrize(("row", "after"), [(1, 2), (4, 1), (5, 1), (8, 1)])
def test_what_was_joined_over_the_edge_is_told(row: int, after: int) -> None:
    assert "P003" in found_codes(dumped({row: after}))


def test_nothing_is_joined_over_an_edge_between_rows() -> None:
    printed = dumped().replace("供水服\n", "\n\n\n供水服\n")
    assert whole(body(printed)) == list(map(full, LONG))
    assert "P003" not in found_codes(printed)


@pytest.mark.parametrize("number", ["- 1 -", "第1页 共2页", "1 / 2"])
def test_a_page_number_between_rows_is_no_cell(number: str) -> None:
    printed = text(WATER, NEXT, [f"{number}\n\f{POLICY[0]}", *POLICY[1:]], LATER)
    assert body(printed) == [WATER, merged(NEXT), POLICY, merged(LATER)]
    assert outside(printed) == [number]


def test_a_note_behind_the_table_is_no_cell() -> None:
    note = ["注：本目录自发布之日起施行。", "涉密的事项不予公开。"]
    printed = text(WATER, NEXT, POLICY, LATER, note)
    assert body(printed) == [WATER, merged(NEXT), POLICY, merged(LATER)]
    assert "\n".join(outside(printed)).split() == note


def test_a_line_that_begins_with_an_ordinal_stands_over_all_columns() -> None:
    rows = body(text(["一、综合政务"], WATER, ["二、重点领域"], POLICY))
    assert rows == [["一、综合政务"] * 6, WATER, ["二、重点领域"] * 6, POLICY]


def test_rows_are_counted() -> None:
    head = "序号\n" + HEAD
    rows = [[str(number), *row] for number, row in enumerate([WATER, POLICY], 1)]
    second = ["2", *NEXT]
    third = ["3", *POLICY]
    printed = head + "\n".join(cell for row in (rows[0], second, third) for cell in row)
    assert body(printed) == [rows[0], ["2", *merged(NEXT)], third]


def test_what_stands_alone_in_a_circle_is_no_row_number() -> None:
    content = ["①", "学校名称；②学校地址"]
    assert body(HEAD + "\n".join([*WATER[:2], *content, *WATER[3:], *POLICY]))[0][1] == WATER[1]


def test_several_tables_each_with_its_title() -> None:
    printed = f"云岭市节水目录\n{text(WATER, NEXT)}云岭市政策目录\n{text(POLICY, LATER)}"
    assert tables(printed) == [[LABELS, WATER, merged(NEXT)], [LABELS, POLICY, merged(LATER)]]
    assert outside(printed) == ["云岭市节水目录", "云岭市政策目录"]
    assert [type(found).__name__ for found in blocks(printed)] == ["Paragraph", "Grid"] * 2


def test_a_header_repeated_on_a_page_is_told_and_left_out() -> None:
    printed = text(WATER, NEXT) + "\f" + text(POLICY, LATER)
    assert body(printed) == [WATER, merged(NEXT), POLICY, merged(LATER)]
    assert found_codes(printed) == ["P022", *["P006"] * len(LABELS)]


def test_what_was_inferred_is_told_once_a_table_at_its_header() -> None:
    (told,) = flowing_blocks(block(f"云岭市节水目录\n\n{text(WATER)}")).diagnostics
    assert (told.code, told.place.line, told.certainty) == ("P022", 3, "inferred")


def test_text_without_a_header_stays_as_it_is() -> None:
    letter = block("各科室：\n请于20日内报送公开目录。\n办公室")
    assert flowing_blocks(letter).value == [letter]


def test_a_header_without_rows_is_an_empty_table() -> None:
    assert body(HEAD) == []


def test_the_steps_cover_every_atom_once_and_in_order() -> None:
    table = joined("\n".join([*WATER, *POLICY]))
    kinds = ("level", "name", "content", "legal_basis", "publishers", "deadline")
    steps, worth, _ = decode(Scores(Body(table, blank_cells=False), single(kinds)))
    assert [step.start for step in steps] == [0, *(step.end for step in steps[:-1])]
    assert steps[-1].end == len(table)
    assert [step.column for step in steps] == [*range(6), *range(6)]
    assert [number for number, step in enumerate(steps) if step.opens] == [0, 6]
    assert worth > 0


def test_nothing_to_decode() -> None:
    assert decode(Scores(Body([], blank_cells=False), single(["name", "content"]))) == ([], 0.0, frozenset())


def test_a_deadline_ends_the_reading() -> None:
    seconds = iter(range(1_000))
    whole = block(text(WATER))
    assert flowing_blocks(whole, Deadline(lambda: float(next(seconds)), 0.5)).value == [whole]
    assert flowing_blocks(whole, Deadline(lambda: float(next(seconds)), 900)).value != [whole]


def test_an_office_that_the_list_above_has_stands_in_the_other_column() -> None:
    head = ["类别", "事项名称", "公开内容", "公开依据", "公开主体", "公开时限", "公开责任"]
    first = [*WATER[:4], "水政科", WATER[5], "水政科、节水科、办公室"]
    printed = "\n".join([*head, *first, *NEXT, "办公室", *LATER, "节水科"]) + "\n"
    assert [row[4::2] for row in body(printed)] == [
        ["水政科", None, "水政科、节水科、办公室"][::2],
        ["办公室", None],
        ["节水科", None],
    ]

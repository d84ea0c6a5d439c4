"""Tables continued: 续表, repeated headers, rows cut by a page break."""

from __future__ import annotations

import pytest

from gicat.grid import Break, Grid, Paragraph
from gicat.recover.continuation import join_continued
from tests.building import UP, codes, drawn, grid, paragraph

HEAD = ["序号", "事项名称", "公开内容", "公开依据", "公开时限"]
ONE = ["1", "机构概况", "机构职能", "《甲法》", "20个工作日内"]
TWO = ["2", "政策文件", "规范性文件", "《乙法》", "10个工作日内"]


def joined(*blocks: Grid | Paragraph) -> tuple[list[Grid], list[str]]:
    result = join_continued(blocks)
    return [block for block in result.value if isinstance(block, Grid)], codes(list(result.diagnostics))


def test_repeated_header_rows_vanish_and_are_told() -> None:
    (table,), told = joined(grid(HEAD, ONE, page=1), grid(HEAD, TWO, page=2))
    assert drawn(table) == [HEAD, ONE, TWO]
    assert told.count("P006") == told.count("P014") == 1


def test_a_part_without_header_continues() -> None:
    (table,), _ = joined(grid(HEAD, ONE, page=1), grid(TWO, page=2))
    assert drawn(table) == [HEAD, ONE, TWO]


@pytest.mark.parametrize(
    "word",
    ["续表", "（续）", "续上表", "接上页", "第2页 共3页", "- 2 -", "续表：", "续 表", "续前表", "（接上表）",
     "续表1-1", "续1", "表1（续）", "附表 2 续",
     "附件（续）", "附件：续表", "— 续表 —", "【续表一】", "共3页 第2页", "2/3"],
)  # fmt: skip
def test_words_between_the_parts(word: str) -> None:
    tables, _ = joined(grid(HEAD, ONE, page=1), paragraph(word), grid(HEAD, TWO, page=2))
    assert len(tables) == 1


def test_words_between_the_parts_are_kept() -> None:
    value = join_continued([grid(HEAD, ONE), paragraph("续表"), grid(HEAD, TWO)]).value
    assert [block.text for block in value if isinstance(block, Paragraph)] == ["续表"]


@pytest.mark.parametrize("word", ["（续）", "（续表）", "—续", "（续表 2）"])
def test_the_title_again_with_a_word_that_says_so(word: str) -> None:
    title = "甲市民政局主动公开目录"
    tables, _ = joined(paragraph(title), grid(HEAD, ONE), paragraph(title + word), grid(TWO))
    assert len(tables) == 1
    tables, _ = joined(paragraph("乙市民政局主动公开目录"), grid(HEAD, ONE), paragraph(title + word), grid(HEAD, TWO))
    assert len(tables) == 2


def test_the_title_again_without_any_word() -> None:
    title = paragraph("甲市民政局主动公开目录")
    assert len(joined(title, grid(HEAD, ONE), title, grid(HEAD, TWO))[0]) == 1
    assert len(joined(title, grid(HEAD, ONE, TWO), title, grid(HEAD, ONE, TWO))[0]) == 2, "numbered anew"


@pytest.mark.parametrize(
    "text", ["乙市政府信息公开目录", "说明：以上为主动公开事项", "二、业务", "继续公开", "附件2", "接待"]
)
def test_other_text_keeps_tables_apart(text: str) -> None:
    tables, _ = joined(grid(HEAD, ONE), paragraph(text), grid(HEAD, TWO))
    assert len(tables) == 2


def test_another_header_keeps_tables_apart() -> None:
    tables, _ = joined(grid(HEAD, ONE), grid(["序号", "事项名称", "公开内容", "公开主体", "公开渠道"], TWO))
    assert len(tables) == 2


def test_a_row_cut_by_a_page_break_is_one_row_again() -> None:
    rest = ["", "", "领导分工", "", "内公开"]
    (table,), told = joined(grid(HEAD, [*ONE[:4], "20个工作日"], page=1), grid(HEAD, rest, TWO, page=2))
    assert drawn(table)[1][2] == "机构职能\n领导分工"
    assert drawn(table)[1][4] == "20个工作日\n内公开"
    assert len(drawn(table)) == 3
    assert "P003" in told


def test_a_cut_cell_keeps_every_place_and_its_break_is_a_wrap() -> None:
    rest = ["", "", "领导分工", "", "内公开"]
    (table,), _ = joined(grid(HEAD, [*ONE[:4], "20个工作日"], page=1), grid(HEAD, rest, TWO, page=2))
    cell, _ = table.at(1, 2)
    assert cell is not None
    assert [fragment.page for fragment in cell.fragments] == [1, 2]
    assert cell.printed.breaks == (Break.WRAP,)


def test_no_printed_cell_is_lost_in_joining() -> None:
    parts = [
        grid(HEAD, ONE, page=1),
        grid(HEAD, ["", "甲", "", "", "乙"], page=2),
        grid(["", "", "丙", "", ""], TWO, page=3),
    ]
    (table,), _ = joined(*parts)
    have = "".join(sorted("".join(cell.text for cell in table.cells).replace("\n", "")))
    want = "".join(sorted("".join("".join(map(str, row)) for row in [HEAD, ONE, ["甲", "乙"], ["丙"], TWO])))
    assert have == want


def test_a_table_without_any_header_is_not_joined_to_nothing() -> None:
    tables, told = joined(grid(ONE), grid(TWO))
    assert len(tables) == 2 and told == []


def test_a_last_page_with_nothing_but_the_rest_of_a_row() -> None:
    rest = ["", "", "领导分工", "", "内公开"]
    (table,), _ = joined(grid(HEAD, [*ONE[:4], "20个工作日"], page=1), grid(HEAD, rest, page=2))
    assert drawn(table)[1][2:] == ["机构职能\n领导分工", "《甲法》", "20个工作日\n内公开"]


def test_an_empty_remark_at_the_top_of_a_page_is_empty() -> None:
    head = [*HEAD, "备注"]
    (table,), _ = joined(grid(head, [*ONE, "每季度更新"], page=1), grid([*TWO, ""], page=2))
    assert drawn(table)[2][-1] == ""
    (table,), _ = joined(
        grid(head, [*ONE, "每季度更新"], ["2", *ONE[1:], UP], page=1), grid(["3", *TWO[1:], ""], page=2)
    )
    assert drawn(table)[3][-1] == "每季度更新", "merged remarks go on"


def test_words_cut_in_a_tick_column_belong_together() -> None:
    head = ["事项名称", "公开内容", "公开依据", "全社会", "特定群体"]
    above = ["义务教育阶段招生入学的", "招生计划和招生范围、", "", "", "学生及家"]
    (table,), told = joined(grid(head, above, page=1), grid(["政策", "报名的条件和材料", "", "", "长"], page=2))
    assert [row[4].replace("\n", "") for row in drawn(table)[1:]] == ["学生及家长"]
    assert "P003" in told

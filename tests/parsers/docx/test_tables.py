"""Tables: spans, short rows, wrappers, nesting."""

from __future__ import annotations

from gicat.grid import Grid, Origin, Paragraph
from gicat.parsers.base import Limits, ReadOptions
from tests.parsers.docx.builder import docx, p, r, sdt, tbl, tc, tr
from tests.parsers.docx.reading import grid, read, shape

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_grid_span_and_vertical_merge() -> None:
    table = grid(
        tr(tc("序号", RESTART), tc("公开对象", span(2))),
        tr(tc("", CONTINUE), "全社会", "特定群体"),
        tr("1", "√", ""),
    )
    assert shape(table)[:2] == [(0, 0, 2, 1, "序号"), (0, 1, 1, 2, "公开对象")]
    assert (table.rows, table.columns, table.header_rows) == (3, 3, None)
    assert table.at(1, 0)[1] is Origin.SPAN
    assert table.at(2, 2)[1] is Origin.BLANK


def test_a_continuation_without_a_start_begins_a_merge() -> None:
    assert shape(grid(tr(tc("甲", CONTINUE), "1"), tr(tc("", CONTINUE), "2"))) == [
        (0, 0, 2, 1, "甲"), (0, 1, 1, 1, "1"), (1, 1, 1, 1, "2"),
    ]  # fmt: skip


def test_a_merge_ends_at_a_row_without_it_and_at_another_width() -> None:
    table = grid(tr(tc("甲", RESTART)), tr("乙"), tr(tc("丙", CONTINUE)))
    assert [c.row_span for c in table.cells] == [1, 1, 1]
    table = grid(tr(tc("甲", RESTART + span(2)), "1"), tr(tc("乙", CONTINUE), "2", "3"))
    assert shape(table)[0] == (0, 0, 1, 2, "甲")
    assert shape(table)[2] == (1, 0, 1, 1, "乙")


def test_merge_of_both_ways() -> None:
    both = RESTART + span(2)
    table = grid(tr(tc("甲", both), "1"), tr(tc("", CONTINUE + span(2)), "2"))
    assert shape(table)[0] == (0, 0, 2, 2, "甲")


def test_legacy_horizontal_merge() -> None:
    start, go_on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    assert shape(grid(tr(tc("甲", start), tc("", go_on), tc("", go_on), "乙"), tr("1", "2", "3", "4")))[:2] == [
        (0, 0, 1, 3, "甲"), (0, 3, 1, 1, "乙"),
    ]  # fmt: skip
    above = tr(tc("甲", start + RESTART), tc("", go_on + RESTART))
    table = grid(above, tr(tc("", start + CONTINUE), tc("", go_on + CONTINUE)))
    assert shape(table) == [(0, 0, 2, 2, "甲")]


def test_text_in_a_covered_cell_is_reported() -> None:
    blocks, diagnostics = read(docx(tbl(tr(tc("甲", RESTART)), tr(tc("乙", CONTINUE)))))
    assert isinstance(blocks[0], Grid) and shape(blocks[0]) == [(0, 0, 2, 1, "甲")]
    assert [(d.code, d.text, d.place.row) for d in diagnostics] == [("R010", "乙", 0)]


def test_rows_that_begin_later_or_end_earlier() -> None:
    before, after = '<w:gridBefore w:val="1"/>', '<w:gridAfter w:val="2"/>'
    table = grid(tr("1", "2", "3"), tr("中", properties=before + after), tr("短"))
    assert shape(table)[3:] == [(1, 1, 1, 1, "中"), (2, 0, 1, 1, "短")]
    assert table.columns == 4
    assert [table.at(1, column)[1] for column in (0, 2)] == [Origin.MISSING, Origin.MISSING]


def test_header_rows_lead() -> None:
    header = "<w:tblHeader/>"
    table = grid(tr("一", properties=header), tr("二", properties=header), tr("三"), tr("四", properties=header))
    assert table.header_rows == 2
    assert grid(tr("一"), tr("二", properties=header)).header_rows is None
    assert grid(tr("一", properties='<w:tblHeader w:val="0"/>')).header_rows is None


def test_content_controls_around_everything() -> None:
    inner = tr(sdt(tc(sdt(p(sdt(r("甲")))))), "乙")
    blocks, _ = read(docx(sdt(tbl(sdt(inner), f"<w:customXml>{tr('丙', '丁')}</w:customXml>"))))
    assert isinstance(blocks[0], Grid)
    assert shape(blocks[0]) == [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "丁")]


def test_deleted_rows_are_left_out() -> None:
    gone = tr(tc(p("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>")), properties='<w:del w:id="1"/>')
    assert shape(grid(gone, tr("新", properties='<w:ins w:id="2"/>'))) == [(0, 0, 1, 1, "新")]


def test_nested_tables_follow_and_know_their_cell() -> None:
    deep = tbl(tr(tc(tbl(tr("最内")) + p())))
    outer = tbl(tr("甲", tc(p("前") + deep + p("后"))), tr("乙", tc(tbl(tr("另")) + p())))
    blocks, _ = read(docx(p("题") + outer + p("尾")))
    kinds = [(b.cells[0].text, b.nested) if isinstance(b, Grid) else (b.text, None) for b in blocks]  # type: ignore[union-attr]
    assert kinds == [("题", None), ("甲", None), ("", (0, 1)), ("最内", (0, 0)), ("另", (1, 1)), ("尾", None)]
    assert isinstance(blocks[1], Grid) and blocks[1].cells[1].text == "前\n后"


def test_hostile_spans_are_bounded() -> None:
    odd = tr(tc("x", '<w:gridSpan w:val="-3"/>'), tc("y", '<w:gridSpan w:val="abc"/>'))
    table = grid(tr(tc("宽", span(10**9))), odd)
    assert table.columns == 1024
    assert [c.column_span for c in table.cells] == [1024, 1, 1]


def test_the_limit_of_cells_stops_the_reading() -> None:
    options = ReadOptions(limits=Limits(cells=6))
    from gicat.parsers.base import Source
    from gicat.parsers.docx import DocxReader

    result = DocxReader().read(Source("x.docx", docx(tbl(*[tr("a", "b", "c")] * 50) + p("后"))), options)
    assert [d.code for d in result.diagnostics] == ["R005"]
    assert [grid.rows for grid in result.value.grids()] == [3]


def test_the_limit_of_seconds_stops_the_reading() -> None:
    from itertools import count

    from gicat.parsers.base import Source
    from gicat.parsers.docx import DocxReader

    ticks = count(0.0, 10.0)
    options = ReadOptions(clock=lambda: next(ticks))
    result = DocxReader().read(Source("x.docx", docx(p("字") * 50)), options)
    assert [d.code for d in result.diagnostics] == ["R005"]
    assert 0 < len(result.value.blocks) < 50


def test_an_empty_table_is_no_block() -> None:
    assert read(docx("<w:tbl><w:tblPr/></w:tbl>" + p("后")))[0] == read(docx(p("后")))[0]


def test_what_stands_between_rows_or_cells_is_kept() -> None:
    blocks, diagnostics = read(docx(tbl(p("散"), tr("1"), "<w:tr>" + p("落") + tc("2") + "</w:tr>") + p("后")))
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["散", "落", "后"]
    assert [shape(b) for b in blocks if isinstance(b, Grid)] == [[(0, 0, 1, 1, "1"), (1, 0, 1, 1, "2")]]
    assert [d.code for d in diagnostics] == ["R007"]


def test_text_that_stands_in_a_table_without_rows_is_kept() -> None:
    blocks, diagnostics = read(docx("<w:tbl><w:t>散</w:t></w:tbl>" + p("后")))
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["散", "后"]
    assert {d.code for d in diagnostics} == {"R007"}


def test_cells_without_a_row_are_kept_as_paragraphs() -> None:
    blocks, diagnostics = read(docx(tbl(tc("散"), tc("格"), tr("1", "2"))))
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["散", "格"]
    assert [d.code for d in diagnostics] == ["R007", "R007"]

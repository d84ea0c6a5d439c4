"""CSV and TSV read back to the cells they were written from."""

from __future__ import annotations

import csv
import time
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gicat.grid import Stream
from gicat.parsers.text.delimited import looks_delimited, reads, sights
from gicat.parsers.text.dialects import recognise
from gicat.parsers.text.lines import split_lines
from tests.building import codes, parsed

CELLS = st.text('甲乙"",，\n\t|1 ', max_size=6).map(
    lambda text: "\n".join(part.strip() for part in text.strip().split("\n"))
)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5)
HEAD = ["序号", "事项名称", "公开内容", "公开依据", "公开时限"]
BODY = [
    ["1", "机构简介", "职责,机构\n领导", "《甲条例》", "20个工作日内"],
    ["2", "政策文件", "规范性文件“全文”", "", "长期公开"],
    ["3", '所谓"预公开"', "草案", "《乙法》", ""],
]


def written(rows: list[list[str]], delimiter: str) -> str:
    out = StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def cells(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    for block in reads(delimiter)(split_lines(text)):
        assert isinstance(block, Stream)
        for cell in block.cells:
            if cell.gap:
                rows.append([])
            rows[-1].append(cell.printed.text)
    return rows


@settings(max_examples=200)
@given(ROWS, st.sampled_from([",", "\t"]))
def test_what_a_csv_writer_wrote_reads_back(rows: list[list[str]], delimiter: str) -> None:
    """Rows of white space are no rows, and one cell alone stands alone."""
    wanted = [row[:1] if row[0] and not any(row[1:]) else row for row in rows if any(row)]
    assert [row for row in cells(written(rows, delimiter), delimiter) if any(row)] == wanted


@given(st.text('甲乙",\n ', max_size=40), st.sampled_from([",", "\t"]))
def test_nothing_printed_is_lost_of_any_text(text: str, delimiter: str) -> None:
    seen = "".join(sighting.text for sighting in sights(delimiter)(split_lines(text)))
    kept = "".join(cell for row in cells(text, delimiter) for cell in row)
    assert "".join(seen.split()) == "".join(kept.split())
    assert _bare(kept, delimiter) == _bare(text, delimiter)


def _bare(text: str, delimiter: str) -> str:
    return "".join(text.replace('"', "").replace(delimiter, "").split())


@pytest.mark.parametrize(("delimiter", "dialect"), [(",", "csv"), ("\t", "tsv")])
def test_a_catalogue(delimiter: str, dialect: str) -> None:
    title = ["甲县乙局主动公开目录", "", "", "", ""]
    document = parsed(written([title, HEAD, *BODY], delimiter), name=f"list.{dialect}")
    assert document.source.dialect == dialect
    (catalogue,) = document.catalogues
    assert catalogue.title == title[0]
    assert [item.printed["content"] for item in catalogue.items] == [row[2] for row in BODY]
    assert [item.name for item in catalogue.items] == [row[1] for row in BODY]
    assert not {"R008", "R010", "R016"} & set(codes(document.diagnostics))


def test_a_line_that_stands_alone_between_rows_is_the_outermost_category() -> None:
    rows = [HEAD, ["一、综合政务", "", "", "", ""], *BODY]
    (catalogue,) = parsed(written(rows, ",")).catalogues
    assert [item.categories for item in catalogue.items] == [["综合政务"]] * 3


def test_trailing_blanks_that_were_left_out_are_blank() -> None:
    rows = [HEAD, BODY[0], BODY[1], ["3", "年度报告", "年报"]]
    (catalogue,) = parsed(written(rows, ",")).catalogues
    assert [(item.name, item.content) for item in catalogue.items][-1] == ("年度报告", "年报")


def test_text_with_some_commas_is_none() -> None:
    lines = ["公开时限", "10个工作日内,公示7个工作日", "甲局", "职责,机构,领导", "乙"]
    assert recognise(lines) == "flowing"
    assert not looks_delimited(lines, ",")


def test_tab_cells_are_not_taken_for_tsv() -> None:
    assert recognise(["\t甲", "\t乙", "\t丙", "", "\t丁", "\t戊", "\t己", ""]) == "tab-cells"


@pytest.mark.parametrize("dialect", ["csv", "tsv", "pipes", "tab-cells", "fixed-width"])
def test_a_dialect_that_the_text_is_not_in_is_told(dialect: str) -> None:
    document = parsed("甲\n乙\n丙\n", dialect=dialect)
    (told,) = [d for d in document.diagnostics if d.code == "R020"]
    assert told.severity == "warning"
    assert dialect in told.message
    assert "flowing" in told.message


def test_a_dialect_that_is_asked_for_rightly_says_nothing() -> None:
    assert "R020" not in codes(parsed(written([HEAD, *BODY], ","), dialect="csv").diagnostics)


def test_quotes_that_are_never_closed_cost_no_more_than_others() -> None:
    def seconds(count: int) -> float:
        lines = [f'{n},"甲,乙' for n in range(count)]
        start = time.perf_counter()
        reads(",")(lines)
        return time.perf_counter() - start

    seconds(100)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.002)

import json

from gicat.grid import Cell, Fragment, Grid, Lines, Paragraph, Printed
from gicat.writers.grid import as_json, as_text

BLOCKS = (
    Paragraph(Printed("标题"), (Fragment(page=1, bbox=(1, 2, 3, 4)),)),
    Grid(
        (
            Cell(0, 0, 1, 2, Printed("表头"), (Fragment(page=1, bbox=(0, 0, 9, 9)),)),
            Cell(1, 0, printed=Printed("甲\n乙")),
            Cell(1, 1),
        ),
        rows=2,
        columns=2,
        page=1,
    ),
    Lines(("一行", ""), first=7),
)


def test_json_has_every_block_as_the_contract_says() -> None:
    paragraph, grid, lines = json.loads(as_json(BLOCKS))["blocks"]
    assert paragraph == {"type": "paragraph", "text": "标题", "page": 1, "bbox": [1, 2, 3, 4], "line": None}
    assert {key: grid[key] for key in ("type", "page", "rows", "columns")} == {
        "type": "grid", "page": 1, "rows": 2, "columns": 2,
    }  # fmt: skip
    assert grid["cells"][0] == {
        "row": 0, "column": 0, "row_span": 1, "column_span": 2, "text": "表头", "page": 1, "bbox": [0, 0, 9, 9],
    }  # fmt: skip
    assert grid["cells"][1]["text"] == "甲\n乙"
    assert lines == {"type": "lines", "first": 7, "lines": ["一行", ""], "breaks": []}


def test_nothing_is_an_empty_list() -> None:
    assert json.loads(as_json(())) == {"blocks": []}
    assert json.loads(as_json([Grid((), 0, 0)]))["blocks"][0]["cells"] == []


def test_lone_surrogates_are_replaced() -> None:
    assert json.loads(as_json([Paragraph(Printed("a\ud800"))]))["blocks"][0]["text"] == "a\ufffd"


def test_text_shows_rows_columns_and_spans() -> None:
    assert "".join(as_text(BLOCKS)).splitlines() == [
        "标题",
        "--- grid: 2 rows, 2 columns, page 1",
        "   0 [0 (1×2)] 表头",
        "   1 [0] 甲 ⏎ 乙",
        "     [1] ",
        "---",
        "7: 一行",
        "8: ",
    ]

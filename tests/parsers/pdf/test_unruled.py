"""Tables without a frame of rulings: by alignment, to the same items; what cannot be told stays text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest

from gicat.recover import recover
from tests.shared import audit_findings, parsed

from .drawn import LEFT_EDGE, MARGIN, PITCH, Drawing, Pen
from .reading import facts, read
from .writing import Sheet, Tagged, pdf


def only(level: bool | None) -> Pen:
    """Draws the horizontal rulings, or the vertical ones, or none."""

    def draw(sheet: Sheet, x0: float, y0: float, x1: float, y1: float) -> None:
        if level is not None and (y0 == y1) is level:
            sheet.line(x0, y0, x1, y1)

    return draw


PENS = {"horizontal": only(level=True), "vertical": only(level=False), "none": only(None)}


@lru_cache
def expected() -> list[dict[str, Any]]:
    return facts(pdf(*Drawing().pages()))


@pytest.mark.parametrize("pen", PENS.values(), ids=PENS.keys())
def test_rulings_of_one_direction_or_none(pen: Pen) -> None:
    assert facts(pdf(*replace(Drawing(), pen=pen).pages())) == expected()


@pytest.mark.parametrize("repeated", [0, 2])
@pytest.mark.parametrize("cut", [6, 9, 10, 12, 13])
@pytest.mark.parametrize("pen", [PENS["horizontal"], PENS["none"]], ids=["horizontal", "none"])
def test_over_pages(pen: Pen, cut: int, repeated: int) -> None:
    assert facts(pdf(*replace(Drawing(), pen=pen, header=repeated).pages(cut))) == expected()


def test_it_is_told_and_every_cell_is_inferred() -> None:
    data = pdf(*replace(Drawing(), pen=PENS["none"]).pages())
    recovered = recover(read(data).blocks)
    [grid] = [block for block in recovered.value if type(block).__name__ == "Grid"]
    assert all(cell.inferred for cell in grid.cells)  # type: ignore[union-attr]
    assert [d.code for d in recovered.diagnostics] == ["P021"]


def test_every_other_row_shaded() -> None:
    drawing = replace(Drawing(), pen=PENS["none"])
    [sheet] = drawing.pages()
    boxes = list(drawing.boxes(sheet))
    shading = [f"0.9 g {x} {y} {w} {h} re f" for cell, (x, y, w, h) in zip(drawing.cells(), boxes, strict=True)
               if cell.row in (3, 5)]  # fmt: skip
    sheet.stream = [*shading, "0 g", *sheet.stream]
    assert facts(pdf(sheet)) == expected()


def test_white_rows_on_black_ground() -> None:
    """Rows of `<table bgcolor=black cellspacing=1>` whose cells are not painted one by one: lines between rows."""
    drawing = replace(Drawing(), pen=PENS["none"])
    [sheet] = drawing.pages()
    heights = drawing.heights()
    top = sheet.height - MARGIN - 30
    width = sum(drawing.widths)
    ground = [f"0 g {LEFT_EDGE - 1} {top - PITCH * sum(heights) - 1} {width + 2} {PITCH * sum(heights) + 2} re f 1 g"]
    for index, height in enumerate(heights):
        if index != 1:  # the header's two rows are painted as one
            own = height if index else heights[0] + heights[1]
            y = top - PITCH * (sum(heights[:index]) + own)
            ground.append(f"{LEFT_EDGE} {y + 0.4} {width} {PITCH * own - 0.8} re f")
    sheet.stream = [*ground, "0 g", *sheet.stream]
    names = [item["name"] for item in facts(pdf(sheet))[1:]]
    assert names == ["停水通知", "水质报告", "水价标准", "减免对象"]


def _page(rows: Sequence[tuple[float, Sequence[str]]], xs: Sequence[float]) -> bytes:
    """Texts at places: rows of (baseline, texts), the texts at `xs`; nothing where a text is empty."""
    sheet = Sheet(600, 400)
    for y, texts in rows:
        for x, text in zip(xs, texts, strict=True):
            if text:
                sheet.han(x, y, text)
    return pdf(sheet)


XS = [40, 80, 180, 330, 450]
HEAD = ["序号", "公开事项", "公开内容", "公开依据", "公开时限"]


def test_cells_in_the_middle_of_their_rows() -> None:
    """As browsers set them: a number stands beside the middle of its row, a merged text in the middle of its rows."""
    data = _page(
        [
            (350, HEAD),
            (320, ["", "", "停水的时间和范围", "", ""]),
            (314, ["1", "停水通知", "", "", "提前24小时"]),
            (308, ["", "", "以及原因", "", ""]),
            (297, ["", "", "", "《供水条例》", ""]),
            (286, ["", "", "水质检测结果", "", ""]),
            (280, ["2", "水质报告", "", "", "每季度"]),
            (274, ["", "", "和评价", "", ""]),
        ],
        XS,
    )
    document = parsed("x.pdf", data)
    [catalogue] = document["catalogues"]
    items = catalogue["items"]
    assert [item["content"] for item in items] == ["停水的时间和范围以及原因", "水质检测结果和评价"]
    assert [item["legal_basis"]["text"] for item in items] == ["《供水条例》"] * 2
    assert items[1]["inherited"] == {"legal_basis": "span"}
    assert not audit_findings(document)


def test_rows_that_nothing_tells_apart_stay_text() -> None:
    """Lines as far apart in cells as between rows, numbers in the middle: which line is whose is not on paper."""
    rows = [(350.0, HEAD)]
    for index in range(6):
        number = index // 3 + 1
        middle = [str(number), f"事项{number}"] if index % 3 == 1 else ["", ""]
        rows.append((320.0 - 12 * index, [*middle, f"内容第{index}行文字", "《供水条例》", "20日内"]))
    document = parsed("x.pdf", _page(rows, XS))
    assert not document["catalogues"]
    assert not audit_findings(document)


def test_notes_under_the_table_are_no_row() -> None:
    rows: list[tuple[float, Sequence[str]]] = [
        (350, HEAD),
        (330, ["1", "停水通知", "停水的时间", "《供水条例》", "提前24小时"]),
        (310, ["2", "水质报告", "检测的结果", "《供水条例》", "每个季度"]),
    ]
    rows.append((270, ["注：本目录由渔湾市水务局负责解释，自公布之日起施行，以往目录作废。", "", "", "", ""]))
    document = parsed("x.pdf", _page(rows, XS))
    [catalogue] = document["catalogues"]
    assert len(catalogue["items"]) == 2
    assert [note["text"][:2] for note in catalogue["notes"]] == ["注："]


def test_words_of_a_header_in_prose_make_no_table() -> None:
    sheet = (
        Sheet(600, 400).han(40, 350, "公开事项、公开内容、公开依据和公开时限由各单位填写").han(40, 330, "公开主体同上")
    )
    assert not parsed("x.pdf", pdf(sheet))["catalogues"]


def test_rows_that_only_the_structure_tree_tells_apart() -> None:
    """The page of `test_rows_that_nothing_tells_apart_stay_text`, tagged: cells without content are not in the tree."""
    sheet = Sheet(600, 400)
    tagged: Tagged = []
    content = 0

    def write(y: float, texts: Sequence[str], spans: int = 1) -> list[tuple[int, int]]:
        nonlocal content
        row = []
        for x, text in zip(XS, texts, strict=True):
            if text:
                sheet.draw(f"/TD << /MCID {content} >> BDC").han(x, y, text).draw("EMC")
                row.append((content, spans))
                content += 1
        return row

    tagged.append(write(350, HEAD))
    for number in (1, 2):
        lines = [320.0 - 36 * (number - 1) - 12 * index for index in range(3)]
        row = write(lines[1], [str(number), f"事项{number}", "", "", "20日内"])
        sheet.draw(f"/TD << /MCID {content} >> BDC")
        for line, text in zip(lines, ("停水的时间", "范围", "以及原因"), strict=True):
            sheet.han(XS[2], line, text)
        sheet.draw("EMC")
        row.append((content, 1))
        content += 1
        if number == 1:
            row += write(302, ["", "", "", "《供水条例》", ""], spans=2)
        tagged.append(row)
    assert not parsed("x.pdf", pdf(sheet))["catalogues"]
    document = parsed("x.pdf", pdf(sheet, tagged=tagged))
    assert not audit_findings(document)
    [catalogue] = document["catalogues"]
    items = catalogue["items"]
    assert [(item["number"], item["name"]) for item in items] == [("1", "事项1"), ("2", "事项2")]
    assert [item["printed"]["content"] for item in items] == ["停水的时间\n范围\n以及原因"] * 2
    assert [item["legal_basis"]["text"] for item in items] == ["《供水条例》"] * 2

"""Whole catalogues in the fonts, turns and arrangements that Word, WPS and report generators make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest

from tests.shared import audit_findings, parsed

from .drawn import Drawing
from .reading import facts
from .writing import SONG, Sheet, pdf


@lru_cache
def expected() -> list[dict[str, Any]]:
    return facts(pdf(*Drawing().pages()))


def _hand(codec: str) -> Callable[[Sheet, float, float, str], object]:
    def write(sheet: Sheet, x: float, y: float, line: str) -> None:
        codes = line.replace("☑", "■").encode(codec).hex()  # GBK has no ☑
        sheet.draw(f"BT /X 10 Tf {x} {y} Td <{codes}> Tj ET")

    return write


@pytest.mark.parametrize(
    ("cmap", "codec"),
    [
        ("UniGB-UCS2-H", "utf-16-be"),
        ("UniGB-UTF16-H", "utf-16-be"),
        ("UniGB-UTF8-H", "utf-8"),
        ("UniGB-UTF32-H", "utf-32-be"),
        ("GBK-EUC-H", "gbk"),
        ("GBKp-EUC-H", "gbk"),
        ("GBK2K-H", "gb18030"),
        ("GB-EUC-H", "gb2312"),
        ("GBpc-EUC-H", "gb2312"),
    ],
)
@pytest.mark.parametrize("kind", ["CIDFontType0", "CIDFontType2"])
def test_chinese_fonts_that_are_not_embedded(cmap: str, codec: str, kind: str) -> None:
    font = SONG.replace("UniGB-UCS2-H", cmap).replace("CIDFontType0", kind)
    data = pdf(*replace(Drawing(), hand=_hand(codec)).pages(), fonts={"X": font})
    assert facts(data) == expected()


@pytest.mark.parametrize("shifts", [(0, 0.2, 0.4), (0, 0.3)])
@pytest.mark.parametrize("by_character", [False, True])
def test_fake_bold(shifts: tuple[float, ...], by_character: bool) -> None:
    def write(sheet: Sheet, x: float, y: float, line: str) -> None:
        line = line.replace("☑", "■")  # not in the font: as a lone character it prints nothing
        parts = [(x + 10 * i, char) for i, char in enumerate(line)] if by_character else [(x, line)]
        for left, part in parts:
            for shift in shifts:
                sheet.han(left + shift, y, part)

    assert facts(pdf(*replace(Drawing(), hand=write).pages())) == expected()


@pytest.mark.parametrize("shown", [True, False], ids=["by-rotate", "sideways"])
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages(turn: int, shown: bool) -> None:
    """Content turned against /Rotate reads upright; without /Rotate the reader of the paper turns it."""
    [sheet] = Drawing().pages()
    wide, tall = sheet.width, sheet.height
    matrix = {90: f"0 1 -1 0 {tall} 0", 180: f"-1 0 0 -1 {wide} {tall}", 270: f"0 -1 1 0 0 {wide}"}[turn]
    size = (wide, tall) if turn == 180 else (tall, wide)
    turned = Sheet(*size, turn if shown else 0, stream=[f"q {matrix} cm", *sheet.stream, "Q"])
    assert facts(pdf(turned)) == expected()


def _upright(sheet: Sheet, x: float, y: float, text: str) -> None:
    """Vertical writing: characters under each other, by a vertical CMap."""
    sheet.draw(f"BT /V 10 Tf {x + 5} {y + 9} Td <{text.encode('utf-16-be').hex()}> Tj ET")


def _stacked(sheet: Sheet, x: float, y: float, text: str) -> None:
    for i, char in enumerate(text):
        sheet.han(x, y - 11 * i, char)


def _sideways(sheet: Sheet, x: float, y: float, text: str) -> None:
    sheet.draw(f"BT /F2 10 Tf 0 1 -1 0 {x + 10} {y - 30} Tm <{text.encode('utf-16-be').hex()}> Tj ET")


@pytest.mark.parametrize("hand", [_upright, _stacked, _sideways])
def test_vertical_header_text(hand: Callable[[Sheet, float, float, str], object]) -> None:
    xs = [40.0, 60, 80, 200, 320, 340, 360]
    sheet = Sheet(400, 300).lattice(xs, [100, 130, 160, 220])
    for x, label in zip(xs, ("序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体"), strict=False):
        hand(sheet, x + 5, 205, label) if x < 80 or x >= 320 else sheet.han(x + 5, 205, label)
    for y, number in ((145, "1"), (115, "2")):
        for x, text in zip(xs, (number, "事", "停水的时间", "《供水条例》", "年", "局"), strict=False):
            sheet.han(x + 5, y, text)
    font = SONG.replace("UniGB-UCS2-H", "UniGB-UCS2-V")
    document = parsed("x.pdf", pdf(sheet, fonts={"V": font}))
    assert not audit_findings(document)
    [catalogue] = document["catalogues"]
    fields = [column["field"] for column in catalogue["columns"]]
    assert fields == ["number", "name", "content", "legal_basis", "deadline", "publishers"]
    assert [item["content"] for item in catalogue["items"]] == ["停水的时间"] * 2


def test_several_tables_on_a_page_under_their_titles() -> None:
    first, second = Drawing(), replace(Drawing(), title="渔湾市民政局政府信息主动公开目录")
    [upper], [lower] = first.pages(), second.pages()
    page = Sheet(upper.width, upper.height + lower.height)
    page.stream = [f"q 1 0 0 1 0 {lower.height} cm", *upper.stream, "Q", *lower.stream]
    document = parsed("x.pdf", pdf(page))
    assert not audit_findings(document)
    assert [c["title"] for c in document["catalogues"]] == [first.title, second.title]
    assert [len(c["items"]) for c in document["catalogues"]] == [4, 4]


def test_tables_beside_each_other() -> None:
    left, right = Drawing().pages()[0], replace(Drawing(), title="渔湾市民政局政府信息主动公开目录").pages()[0]
    page = Sheet(left.width * 2, left.height)
    page.stream = [*left.stream, f"q 1 0 0 1 {left.width} 0 cm", *right.stream, "Q"]
    document = parsed("x.pdf", pdf(page))
    assert not audit_findings(document)
    assert sum(len(c["items"]) for c in document["catalogues"]) == 8


def test_grey_behind_header_and_rows() -> None:
    drawing = Drawing()
    [sheet] = drawing.pages()
    cells = zip(drawing.cells(), drawing.boxes(sheet), strict=True)
    shading = [f"0.85 g {x} {y} {w} {h} re f" for cell, (x, y, w, h) in cells if cell.row < 2 or cell.row == 3]
    sheet.stream = [*shading, "0 g", *sheet.stream]
    assert facts(pdf(sheet)) == expected()

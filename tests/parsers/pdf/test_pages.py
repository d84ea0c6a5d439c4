"""Paragraphs, page furniture, limits and bad input."""

from __future__ import annotations

import itertools

import pytest

from gicat.errors import UnreadableError, UsageError
from gicat.grid import Break, Grid, Paragraph
from gicat.parsers.base import Limits, ReadOptions, Source
from gicat.parsers.pdf import PdfReader

from .reading import paragraphs, read
from .writing import Sheet, assembled, pdf


def _read(data: bytes, **options: object) -> list[str]:
    """Codes of the diagnostics."""
    given = ReadOptions(**options)  # type: ignore[arg-type]
    return [d.code for d in PdfReader().read(Source("x.pdf", data), given).diagnostics]


def _refused(data: bytes, **options: object) -> str:
    with pytest.raises(UnreadableError) as caught:
        _read(data, **options)
    return caught.value.code


def test_full_lines_run_on_and_short_ones_end() -> None:
    full = "为进一步推进政务公开工作根据有关规定制定本目录现予以公布请各有关单位"
    sheet = (
        Sheet(430, 300)
        .han(30, 250, "目录说明", 18)
        .han(30, 220, full + "遵照")
        .han(30, 205, "执行。")
        .han(30, 190, "特此公告")
    )
    blocks = [b for b in read(pdf(sheet)).blocks if isinstance(b, Paragraph)]
    assert [b.text for b in blocks] == ["目录说明", full + "遵照\n执行。", "特此公告"]
    assert blocks[1].printed.breaks == (Break.WRAP,)


def test_page_numbers_are_furniture() -> None:
    sheets = [Sheet().latin(180, 20, f"- {i} -").han(50, 200, "正文" + "一二三四"[i]) for i in range(4)]
    blocks = read(pdf(*sheets)).blocks
    assert [b.furniture for b in blocks if isinstance(b, Paragraph)] == [False, True] * 4


def test_page_number_of_a_single_page() -> None:
    blocks = read(pdf(Sheet().han(150, 20, "第1页 共7页").han(50, 200, "正文2020"))).blocks
    assert [b.furniture for b in blocks if isinstance(b, Paragraph)] == [False, True]


def test_running_heads_are_furniture_but_titles_are_not() -> None:
    sheets = [
        Sheet()
        .han(50, 280, "某局公开目录", 9)
        .han(50, 265, "公开目录", 20)
        .han(50, 200, f"正文{'一二三'[i]}")
        .han(50, 150, "正文")
        for i in range(3)
    ]
    furniture = [b.text for b in read(pdf(*sheets)).blocks if isinstance(b, Paragraph) and b.furniture]
    assert furniture == ["某局公开目录"] * 3


def test_pages_are_chosen() -> None:
    data = pdf(*(Sheet().latin(50, 100, f"page text {i}") for i in range(1, 5)))
    reading = PdfReader().read(Source("x", data), ReadOptions(pages=frozenset({2, 4}))).value
    assert [b.text for b in reading.blocks if isinstance(b, Paragraph)] == ["page text 2", "page text 4"]
    assert reading.pages == 4


def test_limits() -> None:
    data = pdf(*(Sheet().lattice([50, 100, 150], [50, 100, 150]).latin(60, 60, "a") for _ in range(3)))
    assert _read(data) == []
    assert _read(data, limits=Limits(pages=2)) == ["R005"]
    assert _read(data, limits=Limits(cells=9)) == ["R005"]
    ticks = itertools.count()
    assert _read(data, limits=Limits(seconds=1), clock=lambda: float(next(ticks))) == ["R005"]


def test_limit_keeps_what_was_read() -> None:
    data = pdf(*(Sheet().lattice([50, 100, 150], [50, 100, 150]) for _ in range(3)), Sheet().latin(5, 5, "a"))
    result = PdfReader().read(Source("x", data), ReadOptions(limits=Limits(pages=2)))
    assert len([b for b in result.value.blocks if isinstance(b, Grid)]) == 2


def test_huge_lattices_are_refused_not_computed() -> None:
    sheet = Sheet(14400, 14400).latin(5, 5, "a")
    for i in range(1500):
        sheet.line(10, 10 + 9 * i, 14000, 10 + 9 * i).line(10 + 9 * i, 10, 10 + 9 * i, 14000)
    assert _read(pdf(sheet)) == ["R005"]


def test_drawings_without_end_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gicat.parsers.pdf.pdfium_objects.MOST_SEGMENTS", 100)
    sheet = Sheet().latin(5, 5, "a")
    for i in range(60):
        sheet.line(10, 10 + i, 300, 10 + i)
    assert _read(pdf(sheet)) == ["R005"]


def test_no_text() -> None:
    assert _refused(pdf(Sheet().lattice([50, 100, 150], [50, 100, 150]))) == "R004"
    assert _refused(pdf(Sheet())) == "R004"


def test_damaged() -> None:
    whole = pdf(Sheet().latin(50, 100, "a"))
    assert _refused(b"%PDF-1.7\n") == "R003"
    assert _refused(whole[: len(whole) // 3]) == "R003"
    assert _refused(b"%PDF-1.7\n", pdf_engine="pdfplumber") == "R003"


def test_no_pages() -> None:
    empty = assembled(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"])
    assert _refused(empty) == "R003"
    assert _refused(empty, pdf_engine="pdfplumber") == "R003"


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_passwords(engine: str) -> None:
    data = _encrypted(pdf(Sheet().latin(50, 100, "a")), "secret")
    assert _refused(data, pdf_engine=engine) == "R001"
    assert _refused(data, pdf_engine=engine, password="other") == "R001"
    assert _read(data, pdf_engine=engine, password="secret") == []


def _encrypted(data: bytes, password: str) -> bytes:
    import io

    from pypdf import PdfReader as Opened
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=Opened(io.BytesIO(data)))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_engine_that_does_not_exist() -> None:
    with pytest.raises(UsageError):
        _read(pdf(Sheet()), pdf_engine="none")


def test_pages_of_hostile_size() -> None:
    for width, height in ((0, 0), (1e9, 1e9), (-100, 100)):
        sheet = Sheet(width, height).latin(0, 0, "a").lattice([50, 100], [50, 100])
        assert paragraphs(pdf(sheet)) in (["a"], [])

"""Characters to lines, spaces, breaks and marks."""

from __future__ import annotations

import pytest

from gicat.grid import Break, Mark, Paragraph
from gicat.parsers.pdf.model import Char, Page
from gicat.parsers.pdf.pdfium import PdfiumDocument
from gicat.parsers.pdf.pdfium_text import paired
from gicat.parsers.pdf.second import SecondOpinion

from .reading import codes, paragraphs, printed, read, sighted, texts
from .writing import HELVETICA, SONG, Sheet, check_box, pdf

ENGINES = ("pdfium", "pdfplumber")
WINGDINGS = (
    "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Wingdings /FirstChar 32 /LastChar 254 /Widths ["
    + " 900" * 223
    + "] /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Wingdings /Flags 4 /FontBBox [0 -200 1300 900]"
    " /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> %s >>"
)


def _cell(*lines: str, width: float = 100, pitch: float = 12) -> Sheet:
    """A table of two cells, with lines of Song in the first."""
    sheet = Sheet().lattice([50, 50 + width, 100 + width], [100, 200])
    for i, line in enumerate(lines):
        sheet.han(55, 185 - i * pitch, line)
    return sheet


def _first(sheet: Sheet) -> tuple[str, list[Break]]:
    cell = next(read(pdf(sheet)).grids()).cells[0]
    return cell.text, list(cell.printed.breaks)


@pytest.mark.parametrize("engine", ENGINES)
def test_han_in_unicode_and_gbk_codes(engine: str) -> None:
    sheet = Sheet().lattice([50, 150, 250], [100, 130]).han(55, 110, "公开内容").gbk(155, 110, "公开时限")
    assert texts(pdf(sheet), engine) == [["公开内容", "公开时限"]]


def test_line_that_fills_its_cell_wraps() -> None:
    assert _first(_cell("行政许可办事指南办", "理结果")) == ("行政许可办事指南办\n理结果", [Break.WRAP])


def test_line_with_room_left_was_ended() -> None:
    assert _first(_cell("办事指南", "办理结果")) == ("办事指南\n办理结果", [Break.LINE])


def test_punctuation_moves_with_what_it_stands_at() -> None:
    """There is room for 法 but not for 法》 behind it."""
    assert _first(_cell("《优化营商环境", "法》", width=90)) == ("《优化营商环境\n法》", [Break.WRAP])


def test_a_word_is_not_divided() -> None:
    sheet = _cell("网站地址").latin(55, 173, "www.example")
    assert _first(sheet) == ("网站地址\nwww.example", [Break.LINE])
    narrow = _cell("政府网站地址", width=80).latin(55, 173, "example2020")
    assert _first(narrow) == ("政府网站地址\nexample2020", [Break.WRAP])


def test_wide_gap_between_lines_parts_paragraphs() -> None:
    sheet = _cell("甲", "乙").han(55, 150, "丙")
    assert _first(sheet) == ("甲\n乙\n丙", [Break.LINE, Break.PARAGRAPH])


def test_raised_characters_stay_on_their_line() -> None:
    sheet = Sheet().latin(50, 100, "10 m").latin(71, 104, "2", size=6)
    assert paragraphs(pdf(sheet)) == ["10 m2"]


@pytest.mark.parametrize("engine", ENGINES)
def test_gaps_between_latin_words_are_spaces(engine: str) -> None:
    assert paragraphs(pdf(Sheet().latin(50, 100, "GB").latin(70, 100, "9704")), engine) == ["GB 9704"]


def test_small_gaps_between_han_are_none() -> None:
    assert paragraphs(pdf(Sheet().han(50, 100, "序").han(66, 100, "号"))) == ["序号"]


def test_wide_gap_between_options_is_a_space() -> None:
    assert paragraphs(pdf(Sheet().han(50, 100, "□网站").han(100, 100, "□公报"))) == ["□网站 □公报"]


@pytest.mark.parametrize("engine", ENGINES)
def test_fake_bold_counts_once(engine: str) -> None:
    sheet = Sheet()
    for shift in (0, 0.2, 0.4):
        sheet.han(50 + shift, 100, "目录目录")
    data = pdf(sheet)
    assert paragraphs(data, engine) == ["目录目录"]
    assert sighted(data, engine) == {"目": 2, "录": 2}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("shift", "rise"), [(0, 0), (5, 0), (13, 0), (5, -2)])
def test_texts_printed_over_each_other_do_not_mix(engine: str, shift: float, rise: float) -> None:
    sheet = Sheet().lattice([50, 120, 200], [100, 130]).han(52, 110, "甲乙丙丁").han(52 + shift, 110 + rise, "子丑寅卯")
    data = pdf(sheet)
    assert texts(data, engine) == [["甲乙丙丁\n子丑寅卯", ""]]
    assert sighted(data, engine) == printed(read(data, engine))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("x", "owner"),
    [(52, 1), (122, 2), (17.5, 1), (94, 2)],
    ids=["set-left", "set-left-in-the-second", "set-right", "centred"],
)
def test_text_too_long_for_its_cell_stays_together(engine: str, x: float, owner: int) -> None:
    sheet = Sheet().lattice([20, 50, 120, 200, 300], [100, 130]).han(x, 110, "渔湾市人民政府办公室")
    for left, text in ((22, "甲"), (52, "乙"), (122, "丙"), (202, "丁")):
        sheet.han(left, 118, text)
    [cells] = texts(pdf(sheet), engine)
    want = ["甲", "乙", "丙", "丁"]
    want[owner] += "\n渔湾市人民政府办公室"
    assert cells == want


@pytest.mark.parametrize("engine", ENGINES)
def test_one_text_for_several_cells_is_divided(engine: str) -> None:
    codes = " -5000 ".join(f"<{text.encode('utf-16-be').hex()}>" for text in ("序号", "内容", "时限"))
    sheet = Sheet().lattice([50, 120, 190, 350], [100, 130]).draw(f"BT /F2 10 Tf 52 110 Td [{codes}] TJ ET")
    assert texts(pdf(sheet), engine) == [["序号", "内容", "时限"]]
    sheet = Sheet().lattice([50, 60, 70, 80], [100, 130]).han(50, 110, "甲乙丙")
    assert texts(pdf(sheet), engine) == [["甲", "乙", "丙"]]


def test_narrow_letters_are_not_doubles() -> None:
    assert paragraphs(pdf(Sheet().latin(50, 100, "illl....", size=9))) == ["illl...."]


def test_hyphen_at_the_line_end_stays() -> None:
    sheet = Sheet().latin(50, 100, "govern-").latin(50, 88, "ment")
    assert printed(read(pdf(sheet))) == {**dict.fromkeys("gover", 1), "n": 2, "-": 1, "m": 1, "e": 2, "t": 1}


@pytest.mark.parametrize("engine", ENGINES)
def test_symbol_font_without_unicode(engine: str) -> None:
    """Codes 0xFE and 0xA8 of Wingdings are ☑ and □."""
    data = pdf(Sheet().latin(50, 100, "\xfe\xa8", font="W").latin(70, 100, "A"), fonts={"W": WINGDINGS % ""})
    block = read(data, engine).blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text == "☑□A"
    assert block.printed.marks == (Mark(0, "☑", "Wingdings", 0xFE), Mark(1, "□", "Wingdings", 0xA8))
    assert sighted(data, engine) == {"☑": 1, "□": 1, "A": 1}


@pytest.mark.parametrize("engine", ENGINES)
def test_symbol_font_in_the_private_use_area(engine: str) -> None:
    cmap = (
        "|/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def"
        " 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <52> <F0FE> endbfchar endcmap end end"
    )
    data = pdf(
        Sheet().latin(50, 100, "R", font="W").latin(60, 100, "A"),
        fonts={"W": WINGDINGS % "/ToUnicode 3 0 R"},
        forms={"X": cmap},
    )
    block = read(data, engine).blocks[0]
    assert isinstance(block, Paragraph)
    assert (block.text, block.printed.marks) == ("☑A", (Mark(0, "☑", "Wingdings", 0xFE),))


def test_dingbats() -> None:
    assert paragraphs(pdf(Sheet().latin(50, 100, "4n", font="F3"))) == ["✔■"]


def test_unknown_symbol_is_said() -> None:
    data = pdf(Sheet().latin(50, 100, "\x80", font="W").latin(70, 100, "A"), fonts={"W": WINGDINGS % ""})
    assert paragraphs(data) == ["\ufffd A"]
    assert codes(data) == ["R015"]


def test_drawn_boxes_before_text() -> None:
    sheet = Sheet().draw("50 100 8 8 re S").han(60, 100, "网站").draw("90 100 8 8 re S 92 104 m 94 101 l 98 107 l S")
    sheet.han(100, 100, "公报").draw("140 100 8 8 re f").han(150, 100, "电视").draw("200 50 8 8 re S")
    data = pdf(sheet)
    assert paragraphs(data) == ["□网站 ☑公报 ■电视"]
    assert sighted(data) == printed(read(data))


def test_drawn_boxes_in_cells_are_no_cells() -> None:
    sheet = _cell().draw("56 180 9 9 re S").han(67, 181, "网站")
    assert _first(sheet)[0] == "□网站"


def test_small_cells_are_no_boxes() -> None:
    data = pdf(Sheet().lattice([50, 62, 74, 174], [100, 112, 124]).latin(76, 103, "a"))
    assert texts(data) == [["", "", "", "", "", "a"]]


def test_form_check_boxes() -> None:
    sheet = Sheet().han(62, 101, "网站").han(112, 101, "公报").han(162, 101, "电视")
    sheet.annotations = [check_box(50, 100, True), check_box(100, 100, False), check_box(150, 100, True, 1 << 15)]
    block = read(pdf(sheet)).blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text == "☑网站 □公报 ◉电视"
    assert [(m.state, m.control) for m in block.printed.marks] == [(True, True), (False, True), (True, True)]


def _look(text: str) -> str:
    """The appearance stream of a field."""
    return (
        f"/BBox [0 0 100 20] /Resources << /Font << /F1 {HELVETICA} >> >>"
        f"|/Tx BMC q BT /F1 10 Tf 2 5 Td ({text}) Tj ET Q EMC"
    )


def test_filled_fields_and_notes_are_text_of_the_page() -> None:
    sheet = Sheet().lattice([50, 150, 250], [100, 130]).han(62, 111, "网站")
    sheet.annotations = [
        check_box(51, 110, True),
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (www.example) /F 4 /Rect [150 105 250 125]"
        " /AP << /N 3 0 R >> >>",
        "<< /Type /Annot /Subtype /FreeText /Contents (note) /F 4 /Rect [50 50 150 70] /AP << /N 4 0 R >> >>",
    ]
    data = pdf(sheet, forms={"A": _look("www.example"), "B": _look("note")})
    assert texts(data) == [["☑网站", "www.example"]]
    assert paragraphs(data) == ["note"]
    assert sighted(data) == printed(read(data))
    with PdfiumDocument(data) as document:
        assert document.page(1).controls == document.page(1).controls != []


def test_text_turned_in_its_cell() -> None:
    sheet = Sheet().lattice([50, 80, 250], [100, 200]).han(90, 150, "内容内容内容").han(90, 130, "内容")
    sheet.draw(f"BT /F2 10 Tf 0 1 -1 0 70 120 Tm <{'公开事项'.encode('utf-16-be').hex()}> Tj ET")
    assert texts(pdf(sheet)) == [["公开事项", "内容内容内容\n内容"]]


def test_watermark_stands_apart() -> None:
    sheet = _cell("内容").draw(f"BT /F2 30 Tf 0.7 0.7 -0.7 0.7 60 60 Tm <{'样本'.encode('utf-16-be').hex()}> Tj ET")
    reading = read(pdf(sheet))
    assert next(reading.grids()).cells[0].text == "内容"
    assert [(b.text, b.furniture) for b in reading.blocks if isinstance(b, Paragraph)] == [("样本", True)]
    assert sighted(pdf(sheet)) == printed(reading)


def test_surrogates() -> None:
    def char(text: str) -> Char:
        return Char(text, 0, 0, 1, 1, 0, 1, 10)

    chars = paired([char("a"), char("\ud840"), char("\udc00"), char("\ud840"), char("b"), char("\udc00")])
    assert [(c.text, c.code) for c in chars] == [
        ("a", None), ("\U00020000", None), ("\ufffd", 0xFFFD), ("b", None), ("\ufffd", 0xFFFD)
    ]  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_codes_that_are_unicode_by_name(engine: str) -> None:
    """/ToUnicode /Identity-H is no map, but what some writers put for one; the second opinion knows it."""
    font = SONG.replace("UniGB-UCS2-H", "Identity-H /ToUnicode /Identity-H").replace("(GB1)", "(Identity)")
    data = pdf(Sheet().draw("BT /U 10 Tf 50 100 Td <65764EF6> Tj ET"), fonts={"U": font})
    assert paragraphs(data, engine) == ["敶件"]
    assert codes(data) == ["P005"]


def test_codes_without_any_meaning() -> None:
    font = SONG.replace("UniGB-UCS2-H", "Identity-H").replace("(GB1)", "(Identity)")
    data = pdf(Sheet().draw("BT /U 10 Tf 50 100 Td <65764EF6> Tj ET"), fonts={"U": font})
    assert paragraphs(data) == ["\ufffd\ufffd"]
    assert codes(data) == ["P005"]
    assert sighted(data) == {"\ufffd": 2}


def test_text_that_is_not_painted_counts_only_where_there_is_no_other() -> None:
    """Render mode 3 is how the text of a scan lies under its picture; beside painted text it is no print."""
    mixed = Sheet().lattice([50, 150, 250], [100, 130]).han(55, 110, "公开内容")
    mixed.draw("3 Tr")
    assert texts(pdf(mixed.han(120, 110, "隐藏"))) == [["公开内容", ""]]
    scan = Sheet().lattice([50, 150, 250], [100, 130]).draw("3 Tr")
    assert texts(pdf(scan.han(55, 110, "公开内容"))) == [["公开内容", ""]]


def test_text_that_the_engine_does_not_give_is_asked_of_the_other() -> None:
    """pdfium leaves out a lone glyph of a font that is not embedded and that this machine has no font for."""
    data = pdf(Sheet().han(50, 100, "公开").han(80, 100, "事"))
    page = Page(1, 400, 300, unread=[(80.0, 200.0)])
    with SecondOpinion(data, None) as second:
        second.fill(page)
        assert [char.text for char in page.chars] == ["事"]
        assert [d.code for d in second.diagnostics()] == ["P005"]


def _in_cmap(name: str, text: str, codec: str) -> bytes:
    sheet = Sheet().draw(f"BT /X 10 Tf 20 280 Td <{text.encode(codec).hex()}> Tj ET")
    return pdf(sheet, fonts={"X": SONG.replace("UniGB-UCS2-H", name)})


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("UniGB-UCS2-V", "utf-16-be"), ("UniGB-UTF16-V", "utf-16-be"), ("UniGB-UTF8-V", "utf-8"),
        ("UniGB-UTF32-V", "utf-32-be"), ("GBK-EUC-V", "gbk"), ("GBK2K-V", "gb18030"),
    ],
)  # fmt: skip
def test_vertical_writing_gives_the_signs_as_they_are_written(name: str, codec: str) -> None:
    text = "依《条例》公开（目录）：甲〔二〇二四〕一号"
    assert "".join(paragraphs(_in_cmap(name, text, codec))).replace("\n", "") == text


@pytest.mark.parametrize("name", ["UniGB-UTF7-H", "Unknown-V"])
def test_a_cmap_that_nobody_knows_is_told(name: str) -> None:
    data = _in_cmap(name, "公开目录", "utf-16-be")
    assert set("".join(paragraphs(data))) <= set("\ufffd\n ")
    assert "P005" in codes(data)

"""Every way Word documents print a checkbox."""

from __future__ import annotations

import pytest

from gicat.grid import Mark, Paragraph
from tests.parsers.docx.builder import checkbox, docx, field, font, form_checkbox, p, r, sdt, t, tbl, tc, tr
from tests.parsers.docx.reading import cell, codes, read
from tests.shared import audit_findings, parsed


def sym(name: str, code: str) -> str:
    return r(f'<w:sym w:font="{name}" w:char="{code}"/>')


@pytest.mark.parametrize(
    ("content", "text", "mark"),
    [
        (r("■政府网站"), "■政府网站", None),
        (r("þ政府网站"), "þ政府网站", None),
        (sym("Wingdings 2", "F052"), "☑", Mark(0, "☑", "Wingdings 2", 0x52)),
        (sym("Wingdings", "00FE"), "☑", Mark(0, "☑", "Wingdings", 0xFE)),
        (sym("MS Gothic", "2611"), "☑", Mark(0, "☑", "MS Gothic", 0x2611)),
        (r("R", font("Wingdings 2")), "☑", Mark(0, "☑", "Wingdings 2", 0x52)),
        (r("£", font("Wingdings 2")), "□", Mark(0, "□", "Wingdings 2", 0xA3)),
        (r("þ", font("Wingdings")), "☑", Mark(0, "☑", "Wingdings", 0xFE)),
        (r("\uf0a8", font("Wingdings")), "□", Mark(0, "□", "Wingdings", 0xA8)),
        (r("\uf0fe", '<w:rFonts w:hint="eastAsia" w:eastAsia="Wingdings"/>'), "☑", Mark(0, "☑", "Wingdings", 0xFE)),
    ],
)
def test_symbols(content: str, text: str, mark: Mark | None) -> None:
    printed = cell(p(content))
    assert printed.text == text
    assert printed.marks == ((mark,) if mark else ())


def test_offsets_count_through_a_cell() -> None:
    option = r("R", font("Wingdings 2")) + r("网站 ")
    printed = cell(p(r("公开：") + option) + p(option + sym("Wingdings 2", "F0A3") + r("公报")))
    assert printed.text == "公开：☑网站 \n☑网站 □公报"
    assert [(m.offset, m.glyph) for m in printed.marks] == [(3, "☑"), (8, "☑"), (12, "□")]


def test_other_characters_of_a_symbol_run_stay() -> None:
    assert cell(p(r("R 政府网站", font("Wingdings 2")))).text == "☑ 政府网站"
    assert cell(p(r("Rest", '<w:rFonts w:eastAsia="Wingdings 2"/>'))).text == "Rest"
    assert cell(p(r("R", '<w:rFonts w:ascii="Wingdings 2" w:asciiTheme="minorHAnsi"/>'))).text == "R"


def test_symbol_fonts_by_style() -> None:
    fonts = f"<w:rPr>{font('Wingdings 2')}</w:rPr>"
    styles = (
        f'<w:style w:type="paragraph" w:styleId="P">{fonts}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>'
        f'<w:style w:type="character" w:styleId="R">{fonts}</w:style>'
    )
    assert cell(p(r("R"), '<w:pStyle w:val="Q"/>'), styles=styles).text == "☑"
    assert cell(p(r("R", '<w:rStyle w:val="R"/>')), styles=styles).text == "☑"
    assert cell(p(r("R", font("Arial")), '<w:pStyle w:val="Q"/>'), styles=styles).text == "R"
    defaults = f"<w:docDefaults><w:rPrDefault>{fonts}</w:rPrDefault></w:docDefaults>"
    assert cell(p("R"), styles=defaults).text == "☑"


@pytest.mark.parametrize(
    "content",
    [r("\uf0fe"), r("\uf0fe", font("SimSun")), sym("Wingdings", "F001"), sym("SimSun", "F0FE"), sym("Wingdings", "zz"),
     r("\x41", font("Wingdings 3")), sym("SimSun", "D800"), sym("SimSun", "110000")],
)  # fmt: skip
def test_unknown_symbols_are_replaced_and_reported(content: str) -> None:
    assert cell(p(content)).text == "\ufffd"
    assert codes(docx(p(content))) == ["R015"]


@pytest.mark.parametrize(
    ("checked", "state"),
    [('<w14:checked w14:val="1"/>', True), ('<w14:checked w14:val="true"/>', True), ("<w14:checked/>", True),
     ('<w14:checked w14:val="0"/>', False), ('<w14:checked w14:val="false"/>', False), ("", False)],
)  # fmt: skip
def test_content_controls(checked: str, state: bool) -> None:
    glyph = "☒" if state else "☐"
    printed = cell(p(r("是否") + checkbox(glyph, checked) + r("政府网站")))
    assert printed.text == f"是否{glyph}政府网站"
    assert printed.marks == (Mark(2, glyph, state=state, control=True),)


def test_a_control_may_print_a_symbol() -> None:
    control = sdt(r("R", font("Wingdings 2")), "<w14:checkbox><w14:checked/></w14:checkbox>")
    assert cell(p(control)).marks == (Mark(0, "☑", "Wingdings 2", 0x52, True, True),)


def test_a_control_may_stand_around_a_paragraph_or_cell() -> None:
    properties = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
    assert cell(sdt(p("☒网站"), properties)).marks == (Mark(0, "☒", state=True, control=True),)
    blocks, _ = read(docx(tbl(tr("甲", sdt(tc("☒"), properties), "☐"))))
    (grid,) = blocks
    assert [c.printed.marks for c in grid.cells] == [(), (Mark(0, "☒", state=True, control=True),), ()]  # type: ignore[union-attr]


def test_a_control_that_prints_nothing_shows_its_state() -> None:
    control = sdt("", "<w14:checkbox><w14:checked/></w14:checkbox>")
    assert cell(p(control + r("网站"))).text == "☑网站"


def test_a_control_that_contradicts_its_glyph_is_not_believed() -> None:
    content = docx(tbl(tr("甲", tc(p(checkbox("☐"))))))
    blocks, diagnostics = read(content)
    assert blocks[0].cells[1].printed.marks == (Mark(0, "☐", state=None, control=True),)  # type: ignore[union-attr]
    (said,) = diagnostics
    assert (said.code, said.place.table, said.place.row, said.place.column) == ("R009", 0, 0, 1)


@pytest.mark.parametrize(
    ("data", "state"),
    [('<w:default w:val="0"/>', False), ('<w:default w:val="1"/>', True), ("<w:default/>", True), ("", False),
     ('<w:default w:val="1"/><w:checked w:val="0"/>', False), ('<w:default w:val="0"/><w:checked/>', True),
     ('<w:checked w:val="true"/>', True), ('<w:checked w:val="off"/>', False)],
)  # fmt: skip
def test_form_fields(data: str, state: bool) -> None:
    printed = cell(p(form_checkbox(data) + r("政府网站")))
    glyph = "☑" if state else "☐"
    assert printed.text == f"{glyph}政府网站"
    assert printed.marks == (Mark(0, glyph, state=state, control=True),)


def test_a_form_field_is_not_printed_twice() -> None:
    data = "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
    assert cell(p(field(" FORMCHECKBOX ", r("☒"), data) + r("公报"))).text == "☑公报"
    assert cell(p(field(" FORMCHECKBOX ", None, data) + r("公报"))).text == "☑公报"


def test_other_form_fields() -> None:
    entries = '<w:listEntry w:val="按年"/><w:listEntry w:val="实时"/>'
    data = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    assert cell(p(field(" FORMDROPDOWN ", "", data))).text == "实时"
    assert cell(p(field(" FORMTEXT ", r("填写"), "<w:ffData><w:textInput/></w:ffData>"))).text == "填写"


@pytest.mark.parametrize(
    ("code", "text"),
    [(r" SYMBOL 254 \f &quot;Wingdings&quot; \s 12 ", "☑"), (r" SYMBOL 0xA8 \f Wingdings ", "□"), (r"SYMBOL 65", "A"),
     (r" eq \o\ac(□,√)", "☑"), (r"EQ \o(√,□)", "☑"), (r" eq \o\ac(○,3)", "○3"), (r"eq \o\ac(□,×)", "☒")],
)  # fmt: skip
def test_fields_that_draw_a_box(code: str, text: str) -> None:
    assert cell(p(field(code))).text == text
    assert cell(p(field(code, r("果")))).text == "果"


def test_a_field_that_cannot_be_worked_out_is_reported() -> None:
    assert codes(docx(p(field(r" EQ \f(1,2) ")))) == ["R007"]
    assert codes(docx(p(field(' HYPERLINK "x" ')))) == []


def test_a_split_field_code_uses_its_symbol_font() -> None:
    begin, end = r('<w:fldChar w:fldCharType="begin"/>'), r('<w:fldChar w:fldCharType="end"/>')
    code = r(r"<w:instrText>eq \o\ac(□,</w:instrText>") + r("<w:instrText>ü</w:instrText>", font("Wingdings"))
    assert cell(p(begin + code + r("<w:instrText>)</w:instrText>") + end)).text == "☑"


def test_plain_text_needs_no_marks() -> None:
    assert cell(p(r(t("☑网站 □公报")))).marks == ()


@pytest.mark.parametrize(
    ("state", "glyph"),
    [
        ('w14:val="00D7"', r("×")),
        ('w14:val="2717"', r("✗")),
        ('w14:val="2713"', r("✓")),
        ('w14:val="00FB" w14:font="Wingdings"', r("û", font("Wingdings"))),
    ],
)
def test_a_control_says_itself_how_its_states_look(state: str, glyph: str) -> None:
    states = f'<w14:checkedState {state}/><w14:uncheckedState w14:val="2610"/>'
    properties = f"<w14:checkbox><w14:checked/>{states}</w14:checkbox>"
    assert codes(docx(p(sdt(glyph, properties)))) == []
    (mark,) = cell(p(sdt(glyph, properties) + r("网站"))).marks
    assert (mark.state, mark.control) == (True, True)
    assert codes(docx(p(sdt(r("☐"), properties)))) == ["R009"]
    assert codes(docx(p(sdt(glyph, properties.replace("<w14:checked/>", ""))))) == ["R009"]


def test_a_control_may_hold_its_label_too() -> None:
    properties = "<w14:checkbox><w14:checked/></w14:checkbox>"
    assert cell(p(sdt(r("☒政府网站"), properties))).marks == (Mark(0, "☒", state=True, control=True),)
    assert cell(p(sdt(r("政府网站☒"), properties))).marks == (Mark(4, "☒", state=True, control=True),)


def test_a_control_overwritten_with_words_is_reported() -> None:
    content = docx(tbl(tr(tc(p(sdt(r("政府网站"), "<w14:checkbox><w14:checked/></w14:checkbox>"))))))
    blocks, diagnostics = read(content)
    assert blocks[0].cells[0].printed.marks == ()  # type: ignore[union-attr]
    assert [(d.code, d.details) for d in diagnostics] == [("R009", {"state": "ticked", "glyph": "政府网站"})]


def test_a_control_around_blocks_reaches_through_other_controls() -> None:
    properties = "<w14:checkbox><w14:checked/></w14:checkbox>"
    assert cell(sdt(sdt(p("☒网站")), properties)).marks == (Mark(0, "☒", state=True, control=True),)


def test_a_form_field_whose_result_contradicts_it_is_not_believed() -> None:
    data = "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
    content = p(field(" FORMCHECKBOX ", r("☐"), data) + r("公报"))
    assert cell(content).marks == (Mark(0, "☑", state=None, control=True),)
    assert codes(docx(content)) == ["R009"]
    assert codes(docx(p(field(" FORMCHECKBOX ", r("£", font("Wingdings 2")), data)))) == ["R009"]
    assert codes(docx(p(field(" FORMCHECKBOX ", r("R", font("Wingdings 2")), data)))) == []


def test_simple_fields_without_a_result() -> None:
    assert cell(p(r'<w:fldSimple w:instr=" SYMBOL 254 \f Wingdings "/>' + r("网站"))).text == "☑网站"
    assert cell(p(r'<w:fldSimple w:instr=" SYMBOL 254 \f Wingdings ">' + r("果") + "</w:fldSimple>")).text == "果"
    assert codes(docx(p(r'<w:fldSimple w:instr=" EQ \f(1,2) "/>'))) == ["R007"]


def test_buttons_print_the_end_of_their_code() -> None:
    begin, end = r('<w:fldChar w:fldCharType="begin"/>'), r('<w:fldChar w:fldCharType="end"/>')
    button = begin + r("<w:instrText> MACROBUTTON Tick </w:instrText>")
    assert cell(p(field(" MACROBUTTON Tick □政府网站 "))).text == "□政府网站"
    assert cell(p(button + r("<w:instrText>R</w:instrText>", font("Wingdings 2")) + end + r("网站"))).text == "☑网站"
    for inner in (field(r" SYMBOL 168 \f Wingdings "), field(r" SYMBOL 168 ", r("¨", font("Wingdings")))):
        assert cell(p(button + inner + end + r("网站"))).text == "□网站"


def test_a_control_that_holds_nothing_stands_alone() -> None:
    properties = "<w14:checkbox><w14:checked/></w14:checkbox>"
    assert cell(sdt("", properties) + p("后")).text == "☑\n后"
    assert cell(p(sdt(r("\u2028"), properties) + r("网站"))).text.strip() == "☑网站"


@pytest.mark.parametrize(
    ("inside", "text"),
    [("☐", "网站\n☐"), (" ", "☑网站")],
)
def test_a_control_around_a_text_box_prints_what_stands_in_it(inside: str, text: str) -> None:
    """The text box comes after its paragraph; its box is not printed a second time for the state."""
    box = f"<w:r><w:pict><w:txbxContent>{p(r(inside))}</w:txbxContent></w:pict></w:r>"
    assert cell(p(sdt(box, '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>') + r("网站"))).text == text


INLINE = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{0}" cy="{0}"/><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    "</wp:inline></w:drawing>"
)
SHAPE = '<w:pict><v:shape style="width:{0}pt;height:{0}pt"><v:imagedata/></v:shape></w:pict>'


@pytest.mark.parametrize("small", [INLINE.format(120_000), SHAPE.format(9.5)])
def test_pictures_of_boxes_say_nothing(small: str) -> None:
    """A picture may be a box or a ticked one: neither option is ticked for being named, as it is in a plain list."""
    head = tr("序号", "公开事项", "公开内容", "公开时限", "公开主体", "公开渠道")
    options = tc(p(r(small) + r("政府网站 ") + r(small) + r("政府公报")))
    data = docx(tbl(head, tr("1", "机构概况", "机构职能", "20个工作日内", "办公室", options)))
    document = parsed("list.docx", data)
    assert not audit_findings(document)
    (item,) = document["catalogues"][0]["items"]
    assert [(one["label"], one["checked"]) for one in item["channels"]] == [("政府网站", None), ("政府公报", None)]
    assert [d["code"] for d in document["diagnostics"]].count("P005") == 1


@pytest.mark.parametrize(
    "content",
    [
        r(INLINE.format(300_000)) + r("政府网站"),  # a photograph
        r("政府网站") + r(INLINE.format(120_000)),  # behind the last option
        r(INLINE.format(120_000)),  # alone
        r(INLINE.format("x")) + r("政府网站"),
        r(SHAPE.format(30)) + r("政府网站"),
    ],
)
def test_other_pictures_leave_nothing(content: str) -> None:
    assert "\ufffd" not in cell(p(content)).text


def test_small_pictures_outside_tables_leave_nothing() -> None:
    blocks, told = read(docx(p(r(INLINE.format(120_000)) + r("联系电话"))))
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["联系电话"]
    assert not told

"""Paragraphs: what of a document's text is printed, and how."""

from __future__ import annotations

import pytest

from gicat.grid import Break, Grid, Paragraph
from gicat.parsers.base import ReadOptions, Source
from gicat.parsers.docx import DocxReader
from tests.parsers.docx.builder import (
    NAMESPACES,
    OFFICE,
    docx,
    field,
    font,
    form_checkbox,
    p,
    parts,
    r,
    sdt,
    t,
    tbl,
    tc,
    tr,
    zipped,
)
from tests.parsers.docx.reading import cell, codes, paragraphs, read


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("甲") + r("乙"), "甲乙"),
        (f'<w:ins w:id="1">{r("新增")}</w:ins>', "新增"),
        (f'<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del>{r("留下")}', "留下"),
        (f'<w:moveFrom w:id="1">{r("移动")}</w:moveFrom><w:moveTo w:id="2">{r("移动")}</w:moveTo>', "移动"),
        (f'<w:smartTag w:element="x">{r("智能")}</w:smartTag>', "智能"),
        (f'<w:hyperlink w:anchor="x">{r("链接")}</w:hyperlink>', "链接"),
        (f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>', "3"),
        (f'<w:customXml w:element="x">{r("包裹")}</w:customXml>', "包裹"),
        (f'<w:bdo w:val="ltr"><w:dir w:val="ltr">{r("方向")}</w:dir></w:bdo>', "方向"),
        (sdt(r("控件")), "控件"),
        (sdt(sdt(r("双层"))), "双层"),
        (r("<w:t>020</w:t><w:noBreakHyphen/><w:t>12</w:t><w:softHyphen/><w:t>34</w:t>"), "020-1234"),
        (r("<w:t>  前后\n空白 </w:t>"), "前后 空白"),
        (r("公开") + r(t(" ")) + r("目录"), "公开 目录"),
        (r("见") + r("隐藏", "<w:vanish/>"), "见"),
        (r("网页隐藏", "<w:webHidden/>"), "网页隐藏"),
        (r("不隐藏", '<w:vanish w:val="0"/>'), "不隐藏"),
        (field(" PAGE ", r("7")), "7"),
        (field(" DATE " + '</w:instrText></w:r><w:r><w:t>2020</w:t></w:r><w:r><w:instrText>', r("今天")), "今天"),
        (field(f" IF {field('PAGE', r('1'))} = 1 ", r("是")).replace("<w:instrText></w:instrText>", ""), "是"),
        (r('<w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText>') + r("没有结束的域"), "没有结束的域"),
        (r('<w:fldChar w:fldCharType="end"/>') + r("多出的结束"), "多出的结束"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        (r("<w:t>一</w:t><w:footnoteReference w:id='9'/>"), "一"),
    ],
)  # fmt: skip
def test_inline(content: str, text: str) -> None:
    assert paragraphs(p(content)) == [text]


def test_a_field_may_span_paragraphs() -> None:
    begin, end = r('<w:fldChar w:fldCharType="begin"/>'), r('<w:fldChar w:fldCharType="end"/>')
    code, middle = r("<w:instrText>TOC</w:instrText>"), r('<w:fldChar w:fldCharType="separate"/>')
    assert paragraphs(p(begin + code + middle + r("一")) + p("二") + p(end + r("三"))) == ["一", "二", "三"]


def test_breaks_and_tabs() -> None:
    run = r("<w:t>网站</w:t><w:br/><w:t>公报</w:t><w:cr/><w:t>报刊</w:t><w:tab/><w:t>广播</w:t>")
    printed = cell(p(run) + p() + p("电视"))
    assert printed.text == "网站\n公报\n报刊 广播\n电视"
    assert printed.breaks == (Break.LINE, Break.LINE, Break.PARAGRAPH)
    assert paragraphs(p(r("<w:t>附件</w:t><w:tab/><w:t>1</w:t>"))) == ["附件\t1"]


def test_blank_paragraphs_leave_nothing_behind() -> None:
    assert cell(p() + p(t(" ")) + p("机构") + p(r("<w:br/>")) + p("职能") + p()).text == "机构\n职能"
    assert paragraphs(p() + p(r('<w:br w:type="page"/>'))) == []


def test_ruby_stands_after_its_paragraph() -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{r('zi')}</w:rt><w:rubyBase>{r('字')}</w:rubyBase></w:ruby>"
    assert paragraphs(p(r("汉") + r(ruby) + r("典"))) == ["汉字典", "zi"]


def box(content: str) -> str:
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"


def test_text_boxes_are_read_once() -> None:
    inside = p("框内") + tbl(tr("表"))
    drawing = f"<w:drawing><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></w:drawing>"
    both = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{box(inside)}</mc:Fallback>'
    run = r(f"<mc:AlternateContent>{both}</mc:AlternateContent>")
    blocks, _ = read(docx(p(r("外") + run + r("面")) + p("后")))
    assert [b.text if isinstance(b, Paragraph) else b.cells[0].text for b in blocks] == ["外面", "框内", "表", "后"]
    assert cell(p(r("格") + r(box(p("框"))))).text == "格\n框"


def test_alternate_content_takes_the_fallback_where_the_choice_is_not_understood() -> None:
    branches = f'<mc:Choice Requires="x"><x:new>{r("新")}</x:new></mc:Choice><mc:Fallback>{r("旧")}</mc:Fallback>'
    assert paragraphs(p(f"<mc:AlternateContent>{branches}</mc:AlternateContent>")) == ["旧"]
    blocks = f'<mc:Choice Requires="w14">{p("选")}</mc:Choice><mc:Fallback>{p("备")}</mc:Fallback>'
    assert paragraphs(f"<mc:AlternateContent>{blocks}</mc:AlternateContent>") == ["选"]


def test_word_art_is_text() -> None:
    assert paragraphs(p(r('<w:pict><v:shape><v:textpath string="样稿"/></v:shape></w:pict>'))) == ["样稿"]


def test_hiding_by_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="D"><w:basedOn w:val="C"/></w:style>'
    )
    hidden, shown = p("藏", '<w:pStyle w:val="H"/>'), p(r("露", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="H"/>')
    by_run = p(r("藏", '<w:rStyle w:val="D"/>') + r("显"))
    both = p(r("两次", '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="H"/>')
    assert paragraphs(hidden + shown + by_run + both, styles=styles) == ["露", "显", "两次"]


def test_notes_headers_and_footers() -> None:
    body = p(r("正文") + r('<w:footnoteReference w:id="2"/>') + r('<w:endnoteReference w:id="5"/>')) + (
        '<w:sectPr><w:headerReference w:type="default" r:id="r_header1"/>'
        '<w:headerReference w:type="first" r:id="r_header2"/><w:footerReference w:type="default" r:id="r_footer1"/>'
        '</w:sectPr>'
    )  # fmt: skip
    footnotes = (
        f'<w:footnote w:type="separator" w:id="0">{p(r("<w:separator/>"))}</w:footnote>'
        f'<w:footnote w:id="1">{p("无人引用")}</w:footnote><w:footnote w:id="2">{p("脚注")}</w:footnote>'
    )
    blocks, _ = read(
        docx(body, footnotes=footnotes, endnotes=f'<w:endnote w:id="5">{p("尾注")}</w:endnote>', header1=p("页眉"),
             header2=p("首页页眉"), footer1=tbl(tr("页脚", "2")))
    )  # fmt: skip
    assert [(b.text, b.furniture) for b in blocks if isinstance(b, Paragraph)] == [
        ("页眉", True), ("正文", False), ("脚注", False), ("尾注", False), ("页脚", True), ("2", True),
    ]  # fmt: skip
    first = body.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    assert "首页页眉" in paragraphs(first, header1=p("页眉"), header2=p("首页页眉"), footer1=p("页脚"))


def test_comments_are_not_printed() -> None:
    content = '<w:commentRangeStart w:id="1"/>' + r("正文") + '<w:commentRangeEnd w:id="1"/>'
    assert codes(docx(p(content + r('<w:commentReference w:id="1"/>')))) == []


def test_unknown_elements_are_reported_and_their_text_is_kept() -> None:
    blocks, diagnostics = read(docx(p(f"<x:wrap>{r('仍在')}</x:wrap>" * 2) + f"<x:block>{p('也在')}</x:block>"))
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["仍在仍在", "也在"]
    assert [d.details for d in diagnostics] == [{"count": 2, "element": "x:wrap"}, {"count": 1, "element": "x:block"}]


def test_a_run_outside_paragraphs_is_reported_and_kept() -> None:
    blocks, diagnostics = read(docx(p("前") + r("散") + p("后")))
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["前", "散", "后"]
    assert [d.code for d in diagnostics] == ["R007"]


def test_objects_in_other_parts_are_reported() -> None:
    assert codes(docx(p(r("<w:object><w:control/></w:object>")))) == ["R007"]
    assert codes(docx(p("正文") + '<w:altChunk r:id="x"/>')) == ["R013"]


def test_strict_documents_read_like_transitional_ones() -> None:
    made = parts(p("严格") + tbl(tr(tc("格", '<w:gridSpan w:val="2"/>')), tr("一", "二")))
    for old, new in (
        (NAMESPACES["w"], "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ):
        made = {name: str(content).replace(old, new) for name, content in made.items()}
    blocks, _ = read(zipped(made))
    assert [b.text if isinstance(b, Paragraph) else b.cells[0].column_span for b in blocks] == ["严格", 2]


def test_text_of_drawings_that_is_no_text_box() -> None:
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    inside = "<a:p><a:r><a:t>图</a:t></a:r><a:r><a:t>文</a:t></a:r></a:p><a:p><a:r><a:t>二</a:t></a:r></a:p>"
    drawing = f"<w:drawing {names}><a:txBody>{inside}</a:txBody></w:drawing>"
    assert paragraphs(p(r("外") + r(drawing))) == ["外", "图文", "二"]


@pytest.mark.parametrize(
    "content",
    [
        r(f"<w:sym w:font='SimSun' w:char='7532'>{r('内')}</w:sym>"),
        r("<w:t>甲<w:r><w:t>内</w:t></w:r></w:t>"),
        r("甲") + f"<w:sdt><w:sdtContent/><w:sdtContent>{r('内')}</w:sdtContent></w:sdt>",
        r("甲") + f"<w:sdt>{r('内')}</w:sdt>",
        r("甲") + f"<w:ruby>{r('内')}</w:ruby>",
        r("甲") + f"<w:pict>{r('内')}</w:pict>",
        r("甲") + "<w:pict><w:t>内</w:t></w:pict>",
        r("甲") + r(f"<w:pict><w:del><w:txbxContent>{p('删')}</w:txbxContent></w:del></w:pict>") + r("内"),
        r("甲") + r("<w:pict><w:pPr><w:moveFrom><w:t>移</w:t></w:moveFrom></w:pPr></w:pict>") + r("内"),
        r("甲") + r("<w:instrText><w:t>内</w:t></w:instrText>"),
        r("甲") + f"<w:r><w:del>{r('删')}</w:del></w:r>" + r("内"),
        f"<w:pPr><w:rPr>{r('属性')}</w:rPr></w:pPr>" + r("甲内"),
    ],
)
def test_text_in_strange_places_is_kept_and_that_of_properties_is_none(content: str) -> None:
    assert "".join(paragraphs(p(content))) == "甲内"


def test_a_field_does_not_end_inside_the_data_of_one() -> None:
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    box = form_checkbox(f'<w:default w:val="1">{end}</w:default>')
    assert paragraphs(p(box + r("网站")) + p("后文")) == ["☑网站", "后文"]


@pytest.mark.parametrize("outside", ["<w:p>{}</w:p>", "<w:p><w:r>{}</w:r></w:p>"])
def test_text_in_a_field_character_is_kept(outside: str) -> None:
    strange = f'<w:fldChar w:fldCharType="separate">{r("内")}</w:fldChar>'
    assert paragraphs(outside.format(strange) + p("外")) == ["内", "外"]


def test_text_in_the_code_of_a_field_is_not_printed() -> None:
    box = form_checkbox(f'<w:default w:val="1">{t("内")}</w:default>')
    assert paragraphs(p(box + r("网站"))) == ["☑网站"]
    assert paragraphs(p(field(" PAGE ", r("7")).replace("<w:r><w:instrText", f"{t('码')}<w:r><w:instrText"))) == ["7"]


def test_characters_that_stand_loose_in_the_markup_are_not_printed() -> None:
    grid = f"<w:tbl><w:tr>=w:x/><w:tc>{p('甲')}</w:tc></w:tr></w:tbl>"
    blocks, _ = read(docx(grid))
    assert [b.cells[0].text for b in blocks if isinstance(b, Grid)] == ["甲"]


def test_properties_count_for_what_stands_behind_them() -> None:
    run = f"<w:r>{t('þ甲')}<w:rPr>{font('Wingdings')}</w:rPr>{t('þ')}<w:rPr>{font('SimSun')}</w:rPr>{t('þ')}</w:r>"
    assert paragraphs(p(run)) == ["þ甲☑þ"]


def test_a_loose_run_looks_as_it_says() -> None:
    assert paragraphs(r("R", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>') + p("后")) == ["☑", "后"]
    assert paragraphs(f"<mc:Fallback>{r('散')}</mc:Fallback>") == ["散"]


def test_what_is_no_paragraph_has_no_number() -> None:
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert paragraphs(f"<w:x>{listed}{r('散')}</w:x><w:p>{listed}{r('甲')}</w:p>", numbering=numbering)[0] == "散"


def test_a_paragraph_in_a_run_looks_as_it_says() -> None:
    symbols = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    assert "".join(paragraphs(p(r(f"<w:x>{p('3')}</w:x>", symbols)))) == "3"


def test_fields_that_end_where_nothing_ends_are_none() -> None:
    begin, inner = '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>'
    broken = p(r(begin) + r(f'<w:fldChar w:fldCharType="separate">{inner}</w:fldChar>'))
    assert paragraphs(broken + p("后")) == ["后"]
    outside = p(r(box(p(r(begin)))) + r(inner) + r("外"))
    assert paragraphs(outside + p("后")) == ["外", "后"]


@pytest.mark.parametrize(
    "body",
    [
        "<mc:AlternateContent><mc:Choice Requires='w14'>{0}</mc:Choice><w:ins>{1}</w:ins></mc:AlternateContent>",
        "<w:p><mc:AlternateContent><mc:Choice Requires='w14'/><w:ins>{1}</w:ins></mc:AlternateContent></w:p>",
        "<w:tbl><mc:AlternateContent><mc:Fallback/><w:tr><w:tc>{0}</w:tc></w:tr></mc:AlternateContent></w:tbl>",
    ],
)
def test_what_is_no_branch_of_alternate_content_is_reported(body: str) -> None:
    data = docx(body.format(p("甲"), r("乙")))
    told = DocxReader().read(Source("test.docx", data), ReadOptions()).diagnostics
    assert "R007" in [d.code for d in told]


def test_a_header_is_read_whatever_its_root_is_called() -> None:
    reference = '<w:sectPr><w:headerReference w:type="default" r:id="r_header1"/></w:sectPr>'
    made = parts(p("正文") + reference, header1=p("页眉"))
    made = {name: str(content).replace("w:hdr", "w:rPr") for name, content in made.items()}
    blocks, _ = read(zipped(made))
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["页眉", "正文"]

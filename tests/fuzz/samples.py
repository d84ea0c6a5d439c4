"""What is mutated: for every readable format, small files that between them use most of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import gicat
from tests.cli import made
from tests.parsers.docx import builder as word
from tests.parsers.docx.nestings import BLOCKS, BOXES, CELLS, ROWS, RUNS, TABLES
from tests.parsers.pdf.writing import Sheet, check_box, pdf

_FOLDER = Path(__file__).parents[2] / "samples"
_HEAD = ("序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道和载体")
_ROWS = (
    ("1", "机构概况", "机构职能；领导分工", "《中华人民共和国政府信息公开条例》第二十条", "20个工作日内",
    "办公室", "☑政府网站 □政府公报"),
    ("2", "政策文件", "1.规范性文件；2.解读", "《甲办法》（甲发〔2019〕5号）", "每年3月31日前", "法规科",
    "□政府网站 ☑其他：公示栏"),
    ("3", "行政许可", "依据、条件、程序", "同上", "实时更新", "审批科", "■政府网站\n■政务新媒体"),
)  # fmt: skip


@cache
def samples() -> Mapping[str, tuple[tuple[str, bytes], ...]]:
    """Format, or "gicat" for its own JSON, to (file name, bytes)."""
    committed = [(path.name, path.read_bytes()) for path in sorted(_FOLDER.iterdir()) if path.is_file()]
    own = [gicat.write(gicat.parse(text)).encode() for text in (made.CATALOGUE.encode(), _tabs())]
    return {
        "docx": (*_named(committed, ".docx"), ("nested.docx", _nested()), ("parts.docx", _parts())),
        "pdf": (*_named(committed, ".pdf"), ("ruled.pdf", _ruled()), ("letter.pdf", made.pdf())),
        "text": (
            *_named(committed, ".txt"),
            ("tabs.txt", _tabs()),
            *_delimited(),
            ("made.txt", made.CATALOGUE.encode()),
        ),
        "gicat": tuple((f"{number}.json", data) for number, data in enumerate(own)),
    }


def _named(files: list[tuple[str, bytes]], suffix: str) -> list[tuple[str, bytes]]:
    return [(name, data) for name, data in files if name.endswith(suffix)]


def _tabs() -> bytes:
    rows = ["".join(f"\t{cell}\n" for cell in row) for row in (_HEAD, *_ROWS)]
    return ("甲县民政局政府信息主动公开目录\n" + "\n".join(rows)).encode()


def _delimited() -> list[tuple[str, bytes]]:
    rows = [[cell.replace("\n", " ") for cell in row] for row in (_HEAD, *_ROWS)]
    pipes = "\n".join("| " + " | ".join(row) + " |" for row in [rows[0], ["---"] * len(_HEAD), *rows[1:]])
    comma = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    flowing = "\n".join("\n".join(row) for row in rows)
    packed = "\n".join(" | ".join(cell for cell in row if cell) + " ||" for row in rows)
    made_of = {"table.md": pipes, "table.csv": comma, "table.tsv": comma.replace('","', "\t"), "flowing.txt": flowing}
    return [(name, text.encode()) for name, text in {**made_of, "packed.txt": packed}.items()]


def _nested() -> bytes:
    """Each wrapper and each box once, below a catalogue's header."""
    row = word.tr(*_HEAD, properties="<w:tblHeader/>")
    wraps = [*RUNS.values(), *BLOCKS.values()]
    body = [row]
    for number, (cell, around) in enumerate(zip([*CELLS.values(), *CELLS.values()], ROWS.values(), strict=False)):
        box = list(BOXES.values())[number % len(BOXES)]
        run = list(RUNS.values())[number % len(RUNS)]
        block = list(BLOCKS.values())[number % len(BLOCKS)]
        options = word.p(
            run(box(True) + word.r("政府网站")) + wraps[number % len(RUNS)](box(False) + word.r("政府公报"))
        )
        texts = _ROWS[number % len(_ROWS)][:-1]
        cells = "".join(word.tc(text.replace("\n", " ")) for text in texts) + cell(f"<w:tc>{block(options)}</w:tc>")
        body.append(around(f"<w:tr>{cells}</w:tr>"))
    tables = "".join(wrap(word.tbl(row, word.tr(*_ROWS[0]))) for wrap in list(TABLES.values())[1:4])
    return word.docx(word.p("甲县民政局政府信息主动公开目录") + word.tbl(*body) + word.p("续表") + tables)


def _parts() -> bytes:
    """Styles, lists, notes, headers, fields and merges."""
    merge, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        word.tr(*_HEAD),
        word.tr("1", word.tc("概况", merge), *_ROWS[0][2:]),
        word.tr("2", word.tc("", on), *_ROWS[1][2:], properties='<w:gridAfter w:val="1"/>'),
        word.tr(word.tc("3", '<w:gridSpan w:val="2"/>'), *_ROWS[2][2:6], properties='<w:gridBefore w:val="1"/>'),
    ]
    listed = '<w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="r_header1"/>'
        '<w:footerReference w:type="default" r:id="r_footer1"/><w:titlePg/></w:sectPr>'
    )
    body = (
        word.p("乙市主动公开目录", '<w:pStyle w:val="H"/>')
        + word.p("甲", listed)
        + word.p(word.field(r" SYMBOL 254 \f Wingdings ") + word.r('<w:footnoteReference w:id="2"/>'), listed)
        + word.tbl(*rows)
        + section
    )
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="H"/>'
        '<w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="H"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    notes = f'<w:footnote w:id="2">{word.p("脚注")}</w:footnote>'
    return word.docx(
        body, styles=styles, numbering=numbering, footnotes=notes, header1=word.p("页眉"), footer1=word.p("第1页"),
        settings="<w:evenAndOddHeaders/>",
    )  # fmt: skip


def _ruled() -> bytes:
    """Rulings as lines, rectangles and in a form with a matrix; Song, GBK and Latin text; boxes of every kind."""
    xs, ys = [20.0, 60, 140, 240, 380], [20.0, 80, 150, 220, 260]
    pages = []
    for rotate in (0, 90):
        sheet = Sheet(rotate=rotate, annotations=[check_box(250, 100, True), check_box(250, 40, False)]).lattice(xs, ys)
        for row, y in enumerate((240.0, 200, 130, 60)):
            for column, x in enumerate(xs[:-1]):
                texts = _HEAD if row == 0 else _ROWS[row - 1]
                (sheet.gbk if column % 2 else sheet.han)(x + 2, y, texts[column][:9].replace("\n", ""), 8)
        sheet.latin(22, 50, "3.1", 8).latin(300, 90, "4", 10, "F3").bar(20, 10, 380, 10)
        sheet.draw("q 1 0 0 1 0 0 cm /Fm1 Do Q", "300 60 8 8 re S", "301 61 m 307 67 l S", "0.5 g 20 220 360 40 re f")
        pages.append(sheet.han(120, 275, "丙区政府信息主动公开目录", 12))
    return pdf(*pages, forms={"Fm1": "/BBox [0 0 400 300] /Matrix [1 0 0 1 5 5]|20 5 m 300 5 l S"})

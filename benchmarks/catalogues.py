"""Makes catalogue-like PDFs of a given number of pages through LibreOffice, kept in a temporary folder."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

ROWS_PER_PAGE = 14
"""Rows that fill one landscape A4 page in the style below; the renderer has the last word."""

ROWS_PER_TABLE = 28 * ROWS_PER_PAGE
"""A longer document is several catalogues, one after the other: LibreOffice's time grows with the square of a table."""

_WIDTHS = (420, 900, 1100, 2600, 2400, 1500, 1000, 2400, 420, 420, 420, 420, 420, 420)
_HEADER = ("序号", "公开事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道", *"全特主依县乡")
TOPICS = (
    "机构信息",
    "政策文件",
    "财政预决算",
    "行政许可",
    "行政处罚",
    "招标采购",
    "救助供养",
    "应急管理",
    "价格监督",
    "人事任免",
)
BASES = (
    "《中华人民共和国政府信息公开条例》（国务院令第711号）第二十条",
    "《中华人民共和国行政许可法》、《优化营商环境条例》",
    "《关于全面推进政务公开工作的意见》及有关实施细则",
)
TERMS = ("自信息形成或者变更之日起20个工作日内", "7个工作日内", "每年1月31日前", "实时更新")
CHANNELS = ("政府网站", "政府公报", "两微一端", "发布会/听证会", "广播电视", "公开查阅点", "政务服务中心", "其他")
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def catalogue_pdf(pages: int) -> Path | None:
    """A PDF of about `pages` pages, made once and kept; None where LibreOffice is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return None
    recipe = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"gicat-benchmarks-{recipe}"
    folder.mkdir(exist_ok=True)
    made = folder / f"catalogue-{pages}.pdf"
    if not made.exists():
        word = made.with_suffix(".docx")
        write_docx(word, pages * ROWS_PER_PAGE)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word)]
        subprocess.run(command, check=True, capture_output=True)
    return made


def write_docx(path: Path, rows: int) -> None:
    """A Word document of ruled tables: a header over two columns, merged topics, boxed channels, tick columns."""
    chosen = random.Random(rows)
    sizes = [ROWS_PER_TABLE] * (rows // ROWS_PER_TABLE) + [rows % ROWS_PER_TABLE] * (rows % ROWS_PER_TABLE > 0)
    body = "".join(_paragraph("某县民政局政府信息主动公开目录", 36) + _table(chosen, size) for size in sizes)
    document = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f'{body}{_paragraph("")}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/></w:sectPr></w:body></w:document>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _CONTENT_TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", document)


def _table(chosen: random.Random, rows: int) -> str:
    body = [_header()]
    while len(body) <= rows:
        topic = chosen.choice(TOPICS)
        group = min(chosen.randint(1, 5), rows + 1 - len(body))
        start = len(body)
        body += [_row(chosen, start + i, topic, i == 0) for i in range(group)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in sides)
    return (
        f'<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(body)}</w:tbl>"
    )


def _header() -> str:
    cells = [_cell(0, _HEADER[0]), _cell(1, _HEADER[1], span=2)]
    cells += [_cell(i + 3, text) for i, text in enumerate(_HEADER[2:])]
    return f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(chosen: random.Random, number: int, topic: str, first: bool) -> str:
    boxes = "".join(f"{chosen.choice('■□□')}{channel}　" for channel in CHANNELS[: chosen.randint(3, 8)])
    texts = (
        str(number),
        topic if first else "",
        f"{topic}第{chosen.randint(1, 99)}项",
        f"1.{topic}办事指南；2.{topic}办理结果；3.监督方式",
        chosen.choice(BASES),
        chosen.choice(TERMS),
        "民政局办公室",
        boxes,
        *(chosen.choice(("√", "")) for _ in range(6)),
    )
    cells = [
        _cell(i, text, merge=("restart" if first else "continue") if i == 1 else "") for i, text in enumerate(texts)
    ]
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _cell(column: int, text: str, span: int = 1, merge: str = "") -> str:
    width = sum(_WIDTHS[column : column + span])
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    shape = f'<w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{span}"/>{merged}'
    return f"<w:tc><w:tcPr>{shape}</w:tcPr>{_paragraph(text)}</w:tc>"


def _paragraph(text: str, half_points: int = 14) -> str:
    return f'<w:p><w:r><w:rPr><w:sz w:val="{half_points}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'

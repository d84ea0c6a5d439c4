"""Against others: mammoth's reading of the same documents, and the shared corpus."""

from __future__ import annotations

import io
import re
import time
import zipfile

import mammoth
import pytest
from lxml import etree

from gicat.errors import UnreadableError
from gicat.grid import Grid
from tests.parsers.docx.builder import checkbox, docx, form_checkbox, p, r, sdt, t, tbl, tc, tr
from tests.parsers.docx.reading import characters, prints, read
from tests.shared import SHARED, names, needs_shared

SLOWEST = 5.0  # seconds for any file of the corpus on a slow machine


def html_table(data: bytes) -> list[list[tuple[int, int, str]]]:
    """Row span, column span and text of each cell of the first table, as mammoth reads it."""
    markup = mammoth.convert_to_html(io.BytesIO(data)).value
    marked = re.sub(r"<input[^>]*>", lambda tag: "☒" if "checked=" in tag[0] else "☐", markup)
    root = etree.HTML(marked)
    rows = root.find(".//table").iter("tr")
    return [
        [(int(c.get("rowspan", 1)), int(c.get("colspan", 1)), "".join(c.itertext())) for c in row.iter("td", "th")]
        for row in rows
    ]


@pytest.mark.parametrize(
    "table",
    [
        tbl(tr("甲", "乙"), tr("丙", "丁")),
        tbl(tr(tc("类", '<w:vMerge w:val="restart"/>'), tc("宽", '<w:gridSpan w:val="2"/>')),
            tr(tc("", "<w:vMerge/>"), "二", "三"), tr(tc("", "<w:vMerge/>"), "四", "五"), tr("六", "七", "八")),
        tbl(tr(tc(p(checkbox("☒") + r("网站") + checkbox("☐", '<w14:checked w14:val="0"/>') + r("公报"))))),
        tbl(tr(tc(p(form_checkbox("<w:checked/>") + r("网站") + form_checkbox('<w:default w:val="0"/>'))))),
        tbl(tr(tc(p(f'<w:ins w:id="1">{r("增")}</w:ins><w:del w:id="2">{r(t("删"))}</w:del>')), "留")),
        tbl(tr(tc(p(sdt(r("内"))))), tr(tc(sdt(p("块"))))),
    ],
)  # fmt: skip
def test_mammoth_reads_the_same_table(table: str) -> None:
    data = docx(table)
    (grid,) = (block for block in read(data)[0] if isinstance(block, Grid))
    ours = [
        [(c.row_span, c.column_span, c.text.replace("☑", "☒")) for c in grid.row_cells(row)] for row in range(grid.rows)
    ]
    assert ours == html_table(data)


@needs_shared
@pytest.mark.parametrize("name", names("corpus/docx", "*.docx"))
def test_every_file_of_the_corpus_is_answered(name: str) -> None:
    data = (SHARED / "corpus" / "docx" / name).read_bytes()
    started = time.perf_counter()
    try:
        blocks, diagnostics = read(data)
    except UnreadableError as error:
        assert error.code in ("R001", "R003")
        return
    assert time.perf_counter() - started < SLOWEST
    if any(d.code in ("R005", "R013") for d in diagnostics):
        return
    kept = characters([printed.text for printed in prints(blocks)])
    for text in plain_texts(data):
        assert not characters([text]) - kept, text


def plain_texts(data: bytes) -> list[str]:
    """The w:t of ordinary runs of the main part: no hiding, no symbol font, no change, no field, no alternative."""
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "word/document.xml" not in package.namelist():
            return []
        root = etree.fromstring(package.read("word/document.xml"))
    special = ("del", "moveFrom", "rFonts", "rStyle", "pStyle", "vanish", "ffData", "instrText")
    if any(root.find(f".//{word}{name}") is not None for name in special) or b"Fallback" in etree.tostring(root):
        return []
    return [text.text or "" for text in root.iter(f"{word}t")]

"""Sheets as PDF through reportlab, as report generators write them: tables of paragraphs, split between rows."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate
from reportlab.platypus import Table as Grid
from reportlab.platypus.doctemplate import LayoutError

from tests.rendering.model import Box, Cell, Line, Sheet

FONTS = {"embedded": "WenQuanYi", "named": "STSong-Light"}
"""A TrueType font in the file, and one that is only named (UniGB-UCS2-H), as Adobe's readers know it."""
BOXES = {"square": ("■", "□"), "root": ("√", "□")}
"""☑ and ✓ are in neither font."""
_FILE = Path("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc")
_MARGIN = 36


def truetype() -> bool:
    """Whether the TrueType font is installed; reportlab cannot embed the outlines of Noto Sans CJK."""
    return _FILE.exists()


@lru_cache
def _registered(name: str) -> str:
    pdfmetrics.registerFont(TTFont(name, str(_FILE)) if name == FONTS["embedded"] else UnicodeCIDFont(name))
    return name


def report_pdf(sheet: Sheet, boxes: str = "square", font: str = "embedded", repeat_head: bool = True) -> bytes | None:
    """The PDF of a sheet, with boxes and font as named in `BOXES` and `FONTS`.

    None where reportlab refuses: it breaks no merged cell over pages.
    """
    body = ParagraphStyle("body", fontName=_registered(FONTS[font]), fontSize=8, leading=11, wordWrap="CJK")
    title = ParagraphStyle("title", parent=body, fontSize=13, leading=18, alignment=TA_CENTER)
    story = [Paragraph(escape(sheet.title), title)] if sheet.title else []
    story += [Paragraph(_markup(text, boxes), body) for text in sheet.before]
    story.append(_table(sheet, boxes, body, repeat_head))
    story += [Paragraph(_markup(text, boxes), body) for text in sheet.after]
    buffer = BytesIO()
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), _MARGIN)
    try:
        SimpleDocTemplate(buffer, pagesize=landscape(A4), invariant=1, **margins).build(story)
    except (LayoutError, TypeError):  # TypeError: from composing the message of a LayoutError
        return None
    return buffer.getvalue()


def _table(sheet: Sheet, boxes: str, style: ParagraphStyle, repeat_head: bool) -> Grid:
    slots = sheet.table.slots()
    room = landscape(A4)[0] - 2 * _MARGIN - 12
    widths = [room * width / sum(sheet.table.widths) for width in sheet.table.widths]
    rows = [[_content(cell, boxes, style) if top and left else "" for cell, top, left in row] for row in slots]
    commands = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    commands += [
        ("SPAN", (x, y), (x + cell.columns - 1, y + cell.rows - 1))
        for y, row in enumerate(slots)
        for x, (cell, top, left) in enumerate(row)
        if top and left and cell.rows * cell.columns > 1
    ]
    head = 0 if sheet.table.front or not repeat_head else len(sheet.table.head)
    return Grid(rows, widths, style=commands, repeatRows=head)


def _content(cell: Cell, boxes: str, style: ParagraphStyle) -> list[Paragraph]:
    return [Paragraph(_markup(text, boxes), style) for text in cell.lines]


def _markup(text: Line, boxes: str) -> str:
    ticked, unticked = BOXES[boxes]
    pieces = ((ticked if p.ticked else unticked) if isinstance(p, Box) else escape(p) for p in text)
    return "".join(pieces).replace("\n", "<br/>")

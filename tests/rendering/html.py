"""A sheet as HTML with a style sheet for print: what browsers and report generators make a PDF of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from tests.rendering.model import Box, Cell, Line, Row, Sheet, Table

BOXES: Mapping[str, Callable[[bool], str]] = MappingProxyType({
    "square": lambda on: "■" if on else "□",
    "ballot": lambda on: "☑" if on else "□",
    "cross": lambda on: "☒" if on else "☐",
    "root": lambda on: "√" if on else "□",
    "input": lambda on: f'<input type="checkbox"{" checked" if on else ""}>',
    "bordered": lambda on: f'<span class="box">{"✓" if on else "&nbsp;"}</span>',
})  # fmt: skip
"""The ways web pages hold a checkbox: characters, form controls, a frame around a tick."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a page prints its table.

    Attributes:
        collapse: whether neighbouring cells share a border; else each has its own, with space between.
        whole_rows: whether rows are kept on one page.
        repeat_head: whether the header is repeated on every page.
        paragraphs: whether the lines of a cell are paragraphs; else they are divided by <br>.
        footer: whether pages are numbered.
        size: of the type, in points.
        middle: whether the text of a cell stands in the middle of its height; else at the top.
        height: of the page, in millimetres, instead of A4's.
    """

    collapse: bool = True
    whole_rows: bool = False
    repeat_head: bool = True
    paragraphs: bool = True
    footer: bool = False
    size: float = 8.0
    middle: bool = True
    height: int | None = None

    def sheet(self) -> str:
        """The style sheet."""
        footer = '@bottom-center { content: "第 " counter(page) " 页"; font-size: 8pt }' if self.footer else ""
        return (
            f"@page {{ size: {f'297mm {self.height}mm' if self.height else 'A4 landscape'}; margin: 14mm; {footer} }}"
            f"body {{ font: {self.size}pt/1.4 'Noto Sans CJK SC', sans-serif; margin: 0 }}"
            "h1 { font-size: 13pt; text-align: center } p { margin: 0 }"
            "table { width: 100%; table-layout: fixed }"
            f"table {{ border-collapse: {'collapse' if self.collapse else 'separate'} }}"
            "th, td { border: 0.75pt solid #000; padding: 2pt 3pt; font-weight: normal; text-align: left;"
            f" overflow-wrap: break-word; vertical-align: {'middle' if self.middle else 'top'} }}"
            f"tr {{ break-inside: {'avoid' if self.whole_rows else 'auto'} }}"
            f"thead {{ display: {'table-header-group' if self.repeat_head else 'table-row-group'} }}"
            "input { width: 7pt; height: 7pt; margin: 0 1pt; vertical-align: baseline }"
            ".box { display: inline-block; width: 7pt; height: 7pt; line-height: 7pt; border: 0.6pt solid #000;"
            " text-align: center; margin: 0 1pt }"
        )


def html_text(sheet: Sheet, boxes: str = "square", style: Style = Style()) -> str:
    """The page of a sheet; `boxes` is a name of `BOXES`."""
    writer = _Writer(BOXES[boxes], style)
    title = f"<h1>{escape(sheet.title)}</h1>" if sheet.title else ""
    before = "".join(f"<p>{writer.line(text)}</p>" for text in sheet.before)
    after = "".join(f"<p>{writer.line(text)}</p>" for text in sheet.after)
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{escape(sheet.title or "目录")}</title>'
        f"<style>{style.sheet()}</style><body>{title}{before}{writer.table(sheet.table)}{after}</body></html>"
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    box: Callable[[bool], str]
    style: Style

    def line(self, text: Line) -> str:
        """The inside of a paragraph."""
        pieces = (self.box(p.ticked) if isinstance(p, Box) else escape(p).replace("\n", "<br>") for p in text)
        return "".join(pieces)

    def table(self, table: Table) -> str:
        """The table; a header below full-width rows is not repeated."""
        widths = "".join(f'<col style="width:{100 * width / sum(table.widths):.2f}%">' for width in table.widths)
        head = "" if table.front else f"<thead>{self._rows(table.head, 'th')}</thead>"
        above = self._rows((*table.front, *table.head), "td") if table.front else ""
        return f"<table><colgroup>{widths}</colgroup>{head}<tbody>{above}{self._rows(table.body, 'td')}</tbody></table>"

    def _rows(self, rows: Sequence[Row], tag: str) -> str:
        return "".join(f"<tr>{''.join(self._cell(cell, tag) for cell in row)}</tr>" for row in rows)

    def _cell(self, cell: Cell, tag: str) -> str:
        spans = f' rowspan="{cell.rows}"' * (cell.rows > 1) + f' colspan="{cell.columns}"' * (cell.columns > 1)
        lines = [self.line(text) for text in cell.lines]
        inner = "".join(f"<p>{text}</p>" for text in lines) if self.style.paragraphs else "<br>".join(lines)
        return f"<{tag}{spans}>{inner}</{tag}>"

"""A catalogue drawn by hand: every ruling, glyph and box in the way a test asks for, cut over pages anywhere.

The table is a stack of slots, each a line high. A cell's lines stand in the slots of its rows from the top; a page
may end after any slot.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from tests.building import LEFT, UP

from .writing import Sheet

SIZE, PITCH, PADDING, LEFT_EDGE, MARGIN = 10.0, 14.0, 4.0, 40.0, 40.0

HEADER = (
    ("序号", "公开事项", LEFT, "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", LEFT),
    (UP, "一级事项", "二级事项", UP, UP, UP, UP, UP, "全社会", "特定群体"),
)
BODY = (
    ("1", "供水服务", "停水通知", "停水的时间、范围和原因", "《城市供水条例》第二十二条", "提前24小时",
     "渔湾市水务局", "☑政府网站 □政府公报 ☑社区公示栏 □其他", "√", ""),
    ("2", UP, "水质报告", "出厂水、管网水的水质检测结果", "《生活饮用水卫生监督管理办法》", "每季度首月10日前",
     "渔湾市水务局", "☑政府网站 □政府公报 □社区公示栏 □其他", "√", ""),
    ("3", "供水收费", "水价标准", "居民和非居民用水的价格、阶梯和执行日期", "《城市供水价格管理办法》",
     "自形成之日起20个工作日内", "渔湾市发展和改革局", "☑政府网站 ☑政府公报 □社区公示栏 □其他", "√", ""),
    ("4", UP, "减免对象", "低保户水费减免的条件、标准和申请材料", UP, UP,
     "渔湾市民政局", "□政府网站 □政府公报 ☑社区公示栏 □其他", "", "√"),
)  # fmt: skip
TABLE = (*HEADER, *BODY)
WIDTHS = (30, 50, 50, 110, 90, 60, 60, 90, 45, 45)

Pen = Callable[[Sheet, float, float, float, float], object]
"""Draws a ruling from one point to another."""
Hand = Callable[[Sheet, float, float, str], object]
"""Writes a line of text that begins at a point of the baseline."""


@dataclass(frozen=True)
class Slot:
    """A cell of the drawing: its place, size and lines."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Drawing:
    """A table to be drawn.

    Attributes:
        rows: its texts, with UP and LEFT for what a cell covers.
        widths: of its columns, in points.
        title: printed over it on the first page.
        pen, hand: how rulings and texts are drawn.
        outer: whether the outline is drawn.
        header: how many rows are repeated on every page.
    """

    rows: Sequence[Sequence[str]] = TABLE
    widths: Sequence[float] = WIDTHS
    title: str = "渔湾市水务局政府信息主动公开目录"
    pen: Pen = Sheet.line
    hand: Hand = Sheet.han
    outer: bool = True
    header: int = 0

    def cells(self) -> Iterator[Slot]:
        """The cells, row by row."""
        for r, row in enumerate(self.rows):
            for c, text in enumerate(row):
                if text in (UP, LEFT):
                    continue
                columns = next((n for n in range(1, len(row) - c) if row[c + n] != LEFT), len(row) - c)
                below = self.rows[r + 1 :]
                rows = next((n for n, other in enumerate(below, 1) if other[c] != UP), len(below) + 1)
                width = sum(self.widths[c : c + columns]) - 2 * PADDING
                yield Slot(r, c, rows, columns, tuple(wrapped(text, width)))

    def heights(self) -> list[int]:
        """How many slots each row takes."""
        heights = [1] * len(self.rows)
        for cell in sorted(self.cells(), key=lambda cell: cell.rows):
            last = cell.row + cell.rows - 1
            heights[last] += max(0, len(cell.lines) - sum(heights[cell.row : last + 1]))
        return heights

    def pages(self, *cuts: int, sheet: Callable[[], Sheet] | None = None) -> list[Sheet]:
        """The table on pages that end after the slots given, counted from the top of the table."""
        tops = [0, *accumulate(self.heights())]
        sheets = []
        for number, (first, last) in enumerate(pairwise([0, *cuts, tops[-1]])):
            new = sheet() if sheet else Sheet(LEFT_EDGE * 2 + sum(self.widths), 0)
            repeated = tops[self.header] if number else 0
            new.height = new.height or MARGIN * 2 + 30 + PITCH * (last - first + repeated)
            top = new.height - MARGIN
            if not number:
                self.hand(new, LEFT_EDGE + 60, top - SIZE, self.title)
            top -= 30
            if repeated:
                self._part(new, top, 0, repeated, tops)
                top -= PITCH * repeated
            self._part(new, top, first, last, tops)
            sheets.append(new)
        return sheets

    def boxes(self, sheet: Sheet) -> Iterator[tuple[float, float, float, float]]:
        """Left, bottom, width and height of the cells on the one page of the table."""
        xs = [LEFT_EDGE, *(LEFT_EDGE + right for right in accumulate(self.widths))]
        ys = [sheet.height - MARGIN - 30 - PITCH * slot for slot in (0, *accumulate(self.heights()))]
        for cell in self.cells():
            x, y = xs[cell.column], ys[cell.row + cell.rows]
            yield x, y, xs[cell.column + cell.columns] - x, ys[cell.row] - y

    def _part(self, sheet: Sheet, top: float, first: int, last: int, tops: list[int]) -> None:
        xs = [LEFT_EDGE, *(LEFT_EDGE + right for right in accumulate(self.widths))]
        drawn: set[tuple[float, float, float, float]] = set()
        for cell in self.cells():
            start, end = tops[cell.row], tops[cell.row + cell.rows]
            if end <= first or start >= last:
                continue
            x0, x1 = xs[cell.column], xs[cell.column + cell.columns]
            y1, y0 = (top - PITCH * (max(first, min(last, slot)) - first) for slot in (start, end))
            sides = [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
            for side in sides:
                if self.outer or not self._outline(side, xs, top, first, last):
                    drawn.add(side)
            for slot, line in enumerate(cell.lines, start):
                if first <= slot < last:
                    self.hand(sheet, x0 + PADDING, top - PITCH * (slot - first) - 11, line)
        for side in sorted(drawn):
            self.pen(sheet, *side)

    @staticmethod
    def _outline(side: tuple[float, ...], xs: list[float], top: float, first: int, last: int) -> bool:
        x0, y0, x1, y1 = side
        low = top - PITCH * (last - first)
        return (x0 == x1 and x0 in (xs[0], xs[-1])) or (y0 == y1 and y0 in (top, low))


def wrapped(text: str, width: float) -> Iterator[str]:
    """Lines of full-width characters, as many as fit."""
    most = max(1, math.floor(width / SIZE))
    for line in text.split("\n"):
        yield from (line[i : i + most] for i in range(0, len(line), most))

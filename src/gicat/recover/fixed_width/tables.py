"""Pages of fixed-width text to tables: the header found, columns placed, widths learnt, the lines around told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from gicat.grid import Lines
from gicat.recognise.headers import column_kinds
from gicat.recognise.page_numbers import is_page_number
from gicat.recognise.titles import is_title
from gicat.recover.fixed_width.bands import Part, band
from gicat.recover.fixed_width.cuts import Cuts, cut_like, cut_under, spans_columns, texts
from gicat.recover.fixed_width.heads import Head, Label, find_head
from gicat.recover.fixed_width.measure import METRICS, Metric, pages
from gicat.recover.fixed_width.model import Band, Line, Page
from gicat.recover.fixed_width.placing import Placing, room, sure_widths, widest
from gicat.recover.tails import is_note

_SAMPLED = 400
_LAST = 20
_ROUNDS, _LEARNT_FROM = 2, 20
"""How often widths are learnt anew, and from how many pages."""
_SET_WIDE, _SEVERAL = 2, 2
_ENOUGH = 4
"""Texts from which on the width of a column is learnt from them."""


@dataclass(slots=True)
class Sheet:
    """A page, or what one table takes of it.

    Attributes:
        page: its number.
        line: the number of its first line in the file.
        before, after: the lines around the table.
        body: the lines of the table below its header.
        head: its own header; None where it goes on with the table before.
        cuts: its columns.
    """

    page: int
    line: int
    before: Sequence[Line]
    body: Sequence[Line]
    after: Sequence[Line]
    head: Head | None
    cuts: Cuts

    def spans(self) -> list[tuple[int, int]]:
        """The positions of the labels, or, without a header, of the columns."""
        if self.head is not None:
            return [(label.start, label.end) for label in self.head.labels]
        return [(start, end - 1) for start, end in pairwise((*self.cuts.starts, self.cuts.starts[-1] + _LAST))]


@dataclass(slots=True)
class Table:
    """A table over its pages.

    Attributes:
        labels, kinds: of its columns.
        metric: how wide characters are.
        sheets: its pages.
        widths: how wide in print most texts of a column are at most, in half ideographs.
        rooms: how wide the columns are.
    """

    labels: tuple[Label, ...]
    kinds: list[str]
    metric: Metric
    sheets: list[Sheet] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)

    rooms: list[int] = field(default_factory=list)

    def bands(self, most: int | None = None) -> Iterator[tuple[Sheet, Band]]:
        """The body of every page, or of the first so many, cut into columns."""
        for sheet in self.sheets[:most]:
            yield sheet, band([self._part(sheet)], self.rooms)

    def whole(self) -> tuple[Sheet, Band]:
        """The body of all pages as if they were one, the header once."""
        first = self.sheets[0]
        body = [line for sheet in self.sheets for line in sheet.body]
        return replace(first, body=body), band(list(map(self._part, self.sheets)), self.rooms)

    def _part(self, sheet: Sheet) -> Part:
        placing = Placing(sheet.cuts, self.widths, self.kinds, self.metric)
        return Part(sheet.page, sheet.body, placing, sheet.spans())

    def learn(self) -> None:
        """Learn the widths of the columns: first of what stands in them for certain, then of all that is put there."""
        found: list[list[int]] = [[] for _ in self.kinds]
        for sheet in self.sheets[:_LEARNT_FROM]:
            for sure, widths in zip(found, sure_widths(sheet.cuts, sheet.body, self.metric), strict=True):
                sure += widths
        self.widths = [room(column) if len(column) >= _ENOUGH else 0 for column in found]
        self.rooms = list(self.widths)
        for _ in range(_ROUNDS):
            placed: list[list[str]] = [[] for _ in self.kinds]
            for _, made in self.bands(_LEARNT_FROM):
                for column, pieces in zip(placed, made.columns, strict=True):
                    column += [piece.text for piece in pieces if piece.line not in made.across]
            wide = [list(map(self.metric.least, texts)) for texts in placed]
            self.widths = [room(column) for column in wide]
            self.rooms = [most + spare for most, spare in zip(map(widest, wide), self._spare(placed), strict=True)]

    def _spare(self, placed: Sequence[Sequence[str]]) -> list[int]:
        """How much wider every column is than the texts in it, by the positions from one column to the next.

        The gap between columns is the narrowest there is behind the longest text of a column. Where columns are one
        position apart a program has set each as wide as its texts (pdftotext): then it is not known.
        """
        longest = [[sum(map(self.metric.positions, text)) for text in texts] for texts in placed]
        starts = self.sheets[0].cuts.starts
        behind = [end - start - widest(texts) for start, end, texts in zip(starts, starts[1:], longest, strict=False)]
        gap = min((slack for slack, texts in zip(behind, longest, strict=False) if texts), default=0)
        if gap < 1 or (gap < _SET_WIDE and self.metric is METRICS[0]):
            return [0] * len(self.kinds)
        return [*(max(0, slack - gap) for slack in behind), 0]


def metric_of(lines: Lines) -> Metric:
    """The metric under which most texts of the pages with a table start under each other."""
    sample = Lines(lines.lines[:_SAMPLED], lines.first, tuple(at for at in lines.breaks if at < _SAMPLED))
    return max(METRICS, key=lambda metric: _aligned(pages(sample, metric)))


def _aligned(found: Sequence[Page]) -> float:
    """How many texts of a page start at the position of another, on average; the pages ahead of the table left out."""
    alike = count = 0
    for page in found:
        if count or find_head(page.lines):
            starts = Counter(text[0].start for line in page.lines for text in texts(line))
            alike += sum(times * times for times in starts.values())
            count += starts.total()
    return alike / count if count else 0.0


def find_tables(found: Sequence[Page], metric: Metric) -> tuple[list[Table], list[Page]]:
    """The tables of a text, and the pages before the first of them."""
    tables: list[Table] = []
    ahead: list[Page] = []
    for page in found:
        head = find_head(page.lines)
        if head is None and not tables:
            ahead.append(page)
        elif head is None:
            last = tables[-1].sheets[-1]
            tables[-1].sheets.append(_sheet(page, None, cut_like(last.cuts, page.lines), tables[-1].kinds))
        else:
            spans = [(label.start, label.end) for label in head.labels]
            cuts = cut_under(spans, page.lines[head.last :])
            kinds = column_kinds([_path(label) for label in head.labels])
            if not tables or _names(tables[-1].labels) != _names(head.labels):
                tables.append(Table(head.labels, kinds, metric))
            tables[-1].sheets.append(_sheet(page, head, cuts, kinds))
    for table in tables:
        table.learn()
    return tables, ahead


def _path(label: Label) -> list[str]:
    return [label.group.own, label.own] if label.group else [label.own]


def _names(labels: Sequence[Label]) -> list[list[str]]:
    return [_path(label) for label in labels]


def _sheet(page: Page, head: Head | None, cuts: Cuts, kinds: Sequence[str]) -> Sheet:
    """A page parted into what stands before the table, its body, and what stands behind it."""
    first, start = (head.first, head.last) if head else _top(page)
    end = len(page.lines)
    for index in range(len(page.lines) - 1, start - 1, -1):
        line = page.lines[index]
        if line.runs and not _outside(line, cuts):
            break
        end = index
    return Sheet(
        page.number, page.lines[0].number, page.lines[:first], page.lines[start:end], page.lines[end:], head, cuts
    )


def _top(page: Page) -> tuple[int, int]:
    """Where the table starts on a page without a header: behind a page number."""
    printed = [index for index, line in enumerate(page.lines) if line.runs]
    if printed and is_page_number(page.lines[printed[0]].text):
        return printed[0] + 1, printed[0] + 1
    return 0, 0


def _outside(line: Line, cuts: Cuts) -> bool:
    """Whether a line at the end of a page is none of the table: a note, a page number, one text over its columns."""
    text = line.text
    if is_note(text):
        return True
    if len(texts(line)) > 1:
        return False
    if is_title(text) and sum(run.start in cuts.starts for run in line.runs) < _SEVERAL:
        return True
    return (is_page_number(text) and cuts.of(line.runs[0]) > 0) or spans_columns(line, cuts)

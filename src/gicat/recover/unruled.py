"""Tables without a frame of rulings: cells from text that stands in columns under the labels of a header.

Columns are where the paper is white between the labels on all lines. Rows are told by horizontal lines where there
are any, else by more white than between the lines of a cell. What cannot be told leaves the text as paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gicat.diagnostics import Diagnostic, Result, found
from gicat.grid import Block, Cell, Fragment, Grid, Paragraph, Piece, Place
from gicat.recognise.headers import column_kinds
from gicat.recover.bands import joined, lines, top_of
from gicat.recover.unruled_columns import Columns, columns_under
from gicat.recover.unruled_header import Header, find_header
from gicat.recover.unruled_rows import Body, body_of

_FITTING = 0.97  # of the pieces of a page that stand in the columns of the page before, if the table goes on there


@dataclass(frozen=True, slots=True)
class _Known:
    """The columns of a table that may go on on the next page."""

    columns: Columns
    page: int | None


def unruled_tables(blocks: Sequence[Block]) -> Result[list[Block]]:
    """The blocks with those paragraphs as grids that make a table by their alignment, told by P021."""
    value: list[Block] = []
    diagnostics: list[Diagnostic] = []
    known: _Known | None = None
    for page, group in groupby(blocks, key=_loose_on):
        run = list(group)
        made = None if page is None else _table([b for b in run if isinstance(b, Paragraph)], page, known)
        if made is None:
            value += run
            known = known if all(isinstance(b, Paragraph) and b.furniture for b in run) else None
            continue
        blocks_made, known = made
        value += blocks_made
        diagnostics.append(found("P021", Place(page=page)))
    return Result.of(value, diagnostics)


def _loose_on(block: Block) -> int | None:
    """The page of a paragraph that may be a part of a table without rulings; None for any other block."""
    if isinstance(block, Paragraph) and block.pieces and not block.furniture:
        return block.fragments[0].page
    return None


def _table(paragraphs: Sequence[Paragraph], page: int, known: _Known | None) -> tuple[list[Block], _Known] | None:
    """The paragraphs of a page with those of a table as a grid; None if there is none."""
    pieces = [piece for paragraph in paragraphs for piece in paragraph.pieces]
    rules = [rule for paragraph in paragraphs for rule in paragraph.rules]
    shades = [shade for paragraph in paragraphs for shade in paragraph.shades]
    header = find_header(pieces)
    if header is None and (known is None or known.page != page - 1):
        return None
    top = header.first.top if header else 0.0
    start = header.last.bottom if header else 0.0
    below = [piece for piece in pieces if top_of(piece) >= start]
    columns = _columns_under(header, below) if header else known.columns if known else None
    if columns is None:
        return None
    end = _end(columns, below)
    body = [piece for piece in below if top_of(piece) < end]
    if not body or not _fit(columns, body):
        return None
    found_body = body_of(columns, body, rules, shades)
    inside = [p for p in paragraphs if all(top <= top_of(piece) < end for piece in p.pieces)]
    across = [p for p in paragraphs if p not in inside and any(top <= top_of(piece) < end for piece in p.pieces)]
    if found_body is None or across:
        return None
    before = [p for p in paragraphs if p not in inside and top_of(p.pieces[0]) < top]
    after = [p for p in paragraphs if p not in inside and top_of(p.pieces[0]) >= top]
    grid = _grid(header, columns, found_body, page)
    return [*before, grid, *after], _Known(columns, None if after else page)


def _columns_under(header: Header, below: Sequence[Piece]) -> Columns | None:
    kinds = column_kinds([header.labels(column) for column in range(len(header.leaves))])
    return columns_under(header, below, kinds) if below else None


def _end(columns: Columns, below: Sequence[Piece]) -> float:
    """Where the table ends: before the lines at the end that run over its columns, such as notes."""
    end = float("inf")
    for line in reversed(lines(below)):
        first, last = columns.of(line[0])
        if len(line) > 1 or first == last:
            break
        end = top_of(line[0])
    return end


def _fit(columns: Columns, body: Sequence[Piece]) -> bool:
    """Whether the text of a page stands in columns, and in more than one."""
    places = [columns.of(piece) for piece in body]
    inside = [first for first, last in places if first == last]
    return len(set(inside)) > 1 and len(inside) + sum(len(line) == 1 for line in lines(body)) >= _FITTING * len(body)


def _grid(header: Header | None, columns: Columns, body: Body, page: int) -> Grid:
    """The cells of header and body, all of them inferred."""
    depth = 0 if header is None else 2 if header.subs else 1
    width = len(columns.kinds)
    held = [piece for slot in body.slots if slot.columns == 1 for piece in slot.pieces]
    rights = [max((p.box[2] for p in held if columns.of(p)[0] == column), default=0.0) for column in range(width)]
    cells = list(_header_cells(header, page)) if header else []
    for slot in body.slots:
        text = joined(slot.pieces, right=rights[slot.column])
        place = Fragment(page, bbox=slot.box) if slot.box else _fragment(slot.pieces, page)
        cells.append(Cell(slot.row + depth, slot.column, slot.rows, slot.columns, text, (place,), inferred=True))
    return Grid(tuple(cells), body.rows + depth, width, page, header_rows=depth or None, spanless=not body.ruled)


def _header_cells(header: Header, page: int) -> Iterator[Cell]:
    depth = 2 if header.subs else 1
    for column, (top, sub) in enumerate(header.leaves):
        label = header.tops[top]
        if column == 0 or header.leaves[column - 1][0] != top:
            span = sum(other == top for other, _ in header.leaves)
            place = _fragment(label.pieces, page)
            rows = depth if sub is None else 1
            yield Cell(0, column, rows, span, label.printed, (place,), inferred=True)
        if sub is not None:
            label = header.subs[sub]
            yield Cell(1, column, 1, 1, label.printed, (_fragment(label.pieces, page),), inferred=True)


def _fragment(pieces: Sequence[Piece], page: int) -> Fragment:
    if not pieces:
        return Fragment(page)
    lefts, tops, rights, bottoms = zip(*(piece.box for piece in pieces), strict=True)
    return Fragment(page, bbox=(min(lefts), min(tops), max(rights), max(bottoms)))

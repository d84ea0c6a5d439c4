"""One segment of a table to the columns and items of a catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gicat import schema
from gicat.deadline import Deadline
from gicat.diagnostics import Diagnostic, Phrase, found
from gicat.grid import Break, Cell, Grid, Place
from gicat.interpret.columns import Column, field_of, read_columns
from gicat.interpret.fields import ItemBuilder
from gicat.interpret.rows import Body, RowReader
from gicat.interpret.segments import Segment
from gicat.recognise.shapes import is_tick
from gicat.recognise.ticks import tick
from gicat.text import squeeze


@dataclass(frozen=True)
class Section:
    """What a segment holds: columns, items, the full-width rows after them, and findings by item.

    A finding's `item` counts within the section, from 0; None where it is about none.
    """

    columns: list[schema.Column]
    items: list[schema.Item]
    notes: list[schema.Text]
    diagnostics: list[Diagnostic]


def read_section(
    grid: Grid,
    segment: Segment,
    table: int,
    inferred: list[Column] | None = None,
    deadline: Deadline | None = None,
) -> Section:
    """The items of a segment of a grid, those above the row at which the deadline passes.

    Args:
        grid, segment: where.
        table: the table's number.
        inferred: the columns of a table without a header, read by their values.
        deadline: when to stop.
    """
    if inferred:
        columns, diagnostics = inferred, _headerless(grid, inferred, table)
    else:
        columns, diagnostics = read_columns(grid, segment.depth, segment.top)
    body = _body(grid, segment, columns, table)
    diagnostics += body.diagnostics
    diagnostics += [repeated(grid, row, table) for row in segment.repeats]
    builder = ItemBuilder(table, lost=_ticks_lost(columns, body))
    items: list[schema.Item] = []
    deadline = deadline or Deadline()
    for index, row in enumerate(body.rows):
        if deadline.over():
            break
        item, told = builder.item(columns, row)
        items.append(item)
        diagnostics += [replace(d, item=index) for d in told]
    notes = [as_text(cell, table) for cell in (*body.notes, *body.trailing)]
    if not items and not deadline.passed:
        diagnostics.append(found("P019", Place(table=table, row=segment.top)))
    diagnostics += _short_rows(grid, columns, body, table)
    return Section([_column(column, table) for column in columns], items, notes, diagnostics)


def _headerless(grid: Grid, columns: Sequence[Column], table: int) -> list[Diagnostic]:
    place = grid.cells[0].places(table)[0]
    told = [replace(found("P013", place), certainty="inferred")]
    for column in columns:
        texts = [cell.text for row in range(grid.rows) for cell in [grid.at(row, column.index)[0]] if cell]
        if column.role == "extra" and any(map(is_tick, texts)):
            which = Phrase(f"column {column.index + 1}", f"第{column.index + 1}列")
            told.append(replace(found("P002", place, field=which), certainty="inferred"))
    return told


def _body(grid: Grid, segment: Segment, columns: Sequence[Column], table: int) -> Body:
    reader = RowReader(grid, columns, table)
    skipped = set(segment.repeats)
    return reader.read([row for row in range(segment.depth, segment.end) if row not in skipped])


def _short_rows(grid: Grid, columns: Sequence[Column], body: Body, table: int) -> list[Diagnostic]:
    """Rows shorter than their table; of text, recovery has told already."""
    if grid.spanless:
        return []
    told = []
    for index, row in enumerate(body.rows):
        missing = sum(value.inherited == "missing" for value in row.values)
        if missing:
            place = Place(table=table, row=row.index)
            told.append(replace(found("P012", place, have=len(columns) - missing, want=len(columns)), item=index))
    return told


def _ticks_lost(columns: Sequence[Column], body: Body) -> bool:
    """Whether the table has tick columns but nowhere a tick sign: an export dropped them all."""
    ticks = [
        tick(row.values[column.index].printed)
        for row in body.rows
        for column in columns
        if column.option is not None and not row.values[column.index].unplaced
    ]
    return not any(t.checked and t.words is None for t in ticks)


def repeated(grid: Grid, row: int, table: int) -> Diagnostic:
    """P006 for a header row that only repeats one above, with its text."""
    cells = [cell for cell in grid.row_cells(row) if not cell.blank]
    place = cells[0].places(table)[0] if cells else None
    return replace(found("P006", place), text="\n".join(cell.text for cell in cells))


def _column(column: Column, table: int) -> schema.Column:
    return schema.Column.model_validate(
        {
            "label": column.labels,
            "field": field_of(column),
            "option": column.option,
            "places": [
                schema.Place.model_validate(cell.places(table)[0], from_attributes=True) for cell in column.cells
            ],
        }
    )


def as_text(cell: Cell, table: int) -> schema.Text:
    """A cell that stands outside the items as a text with its place."""
    return schema.Text(text=cell.text, place=schema.Place.model_validate(cell.places(table)[0], from_attributes=True))


def paragraphs_of(cell: Cell, table: int) -> list[schema.Text]:
    """The paragraphs of a cell as texts of their own, all at the cell's place."""
    whole = as_text(cell, table)
    texts = [""]
    for index, line in enumerate(cell.text.split("\n")):
        if index and cell.printed.breaks[index - 1] is Break.PARAGRAPH:
            texts.append(line)
        else:
            texts[-1] += f"\n{line}" if index else line
    return [whole.model_copy(update={"text": text}) for text in texts if text.strip()]


def same_columns(one: Sequence[schema.Column], other: Sequence[schema.Column]) -> bool:
    """Whether two tables have the same header."""
    return [list(map(squeeze, c.label)) for c in one] == [list(map(squeeze, c.label)) for c in other]

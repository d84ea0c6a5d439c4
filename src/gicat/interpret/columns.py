"""Header rows to columns: labels, fields, options; words with several senses by the values under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gicat.diagnostics import FIELDS, Diagnostic, found
from gicat.grid import Cell, Grid
from gicat.lexicon import Header, lexicon
from gicat.recognise.headers import GROUPS, header_of, leaf_of
from gicat.recognise.options import choices
from gicat.recognise.shapes import is_number
from gicat.text import key, squeeze

_SAMPLE = 60
_CLOSE = 0.6


@dataclass(frozen=True, slots=True)
class Column:
    """A leaf column.

    Attributes:
        index: its position in the grid.
        cells: the header cells over it, group first.
        role: a field of an item, or "level", "name", "contact_units", "extra".
        rank: for levels, how far inside.
        option: for tick columns, what a tick selects.
        header: what its label means, None where it is unknown.
    """

    index: int
    cells: tuple[Cell, ...]
    role: str
    rank: int = 0
    option: str | None = None
    header: Header | None = None

    @property
    def labels(self) -> list[str]:
        """The labels from the group down to the leaf."""
        return [squeeze(cell.text) for cell in self.cells]


def read_columns(grid: Grid, depth: int, top: int = 0) -> tuple[list[Column], list[Diagnostic]]:
    """The columns under the header rows `top`..`depth` of a grid."""
    columns = [_column(grid, index, top, depth) for index in range(grid.columns)]
    diagnostics: list[Diagnostic] = []
    columns = [_by_values(grid, depth, column, diagnostics) for column in columns]
    columns = [_unlabelled(grid, depth, column) for column in columns]
    columns = _weak_ones(columns, diagnostics)
    columns = _innermost_named(columns)
    diagnostics += [
        _unknown(column) for column in columns if column.header is None and column.role == "extra" and column.labels
    ]
    return columns, diagnostics


def _column(grid: Grid, index: int, top: int, depth: int) -> Column:
    cells: list[Cell] = []
    for row in range(top, depth):
        cell, _ = grid.at(row, index)
        again = bool(cells) and cell is cells[-1]  # the next row of a cell that spans several
        if cell is not None and not cell.blank and not again and cell.column_span < grid.columns:
            cells.append(cell)
    headers = [header_of(cell.text) for cell in cells]
    leaf = leaf_of(cells[-1].text) if cells else None
    group = next((h for h in headers if h is not None), None)
    if leaf and (len(cells) > 1 or headers[-1] is None):
        asked = [group.role, *group.senses] if group else []
        if not asked or leaf in asked or group is None or group.role not in GROUPS:
            return Column(index, tuple(cells), leaf, 0, squeeze(cells[-1].text), group)
    if group and len(cells) > 1 and group.role in GROUPS and headers[-1] is None:
        return Column(index, tuple(cells), group.role, 0, squeeze(cells[-1].text), group)
    own = next((h for h in reversed(headers) if h is not None and h.role != "skip"), None)
    if own is None:
        return Column(index, tuple(cells), "level" if group else "extra", 0, None, group)
    return Column(index, tuple(cells), own.role, own.rank, None, own)


def _by_values(grid: Grid, depth: int, column: Column, diagnostics: list[Diagnostic]) -> Column:
    """公开方式 and 公开形式: access modes, publication forms or channels, as the options under them say."""
    header = column.header
    if header is None or not header.senses or column.option:
        return column
    scores = dict.fromkeys(header.senses, 0)
    for row in range(depth, min(grid.rows, depth + _SAMPLE)):
        cell, _ = grid.at(row, column.index)
        if cell is None or cell.row != row:
            continue
        for choice in choices(cell.printed):
            for sense in header.senses:
                scores[sense] += lexicon().code(sense, choice.label) not in (None, "other")
    best = max(header.senses, key=lambda sense: scores[sense])
    if best != header.role or not scores[best]:
        read_as = FIELDS[best if scores[best] else header.role]
        diagnostics.append(found("P008", label=column.labels[-1], field=read_as))
    return replace(column, role=best if scores[best] else header.role)


def _unlabelled(grid: Grid, depth: int, column: Column) -> Column:
    """A column without any label that holds nothing but numbers is 序号."""
    if column.cells:
        return column
    texts = [
        cell.text
        for row in range(depth, grid.rows)
        for cell in [grid.at(row, column.index)[0]]
        if cell and not cell.blank
    ]
    numbers = [text for text in texts if is_number(text)]
    return replace(column, role="number") if texts and len(numbers) == len(texts) else column


def _weak_ones(columns: Sequence[Column], diagnostics: list[Diagnostic]) -> list[Column]:
    """Weak labels and second columns of a field that takes one cell give way: they are kept in `extra`."""
    strong = {c.role for c in columns if c.header is None or not c.header.weak}
    taken: set[str] = set()
    kept = []
    for column in columns:
        weak = column.header is not None and column.header.weak and column.role in strong and column.option is None
        single = column.role not in ("level", "extra", "contacts", "contact_units") and column.option is None
        if weak or (single and column.role in taken):
            kept.append(replace(column, role="extra"))
            if not weak and column.cells:
                diagnostics.append(found("P009", column.cells[-1].places(0)[0], label=column.labels[-1], hint=""))
            continue
        if single:
            taken.add(column.role)
        kept.append(column)
    return kept


def _innermost_named(columns: Sequence[Column]) -> list[Column]:
    """Levels in order from the outermost; the innermost one is the item's name."""
    levels = sorted((c for c in columns if c.role == "level"), key=lambda c: (c.rank, c.index))
    if not levels:
        return list(columns)
    return [replace(c, role="name") if c is levels[-1] else c for c in columns]


def _unknown(column: Column) -> Diagnostic:
    import difflib  # on use: most tables have no unknown label

    label = column.labels[-1]
    close = difflib.get_close_matches(key(label), list(lexicon().headers), 1, _CLOSE)
    hint = f" (~ {close[0]})" if close else ""
    places = column.cells[-1].places(0)
    return found("P009", places[0], label=label, hint=hint)


def field_of(column: Column) -> str | None:
    """The contract's field for a column: levels feed `categories`, unknown columns none."""
    if column.role == "level":
        return "categories"
    if column.role == "contact_units":
        return "responsible_units"
    return None if column.role == "extra" else column.role

"""Tables without a header: columns read by what their cells show. Everything that rests on it is inferred."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gicat.grid import Grid
from gicat.interpret.columns import Column
from gicat.lexicon import lexicon
from gicat.recognise.options import choices
from gicat.recognise.shapes import natures

_SHARE = 0.6
_SAMPLE = 20
_TYPED = ("legal_basis", "deadline", "channels", "contacts", "publishers")
_CERTAIN = frozenset({"legal_basis", "deadline", "channels"})
_LEAST_ROWS, _LEAST_COLUMNS = 2, 4


def columns_by_values(grid: Grid) -> list[Column] | None:
    """The columns of a table by their cells; None where they do not look like a catalogue's.

    Two of basis, deadline and channels must be there. Words before the first of these and behind the
    number are levels, name and content, in this order, the innermost taken first: content, name, levels.
    """
    if grid.rows < _LEAST_ROWS or grid.columns < _LEAST_COLUMNS:
        return None
    kinds = [_kind(grid, column) for column in range(grid.columns)]
    if len(_CERTAIN.intersection(kinds)) < 2:
        return None
    taken: set[str] = set()
    for index, kind in enumerate(kinds):
        if kind in taken:
            kinds[index] = "extra"
        elif kind not in ("words", "tick", "extra"):
            taken.add(kind)
    _name_words(kinds)
    return [Column(index, (), _role(grid, index, kind)) for index, kind in enumerate(kinds)]


def _kind(grid: Grid, column: int) -> str:
    cells = {grid.at(row, column)[0] for row in range(grid.rows)}
    texts = [cell.text for cell in cells if cell is not None and not cell.blank and cell.column_span == 1]
    if not texts:
        return "extra"
    counts = Counter(nature for text in texts for nature in natures(text))
    for kind in ("tick", "number", *_TYPED):
        if counts[kind] >= _SHARE * len(texts):
            return kind
    return "words"


def _name_words(kinds: list[str]) -> None:
    """Call the columns of words before the first typed one content, name and levels, from the inside out."""
    first = next(index for index, kind in enumerate(kinds) if kind in _CERTAIN)
    before = [index for index in range(first) if kinds[index] == "words"]
    for index, kind in zip(reversed(before), ("content", "name", *["level"] * len(before)), strict=False):
        kinds[index] = kind
    for index, kind in enumerate(kinds):
        if kind in ("words", "tick"):
            kinds[index] = "extra"


def _role(grid: Grid, column: int, kind: str) -> str:
    """The field of a column; an option list goes to the codelist that knows most of its labels."""
    if kind != "channels":
        return kind
    cells = [grid.at(row, column)[0] for row in range(min(grid.rows, _SAMPLE))]
    labels = [choice.label for cell in cells if cell for choice in choices(cell.printed)]
    return max(("channels", "forms", "access_modes", "audiences"), key=lambda field: _known(field, labels))


def _known(field: str, labels: Sequence[str]) -> int:
    return sum(lexicon().code(field, label) not in (None, "other") for label in labels)

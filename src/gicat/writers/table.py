"""A table for reading on a terminal: as many columns as fit, long cells cut short."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator

from gicat.schema import Catalogue, Document, Item
from gicat.writers.base import WriteOptions, ticked
from gicat.writers.labels import label
from gicat.writers.terminal import shown

_LEAST = 16  # terminal columns below which a column of Chinese text is no pleasure to read
_LINES = 4  # lines that a cell may fill, about

Show = Callable[[Item], str]
_COLUMNS: tuple[tuple[str, int, Show], ...] = (  # name, rank for a place in a narrow terminal, value
    ("number", 0, lambda item: item.number or ""),
    ("categories", 4, lambda item: "\n".join(item.categories)),
    ("name", 1, lambda item: item.name or ""),
    ("content", 2, lambda item: item.content or ""),
    ("legal_basis", 9, lambda item: item.legal_basis.text if item.legal_basis else ""),
    ("publishers", 6, lambda item: "；".join(item.publishers)),
    ("deadline", 5, lambda item: item.deadline.text if item.deadline else ""),
    ("channels", 3, lambda item: ticked(item.channels)),
    ("audiences", 7, lambda item: ticked(item.audiences)),
    ("access_modes", 8, lambda item: ticked(item.access_modes)),
)


def write(documents: Iterable[Document], options: WriteOptions) -> Iterator[str]:
    """Each catalogue as a table of `options.width` columns; cut cells end in …."""
    for document in documents:
        for catalogue in document.catalogues:
            yield _table(catalogue, options)


def _table(catalogue: Catalogue, options: WriteOptions) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    filled = [column for column in _COLUMNS if any(column[2](item) for item in catalogue.items)]
    room = max(2, options.width // _LEAST)
    ranked = sorted(filled, key=lambda column: column[1])[:room]
    columns = [column for column in filled if column in ranked]
    table = Table(title=Text(shown(catalogue.title or "")), show_lines=True, width=options.width, title_justify="left")
    for name, _, _ in columns:
        share = None if name == "number" else 1
        table.add_column(label(name, options.labels), overflow="fold", min_width=4, ratio=share)
    most = _LINES * max(4, options.width // max(1, len(columns)) // 2)
    for item in catalogue.items:
        table.add_row(*(Text(_cut(shown(show(item)), most)) for _, _, show in columns))
    out = io.StringIO()
    console = Console(
        file=out, width=options.width, force_terminal=options.color, color_system="standard" if options.color else None
    )
    console.print(table)
    return out.getvalue()


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"

"""The option lists of a document, each printed cell once: what rules about checkboxes read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gicat import schema
from gicat.rules.printed_text import PrintedCell, catalogue_cells
from gicat.schema import FieldName

LISTS: tuple[FieldName, ...] = ("channels", "forms")
"""Fields that are usually printed as a list in one cell."""


@dataclass(frozen=True, slots=True)
class OptionCell:
    """A printed option cell and what it was read as."""

    cell: PrintedCell
    options: list[schema.Option]

    @property
    def ticked(self) -> list[schema.Option]:
        """The chosen options."""
        return [option for option in self.options if option.checked]

    @property
    def known(self) -> bool:
        """Whether the source tells the state of every option."""
        return bool(self.options) and all(option.checked is not None for option in self.options)

    @property
    def full_list(self) -> bool:
        """Whether the cell prints the options that were not chosen too."""
        return any(option.checked is False and option.mark is not None for option in self.options)


def option_cells(document: schema.Document, number: int, *fields: FieldName) -> Iterator[OptionCell]:
    """The cells of option fields of a catalogue, in document order, those without options left out."""
    for cell in catalogue_cells(document, number, *fields):
        options: list[schema.Option] = getattr(cell.within, cell.field)
        if options:
            yield OptionCell(cell, options)

"""Grids to catalogues: which table is one, what its title is, what its rows say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gicat import schema
from gicat.deadline import Deadline
from gicat.diagnostics import Diagnostic, Phrase, Result, found
from gicat.grid import Block, Grid, Lines, Paragraph, Stream
from gicat.interpret.catalogues import Section, as_text, paragraphs_of, read_section, repeated, same_columns
from gicat.interpret.columns import Column
from gicat.interpret.defaults import apply_defaults
from gicat.interpret.headerless import columns_by_values
from gicat.interpret.heads import dates, defaults, find_title, legend, read_head, stated_basis, stated_contacts
from gicat.interpret.segments import Segment, segments
from gicat.recognise.headers import is_label
from gicat.recognise.titles import region_of
from gicat.text import squeeze


@dataclass(frozen=True)
class Interpretation:
    """The catalogues of a file and the printed text that belongs to none."""

    catalogues: list[schema.Catalogue]
    unplaced: list[schema.Text]


def interpret(
    blocks: Sequence[Block], tables: frozenset[int] | None = None, deadline: Deadline | None = None
) -> Result[Interpretation]:
    """The catalogues in recovered blocks.

    Args:
        blocks: paragraphs and grids in reading order.
        tables: numbers of the grids to read, counted from 0; None for all.
        deadline: when to stop: rows after it are left out (R005), or all refused where no item was read (R018).
    """
    assembler = _Assembler(tables, deadline or Deadline())
    for block in blocks:
        if assembler.deadline.over():
            break
        assembler.take(block)
    return assembler.finish()


def _text(block: Paragraph) -> schema.Text:
    return schema.Text(text=block.text, place=schema.Place.model_validate(block.place(), from_attributes=True))


_LABELS = 4
"""Header labels in a text without structure from which on it is likely to hold a catalogue."""
_REST = Phrase("the rest of the rows", "其余各行")
_LONG = Phrase("it takes too long", "处理时间过长")


@dataclass
class _Assembler:
    tables: frozenset[int] | None
    deadline: Deadline
    catalogues: list[schema.Catalogue] = field(default_factory=list)
    unplaced: list[schema.Text] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    pending: list[schema.Text] = field(default_factory=list)
    table: int = 0
    structureless: bool = False

    def take(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            if block.text.strip():
                (self.unplaced if block.furniture else self.pending).append(_text(block))
        elif isinstance(block, Grid):
            if self.tables is None or self.table in self.tables:
                self._grid(block)
            self.table += 1
        else:
            self._unstructured(block)

    def _unstructured(self, block: Lines | Stream) -> None:
        lines = block.lines if isinstance(block, Lines) else [cell.printed.text for cell in block.cells]
        first = block.first if isinstance(block, Lines) else 1
        words = {squeeze(line) for line in lines}.union(*(line.split() for line in lines))
        self.structureless = self.structureless or sum(map(is_label, words)) >= _LABELS
        self.unplaced += [
            schema.Text(text=line, place=schema.Place(line=number))
            for number, line in enumerate(lines, first)
            if line.strip()
        ]

    def _grid(self, grid: Grid) -> None:
        parts = segments(grid)
        inferred = None if parts else columns_by_values(grid)
        if inferred:
            parts = [Segment((), 0, 0, grid.rows)]
        if not parts:
            self._no_catalogue(grid)
            return
        for part in parts:
            self._segment(grid, part, inferred)

    def _no_catalogue(self, grid: Grid) -> None:
        """A frame around text is its paragraphs; any other table is kept apart, which is told of one inside a cell."""
        cells = [cell for cell in grid.cells if not cell.blank]
        if grid.columns == 1:
            self.pending += [text for cell in cells for text in paragraphs_of(cell, self.table)]
            return
        self.unplaced += [as_text(cell, self.table) for cell in cells]
        if grid.nested is not None and cells:
            self.diagnostics.append(found("P020", cells[0].places(self.table)[0]))

    def _segment(self, grid: Grid, part: Segment, inferred: list[Column] | None) -> None:
        section = read_section(grid, part, self.table, inferred, self.deadline)
        self.pending += [as_text(cell, self.table) for cell in part.above]
        title = find_title(self.pending)
        last = self.catalogues[-1] if self.catalogues else None
        if last is not None and title is None and same_columns(last.columns, section.columns):
            last.notes += self.pending
            again = [repeated(grid, row, self.table) for row in range(part.top, part.depth)]
            self._add(replace(section, diagnostics=[*again, *section.diagnostics]), last)
        else:
            self._start(section, title)
        self.pending = []

    def _start(self, section: Section, title: int | None) -> None:
        before = 0
        if self.catalogues and title is not None:
            before = title
            self.catalogues[-1].notes += self.pending[:before]
        preamble = self.pending[before:]
        head = read_head(self.pending[title].text if title is not None else None, preamble)
        titled = self.pending[title] if title is not None else None
        catalogue = schema.Catalogue(
            title=titled.text if titled else None,
            region=head.region,
            agency=head.agency,
            agency_source=head.agency_source,
            preamble=[text for text in preamble if text is not titled],
            columns=section.columns,
        )
        self.catalogues.append(catalogue)
        self._add(section, catalogue)

    def _add(self, section: Section, catalogue: schema.Catalogue) -> None:
        index, offset = len(self.catalogues) - 1, len(catalogue.items)
        catalogue.items += section.items
        catalogue.notes += section.notes
        self.diagnostics += [d.at_item(index, None if d.item is None else d.item + offset) for d in section.diagnostics]

    def finish(self) -> Result[Interpretation]:
        if self.deadline.passed:
            self._out_of_time()
        elif not self.catalogues:
            self.diagnostics.append(found("R017" if self.structureless else "R012"))
        if self.catalogues:
            self.catalogues[-1].notes += self.pending
        else:
            self.unplaced = sorted(
                [*self.unplaced, *self.pending], key=lambda t: (t.place.page or 0, t.place.line or 0)
            )
        for index, catalogue in enumerate(self.catalogues):
            self.diagnostics += [replace(d, catalogue=index) for d in _complete(catalogue)]
        return Result.of(Interpretation(self.catalogues, self.unplaced), self.diagnostics)

    def _out_of_time(self) -> None:
        seconds = f"{self.deadline.seconds:g}"
        if any(catalogue.items for catalogue in self.catalogues):
            self.diagnostics.append(found("R005", limit=f"{seconds} s", what=_REST))
        else:
            self.catalogues = []
            self.diagnostics.append(found("R018", what=_LONG, limit=f"seconds={seconds}"))


def _complete(catalogue: schema.Catalogue) -> list[Diagnostic]:
    """What can only be said of a whole catalogue: dates, contacts, the one publisher of all rows, defaults."""
    around = [*catalogue.preamble, *catalogue.notes]
    titled = [schema.Text(text=catalogue.title)] if catalogue.title else []
    catalogue.published, catalogue.updated = dates([*titled, *around])
    catalogue.contacts = stated_contacts(around)
    catalogue.legal_basis = stated_basis(catalogue.preamble)
    labels = [label for column in catalogue.columns for label in column.label]
    catalogue.legend = legend([*labels, *(text.text for text in around)])
    if catalogue.agency is None:
        publishers = {tuple(item.publishers) for item in catalogue.items}
        if len(publishers) == 1 and len(only := next(iter(publishers))) == 1:
            catalogue.agency, catalogue.agency_source = only[0], "publishers"
            catalogue.region = catalogue.region or region_of(only[0])
    return apply_defaults(catalogue, defaults(catalogue.preamble))


__all__ = ["Interpretation", "interpret"]

"""Text without delimiters to tables: the sequence of its words decoded against what each column's cells look like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gicat.diagnostics import Diagnostic, Result, found
from gicat.grid import Block, Fragment, Lines, Paragraph, Place, Printed
from gicat.recognise.titles import is_title
from gicat.recover.flowing.atoms import Atom, atoms, box_glyphs, printed
from gicat.recover.flowing.decode import Step, decode
from gicat.recover.flowing.header import Header, headers
from gicat.recover.flowing.learn import learned, merged
from gicat.recover.flowing.pieces import Gap, Piece, pieces
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.slots import Slot, slots
from gicat.recover.flowing.tables import Decoded
from gicat.text import squeeze

_SAMPLE = 1_500
"""Atoms from which the columns are learned."""
_LESSONS = 2
_TITLE_LINES = 3


@dataclass(frozen=True)
class Region:
    """A table: its header, and the pieces under it and under each repetition of the header."""

    header: Header
    body: list[Piece]
    repeated: tuple[Paragraph, ...]


def flowing_blocks(block: Lines) -> Result[list[Block]]:
    """The tables of a text without delimiters; the text itself where it has no header of one."""
    reading = _Reading(block, blank_cells=False)
    if any(not line for line in block.lines) and reading.regions:
        other = _Reading(block, blank_cells=True)
        if other.regions and other.worth() > reading.worth():
            reading = other
    if not reading.regions:
        return Result([block])
    return reading.blocks()


class _Reading:
    """A text under one assumption of what its blank lines are."""

    def __init__(self, block: Lines, *, blank_cells: bool) -> None:
        self.pieces = pieces(block, blank_cells=blank_cells)
        self.blank_cells = blank_cells
        self.glyphs = box_glyphs(self.pieces)
        self.regions, self.before, self.between = _regions(self.pieces)

    def worth(self) -> float:
        """What the first table's beginning is worth by the piece."""
        region = self.regions[0]
        table = atoms(region.body, self.glyphs)[:_SAMPLE]
        columns = slots(region.header.columns, blank_cells=self._blank_cells(region))
        _, score = decode(table, Scores(table, columns, blank_cells=self._blank_cells(region)))
        printed_pieces = sum(not atom.blank for atom in table)
        return score / max(1, printed_pieces)

    def _blank_cells(self, region: Region) -> bool:
        """Whether this text prints empty cells: it has some."""
        return any(piece.blank for piece in region.body)

    def blocks(self) -> Result[list[Block]]:
        """Its paragraphs and tables."""
        found_blocks: list[Block] = list(self.before)
        diagnostics: list[Diagnostic] = []
        for number, region in enumerate(self.regions):
            result = self._table(region)
            found_blocks += result.value
            diagnostics += result.diagnostics
            found_blocks += self.between[number]
        return Result.of(found_blocks, diagnostics)

    def _table(self, region: Region) -> Result[list[Block]]:
        table = atoms(region.body, self.glyphs)
        blank_cells = self._blank_cells(region)
        columns = slots(region.header.columns, blank_cells=blank_cells)
        columns, merged_cost = _lessons(table[:_SAMPLE], columns, blank_cells=blank_cells)
        steps, _ = decode(table, Scores(table, columns, blank_cells=blank_cells, merged=merged_cost))
        decoded = Decoded(region.header.columns, columns, table)
        grid = decoded.fill(steps)
        line = region.header.columns.tops[0].line
        told = [replace(found("P022", Place(line=line)), certainty="inferred")]
        told += [replace(found("P006", head.place()), text=head.text) for head in region.repeated]
        return Result.of([grid, *decoded.outside], [*told, *decoded.diagnostics])


def _lessons(sample: Sequence[Atom], columns: list[Slot], *, blank_cells: bool) -> tuple[list[Slot], float | None]:
    """The columns as a sample shows them, learned from two assumptions of how wide they are: the better one's."""
    first, _ = decode(sample, Scores(sample, columns, blank_cells=blank_cells))
    best: tuple[float, list[Slot], float] | None = None
    for narrow in (False, True):
        steps = first
        for _ in range(_LESSONS):
            known, rare = learned(columns, sample, steps, narrow=narrow), merged(columns, steps)
            steps, worth = decode(sample, Scores(sample, known, blank_cells=blank_cells, merged=rare))
        if best is None or worth > best[0]:
            best = (worth, known, rare)
    return (best[1], best[2]) if best else (columns, None)


def _regions(found_pieces: Sequence[Piece]) -> tuple[list[Region], list[Paragraph], list[list[Paragraph]]]:
    """The tables of a text, the paragraphs before the first, and those behind each that announce the next."""
    heads = headers(found_pieces)
    if not heads:
        return [], [], []
    regions: list[Region] = []
    between: list[list[Paragraph]] = []
    for number, head in enumerate(heads):
        end = heads[number + 1].start if number + 1 < len(heads) else len(found_pieces)
        body = list(found_pieces[head.end : end])
        titles = _titles(body) if number + 1 < len(heads) else 0
        announced = _paragraphs(body[len(body) - titles :])
        body = body[: len(body) - titles]
        if regions and not between[-1] and regions[-1].header.labels == head.labels:
            last = regions[-1]
            body = [replace(body[0], gap=Gap.PAGE), *body[1:]] if body else body
            again = _paragraphs(found_pieces[head.start : head.end])
            regions[-1] = Region(last.header, last.body + body, (*last.repeated, *again))
            between[-1] = announced
        else:
            regions.append(Region(head, body, ()))
            between.append(announced)
    return regions, _paragraphs(found_pieces[: heads[0].start]), between


def _titles(body: Sequence[Piece]) -> int:
    """How many pieces at the end of a table's body announce the next: lines from one that reads like a title on."""
    starts = [index for index, piece in enumerate(body) if piece.gap >= Gap.LINE][-_TITLE_LINES:]
    for start in starts:
        end = next((s for s in starts if s > start), len(body))
        if is_title(squeeze("".join(piece.space + piece.text for piece in body[start:end]))):
            return len(body) - start
    return 0


def _paragraphs(line_pieces: Sequence[Piece]) -> list[Paragraph]:
    """Pieces as paragraphs, one a line."""
    found_lines: list[Paragraph] = []
    text, line = "", 0
    for piece in line_pieces:
        if piece.gap >= Gap.LINE and text:
            found_lines.append(Paragraph(Printed(text), (Fragment(line=line),)))
            text = ""
        if not text:
            line = piece.line
        text += (piece.space if text else "") + piece.text
    if text:
        found_lines.append(Paragraph(Printed(text), (Fragment(line=line),)))
    return found_lines


__all__ = ["Atom", "Slot", "Step", "flowing_blocks", "printed"]

"""The tables in a sequence of pieces: headers, what stands under them, and the paragraphs around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gicat.grid import Fragment, Paragraph, Printed
from gicat.recognise.titles import is_title
from gicat.recover.flowing.header import Header, headers
from gicat.recover.flowing.pieces import Gap, Piece
from gicat.recover.flowing.seams import parted
from gicat.text import squeeze

_TITLE_LINES = 3


@dataclass(frozen=True)
class Region:
    """A table: its header, and the pieces under it and under each repetition of the header."""

    header: Header
    body: list[Piece]
    repeated: tuple[Paragraph, ...]

    @property
    def blank_cells(self) -> bool:
        """Whether this text prints empty cells: it has some."""
        return any(piece.blank for piece in self.body)


def regions_of(found_pieces: Sequence[Piece]) -> tuple[list[Region], list[Paragraph], list[list[Paragraph]]]:
    """The tables of a text, the paragraphs before the first, and those behind each that announce the next."""
    heads = headers(found_pieces)
    if not heads:
        return [], [], []
    found_regions: list[Region] = []
    between: list[list[Paragraph]] = []
    for number, head in enumerate(heads):
        end = heads[number + 1].start if number + 1 < len(heads) else len(found_pieces)
        body = list(found_pieces[head.end : end])
        body = parted(body) if head.glued else body
        titles = _titles(body) if number + 1 < len(heads) else 0
        announced = _paragraphs(body[len(body) - titles :])
        body = body[: len(body) - titles]
        if found_regions and not between[-1] and found_regions[-1].header.labels == head.labels:
            last = found_regions[-1]
            body = [replace(body[0], gap=Gap.PAGE), *body[1:]] if body else body
            again = _paragraphs(found_pieces[head.start : head.end])
            found_regions[-1] = Region(last.header, last.body + body, (*last.repeated, *again))
            between[-1] = announced
        else:
            found_regions.append(Region(head, body, ()))
            between.append(announced)
    return found_regions, _paragraphs(found_pieces[: heads[0].start]), between


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

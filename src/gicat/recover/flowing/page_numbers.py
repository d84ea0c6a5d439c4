"""Page numbers at the edges of pages: no words of a cell, whatever row they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gicat.grid import Fragment, Paragraph, Printed
from gicat.recognise.page_numbers import is_page_number, is_told_page_number
from gicat.recover.flowing.pieces import Gap, Piece


def without_page_numbers(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Paragraph]]:
    """The pieces without the page numbers, and these as paragraphs.

    At the foot of a page a bare number is one; at its head it may be that of a row.
    """
    kept: list[Piece] = []
    taken: list[Paragraph] = []
    start = 0
    while start < len(pieces):
        end = start + 1
        while end < len(pieces) and pieces[end].gap < Gap.LINE:
            end += 1
        foot = end < len(pieces) and pieces[end].gap == Gap.PAGE
        head = pieces[start].gap == Gap.PAGE
        text = "".join(piece.text for piece in pieces[start:end])
        if (foot and is_page_number(text)) or (head and is_told_page_number(text)):
            words = "".join(piece.space + piece.text for piece in pieces[start:end])
            taken.append(Paragraph(Printed(words), (Fragment(line=pieces[start].line),), furniture=True))
            if head and end < len(pieces):
                kept.append(replace(pieces[end], gap=Gap.PAGE))
                end += 1
                while end < len(pieces) and pieces[end].gap < Gap.LINE:
                    kept.append(pieces[end])
                    end += 1
        else:
            kept += pieces[start:end]
        start = end
    return kept, taken

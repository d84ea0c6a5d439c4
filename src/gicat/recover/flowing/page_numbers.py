"""Page numbers at the edges of pages: no words of a cell, whatever row they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gicat.grid import Fragment, Paragraph, Printed
from gicat.recover.flowing.pieces import Gap, Piece

_DECORATED = re.compile(r"(?:第\d{1,4}页(?:共\d{1,4}页)?|[-—–]+\d{1,4}[-—–]+|\d{1,4}/\d{1,4}|共\d{1,4}页)")
_BARE = re.compile(r"\d{1,4}")


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
        if (foot and _BARE.fullmatch(text)) or ((foot or head) and _DECORATED.fullmatch(text)):
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

"""Pieces of lines in horizontal bands, between which the paper is white, and as the text of a cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gicat.grid import Break, Mark, Piece, Printed

_ASCENT, _DESCENT = 0.82, 0.1  # of the em: what a Han character covers above and below the baseline
_LINE = 0.5  # of the em: nearer baselines are one line


@dataclass(frozen=True, slots=True)
class Band:
    """Pieces with white paper above and below; `top` and `bottom` are where they are printed."""

    pieces: tuple[Piece, ...]
    top: float
    bottom: float


def top_of(piece: Piece) -> float:
    """Where the print of a piece begins."""
    return piece.y - _ASCENT * piece.size


def bottom_of(piece: Piece) -> float:
    """Where the print of a piece ends."""
    return piece.y + _DESCENT * piece.size


def bands(pieces: Iterable[Piece], white: float = 0.0) -> list[Band]:
    """The bands of some pieces from top to bottom, parted by more than so much white paper."""
    found: list[Band] = []
    for piece in sorted(pieces, key=top_of):
        if found and top_of(piece) <= found[-1].bottom + white:
            last = found[-1]
            found[-1] = Band((*last.pieces, piece), last.top, max(last.bottom, bottom_of(piece)))
        else:
            found.append(Band((piece,), top_of(piece), bottom_of(piece)))
    return found


def lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces by line, from top to bottom and left to right."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.y):
        if found and piece.y - found[-1][0].y < _LINE * max(piece.size, found[-1][0].size):
            found[-1].append(piece)
        else:
            found.append([piece])
    for line in found:
        line.sort(key=lambda piece: piece.box[0])
    return found


def joined(pieces: Sequence[Piece], how: Break | None = None, right: float = 0.0) -> Printed:
    """The text of some pieces.

    Args:
        pieces: of one cell.
        how: why its lines end; where it is None, a line that comes near `right` is wrapped, another was ended.
        right: where the longest line of the column ends.
    """
    text = Printed()
    above: list[Piece] = []
    for line in lines(pieces):
        row = Printed()
        for piece in line:
            row = _beside(row, piece.printed)
        room = right - above[-1].box[2] if above else 0.0
        text = text.joined(row, how or (Break.WRAP if room < line[0].size else Break.LINE))
        above = line
    return text


def _beside(left: Printed, right: Printed) -> Printed:
    if not left.text:
        return right
    shift = len(left.text) + 1
    moved: tuple[Mark, ...] = tuple(replace(mark, offset=mark.offset + shift) for mark in right.marks)
    return Printed(f"{left.text} {right.text}", (), (*left.marks, *moved))

"""Pieces to atoms: what surely stands in one cell is put together before anything is decided.

Sure is: white space beside a digit or Latin letter, the inside of a bracket, the rest of a list of boxes, and a
number broken behind its dash. Nothing is joined over the edge of a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gicat.grid import Break, Printed
from gicat.recognise.shapes import is_number
from gicat.recover.flowing.boxes import Boxes, begins_anew
from gicat.recover.flowing.pieces import Gap, Piece, width

_OPENING, _CLOSING = "《（(〈【", "》）)〉】"
_BRACKETED = 12
"""Pieces that a bracket runs over at most."""
_PHONE = re.compile(r"(?:^|\D)0\d{2,3}\s?[-－—―]$")
_UNIT_OF_NUMBER = re.compile(r"号(?:[）)〕、，。；]|$)")
"""What stands behind a number that is no row's."""


@dataclass(frozen=True, slots=True)
class Atom:
    """Pieces that surely stand in one cell.

    Attributes:
        text: their characters, line ends as line feeds.
        line: the line they start on.
        gap: what stands before them; `space` the white space before them on their line.
        lines: the width of each of their lines.
        lead: the width of what cannot be divided at their start.
        boxed: whether they are of a list of boxes.
        even: the width of the widest of their lines that are nothing but Han characters, each as wide as the other.
    """

    text: str
    line: int
    gap: Gap
    space: str
    lines: tuple[int, ...]
    lead: int
    boxed: bool = False
    even: int = 0

    @property
    def blank(self) -> bool:
        """Whether it stands for an empty cell."""
        return not self.text


_HAN = re.compile(r"[\u4e00-\u9fff]+$")
_UNIT = re.compile(r"[《（(〈【〔「『“‘]*(?:[\x21-\x7e]+|.)[、，。；：？！”’）》」』】〕,.;:?!)]*", re.DOTALL)


@lru_cache(maxsize=20_000)
def lead(text: str) -> int:
    """The width of the shortest beginning of a text that a line can end behind."""
    match = _UNIT.match(text)
    return width(match.group()) if match else 0


def atoms(pieces: Sequence[Piece], boxes: Boxes) -> list[Atom]:
    """The atoms of a text, given its pieces and the boxes in it."""
    return _listed(_bracketed(pieces), boxes)


def _bracketed(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Runs of pieces that digits or brackets hold together."""
    runs: list[list[Piece]] = []
    index = 0
    while index < len(pieces):
        end = index + 1
        while end < len(pieces):
            reach = _closed(pieces, index, end)
            if reach > end:
                end = reach
            elif _narrow(pieces, index, end) or _dialled(pieces[end - 1], pieces[end]):
                end += 1
            else:
                break
        runs.append(list(pieces[index:end]))
        index = end
    return runs


def _closed(pieces: Sequence[Piece], start: int, end: int) -> int:
    """The piece behind the one that closes every bracket left open in `start`..`end`, or `end`."""
    depth = sum(_depth(piece.text) for piece in pieces[start:end])
    if depth <= 0:
        return end
    for number in range(end, min(end + _BRACKETED, len(pieces))):
        piece = pieces[number]
        if piece.blank or piece.gap == Gap.PAGE or piece.text[0] in "□☑☐☒":
            return end
        depth += _depth(piece.text)
        if depth <= 0:
            return number + 1
    return end


@lru_cache(maxsize=20_000)
def _depth(text: str) -> int:
    return sum((char in _OPENING) - (char in _CLOSING) for char in text)


def _narrow(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether a space is no more than what a layout puts beside digits and Latin letters."""
    before, after = pieces[end - 1], pieces[end]
    if after.gap != Gap.SPACE or before.blank or after.blank:
        return False
    if before.text[-1].isascii() == after.text[0].isascii():
        return False
    first = end - 1 == start and before.gap >= Gap.LINE
    counted = first and is_number(before.text) and not _UNIT_OF_NUMBER.match(after.text)
    return not counted and not _complete(before.text, after.text)


def _complete(before: str, after: str) -> bool:
    """Whether two words beside a space are likely cells of their own: words, then a number that does not go on."""
    return (
        not before[-1].isascii()
        and (after[0].isdigit() or after[0] in "(+")
        and before[-1] not in "第每于于前后令月年共约为满第至"
    )


def _dialled(before: Piece, after: Piece) -> bool:
    return after.gap in (Gap.LINE, Gap.BLANK) and after.text[:1].isdigit() and _PHONE.search(before.text) is not None


def _listed(runs: Sequence[Sequence[Piece]], boxes: Boxes) -> list[Atom]:
    """Runs to atoms; a box goes on with the list before it unless a new list may begin there."""
    found: list[Atom] = []
    current: list[Piece] = []
    labels: list[str] = []
    for index, run in enumerate(runs):
        first = run[0]
        boxed = boxes.list_begins(run)
        if current and first.gap != Gap.PAGE and not first.blank:
            if boxed and not begins_anew(labels, boxes.labels(run)):
                current += run
                labels += boxes.labels(run)
                continue
            if not boxed and boxes.rest(labels, run, runs[index + 1 : index + 2]):
                current += run
                labels = [*labels[:-1], labels[-1] + boxes.labels(run)[0], *boxes.labels(run)[1:]]
                continue
        if current:
            found.append(_atom(current, boxed=True))
        current, labels = ([], []) if not boxed else (list(run), boxes.labels(run))
        if not boxed:
            found.append(_atom(run))
    if current:
        found.append(_atom(current, boxed=True))
    return found


def _atom(run: Sequence[Piece], *, boxed: bool = False) -> Atom:
    first = run[0]
    text, widths = first.text, [width(first.text)]
    for piece in run[1:]:
        if piece.gap == Gap.SPACE:
            text += piece.space + piece.text
            widths[-1] += width(piece.space) + width(piece.text)
        else:
            text += "\n" + piece.text
            widths.append(width(piece.text))
    return Atom(text, first.line, first.gap, first.space, tuple(widths), lead(first.text), boxed, _even(text))


@lru_cache(maxsize=20_000)
def _even(text: str) -> int:
    return max((width(line) for line in text.split("\n") if _HAN.match(line)), default=0)


def printed(cell: Sequence[Atom]) -> Printed:
    """The text of atoms of one cell."""
    text = cell[0].text
    for atom in cell[1:]:
        text += (atom.space if atom.gap == Gap.SPACE else "\n") + atom.text
    return Printed(text, (Break.WRAP,) * text.count("\n"))

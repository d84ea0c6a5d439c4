"""Pieces to atoms: what surely stands in one cell is put together before anything is decided.

Sure is: white space beside a digit or Latin letter, the inside of a bracket, the rest of a list of boxes, and a
number broken behind its dash. Nothing is joined over the edge of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gicat.grid import Break, Printed
from gicat.lexicon import lexicon, remembered
from gicat.marks import TICKED, UNTICKED
from gicat.recognise.shapes import is_number
from gicat.recover.flowing.pieces import Gap, Piece, width
from gicat.text import key

_OPENING, _CLOSING = "《（(〈【", "》）)〉】"
_BRACKETED = 12
"""Pieces that a bracket runs over at most."""
_PHONE = re.compile(r"(?:^|\D)0\d{2,3}\s?[-－—―]$")
_UNIT_OF_NUMBER = re.compile(r"号(?:[）)〕、，。；]|$)")
"""What stands behind a number that is no row's."""
_REST = 12
"""Characters that the rest of an option's label has at most."""
_LAST_OPTION = re.compile(r"其他|其它")
_BULLETS = frozenset("●■◆▲○")
"""Glyphs that are boxes only in a text that has one before an option of a codelist."""


@dataclass(frozen=True, slots=True)
class Atom:
    """Pieces that surely stand in one cell.

    Attributes:
        text: their characters, line ends as line feeds.
        line: the line they start on.
        gap: what stands before them; `space` the white space before them on their line.
        lines: the width of each of their lines.
        lead: the width of what cannot be divided at their start.
        boxed: whether they start with a box.
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


def box_glyphs(texts: Iterable[str]) -> frozenset[str]:
    """The glyphs that are boxes in some texts: those that are nothing else, and bullets before a known option."""
    options = lexicon().option_keys
    glyphs = (TICKED | UNTICKED) - _BULLETS - frozenset("√✓✔þýüÞ¨")
    found = set(glyphs)
    for text in texts:
        first = text[:1]
        if first and first not in found and (first in TICKED or first in UNTICKED) and key(text[1:]) in options:
            found.add(first)
    return frozenset(found)


def atoms(pieces: Sequence[Piece], glyphs: frozenset[str]) -> list[Atom]:
    """The atoms of a text, given its pieces and the glyphs that are boxes in it."""
    return _listed(_bracketed(pieces), glyphs)


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


def _listed(runs: Sequence[Sequence[Piece]], glyphs: frozenset[str]) -> list[Atom]:
    """Runs to atoms; a box goes on with the list before it unless a new list may begin there."""
    found: list[Atom] = []
    current: list[Piece] = []
    labels: list[str] = []
    for index, run in enumerate(runs):
        first = run[0]
        boxed = first.text[:1] in glyphs
        if current and first.gap != Gap.PAGE and not first.blank:
            if boxed and not _anew(labels, _labels(run, glyphs)):
                current += run
                labels += _labels(run, glyphs)
                continue
            if not boxed and _rest(labels, run, runs[index + 1 : index + 2], glyphs):
                current += run
                labels = [*labels[:-1], labels[-1] + _labels(run, glyphs)[0], *_labels(run, glyphs)[1:]]
                continue
        if current:
            found.append(_atom(current, boxed=True))
        current, labels = ([], []) if not boxed else (list(run), _labels(run, glyphs))
        if not boxed:
            found.append(_atom(run))
    if current:
        found.append(_atom(current, boxed=True))
    return found


def _labels(run: Sequence[Piece], glyphs: frozenset[str]) -> list[str]:
    """The keys of the options that a run prints, what stands before its first box included."""
    text = "".join(piece.text for piece in run)
    parts = re.split(f"[{re.escape(''.join(glyphs))}]", text)
    return [key(part) for part in (parts[1:] if text[:1] in glyphs else parts)]


def _anew(have: Sequence[str], more: Sequence[str]) -> bool:
    """Whether a list may begin: its first option is in the list before, of another codelist, or behind 其他."""
    first = more[0]
    if first in have or _LAST_OPTION.match(have[-1]):
        return True
    before, after = _fields(have[0]), _fields(first)
    return bool(before and after and not before & after)


@remembered(maxsize=5_000)
def _fields(label: str) -> frozenset[str]:
    """The codelists that have a label."""
    return frozenset(field for field, labels in lexicon().options.items() if label in labels)


def _rest(
    labels: Sequence[str], run: Sequence[Piece], following: Sequence[Sequence[Piece]], glyphs: frozenset[str]
) -> bool:
    """Whether a run is the rest of the label before it: together they are an option, or only so the list goes on."""
    known = lexicon().option_keys
    head = _labels(run, glyphs)[0]
    if not head or len(head) > _REST:
        return False
    if labels[-1] + head in known:
        return True
    goes_on = bool(following) and following[0][0].text[:1] in glyphs and following[0][0].gap != Gap.PAGE
    return goes_on and labels[-1] not in known and head not in known and not _LAST_OPTION.match(labels[-1])


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

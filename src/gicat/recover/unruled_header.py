"""The header of a table without rulings: its labels, and the columns that stand under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gicat.grid import Break, Piece, Printed
from gicat.recognise.headers import arrange, is_label
from gicat.recover.bands import Band, bands, bottom_of, joined, top_of

_ENOUGH = 3
_LABELS = 0.6  # of the pieces of a band of a header that are labels

Boxed = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A header cell: its text and the lines it stands on."""

    pieces: tuple[Piece, ...]

    @property
    def printed(self) -> Printed:
        """Its text."""
        return joined(self.pieces, Break.WRAP)

    @property
    def text(self) -> str:
        """Its text without breaks."""
        return "".join(piece.printed.text for piece in self.pieces)

    @property
    def box(self) -> Boxed:
        """Where it stands."""
        boxes = [piece.box for piece in self.pieces]
        return (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )

    @property
    def x(self) -> float:
        """Its middle."""
        return (self.box[0] + self.box[2]) / 2

    @property
    def y(self) -> float:
        """The middle of its lines."""
        return (self.pieces[0].y + self.pieces[-1].y) / 2


@dataclass(frozen=True, slots=True)
class Header:
    """A header row, or two.

    Attributes:
        tops, subs: labels of the first and the second row, left to right; `subs` may be empty.
        leaves: for every column the index of its top, and of its sub or None.
        end: the number of pieces of the page up to its last.
    """

    tops: tuple[Label, ...]
    subs: tuple[Label, ...]
    leaves: tuple[tuple[int, int | None], ...]
    first: Band
    last: Band

    def leaf(self, column: int) -> Label:
        """The label directly over a column."""
        top, sub = self.leaves[column]
        return self.tops[top] if sub is None else self.subs[sub]

    def labels(self, column: int) -> list[str]:
        """The labels over a column, outermost first."""
        top, sub = self.leaves[column]
        return [self.tops[top].text, *([] if sub is None else [self.subs[sub].text])]


def find_header(pieces: Sequence[Piece]) -> Header | None:
    """The first header among the pieces of a page; None where none is, or where its columns cannot be told."""
    found = bands(pieces)
    for index, band in enumerate(found):
        if not _is_header(band, found[index + 1] if index + 1 < len(found) else None):
            continue
        end = index + 1
        while end < len(found) and _goes_on(found[index:end], found[end]):
            end += 1
        labels = _labels([piece for header in found[index:end] for piece in header.pieces])
        return _arranged(labels, band, found[end - 1])
    return None


def _is_header(band: Band, below: Band | None) -> bool:
    """Whether a header starts with a band: it has labels, and with the one below it enough of them."""
    own = sum(is_label(piece.printed.text) for piece in band.pieces)
    if own < 2 or own < _LABELS * len(band.pieces):
        return False
    more = sum(is_label(piece.printed.text) for piece in below.pieces) if below else 0
    return own + more >= _ENOUGH


def _goes_on(header: Sequence[Band], band: Band) -> bool:
    """Whether a band belongs to the header above it: labels, or the rest of wrapped ones."""
    known = sum(is_label(piece.printed.text) or _completes(piece, header) for piece in band.pieces)
    return known >= _LABELS * len(band.pieces)


def _completes(piece: Piece, header: Sequence[Band]) -> bool:
    above = [other for band in header for other in band.pieces if _over(other, piece)]
    return any(is_label(other.printed.text + piece.printed.text) for other in above)


def _over(above: Piece, below: Piece) -> bool:
    return above.y < below.y and above.box[0] < below.box[2] and below.box[0] < above.box[2]


def _labels(pieces: Sequence[Piece]) -> list[Label]:
    """Header cells: pieces under each other that only together are a label are one."""
    labels: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.box[0])):
        over = next((label for label in reversed(labels) if _over(label[-1], piece)), None)
        if over is not None and not is_label(piece.printed.text):
            over.append(piece)
        else:
            labels.append([piece])
    return [Label(tuple(label)) for label in labels]


def _beside(label: Label, other: Label) -> bool:
    """Whether two labels stand in one row: on the same lines by half of the lower one at least."""
    (top, bottom), (start, end) = ((top_of(one.pieces[0]), bottom_of(one.pieces[-1])) for one in (label, other))
    return min(bottom, end) - max(top, start) >= min(bottom - top, end - start) / 2


def _arranged(labels: Sequence[Label], first: Band, last: Band) -> Header | None:
    """Labels as one or two rows over their columns."""
    lowest = max(labels, key=lambda label: label.y)
    low = [label for label in labels if _beside(label, lowest)]
    start = min(top_of(label.pieces[0]) for label in low)
    high = [label for label in labels if bottom_of(label.pieces[-1]) <= start]
    subs = low if high and len(low) < len(labels) else []
    tops = [label for label in labels if label not in subs]
    tops.sort(key=lambda label: label.x)
    subs = sorted(subs, key=lambda label: label.x)
    leaves = arrange([label.text for label in tops], [label.text for label in subs])
    told = tuple((leaf.top, leaf.sub) for leaf in leaves if leaf.top is not None)
    header = Header(tuple(tops), tuple(subs), told, first, last)
    places = [header.leaf(column).x for column in range(len(told))]
    complete = len({sub for _, sub in told if sub is not None}) == len(subs) and {top for top, _ in told} == set(
        range(len(tops))
    )
    return header if complete and places == sorted(places) and len(set(places)) == len(places) else None

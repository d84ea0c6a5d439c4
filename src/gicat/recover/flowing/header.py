"""Where in a sequence of pieces a header stands: labels broken over lines, and several glued to one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gicat.grid import Break, Printed, StreamCell
from gicat.lexicon import lexicon, remembered
from gicat.recognise.headers import header_of, is_label, is_listed
from gicat.recognise.labels import beginnings
from gicat.recover.columns import Columns, columns_of
from gicat.recover.flowing.pieces import Gap, Piece
from gicat.recover.header_region import columns_in, first_inner
from gicat.text import key

_ENOUGH, _ENOUGH_BEFORE = 3, 5
_LONGEST = 30
_LONGEST_OWN = 12
_REACH = 60
"""Pieces that a header has at most."""
_LABEL, _CROSSED, _GLUED, _OWN = 1.0, 0.4, 0.6, 2.6
"""What a label costs; and each line end in it; and its start in the middle of a piece; and one of no list."""
_IMPOSSIBLE = 1e9


@dataclass(frozen=True)
class Header:
    """Pieces `start`..`end` are a header over `columns`; `glued` if labels of it stand without anything between."""

    start: int
    end: int
    columns: Columns
    glued: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """The keys of its labels."""
        return tuple(key(c.printed.text) for c in (*self.columns.tops, *self.columns.subs) if not c.printed.blank)


def headers(pieces: Sequence[Piece]) -> list[Header]:
    """The headers of a text, in order."""
    found: list[Header] = []
    index = 0
    while index < len(pieces):
        header = _header_at(pieces, index) if _may_start(pieces, index) else None
        if header:
            found.append(header)
        index = header.end if header else index + 1
    return found


@remembered(maxsize=1)
def _beginnings() -> frozenset[str]:
    words = lexicon()
    listed = frozenset(label[:2] for label in (*words.headers, *words.leaves))
    return listed | beginnings() | {label for label in words.headers if len(label) == 1}


def _may_start(pieces: Sequence[Piece], index: int) -> bool:
    """A quick look: a header starts on a line of its own with the first characters of a label."""
    piece = pieces[index]
    if piece.gap < Gap.LINE or piece.blank:
        return False
    rest = pieces[index + 1].text if len(piece.text) == 1 and index + 1 < len(pieces) else ""
    first = key((piece.text + rest)[:3])
    return first[:2] in _beginnings() or first[:1] in _beginnings()


def _header_at(pieces: Sequence[Piece], start: int) -> Header | None:
    window = pieces[start : start + _REACH]
    spans = _ended(window, _labels(window))
    known = [span for span in spans if span.known]
    if len(known) < _ENOUGH:
        return None
    columns = _columns([_cell(window, span) for span in spans])
    glued = sum(span.begin > 0 for span in spans) > 1
    return Header(start, start + spans[-1].stop, columns, glued) if columns else None


def _ended(window: Sequence[Piece], spans: list[_Span]) -> list[_Span]:
    """The labels without those of a body that begins with a label's words: one alone behind a word of no list.

    A remark (备注) is a label there all the same.
    """
    while True:
        own = max((number for number, span in enumerate(spans) if not span.known), default=-1)
        behind = [_cell(window, span).printed.text for span in spans[own + 1 :]]
        told = any((header := header_of(text)) is not None and header.role == "extra" for text in behind)
        if own < _ENOUGH_BEFORE or len(behind) > 1 or told:
            return spans
        spans = spans[:own]


def _columns(cells: Sequence[StreamCell]) -> Columns | None:
    """Empty cells before the first label of a second row stand under labels of one row, if that fits."""
    inner = first_inner(cells)
    start = inner
    while start > 1 and cells[start - 1].printed.blank:
        start -= 1
    blanks = any(cell.printed.blank for cell in cells[:start])
    splits = [len(cells) // 2] if blanks and start <= len(cells) // 2 <= inner else [] if blanks else [start]
    for split in splits:
        if 1 < split <= inner and (columns := columns_of([cells[:split], cells[split:]])):
            return columns
    return columns_in(cells, Gap.LINE)


@dataclass(frozen=True, slots=True)
class _Span:
    """A label: from character `begin` of piece `start` to before character `end` of piece `stop` - 1."""

    start: int
    begin: int
    stop: int
    end: int
    known: bool


def _labels(window: Sequence[Piece]) -> list[_Span]:
    """The cheapest way to read the first pieces as labels, as far as it goes; the last one is a known label."""
    offsets = [0]
    for piece in window:
        offsets.append(offsets[-1] + max(len(piece.text), 1))
    text = "".join(piece.text or "\0" for piece in window)
    owner = [number for number, piece in enumerate(window) for _ in range(max(len(piece.text), 1))]
    best: dict[int, tuple[float, int, bool]] = {0: (0.0, 0, True)}
    reached = 0
    for position in range(len(text)):
        if position not in best:
            if position > reached + _LONGEST:
                break
            continue
        cost = best[position][0]
        for end, price, known in _steps(text, position, window, owner, offsets, after_own=not best[position][2]):
            if cost + price < best.get(end, (_IMPOSSIBLE, 0, True))[0]:
                best[end] = (cost + price, position, known)
                reached = max(reached, end)
    return _traced(best, text, owner, offsets)


def _steps(
    text: str, position: int, window: Sequence[Piece], owner: Sequence[int], offsets: Sequence[int], *, after_own: bool
) -> list[tuple[int, float, bool]]:
    """The labels that can start at a character: end, price, and whether it is in a list."""
    number = owner[position]
    if text[position] == "\0":
        return [(position + 1, 0.0, not after_own)]
    whole = offsets[number] == position
    found: list[tuple[int, float, bool]] = []
    for end in range(position + 1, min(position + _LONGEST, len(text)) + 1):
        if text[end - 1] == "\0":
            break
        last = owner[end - 1]
        if is_label(text[position:end]) and not _several(text[position:end], window[number : last + 1]):
            crossed = sum(window[n].gap >= Gap.SPACE for n in range(number + 1, last + 1))
            glued = 0.0 if whole else _GLUED
            inner = _GLUED if end != offsets[last + 1] and last != number else 0.0
            found.append((end, _LABEL + _CROSSED * crossed + glued + inner, True))
    end = offsets[number + 1]
    if whole and not after_own and end - position <= _LONGEST_OWN and text[position:end].isprintable():
        own = text[position:end]
        if not any(char.isdigit() or char in "《》□☑■√" for char in own):
            found.append((end, _OWN, False))
    return found


def _several(label: str, pieces: Sequence[Piece]) -> bool:
    """Whether a label that no list has is several, each a piece of its own: 领域 above 类别."""
    return len(pieces) > 1 and not is_listed(label) and all(is_label(piece.text) for piece in pieces)


def _traced(
    best: dict[int, tuple[float, int, bool]], text: str, owner: Sequence[int], offsets: Sequence[int]
) -> list[_Span]:
    """The labels on the way to the farthest place that a known label ends a piece at."""
    ends = [p for p, (_, _, known) in best.items() if p and known and p == offsets[owner[p - 1] + 1]]
    if not ends:
        return []
    position = max(ends)
    spans: list[_Span] = []
    while position > 0:
        _, start, known = best[position]
        first, last = owner[start], owner[position - 1]
        spans.append(_Span(first, start - offsets[first], last + 1, position - offsets[last], known))
        position = start
    spans.reverse()
    while spans and not spans[-1].known:
        spans.pop()
    return spans


def _cell(window: Sequence[Piece], span: _Span) -> StreamCell:
    texts: list[str] = []
    breaks: list[Break] = []
    for number in range(span.start, span.stop):
        piece = window[number]
        begin = span.begin if number == span.start else 0
        end = span.end if number == span.stop - 1 else len(piece.text)
        if texts and piece.gap >= Gap.LINE:
            breaks.append(Break.WRAP)
            texts.append("\n")
        elif texts:
            texts.append(piece.space)
        texts.append(piece.text[begin:end])
    first = window[span.start]
    return StreamCell(Printed("".join(texts), tuple(breaks)), first.line, first.gap if span.begin == 0 else Gap.NONE)

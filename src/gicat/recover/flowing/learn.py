"""What a first decoding shows of the columns: how wide their lines are, and which texts they repeat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log
from typing import TypeVar

from gicat.recognise.options import choices
from gicat.recover.flowing import weights
from gicat.recover.flowing.atoms import Atom, printed
from gicat.recover.flowing.decode import Step
from gicat.recover.flowing.joins import fills, join
from gicat.recover.flowing.pieces import Gap, width
from gicat.recover.flowing.slots import LISTS, Slot
from gicat.text import key

_ENOUGH, _SHARE, _SPREAD, _HANGING = 3, 0.5, 1, 2
"""Lines, the share of them, and how far apart they may be, that make the width of a column; how far signs hang out."""
_WIDER = 0.3
"""The share of lines that may be wider than their column."""
_BOXED = 0.8
"""The share of its cells that are lists of boxes in a column of such lists."""
_OFTEN = 0.2
"""The share of its lists that have an option of a column: what is rarer may be a part of one."""
_AGREED = 0.6
"""The share of its lists whose first or last option tells where the others of a column begin or end."""
_RAREST, _MERGED_AT_LEAST, _IN_LINE_AT_LEAST = -2.5, 0.1, 0.05
_WIDE = frozenset({"content", "legal_basis"})
"""Kinds of column whose lines show whether the text is wrapped at all."""
UNWRAPPED = 10_000
"""`Slot.least` of a text whose lines are whole paragraphs: none of them is full."""
_T = TypeVar("_T")
_REPEATING = frozenset({
    "level", "publishers", "responsible_units", "contact_units", "deadline", "legal_basis", "channels", "forms",
})  # fmt: skip


def learned(slots: Sequence[Slot], atoms: Sequence[Atom], steps: Sequence[Step], *, narrow: bool) -> list[Slot]:
    """The slots with their widths, the texts and options seen in them, and the texts of the others.

    Args:
        slots, atoms, steps: what was decoded, and how.
        narrow: whether to believe the lines that others follow even where many lines are wider.
    """
    found: list[Slot] = []
    for number, slot in enumerate(slots):
        cells = [atoms[step.start : step.end] for step in steps if step.column == number]
        lists = [[key(c.label) for c in choices(printed(cell))] for cell in cells if cell[0].boxed]
        listing = [found for found in lists if found] if slot.kind in LISTS else []
        found.append(
            replace(
                slot,
                width=_width(cells, narrow=narrow),
                least=_least(cells),
                seen=_seen(slot, cells),
                options=_several((label for labels in listing for label in labels), _OFTEN * len(listing)),
                heads=_agreed(labels[0] for labels in listing),
                tails=_agreed(labels[-1] for labels in listing),
                pairs=_several(pair for labels in listing for pair in pairwise(labels)),
                boxed=len(lists) > _BOXED * len(cells),
            )
        )
    found = [replace(slot, ended=_ended(slot, atoms, steps, n)) for n, slot in enumerate(found)]
    if not any(slot.width is not None for slot in found if slot.kind in _WIDE):
        found = [replace(slot, width=None, least=UNWRAPPED, ended=None) for slot in found]
    apart = _apart(atoms, [step for step in steps if step.column >= 0 and slots[step.column].kind != "ticks"])
    found = [replace(slot, apart=apart) for slot in found]
    everywhere = [slot.seen for slot in found]
    return [
        replace(slot, elsewhere=frozenset().union(*everywhere[:n], *everywhere[n + 1 :]) - slot.seen)
        for n, slot in enumerate(found)
    ]


def merged(slots: Sequence[Slot], steps: Sequence[Step]) -> float:
    """What skipping columns behind a cell costs, by how many rows of a table do so."""
    rows: list[int] = []
    for step in steps:
        if step.opens:
            rows.append(0)
        if rows and step.column >= 0:
            rows[-1] += 1
    full = sum(slot.kind not in ("level", "tick", "ticks") for slot in slots)
    share = sum(count < full for count in rows) / max(1, len(rows))
    return max(_RAREST, log(share + _MERGED_AT_LEAST))


def in_line(slots: Sequence[Slot], atoms: Sequence[Atom], steps: Sequence[Step]) -> float | None:
    """What a cell behind white space on its line costs where lines are whole paragraphs, by how many stand there."""
    if any(slot.least != UNWRAPPED for slot in slots):
        return None
    cells = [step.start for step in steps if step.column >= 0]
    share = sum(atoms[start].gap == Gap.SPACE for start in cells) / max(1, len(cells))
    return min(weights.CELL_IN_LINE, max(weights.CELL_IN_LINE_RARE, 0.5 * log(share + _IN_LINE_AT_LEAST)))


def _least(cells: Sequence[Sequence[Atom]]) -> int:
    """A width that a column has at least: that of half of its lines, or of half of those that others follow."""
    cut = sorted(line for cell in cells for line in _lines(cell)[:-1])
    lines = cut or sorted(line for cell in cells for line in _lines(cell))
    return lines[len(lines) // 2] if lines else 0


def _apart(atoms: Sequence[Atom], steps: Sequence[Step]) -> float | None:
    """What white space between Han characters costs inside a cell, by how much of it stands there in this text."""
    inside = between = 0
    for step in steps:
        between += _spaced(atoms, step.start)
        inside += sum(_spaced(atoms, here) for here in range(step.start + 1, step.end))
    if inside + between < _ENOUGH:
        return None
    return max(_RAREST, log((inside + 0.5) / (inside + between + 1)))


def _spaced(atoms: Sequence[Atom], here: int) -> bool:
    return here > 0 and atoms[here].gap == Gap.SPACE and join(atoms[here - 1].text, atoms[here]).apart


def _ended(slot: Slot, atoms: Sequence[Atom], steps: Sequence[Step], number: int) -> float | None:
    """What a line end costs that nothing tells, where the line is not full, by how many of a column's are such."""
    if slot.width is None or slot.kind not in _WIDE:
        return None
    meetings = untold = 0
    for step in steps:
        if step.column == number:
            for here in range(step.start + 1, step.end):
                if atoms[here].gap > Gap.SPACE:
                    meeting = join(atoms[here - 1].text, atoms[here])
                    meetings += 1
                    untold += not meeting.told and not fills(atoms[here - 1].lines[-1], meeting.lead, slot.width)
    return max(_RAREST, log((untold + 0.5) / (meetings + 1))) if meetings >= _ENOUGH else None


def _several(values: Iterable[_T], least: float = 0.0) -> frozenset[_T]:
    """What is there more than once, and more than so often."""
    return frozenset(value for value, count in Counter(values).items() if count > max(1, least))


def _agreed(values: Iterable[str]) -> frozenset[str]:
    """What most are; nothing where they do not agree."""
    counts = Counter(values)
    return frozenset(value for value, count in counts.items() if count > 1 and count > _AGREED * counts.total())


def _width(cells: Sequence[Sequence[Atom]], *, narrow: bool) -> int | None:
    """The width that lines which others follow in a cell have, where they agree on one and hardly a line is wider."""
    counts: Counter[int] = Counter()
    all_lines: Counter[int] = Counter()
    for cell in cells:
        counts.update(_followed(cell))
        all_lines.update(_lines(cell))
    total = sum(counts.values())
    if total < _ENOUGH:
        return None
    shares = {w: sum(counts[v] for v in range(w - _SPREAD, w + 1)) for w in counts}
    best = max(shares, key=lambda w: (shares[w] + 0.5 * counts[w], w))
    if shares[best] < _SHARE * total:
        return None
    allowed = (1.0 if narrow else _WIDER) * sum(all_lines.values())
    while sum(n for w, n in all_lines.items() if w > best + _HANGING) > allowed:
        best = min(w for w in all_lines if w > best)
    return best


def _followed(cell: Sequence[Atom]) -> list[int]:
    """The width of the lines that others follow, unless those begin a point or sentence."""
    found: list[int] = []
    for above, atom in zip((None, *cell), cell, strict=False):
        if above is not None and atom.gap > Gap.SPACE and join(above.text, atom).told:
            found = found[:-1]
        if above is not None and atom.gap <= Gap.SPACE and found:
            found[-1] += width(atom.space) + atom.lines[0]
            found += atom.lines[1:]
        else:
            found += atom.lines
    return found[:-1]


def _lines(cell: Sequence[Atom]) -> list[int]:
    lines: list[int] = []
    for atom in cell:
        if lines and atom.gap <= Gap.SPACE:
            lines[-1] += width(atom.space) + atom.lines[0]
            lines += atom.lines[1:]
        else:
            lines += atom.lines
    return lines


def _seen(slot: Slot, cells: Sequence[Sequence[Atom]]) -> frozenset[str]:
    """The texts that a column holds twice at least; of the columns whose cells repeat."""
    if slot.kind not in _REPEATING:
        return frozenset()
    counts = Counter(key(printed(cell).text) for cell in cells)
    return frozenset(text for text, count in counts.items() if count > 1 and text)

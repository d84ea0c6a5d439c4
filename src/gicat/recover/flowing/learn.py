"""What a first decoding shows of the columns: how wide their lines are, and which texts they repeat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import log

from gicat.recognise.options import choices
from gicat.recover.flowing.atoms import Atom, printed
from gicat.recover.flowing.decode import Step
from gicat.recover.flowing.pieces import Gap, width
from gicat.recover.flowing.slots import Slot
from gicat.text import key

_ENOUGH, _SHARE, _SPREAD, _HANGING = 3, 0.5, 1, 2
"""Lines, the share of them, and how far apart they may be, that make the width of a column; how far signs hang out."""
_WIDER = 0.3
"""The share of lines that may be wider than their column."""
_BOXED = 0.8
"""The share of its cells that are lists of boxes in a column of such lists."""
_RAREST, _MERGED_AT_LEAST = -2.5, 0.1
_WIDE = frozenset({"content", "legal_basis"})
"""Kinds of column whose lines show whether the text is wrapped at all."""
UNWRAPPED = 10_000
"""`Slot.least` of a text whose lines are whole paragraphs: none of them is full."""
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
        lists = [cell for cell in cells if cell[0].boxed]
        found.append(
            replace(
                slot,
                width=_width(cells, narrow=narrow),
                least=_least(cells),
                seen=_seen(slot, cells),
                options=_options(lists) if slot.kind in ("channels", "forms") else frozenset(),
                boxed=len(lists) > _BOXED * len(cells),
            )
        )
    if not any(slot.width is not None for slot in found if slot.kind in _WIDE):
        found = [replace(slot, width=None, least=UNWRAPPED) for slot in found]
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


def _least(cells: Sequence[Sequence[Atom]]) -> int:
    """A width that a column has at least: that of half of its lines, or of half of those that others follow."""
    cut = sorted(line for cell in cells for line in _lines(cell)[:-1])
    lines = cut or sorted(line for cell in cells for line in _lines(cell))
    return lines[len(lines) // 2] if lines else 0


def _options(lists: Sequence[Sequence[Atom]]) -> frozenset[str]:
    counts = Counter(key(choice.label) for cell in lists for choice in choices(printed(cell)))
    return frozenset(label for label, count in counts.items() if count > 1)


def _width(cells: Sequence[Sequence[Atom]], *, narrow: bool) -> int | None:
    """The width that lines which others follow in a cell have, where they agree on one and hardly a line is wider."""
    counts: Counter[int] = Counter()
    all_lines: Counter[int] = Counter()
    for cell in cells:
        lines = _lines(cell)
        counts.update(lines[:-1])
        all_lines.update(lines)
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

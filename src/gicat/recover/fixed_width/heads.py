"""The header of a page of fixed-width text: which lines it takes, and the labels over its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gicat.lexicon import remembered
from gicat.recognise.headers import GROUPS, header_of, is_label, leaf_of
from gicat.recover.fixed_width.model import Line, Run
from gicat.text import bare

_ENOUGH = 3
_ABOVE, _BELOW = 5, 12
_SEARCHED = 60
_LONGEST = 80
"""Characters of a label."""
_LINE = 0.01
"""What a line is worth: among equals the header that starts and ends furthest down is right, for labels that wrap
may be known by their first line."""
_LEVELS = frozenset({"level", "skip"})


@dataclass(frozen=True, slots=True)
class Label:
    """What stands over a column.

    Attributes:
        own: its label.
        lines: indices of the lines it is printed on.
        start, end: its positions.
        group: the label of the group over it, where it has one.
    """

    own: str
    lines: tuple[int, ...]
    start: int
    end: int
    group: Label | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The header of a page: its lines, `last` not included, and the labels over the columns, left to right."""

    first: int
    last: int
    labels: tuple[Label, ...]


def find_head(lines: Sequence[Line]) -> Head | None:
    """The header at the top of a page; None for a page without one."""
    anchor = _anchor(lines)
    if anchor is None:
        return None
    best: tuple[float, Head] | None = None
    for first in range(max(0, anchor - _ABOVE), anchor + 1):
        for last in range(anchor + 1, min(len(lines), anchor + _BELOW) + 1):
            if not lines[last - 1].runs:
                continue
            labels = _labels(lines, first, last)
            score = _score(labels) + _LINE * (first + last)
            if best is None or score > best[0]:
                best = (score, Head(first, last, tuple(labels)))
    return best[1] if best else None


def _score(labels: Sequence[Label]) -> float:
    """How many labels are known ones, less the others; labels of groups count half."""
    known = sum(is_label(label.own) for label in labels)
    groups = len({id(label.group) for label in labels if label.group is not None})
    return known - 2 * (len(labels) - known) + groups / 2


def _anchor(lines: Sequence[Line]) -> int | None:
    """The line with most labels, three at least."""
    counts = [sum(is_label(run.text) for run in line.runs) for line in lines[:_SEARCHED]]
    most = max(counts, default=0)
    return counts.index(most) if most >= _ENOUGH else None


def _labels(lines: Sequence[Line], first: int, last: int) -> list[Label]:
    """What stands over each other in these lines; labels of groups over those that are under them."""
    runs = [(number, run) for number in range(first, last) for run in lines[number].runs]
    over = [_is_group(run.text) and _under(number, run, runs) for number, run in runs]
    found = _stacked([at for at, group in zip(runs, over, strict=True) if not group])
    found.sort(key=lambda label: label.start)
    groups = [
        Label(run.text, (number,), run.start, run.end) for (number, run), group in zip(runs, over, strict=True) if group
    ]
    return _grouped([_divided(label) for label in found], groups)


def _is_group(text: str) -> bool:
    header = header_of(text) if len(text) <= _LONGEST else None
    return header is not None and (header.role in GROUPS or header.role in _LEVELS or bool(header.senses))


def _under(number: int, run: Run, runs: Sequence[tuple[int, Run]]) -> bool:
    """Whether anything is printed below a run."""
    return any(below > number and other.start < run.end and other.end > run.start for below, other in runs)


@remembered(maxsize=2_000)
def _divided(label: Label) -> Label:
    """A label that is none, as the wrapped label of a group and one under it, where it can be."""
    if is_label(label.own) or len(label.own) > 2 * _LONGEST:
        return label
    for cut in range(len(label.own) - 1, 1, -1):
        if _is_group(label.own[:cut]) and _nature(label.own[cut:]):
            return replace(label, own=label.own[cut:], group=replace(label, own=label.own[:cut]))
    return label


def _stacked(runs: Sequence[tuple[int, Run]]) -> list[Label]:
    """Runs that stand over each other, as one label each."""
    found: list[Label] = []
    for number, run in runs:
        over = [label for label in found if label.start < run.end and label.end > run.start]
        label = Label(run.text, (number,), run.start, run.end)
        for other in over[::-1]:
            found.remove(other)
            label = Label(
                other.own + bare(label.own),
                (*other.lines, *label.lines),
                min(other.start, label.start),
                max(other.end, label.end),
            )
        found.append(label)
    return found


def _grouped(labels: Sequence[Label], groups: Sequence[Label]) -> list[Label]:
    """The labels, those of a group with it: it stands over one of them at least, and its neighbours of one nature."""
    found = list(labels)
    for number, label in enumerate(labels):
        if label.group is not None:
            _spread(found, label.group, number, number)
    for group in groups:
        under = [n for n, label in enumerate(found) if label.start < group.end and label.end > group.start]
        own = [n for n in under if _belongs(found[n].own, group.own)]
        if under := own or under:
            _spread(found, group, under[0], under[-1])
    return found


def _spread(found: list[Label], group: Label, first: int, last: int) -> None:
    """Put the labels from `first` to `last` under a group, and those beside them without one that are of their kind."""
    nature = _nature(found[first].own)
    while first and found[first - 1].group is None and nature and _nature(found[first - 1].own) == nature:
        first -= 1
    while last + 1 < len(found) and found[last + 1].group is None and nature and _nature(found[last + 1].own) == nature:
        last += 1
    for at in range(first, last + 1):
        found[at] = replace(found[at], group=group)


def _belongs(own: str, group: str) -> bool:
    """Whether a label is of the field that the label of a group is: programs move labels away from under theirs."""
    header, nature = header_of(group), leaf_of(own)
    return header is not None and nature is not None and nature in (header.role, *header.senses)


def _nature(own: str) -> str | None:
    """What labels of one group have in common: the field of their ticks, or that they are levels."""
    if len(own) > 2 * _LONGEST:
        return None
    header = header_of(own)
    return leaf_of(own) or ("level" if header is not None and header.role == "level" else None)

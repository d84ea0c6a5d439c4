"""Checkbox lists (选项清单): `☑政府网站 □政府公报` and every way people and programs write it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gicat.grid import WRAP_SIGN, Printed
from gicat.lexicon import lexicon, remembered
from gicat.marks import DASHES
from gicat.recognise.boxes import Box, boxes
from gicat.text import CACHED, key, squeeze

_SEPARATORS = " \t\r\n\u3000\xa0;；,，、。.|:："
_HARD = re.compile(r"[;；]")
_SOFT = re.compile(r"[、，,；;\s\u3000\xa0]+")
_ENUMERATOR = re.compile(r"(?:^|(?<=[\s；;，,、。]))\s*(?:\d{1,2}\s*[.．、)）]|[(（]\d{1,2}[)）]|[①-⑳])\s*")
_NUMBERED = re.compile(r"\d{1,2}\s*[.．、)）]|[①-⑳]")
_OTHER = re.compile(r"^(其[他它](?:\s*[（(][^（）()]*[）)])?)(?:\s*[:：]\s*|\s*(?=[_＿])|\s+)(.*)$", re.DOTALL)
_DENIALS = frozenset({"不公开", "不予公开", "不涉及"})
_LONGEST_HEAD = 20
_FILLING = re.compile(r"\s*(?:[:：]|(?=[_＿]))([^\s;；]*)")
_REMARK = re.compile(r"\n\s*(?:备?注)\s*[:：].*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as a cell prints it: label, state, glyph, what was filled in, and how often it is printed."""

    label: str
    checked: bool | None
    mark: str | None = None
    note: str | None = None
    times: int = 1
    boxed: bool = True


@remembered(maxsize=CACHED)
def choices(printed: Printed) -> tuple[Choice, ...]:
    """The options of a cell, one a distinct label, in order of first print.

    A list without any box names what is ticked; an option without a box among boxed ones has the state
    None; a label printed twice counts once and is ticked if one of its boxes is.
    """
    remark = _REMARK.search(printed.text)
    if remark:
        kept = tuple(mark for mark in printed.marks if mark.offset < remark.start())
        printed = Printed(printed.text[: remark.start()], (), kept)
    if len(printed.text.strip()) <= 1 and printed.text.strip() in DASHES | {""}:
        return ()
    printed = printed.unwrapped()
    found = boxes(printed)
    return tuple(_merged(_boxed(printed.text, found) if found else _named(printed.text)))


def _boxed(text: str, found: list[Box]) -> list[Choice]:
    head = text[: found[0].start].strip(_SEPARATORS)
    if _known(head) and _behind(text, found):
        return _labels_first(text, found)
    ends = [*(box.start for box in found[1:]), len(text)]
    unboxed = 0 < len(squeeze(head)) <= _LONGEST_HEAD and text[: found[0].start].rstrip()[-1] not in ":："
    options = [Choice(squeeze(head), None, boxed=False)] if unboxed else []
    bare: list[Box] = []
    listed = frozenset(text[: box.start].rstrip()[-1:] for box in found[1:]) & frozenset("、，,")
    for end, box in zip(ends, found, strict=True):
        first, *rest = _parts(text[box.end : end], listed)
        label, note = _filled(first)
        if label:
            agreed = all(other.state == box.state for other in bare)
            options.append(Choice(label, box.state if agreed else None, box.glyph, note))
        bare = [] if label else [*bare, box]
        options += [Choice(squeeze(part), None, boxed=False) for part in rest]
    return options


def _behind(text: str, found: list[Box]) -> bool:
    """Whether every box stands behind its label: only a filling follows the last, or all hug what is on their left."""
    rest = text[found[-1].end :]
    filling = _FILLING.match(rest)
    if not rest[filling.end() if filling else 0 :].strip(_SEPARATORS):
        return True
    left = [text[box.start - 1] not in _SEPARATORS for box in found]
    right = [text[box.end : box.end + 1] not in _SEPARATORS + "_＿" for box in found]
    return all(left) and not any(right)


def _labels_first(text: str, found: list[Box]) -> list[Choice]:
    """Options whose box stands behind the label; a filling (`其他□：____`) stands behind the box."""
    options: list[Choice] = []
    start = 0
    for box in [*found, None]:
        segment = text[start : box.start if box else len(text)]
        filling = _FILLING.match(segment) if options else None
        if filling:
            options[-1] = replace(options[-1], note=squeeze(filling.group(1).strip("_＿")) or None)
            segment = segment[filling.end() :]
        *unboxed, label = _parts(segment, frozenset("、，,"))
        if box is None:
            unboxed, label = [*unboxed, label], ""
        options += [Choice(squeeze(part), None, boxed=False) for part in unboxed if part]
        if box and label:
            options.append(Choice(squeeze(label), box.state, box.glyph))
        start = box.end if box else start
    return options


def _known(label: str) -> bool:
    return key(label) in lexicon().option_keys


def _parts(segment: str, listed: frozenset[str]) -> list[str]:
    """The label behind a box, and behind it any further options that have no box of their own.

    A comma divides options where boxes stand behind one too (`listed`); else it is part of a label (`报刊、广播`).
    """
    segment = _unnumbered(segment.strip(_SEPARATORS))
    if _known(segment):
        return [segment]
    hard = [part.strip(_SEPARATORS) for part in _HARD.split(segment)]
    hard = [part for part in hard if part] or [""]
    if len(hard) == 1:
        soft = [part for part in _SOFT.split(segment) if part]
        if len(soft) > 1 and not frozenset("、，,").intersection(segment) - listed and all(map(_known, soft)):
            return soft
    return hard


def _unnumbered(label: str) -> str:
    """A label without its number, if what is left is a known option."""
    number = _NUMBERED.match(label)
    rest = label[number.end() :].strip(_SEPARATORS) if number else ""
    return rest if _known(rest) else label


def _filled(label: str) -> tuple[str, str | None]:
    """Label and filling of `其他：____`; every other label stays whole."""
    match = _OTHER.match(label.replace(WRAP_SIGN, ""))
    if match is None:
        return squeeze(label), None
    return squeeze(match.group(1)), squeeze(match.group(2).strip("_＿ \n\t")) or None


def _named(text: str) -> list[Choice]:
    """Options of a list without boxes: what is named is ticked."""
    if _known(text):
        return [Choice(squeeze(text), True)]
    numbered = [piece.strip(_SEPARATORS) for piece in _NUMBERED.split(text.strip())]
    if len(numbered) > 1 and not numbered[0] and all(map(_known, numbered[1:])):
        return [Choice(squeeze(label), True) for label in numbered[1:]]
    pieces = [label for part in _ENUMERATOR.split(text) for piece in _split(part) for label in _across_wraps(piece)]
    labels: list[str] = []
    for piece in pieces:
        if labels and not _known(labels[-1]) and _known(labels[-1] + piece):
            labels[-1] += piece
        else:
            labels.append(piece)
    options = []
    for label in labels:
        name, note = _filled(label)
        options.append(Choice(name, None if name in _DENIALS else True, None, note))
    return options


def _across_wraps(piece: str) -> list[str]:
    """A label that the layout wrapped is one; known options on both sides are several, if not together one."""
    lines = piece.split(WRAP_SIGN)
    return lines if all(map(_known, lines)) and not _known("".join(lines)) else [piece]


def _split(text: str) -> list[str]:
    """Pieces between separators that stand outside brackets."""
    pieces, depth, start = [], 0, 0
    for index, char in enumerate(text):
        depth += (char in "(（") - (char in ")）")
        if depth <= 0 and _SOFT.match(char):
            pieces.append(text[start:index])
            start = index + 1
    pieces.append(text[start:])
    return [piece for piece in (p.strip(_SEPARATORS) for p in pieces) if piece]


def _merged(options: list[Choice]) -> list[Choice]:
    merged: dict[str, Choice] = {}
    for option in options:
        known = merged.get(key(option.label))
        if known is None:
            merged[key(option.label)] = option
        else:
            better = option if option.checked and not known.checked else known
            merged[key(option.label)] = replace(
                better,
                label=known.label,
                times=known.times + 1,
                note=known.note or option.note,
                boxed=known.boxed or option.boxed,
            )
    return list(merged.values())

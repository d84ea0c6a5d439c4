"""What lists of options are worth: with boxes by their labels, without by name; where a label or a list goes on."""

from __future__ import annotations

import re
from functools import lru_cache

from gicat.grid import Printed
from gicat.lexicon import lexicon, remembered
from gicat.marks import TICKED, UNTICKED
from gicat.recognise.options import choices
from gicat.recover.flowing import weights
from gicat.recover.flowing.slots import Slot
from gicat.text import key

_BETWEEN_OPTIONS = re.compile(r"[、，,；;\s]+")
_BETWEEN_NAMES = re.compile(r"[、，,；;]")
_OTHERS = frozenset({"其他", "其它"})
_BOXES = re.compile(f"[{re.escape(''.join(TICKED | UNTICKED))}]")


@remembered(maxsize=20_000)
def listed(
    fields: tuple[str, ...], seen: frozenset[str], heads: frozenset[str], tails: frozenset[str], text: str
) -> float:
    """What a list of boxes is worth: more with options of the column's codelist, less with others' and doubled ones,
    and where it lacks the beginning or end that the column's lists have."""
    known = lexicon().options
    found = choices(Printed(text))
    own = other = 0
    value = 0.0
    for index, choice in enumerate(found):
        label = key(choice.label)
        if label in _OTHERS:
            value += weights.OTHER_FIRST if index == 0 and len(found) > 1 else 0.0
        elif label in seen or any(label in known.get(field, ()) for field in fields):
            own += 1
        elif any(label in labels for labels in known.values()):
            other += 1
        elif seen:
            value += weights.NEW_OPTION
        value += weights.DOUBLED * (choice.times - 1)
    if heads and found and key(found[0].label) not in heads:
        value += weights.HEADLESS
    if tails and found and key(found[-1].label) not in tails:
        value += weights.TAILLESS
    if all(key(choice.label) in _OTHERS for choice in found):
        return value + weights.OTHER_ALONE
    kind = weights.FOREIGN_LIST if other > own else weights.LIST
    return value + kind + weights.OWN_OPTION * own + weights.OTHER_OPTION * other


def option_by_name(kind: str, text: str) -> float:
    """What a text is worth in a column of options by name: 全社会 as audience, 主动公开 as access mode."""
    known = lexicon().options[kind]
    parts = [key(part) for part in _BETWEEN_OPTIONS.split(text) if part]
    named = key(text) in known or all(part in known for part in parts)
    return weights.OPTION if parts and named else weights.NO_OPTION


def listed_by_name(kind: str, text: str) -> bool:
    """Whether a text is a list of names of which half at least end like options: 医院网站、微信公众号、院内公示栏."""
    known = lexicon().options[kind]
    parts = [key(part) for part in _BETWEEN_NAMES.split(text.replace("\n", "")) if part]
    alike = sum(any(part[start:] in known for start in range(len(part) - 1)) for part in parts)
    return len(parts) > 1 and 2 * alike >= len(parts)


@lru_cache(maxsize=20_000)
def has_box(text: str) -> bool:
    """Whether a box, or what may be one, is in a text."""
    return _BOXES.search(text) is not None


@remembered(maxsize=20_000)
def label_goes_on(text: str, more: str) -> float:
    """What words without a box behind a list are worth in it: the rest of its last label, or none of it."""
    parts = _BOXES.split(text)
    if len(parts) < 2:
        return 0.0
    last, head, known = key(parts[-1]), key(_BOXES.split(more)[0]), lexicon().option_keys
    if last + head in known:
        return weights.LABEL_WHOLE
    return weights.STRAY_IN_LIST if last in known else 0.0


def list_goes_on(slot: Slot, above: Printed, below: Printed) -> float:
    """What speaks for a list behind a page's edge being the rest of the one before it."""
    have, more = [key(c.label) for c in choices(above)], [key(c.label) for c in choices(below)]
    if not have or not more:
        return weights.NO_REST
    head = key(_BOXES.split(below.text)[0])
    if head:
        return weights.REST_OF_LABEL if have[-1] + head in lexicon().option_keys else weights.NO_REST
    if (key(_BOXES.split(above.text)[-1]), more[0]) in slot.pairs:
        return weights.REST
    return weights.NO_REST if more[0] in have else weights.REST_UNLIKE if slot.pairs else weights.REST

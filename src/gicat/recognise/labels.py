"""Header labels that no list has, by the words that they are made of: 信息形成科室, 承办人及联系电话."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gicat.lexicon import Header, vocabulary
from gicat.numerals import value

_LONGEST = 16
_ORDINALS = "一二三四五六"
_BRACKET = re.compile(r"\((.+)\)$")
"""责任科室(电话): a bracket at the end is a part too."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A kind of part: what it means, and its pattern at the start of a label and behind another part."""

    header: Header
    first: re.Pattern[str]
    later: re.Pattern[str]
    needed: tuple[str, ...]


def composed(label: str) -> Header | None:
    """What a label means by its parts; None where it has others, or parts that mean no one thing together.

    Args:
        label: by `gicat.text.key`.
    """
    return _composed(label) or _composed(_BRACKET.sub(r"、\1", label))


def _composed(label: str) -> Header | None:
    if not 3 <= len(label) <= _LONGEST or not label.endswith(_ends()):
        return None
    return _ordinal(label) or next(filter(None, map(_together, _readings(label, 0))), None)


def alike(label: str) -> str | None:
    """The kind of column whose cells look like those of an agency's own column, by its label's key (更新频率)."""
    kinds = vocabulary("labels")["alike"].items()
    return next((kind for kind, ends in kinds if label.endswith(tuple(ends))), None)


@lru_cache(maxsize=1)
def beginnings() -> frozenset[str]:
    """The first two characters of what composed labels can begin with."""
    data = vocabulary("labels")
    words = [word for part in data["part"] for word in (*part["before"], *(part["heads"] * part.get("alone", False)))]
    return frozenset(word[:2] for word in words) | {f"{ordinal}级" for ordinal in _ORDINALS}


@lru_cache(maxsize=1)
def _ends() -> tuple[str, ...]:
    data = vocabulary("labels")
    return tuple({head for part in (*data["part"], data["ordinal"]) for head in part["heads"]})


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _parts() -> tuple[_Part, ...]:
    data = vocabulary("labels")
    between = f"(?:{_any(data['connectors'])})?"
    parts = []
    for entry in data["part"]:
        header = Header(entry["role"], entry.get("rank", 0), tuple(entry.get("senses", ())), entry.get("weak", False))
        before, head = f"(?:(?:{_any(entry['before'])}){between})", f"(?:{_any(entry['heads'])})"
        first = re.compile(f"{before}{'*' if entry.get('alone') else '+'}{head}")
        parts.append(_Part(header, first, re.compile(f"{before}*{head}"), tuple(entry.get("needed", ()))))
    return tuple(parts)


@lru_cache(maxsize=1)
def _connector() -> re.Pattern[str]:
    return re.compile(_any(vocabulary("labels")["connectors"]))


def _readings(label: str, start: int) -> Iterator[tuple[Header, ...]]:
    """The ways to read a label from an offset on as parts."""
    for part in _parts():
        match = (part.later if start else part.first).match(label, start)
        if match is None or (not start and part.needed and not any(word in match.group() for word in part.needed)):
            continue
        if match.end() == len(label):
            yield (part.header,)
        elif connector := _connector().match(label, match.end()):
            yield from ((part.header, *rest) for rest in _readings(label, connector.end()))


def _together(headers: tuple[Header, ...]) -> Header | None:
    roles = {header.role for header in headers}
    if len(roles) == 1:
        strong = [header for header in headers if not header.weak]
        found = (strong or list(headers))[-1]
        return None if found.role == "person" else found
    for entry in vocabulary("labels")["together"]:
        if roles == set(entry["of"]):
            return Header(entry["role"], 0, tuple(entry.get("senses", ())))
    return None


def _ordinal(label: str) -> Header | None:
    data = vocabulary("labels")["ordinal"]
    match = re.fullmatch(f"第?([{_ORDINALS}])级(?:{_any(data['before'])})*(?:{_any(data['heads'])})", label)
    return Header("level", 1 + (value(match.group(1)) or 0)) if match else None

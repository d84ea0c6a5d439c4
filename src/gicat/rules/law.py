"""What the rules of group L have in common: each names the instruments and articles it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gicat.rules.base import Rule

_HAN = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Authority:
    """An instrument of instruments.toml and the part of it that a rule rests on, as Chinese texts cite it."""

    instrument: str
    part: str = ""


class LawRule(Rule):
    """A rule about the law.

    Subclasses set `authorities`: what they rest on; docs/law.md is made of them, and a test looks them up.
    """

    authorities: ClassVar[tuple[Authority, ...]]


def han(number: int) -> str:
    """A number below 100 in Han numerals.

    >>> han(20), han(7), han(15)
    ('二十', '七', '十五')
    """
    tens, ones = divmod(number, 10)
    front = "" if not tens else ("" if tens == 1 else _HAN[tens]) + "十"
    return front + (_HAN[ones] if ones or not tens else "")

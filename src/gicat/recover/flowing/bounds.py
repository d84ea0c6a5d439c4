"""What a text is worth in a column at most, told by single characters: most texts need no better look."""

from __future__ import annotations

import re
from functools import lru_cache

from gicat.recognise.dittos import is_ditto
from gicat.recognise.shapes import LIMIT_WORDS
from gicat.recover.flowing import weights
from gicat.recover.flowing.slots import LISTS, OPTIONS, Slot

_BASIS, _LIMIT, _REACH, _DITTO, ALL = 1, 2, 4, 8, 15
_SIGNS = (
    (_BASIS, re.compile("[《案定]")),
    (_LIMIT, re.compile(f"[{''.join(word[0] for word in LIMIT_WORDS)}]")),
    (_REACH, re.compile(r"[\d@址]")),
)
"""Characters without which no text is a legal basis, a deadline or a contact, unless it is 同上."""
_COMPATIBLE = re.compile(r"[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
"""Characters that are read as others."""
_NEEDS = {"legal_basis": _BASIS, "deadline": _LIMIT, "contacts": _REACH}
_AT_MOST: dict[str, float] = {
    "number": 4.5, "legal_basis": 4.0, "deadline": 4.0, "channels": 4.0, "forms": 4.0, "contacts": 4.0,
    "publishers": 2.0, "responsible_units": 2.0, "contact_units": 2.0, "tick": 3.0, "extra": 0.1, **weights.PROSE,
    **dict.fromkeys(OPTIONS, weights.OPTION),
}  # fmt: skip
_OPTIONS = 40
"""Options that a list has at most, as far as bounds go."""


@lru_cache(maxsize=20_000)
def signs(text: str) -> int:
    """What a text has signs of."""
    if _COMPATIBLE.search(text):
        return ALL
    return sum(sign for sign, pattern in _SIGNS if pattern.search(text)) + (_DITTO if is_ditto(text) else 0)


class Bound:
    """The most that a text can be worth in a column.

    Attributes:
        most: whatever the text.
    """

    __slots__ = ("_boxed", "_needs", "_plain", "_unlike", "most")

    def __init__(self, slot: Slot) -> None:
        known = weights.SEEN if slot.seen else 0.0
        lists = weights.LIST + weights.OWN_OPTION * _OPTIONS
        if slot.kind == "ticks":
            self._plain = self._boxed = weights.TICKED * slot.count
        else:
            self._plain = known + (weights.UNBOXED if slot.boxed else _AT_MOST[slot.kind])
            self._boxed = lists if slot.kind in LISTS else weights.LISTLESS
            self._boxed += weights.COUNTED if slot.kind == "number" else 0.0
        self._needs = 0 if slot.boxed else _NEEDS.get(slot.kind, 0)
        self._unlike = known + weights.AGAINST.get(slot.kind, 0.0)
        self.most = max(self._plain, self._boxed)

    def of(self, has: int, *, boxed: bool) -> float:
        """Of a text with or without boxes and with some signs."""
        if boxed:
            return self._boxed
        value = self._plain if not self._needs or has & self._needs else self._unlike
        return max(value, weights.DITTO) if has & _DITTO else value

"""How strongly the text at the top of a page belongs to the cell above the break, by what the column's cells look like.

Positive numbers speak for one cell cut in two, negative ones for two cells. All weights stand here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from gicat.grid import Break, Printed
from gicat.numerals import without_ordinal
from gicat.recognise.contacts import contacts
from gicat.recognise.deadlines import deadline
from gicat.recognise.options import choices
from gicat.recognise.organisations import is_name, organisations
from gicat.text import key, squeeze

CERTAIN, STRONG, _FAIR, _WEAK = 4.0, 2.0, 1.0, 0.5
"""How much a piece of evidence weighs; `CERTAIN` is not outweighed by what the other cells of the column show."""
_OPENING, _CLOSING = "（(《“〔[【", "）)》”〕]】"
_BRACKETS = "（(〔["
_ENDS = "》）)。；;】"
_GOES_ON = "、，,（(《“/和及与或的"
_ENUMERATOR = re.compile(r"^(?:(\d{1,2})[.．、]|([①-⑳]))")
_LAST_ENUMERATOR = re.compile(
    r"(?:^|[^\d.])(?:(\d{1,2})[.．、](?!\d)|([①-⑳]))(?!.*(?:[^\d.]\d{1,2}[.．、](?!\d)|[①-⑳]))", re.DOTALL
)
_PURPOSE = re.compile(r"^[^\d]*?(?:电话|热线|传真)")


def bond(kind: str, above: Printed, below: Printed, *, full: Callable[[], bool]) -> float:
    """What speaks for `below` being the rest of `above`.

    Args:
        kind: the kind of column, see `recognise.shapes`.
        above, below: the texts on both sides of the break, neither blank.
        full: tells whether the last line above has no room for another character.
    """
    if squeeze(above.text) == squeeze(below.text):
        return -CERTAIN
    if _open(above.text) > 0 and _open(below.text) < 0:
        return CERTAIN
    if squeeze(below.text)[:1] in "、，,；;。）)》":
        return CERTAIN
    told = _BY_KIND.get(kind)
    return told(above, below) if told else _words(squeeze(above.text), squeeze(below.text), full)


def _open(text: str) -> int:
    """How many brackets are left open (positive) or closed without one (negative)."""
    return sum((char in _OPENING) - (char in _CLOSING) for char in text)


def _list(above: Printed, below: Printed) -> float:
    """A list begins anew with the option the one above began with; its rest repeats at most a label cut in two."""
    have = [key(choice.label) for choice in choices(above)]
    more = [key(choice.label) for choice in choices(below)]
    if not have or not more:
        return 0.0
    if more[0] == have[0]:
        return -CERTAIN
    return STRONG if len(set(have) & set(more)) <= 1 else -STRONG


def _basis(above: Printed, below: Printed) -> float:
    if squeeze(below.text)[:1] in _BRACKETS and squeeze(above.text)[-1:] in "》>〉":
        return STRONG
    anew = squeeze(below.text).startswith("《") or squeeze(above.text)[-1:] in _ENDS
    return -_WEAK if anew else STRONG


def _deadline(above: Printed, below: Printed) -> float:
    if deadline(above.text).understood and deadline(below.text).understood:
        return -STRONG
    return STRONG if deadline(above.text + below.text).understood else 0.0


def _names(above: Printed, below: Printed) -> float:
    if not is_name(below.text) or squeeze(above.text)[-1:] in "、，,":
        return STRONG
    apart = len(organisations(above)) + len(organisations(below))
    return STRONG if len(organisations(above.joined(below, Break.WRAP))) < apart else -_FAIR


def _contacts(above: Printed, below: Printed) -> float:
    if not contacts(above.text) or not contacts(below.text):
        return STRONG
    return _FAIR if _PURPOSE.match(above.text) and not _PURPOSE.match(below.text) else -_WEAK


_BY_KIND: Mapping[str, Callable[[Printed, Printed], float]] = {
    "channels": _list,
    "forms": _list,
    "legal_basis": _basis,
    "deadline": _deadline,
    "publishers": _names,
    "responsible_units": _names,
    "contact_units": _names,
    "contacts": _contacts,
}


def _words(above: str, below: str, full: Callable[[], bool]) -> float:
    """Names, contents and categories: a text goes on behind a full line, in the middle of a phrase or list."""
    if above[-1] in _GOES_ON:
        return STRONG
    number, last = _ENUMERATOR.match(below), _LAST_ENUMERATOR.search(above)
    if number and last:
        return STRONG if _ordinal(number) == _ordinal(last) + 1 else -STRONG
    if number or without_ordinal(below) != below or above[-1] in "。；;":
        return -_FAIR
    score = _WEAK if full() else -STRONG
    return score + (_FAIR if len(below) == 1 else 0.0)


def _ordinal(match: re.Match[str]) -> int:
    return int(match.group(1)) if match.group(1) else ord(match.group(2)) - ord("①") + 1

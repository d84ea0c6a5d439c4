"""Whether the text at the top of a page is the rest of the cell above the break, by what the column's cells look like."""

from __future__ import annotations

from gicat.grid import Break, Printed
from gicat.recognise.contacts import contacts
from gicat.recognise.deadlines import deadline
from gicat.recognise.options import choices
from gicat.recognise.organisations import is_name, organisations
from gicat.text import key, squeeze

_ENDS = "》）)。；;】"


def goes_on(kind: str, above: Printed, below: Printed) -> bool | None:
    """True if `below` is the rest of `above`, False if it is a cell of its own, None where that cannot be told.

    Args:
        kind: the kind of column, see `recognise.shapes`.
        above, below: the texts of the cells on both sides of the break, neither blank.
    """
    whole = above.joined(below, Break.WRAP)
    if kind in ("channels", "forms"):
        return _list_goes_on(above, below)
    if kind == "legal_basis":
        return not squeeze(below.text).startswith("《") and squeeze(above.text)[-1:] not in _ENDS
    if kind == "deadline":
        complete = deadline(above.text).understood and deadline(below.text).understood
        return not complete and deadline(whole.text).understood
    if kind in ("publishers", "responsible_units"):
        return not is_name(below.text) or len(organisations(whole)) < len(organisations(above)) + len(
            organisations(below)
        )
    if kind == "contacts":
        return len(contacts(whole.text)) != len(contacts(above.text)) + len(contacts(below.text))
    return None


def _list_goes_on(above: Printed, below: Printed) -> bool | None:
    """A list begins anew with the option the one above began with; its rest repeats nothing but a label cut in two."""
    have = [key(choice.label) for choice in choices(above)]
    more = [key(choice.label) for choice in choices(below)]
    if not have or not more:
        return None
    return more[0] != have[0] and len(set(have) & set(more)) <= 1

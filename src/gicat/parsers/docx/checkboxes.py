"""Checkboxes that are form controls: what state the document says they are in."""

from __future__ import annotations

from gicat.parsers.docx.names import CHECKBOX_14, CHECKED_14, SDTPR, VAL, VAL_14, Element, child, number, on, w

TICKED, UNTICKED = "☑", "☐"
"""How a legacy form field looks, which has no character of its own."""

_FORM_DATA, _CHECKBOX, _CHECKED, _DEFAULT = (w(n) for n in ("ffData", "checkBox", "checked", "default"))
_DROPDOWN, _RESULT, _ENTRY = (w(n) for n in ("ddList", "result", "listEntry"))


def box(state: bool) -> str:
    """The character for a legacy form field."""
    return TICKED if state else UNTICKED


def content_control_state(sdt: Element) -> bool | None:
    """Whether a w14:checkbox content control is ticked; None if the control is of another kind.

    An absent w14:checked means no, one without a value means yes ([MS-DOCX] 2.6.1.1).
    """
    checkbox = child(child(sdt, SDTPR), CHECKBOX_14)
    if checkbox is None:
        return None
    checked = child(checkbox, CHECKED_14)
    return checked is not None and on(checked.get(VAL_14))


def form_field_state(begin: Element) -> bool | None:
    """Whether the legacy checkbox that a w:fldChar begins is ticked; None if it begins another field.

    w:checked overrides w:default (ECMA-376 Part 1, 17.16.8 and 17.16.12); either is true without a value.
    """
    checkbox = child(child(begin, _FORM_DATA), _CHECKBOX)
    if checkbox is None:
        return None
    said = child(checkbox, _CHECKED)
    if said is None:
        said = child(checkbox, _DEFAULT)
    return said is not None and on(said.get(VAL))


def chosen_entry(begin: Element) -> str | None:
    """The entry that a legacy drop-down field shows (17.16.9), or None if the w:fldChar begins another field."""
    dropdown = child(child(begin, _FORM_DATA), _DROPDOWN)
    if dropdown is None:
        return None
    entries = [entry.get(VAL) or "" for entry in dropdown.iterchildren(_ENTRY)]
    said = child(dropdown, _RESULT)
    if said is None:
        said = child(dropdown, _DEFAULT)
    index = 0 if said is None else number(said.get(VAL), 0)
    return entries[index] if 0 <= index < len(entries) else None

"""Checkboxes that are form controls: what state the document says they are in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gicat import marks
from gicat.parsers.docx.glyphs import UNRESOLVED, declared
from gicat.parsers.docx.names import (
    CHECKBOX_14,
    CHECKED_14,
    FONT_14,
    SDTPR,
    STATES_14,
    VAL,
    VAL_14,
    Element,
    child,
    number,
    on,
    w,
)

TICKED, UNTICKED = "☑", "☐"
"""How a legacy form field looks, which has no character of its own."""

_FORM_DATA, _CHECKBOX, _CHECKED, _DEFAULT = (w(n) for n in ("ffData", "checkBox", "checked", "default"))
_DROPDOWN, _RESULT, _ENTRY = (w(n) for n in ("ddList", "result", "listEntry"))


def box(state: bool) -> str:
    """The character for a legacy form field."""
    return TICKED if state else UNTICKED


@dataclass(frozen=True, slots=True)
class Control:
    """A w14:checkbox content control.

    Attributes:
        state: whether it is ticked.
        glyphs: which state a glyph stands for, as the control declares it.
    """

    state: bool
    glyphs: Mapping[str, bool] = field(default_factory=dict)

    def says(self, glyph: str) -> bool | None:
        """The state that a glyph shows; what people read in a plain box counts more than what the control declares."""
        if glyph in marks.TICKED or glyph in marks.UNTICKED:
            return marks.state_of(glyph)
        return self.glyphs.get(glyph, marks.state_of(glyph))


def content_control(sdt: Element) -> Control | None:
    """The checkbox that a w:sdt is, or None if the control is of another kind.

    An absent w14:checked means no, one without a value means yes ([MS-DOCX] 2.6.1.1).
    """
    checkbox = child(child(sdt, SDTPR), CHECKBOX_14)
    if checkbox is None:
        return None
    checked = child(checkbox, CHECKED_14)
    state = checked is not None and on(checked.get(VAL_14))
    glyphs: dict[str, bool] = {}
    for tag, means in STATES_14:
        shown = child(checkbox, tag)
        glyph = UNRESOLVED if shown is None else declared(shown.get(FONT_14), shown.get(VAL_14)).text
        if glyph == UNRESOLVED:
            continue
        if glyph in glyphs:  # it looks the same in both states
            return Control(state)
        glyphs[glyph] = means
    return Control(state, glyphs)


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

"""Option fields of a row: checkbox lists in one cell, and groups of tick columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gicat import schema
from gicat.diagnostics import FIELDS, Diagnostic, found
from gicat.interpret.columns import Column
from gicat.interpret.values import Value
from gicat.lexicon import lexicon
from gicat.recognise.options import choices
from gicat.recognise.ticks import tick
from gicat.text import key

Pair = tuple[Column, Value]
_COMPOUND = re.compile(r"[^、，,/／和及]+?级")


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a field of a row, and what there is to say about them."""

    options: list[schema.Option]
    diagnostics: list[Diagnostic]


def list_options(field: str, value: Value) -> Options:
    """The options of a checkbox list cell."""
    options, diagnostics = [], []
    for choice in choices(value.printed):
        options.append(
            schema.Option(
                code=lexicon().code(field, choice.label),
                label=choice.label,
                checked=choice.checked,
                mark=choice.mark,
                note=choice.note,
            )
        )
        if not choice.boxed and choice.checked is None:
            diagnostics.append(found("P010", label=choice.label))
        elif choice.checked is None:
            diagnostics.append(found("P015", glyph=choice.mark, label=choice.label))
        if choice.times > 1:
            diagnostics.append(found("P011", label=choice.label, count=choice.times))
    return Options(options, diagnostics)


def tick_options(field: str, pairs: Sequence[Pair], *, lost: bool) -> Options:
    """The options of a group of tick columns.

    Args:
        field: the option field.
        pairs: its columns and their values in this row.
        lost: whether no cell of any tick column of the whole table holds a tick, so that blanks tell nothing.
    """
    options: list[schema.Option] = []
    diagnostics: list[Diagnostic] = []
    unsure = False
    states = [tick(value.printed) for _, value in pairs]
    said = {key(state.words) for state in states if state.words}
    chosen = said and said & {key(column.option or "") for column, _ in pairs}
    for (column, value), state in zip(pairs, states, strict=True):
        label = column.option or ""
        checked, words = state.checked, state.words
        if value.unplaced or value.absent or (lost and checked is False and value.printed.blank and not chosen):
            checked, words, unsure = None, None, True
        elif chosen and key(label) in chosen:
            checked, words = True, None
        elif words and key(words) in chosen:
            checked, words = False, None
        elif words and (named := _named(words, label)):
            label, words = named, None
        elif checked is None:
            diagnostics.append(found("P015", glyph=state.mark or "", label=label))
        options.append(
            schema.Option(
                code=lexicon().code(field, label),
                label=label,
                checked=checked,
                mark=None if value.unplaced else state.mark,
                note=words,
            )
        )
    if unsure:
        diagnostics.append(found("P002", field=FIELDS[field]))
    return Options(options, diagnostics)


def _named(words: str, label: str) -> str | None:
    """The part of a compound label that the words name: 县级 under 州级县级."""
    stems = re.split(r"[、，,／/和及]", re.sub(r"级$", "", label))
    compound = [*_COMPOUND.findall(label), *(f"{stem}级" for stem in stems if label.endswith("级"))]
    parts = {key(part): part for part in compound}
    return parts.get(key(words)) if len(parts) > 1 else None

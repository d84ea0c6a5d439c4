"""Values stated before the rows that count for every item, where the table has no column for them."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any, cast

from gicat import schema
from gicat.diagnostics import FIELDS, Diagnostic, found
from gicat.grid import Printed
from gicat.interpret.fields import deadline_of, legal_basis
from gicat.interpret.options import list_options
from gicat.interpret.values import Value
from gicat.recognise.organisations import organisations


def apply_defaults(catalogue: schema.Catalogue, stated: Mapping[str, tuple[str, schema.Place]]) -> list[Diagnostic]:
    """Fill fields that no column feeds from the preamble's 【公开时限】 and the like; one finding a field."""
    fed = {column.field for column in catalogue.columns}
    diagnostics = []
    for name, (text, place) in stated.items():
        if name in fed:
            continue
        value = _value(name, text)
        if not value:
            continue
        for item in catalogue.items:
            setattr(item, name, deepcopy(value))
            item.inherited[cast(Any, name)] = "default"
            item.printed[cast(Any, name)] = text
            item.places[cast(Any, name)] = [place]
        diagnostics.append(replace(found("P017", field=FIELDS[name]), field=name, certainty="inherited"))
    return diagnostics


def _value(name: str, text: str) -> object:
    printed = Value(Printed(text))
    if name == "deadline":
        return deadline_of(printed)
    if name == "legal_basis":
        return legal_basis(printed)
    if name == "channels":
        return list_options(name, printed).options
    return list(organisations(printed.printed))

"""How much of a catalogue came through a dialect: the fields that it carries, and what was made up of those it lost.

White space never counts, every other character does, and so does the order of options. An item that is missing
counts all its fields wrong, an item that is made up as many again. Where a field is lost, null, an absent value and
the true value are right; any other value is made up.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.rendering.houses import House

Item = Mapping[str, Any]
OPTIONS = ("channels", "forms", "audiences", "access_modes", "levels")
_HEADS = ("title", "agency", "region", "published")


@dataclass
class Score:
    """What was compared.

    Attributes:
        right, total: carried fields of all items.
        made_up: values of lost fields that are asserted and wrong.
        wrong_heads: fields of the catalogue that are wrong.
        misses: what differs, in order: where, field, wanted, got.
    """

    right: int = 0
    total: int = 0
    made_up: int = 0
    wrong_heads: int = 0
    misses: list[tuple[object, str, object, object]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Right fields of all that are carried."""
        return self.right / self.total if self.total else 1.0

    def told(self, most: int = 8) -> str:
        """The score and its first misses, for people."""
        first = [f"  {where} {name}: want {want!r}, got {got!r}" for where, name, want, got in self.misses[:most]]
        figures = f"{self.right}/{self.total} ({self.share:.2%}), made up {self.made_up}, heads {self.wrong_heads}"
        return "\n".join([figures, *first])


def score(want: Mapping[str, Any], got: Mapping[str, Any], house: House, lost: frozenset[str]) -> Score:
    """A document against the catalogue that was printed in a house style.

    Args:
        want: the catalogue, in the contract's shape.
        got: the document that gicat made, as JSON values.
        house: says which fields are printed at all.
        lost: the fields that the dialect does not carry.
    """
    found = Score()
    _heads(want, got["catalogues"], found)
    printed = sorted({column.field for column in house.columns} | {"name"})
    have = [item for catalogue in got["catalogues"] for item in catalogue["items"]]
    pairs, extra = _aligned(want["items"], have)
    for i, j in pairs:
        for name in printed:
            value = have[j] if j is not None else None
            if name in lost:
                _lost(i, name, want["items"][i], value, found)
            else:
                _carried(i, name, want["items"][i], value, found)
    for j in extra:
        found.total += len(set(printed) - lost)
        found.misses.append((f"+{j}", "item", None, have[j]["name"]))
    return found


def _heads(want: Mapping[str, Any], catalogues: Sequence[Mapping[str, Any]], found: Score) -> None:
    if len(catalogues) != 1:
        found.wrong_heads += 1
        found.misses.append(("document", "catalogues", 1, len(catalogues)))
    got = catalogues[0] if catalogues else {}
    for name in _HEADS:
        if name in want and _bare(want[name]) != _bare(got.get(name)):
            found.wrong_heads += 1
            found.misses.append(("catalogue", name, want[name], got.get(name)))
    have = {_bare(contact["value"]) for contact in got.get("contacts") or []}
    if want.get("contacts") and {_bare(contact["value"]) for contact in want["contacts"]} != have:
        found.wrong_heads += 1
        found.misses.append(("catalogue", "contacts", want["contacts"], sorted(map(str, have))))


def _aligned(want: Sequence[Item], have: Sequence[Item]) -> tuple[list[tuple[int, int | None]], list[int]]:
    """Items of both sides in document order, by innermost category and name; those that only one side has."""
    left, right = ([(_bare("".join(i["categories"][-1:])), _bare(i["name"])) for i in side] for side in (want, have))
    pairs: list[tuple[int, int | None]] = []
    extra: list[int] = []
    for _, a, b, c, d in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        both = min(b - a, d - c)
        pairs += [(a + k, c + k) for k in range(both)] + [(k, None) for k in range(a + both, b)]
        extra += range(c + both, d)
    return pairs, extra


def _carried(where: int, name: str, want: Item, got: Item | None, found: Score) -> None:
    truth = value_of(name, want)
    value = value_of(name, got) if got is not None else "(no such item)"
    found.total += 1
    found.right += value == truth
    if value != truth:
        found.misses.append((where, name, truth, value))


def _lost(where: int, name: str, want: Item, got: Item | None, found: Score) -> None:
    """Options of a lost field: a state that is told must be the true one."""
    truth = dict(value_of(name, want))
    for label, state in value_of(name, got) if got else ():
        if state is not None and state != truth.get(label, False):
            found.made_up += 1
            found.misses.append((where, f"{name} (lost)", truth, (label, state)))


def _bare(text: str | None) -> str | None:
    """None for nothing; otherwise the text without white space."""
    return re.sub(r"\s+", "", text or "") or None


def _basis(item: Item) -> object:
    basis = item.get("legal_basis") or {}
    cited = [(_bare(c["title"]), _bare(c.get("document_number"))) for c in basis.get("citations") or ()]
    return _bare(basis.get("text")), cited


def _deadline(item: Item) -> object:
    deadline = item.get("deadline") or {}
    terms = [[term.get(k) for k in ("kind", "amount", "unit", "month", "day")] for term in deadline.get("terms") or ()]
    return _bare(deadline.get("text")), terms


def _contacts(item: Item) -> object:
    return [(c.get("kind"), _bare(c["value"]), _bare(c.get("label"))) for c in item.get("contacts") or ()]


def _extra(item: Item) -> object:
    return [([_bare(label) for label in e["label"]], _bare(e["text"])) for e in item.get("extra") or ()]


_VALUES: dict[str, Callable[[Item], Any]] = {
    "legal_basis": _basis,
    "deadline": _deadline,
    "contacts": _contacts,
    "extra": _extra,
}


def value_of(name: str, item: Item) -> Any:
    """A field of an item in a form that compares."""
    if name in _VALUES:
        return _VALUES[name](item)
    if name in OPTIONS:
        return [(_bare(option["label"]), option["checked"]) for option in item.get(name) or ()]
    if name in ("categories", "publishers", "responsible_units"):
        return [_bare(value) for value in item.get(name) or ()]
    return _bare(item.get(name))

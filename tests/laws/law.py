"""The law: a case printed in a format parses to what the format can carry of it, and the audit holds."""

from __future__ import annotations

import copy
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any

from tests.laws.losses import ATOP, UNKNOWN, Loss
from tests.rendering.strategy import Case
from tests.shared import audit_findings, parsed

Value = dict[str, Any]


def carried(case: Case, losses: Sequence[Loss]) -> Value:
    """What a format with these losses leaves of a catalogue."""
    catalogue: Value = copy.deepcopy(case.stated)
    for loss in losses:
        if loss.concerns(case):
            loss.left(catalogue["items"], case.house)
    publishers = [item["publishers"] for item in catalogue["items"]]
    if catalogue["agency"] is None and all(p == publishers[0] for p in publishers) and len(publishers[0]) == 1:
        catalogue["agency"] = publishers[0][0]
    return catalogue


def differences(want: Any, have: Any, tops: Collection[int] = (), where: str = "") -> list[str]:
    """Where a result is not what is wanted; keys that are not wanted do not count.

    Args:
        want, have: plain JSON values; what is wanted may hold the signs of `losses`.
        tops: numbers of the items that are the first of a page.
        where: for the report.
    """
    if isinstance(want, tuple):
        want, other = _either(want, tops)
        if not differences(other, have):
            return []
    if isinstance(want, dict) and isinstance(have, dict):
        return [d for key, one in want.items() for d in differences(one, have.get(key), tops, f"{where}.{key}")]
    if isinstance(want, list) and isinstance(have, list) and len(want) == len(have):
        pairs = enumerate(zip(want, have, strict=True))
        return [d for n, (one, other) in pairs for d in differences(one, other, tops, f"{where}[{n}]")]
    if want == have:
        return []
    if isinstance(want, list) and isinstance(have, list):
        return [f"{where}: {len(want)} wanted, {len(have)} read: {_short(want)} / {_short(have)}"]
    return [f"{where}: {want!r} wanted, {have!r} read"]


def _either(want: tuple[Any, ...], tops: Collection[int]) -> tuple[Any, Any]:
    """What is wanted, and what may stand instead."""
    sign, value, *more = want
    if sign is UNKNOWN:
        return value, None
    assert sign is ATOP
    above, number = more
    return value, above if number in tops else value


def _short(values: list[Any]) -> str:
    names = [value.get("name", value.get("label", "…")) if isinstance(value, dict) else str(value) for value in values]
    return ", ".join(map(str, names))


def broken(case: Case, losses: Sequence[Loss], name: str, data: bytes, engine: str = "pdfium") -> list[str]:
    """What is wrong in the reading of a file that a case was printed to: differences, lost and invented text."""
    document = parsed(name, data, engine=engine)
    told = [f"audit {code}: {text}" for code, text in audit_findings(document)]
    if any(loss.all and loss.concerns(case) for loss in losses):
        return told
    return told + differences([carried(case, losses)], document["catalogues"], _tops(document))


def _tops(document: Value) -> set[int]:
    """Numbers of the items whose name is printed on another page than that of the item before."""
    items = [item for catalogue in document["catalogues"] for item in catalogue["items"]]
    pages = [next((place.get("page") for place in item["places"].get("name", [])), None) for item in items]
    return {number for number, (one, other) in enumerate(pairwise(pages), 1) if one != other}

"""The law: a case printed in a format parses to what the format can carry of it, and the audit holds."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

from tests.laws.losses import UNKNOWN, Loss
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


def differences(want: Any, have: Any, where: str = "") -> list[str]:
    """Where a result is not what is wanted; keys that are not wanted do not count."""
    if isinstance(want, tuple) and want[0] is UNKNOWN:
        return [] if have is None else differences(want[1], have, where)
    if isinstance(want, dict) and isinstance(have, dict):
        return [d for key, one in want.items() for d in differences(one, have.get(key), f"{where}.{key}")]
    if isinstance(want, list) and isinstance(have, list) and len(want) == len(have):
        return [d for n, (w, h) in enumerate(zip(want, have, strict=True)) for d in differences(w, h, f"{where}[{n}]")]
    if want == have:
        return []
    if isinstance(want, list) and isinstance(have, list):
        return [f"{where}: {len(want)} wanted, {len(have)} read: {_short(want)} / {_short(have)}"]
    return [f"{where}: {want!r} wanted, {have!r} read"]


def _short(values: list[Any]) -> str:
    names = [value.get("name", value.get("label", "…")) if isinstance(value, dict) else str(value) for value in values]
    return ", ".join(map(str, names))


def broken(case: Case, losses: Sequence[Loss], name: str, data: bytes, engine: str = "pdfium") -> list[str]:
    """What is wrong in the reading of a file that a case was printed to: differences, lost and invented text."""
    document = parsed(name, data, engine=engine)
    told = [f"audit {code}: {text}" for code, text in audit_findings(document)]
    if any(loss.all and loss.concerns(case) for loss in losses):
        return told
    return told + differences([carried(case, losses)], document["catalogues"])

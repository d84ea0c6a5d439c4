"""Coverage as data: JSON with everything, CSV with a column for each body."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gicat.lexicon.duties import duties
from gicat.rules.coverage import Coverage, Covered
from gicat.rules.fact import Fact
from gicat.writers.base import mended
from gicat.writers.csv import BOM, neutralised


@dataclass(frozen=True, slots=True)
class Body:
    """The coverage of a body whose catalogues a file holds; None for a file without catalogues."""

    path: str
    coverage: Coverage | None


def as_json(bodies: Sequence[Body]) -> str:
    """An array of bodies; codes and states are stable, texts in both languages, indices count from 0."""
    return mended(json.dumps([_body(body) for body in bodies], ensure_ascii=False, indent=1)) + "\n"


def _body(body: Body) -> dict[str, Any]:
    found = body.coverage
    return {
        "path": body.path,
        "catalogues": list(found.catalogues) if found else [],
        "agency": found.agency if found else None,
        "region": found.region if found else None,
        "issuer": _fact(found.issuer) if found else None,
        "level": _fact(found.level) if found else None,
        "family": _fact(found.family) if found else None,
        "duties": [_duty(covered) for covered in found.duties] if found else [],
    }


def _fact(fact: Fact[Any]) -> dict[str, Any]:
    return {"value": fact.value, "source": fact.source, "evidence": fact.evidence}


def _duty(covered: Covered) -> dict[str, Any]:
    duty = covered.duty
    return {
        "code": duty.code,
        "article": duty.article,
        "item": duty.item,
        "text": {"en": duty.en, "zh": duty.zh},
        "state": covered.state,
        "by": [
            {"catalogue": met.catalogue, "item": met.item, "item_id": met.within.id, "name": met.within.name,
             "source": met.source, "evidence": met.evidence}
            for met in covered.by
        ],
    }  # fmt: skip


def as_csv(bodies: Sequence[Body]) -> str:
    """A row for each duty, a column for each body with its states: UTF-8 with BOM, for spreadsheets."""
    out = io.StringIO()
    out.write(BOM)
    rows = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    paths = Counter(body.path for body in bodies)
    rows.writerow(["code", "article", "item", "en", "zh", *(neutralised(_heading(body, paths)) for body in bodies)])
    for index, duty in enumerate(duties()):
        states = [body.coverage.duties[index].state if body.coverage else "" for body in bodies]
        rows.writerow([duty.code, duty.article, duty.item or "", duty.en, duty.zh, *states])
    return out.getvalue()


def _heading(body: Body, paths: Counter[str]) -> str:
    """The path of a file, and which of its bodies it is where it holds several."""
    agency = body.coverage.agency if body.coverage and paths[body.path] > 1 else None
    return mended(f"{body.path} ({agency})" if agency else body.path)

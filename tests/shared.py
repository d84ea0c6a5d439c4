"""The shared folder of seeds, gold, layouts and corpus: where it is, and its scoring tools."""

from __future__ import annotations

import importlib.util
import json
import os
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gicat.parsers.base import ReadOptions, Source
from gicat.pipeline import Options, parse_source

ROOT = Path(__file__).resolve().parent.parent
SHARED = (ROOT / os.environ.get("GICAT_SHARED", "../shared")).resolve()

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder (GICAT_SHARED) is not on this machine")


@lru_cache
def tool(name: str) -> ModuleType:
    """A script of the shared tools as a module, e.g. "score"."""
    spec = importlib.util.spec_from_file_location(f"shared_{name}", SHARED / "tools" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@lru_cache
def gold(name: str) -> dict[str, Any]:
    """The document that counts as right for a seed, e.g. "001"."""
    return json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))


def names(folder: str, pattern: str) -> list[str]:
    """The file names of a shared folder, sorted; none where it is absent, so that collecting tests works."""
    return sorted(path.name for path in (SHARED / folder).glob(pattern))


def parsed(name: str, data: bytes, *, engine: str = "pdfium") -> dict[str, Any]:
    """What gicat makes of a file, with the audit, as plain JSON values."""
    options = Options(read=ReadOptions(pdf_engine=engine), audit=True)
    return parse_source(Source(name, data), options).model_dump(mode="json")


def audit_findings(document: dict[str, Any]) -> list[tuple[str, Any]]:
    """What the audit found lost (R010) or made up (R016)."""
    return [(d["code"], d["text"]) for d in document["diagnostics"] if d["code"] in ("R010", "R016")]


def assert_equal_to_gold(want: dict[str, Any], have: dict[str, Any]) -> None:
    """Every field of the items and of the catalogue is right, and nothing is invented; the first misses are shown."""
    right, total, heads, misses, n_want, n_have = tool("score").score(want, have)
    percent = 100 * sum(right.values()) / max(1, sum(total.values()))
    first = (heads + misses)[:8]
    shown = "\n".join(f"  {where} {name}: want {value!r}, got {got!r}" for where, name, value, got in first)
    assert not heads and not misses, f"items {n_have}/{n_want}, fields right {percent:.2f} %\n{shown}"

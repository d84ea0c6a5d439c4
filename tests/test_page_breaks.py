"""Tables whose page breaks fall anywhere: through rows, between rows, through merged cells.

Empty lines above the table push it down line by line, so that the breaks move through it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pypdfium2
import pytest
from samples.catalogues import culture, subsidies, water
from samples.make import SAMPLES, overlaid, read, stated

from tests.rendering import Box, Sheet, compose, docx_bytes, houses, pdf_files, soffice
from tests.rendering.model import line
from tests.shared import assert_equal_to_gold, audit_findings, gold, needs_shared

pytestmark = pytest.mark.external

SHIFTS = range(0, 24, 2)
OWN = {
    "water": ("water-list.pdf", water, houses.LIST),
    "culture": ("culture-matters.docx", culture, houses.MATTERS),
    "subsidies": ("subsidies-standard.pdf", subsidies, houses.STANDARD),
}
SEEDS = {"000": houses.LIST, "001": houses.LIST, "002": houses.MATTERS, "003": houses.BASIC}


@lru_cache
def sheet(name: str, shift: int) -> Sheet:
    """A catalogue with so many empty lines above its table."""
    catalogue, house = (OWN[name][1](), OWN[name][2]) if name in OWN else (gold(name)["catalogues"][0], SEEDS[name])
    composed = compose(catalogue, house)
    return replace(composed, before=composed.before + shift * (line("\u3000"),))


def _prints(names: list[str], folder: Any) -> dict[str, bytes]:
    if soffice() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    return pdf_files({f"{n}-{shift}": docx_bytes(sheet(n, shift)) for n in names for shift in SHIFTS}, folder)


@pytest.fixture(scope="module")
def own_prints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return _prints(list(OWN), tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def seed_prints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return _prints(list(SEEDS), tmp_path_factory.mktemp("seeds"))


def skip_if_clipped(name: str, shift: int, data: bytes) -> None:
    """LibreOffice now and then does not print the rest of a merged cell: then there is nothing to read."""
    document = pypdfium2.PdfDocument(data)
    shown = Counter("".join(page.get_textpage().get_text_range() for page in document))
    body = [text for row in sheet(name, shift).table.body for cell in row for text in cell.lines]
    wanted = Counter("".join(piece for text in body for piece in text if not isinstance(piece, Box)))
    missing = {char for char in wanted - shown if char > "\u4e00"}
    if missing:
        pytest.skip(f"LibreOffice did not print all of it: {''.join(sorted(missing))}")


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("shift", SHIFTS)
def test_sample(name: str, shift: int, own_prints: dict[str, bytes]) -> None:
    data = own_prints[f"{name}-{shift}"]
    skip_if_clipped(name, shift, data)
    want = stated(SAMPLES[OWN[name][0]])
    got = read("list.pdf", data)
    assert [i["name"] for i in got["catalogues"][0]["items"]] == [i["name"] for i in want["catalogues"][0]["items"]]
    assert got["catalogues"] == overlaid(want, got)["catalogues"]
    assert not audit_findings(got)


@needs_shared
@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("shift", SHIFTS)
def test_seed(name: str, shift: int, seed_prints: dict[str, bytes]) -> None:
    data = seed_prints[f"{name}-{shift}"]
    skip_if_clipped(name, shift, data)
    document = read("list.pdf", data)
    assert_equal_to_gold(gold(name), document)
    assert not audit_findings(document)

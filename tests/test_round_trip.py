"""Catalogues printed by the suite's own renderer parse back to what was printed.

The gold of the seeds as DOCX in every way that Word holds a checkbox and in several structures of markup, and as PDF
through LibreOffice, where rows and merged cells are cut by page breaks.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest

from tests.rendering import ENCODINGS, House, Sheet, Structure, compose, docx_bytes, houses, pdf_files, soffice
from tests.shared import assert_equal_to_gold, audit_findings, gold, needs_shared, parsed

pytestmark = needs_shared

HOUSES: dict[str, House] = {
    "000": houses.LIST,
    "001": replace(houses.LIST, across=True),
    "002": houses.MATTERS,
    "003": houses.BASIC,
}
STRUCTURES = {
    "cell-sdt": Structure(cell_sdt=True),
    "row-sdt": Structure(row_sdt=True),
    "table-sdt": Structure(table_sdt=True),
    "inserted": Structure(inserted=True),
    "old-merge": Structure(old_merge=True),
    "split-runs": Structure(split_runs=True),
    "no-repeated-head": Structure(repeat_head=False),
    "split": Structure(split=(11, "续表")),
    "split-with-head": Structure(split=(9, "（接上表）"), head_again=True),
    "split-sdt": Structure(split=(10, "续表1-1："), table_sdt=True, cell_sdt=True),
}
PRINTS = {
    "cut": ("square", Structure()),
    "whole-rows": ("ballot", Structure(cant_split=True)),
    "thorn": ("thorn", Structure()),
    "head-once": ("square", Structure(repeat_head=False)),
}
BOX_PRINTS = {
    "sym-wingdings": ("sym-wingdings", Structure()),
    "wingdings2-letters": ("wingdings2-letters", Structure()),
    "content-control": ("content-control", Structure()),
    "form-field": ("form-field", Structure()),
}


@lru_cache
def sheet(name: str) -> Sheet:
    return compose(gold(name)["catalogues"][0], HOUSES[name])


def assert_reads_back(name: str, document: dict[str, Any]) -> None:
    assert_equal_to_gold(gold(name), document)
    assert not audit_findings(document)


@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_docx_of_every_checkbox_encoding(name: str, encoding: str) -> None:
    assert_reads_back(name, parsed("list.docx", docx_bytes(sheet(name), ENCODINGS[encoding])))


@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("structure", STRUCTURES)
def test_docx_of_every_structure(name: str, structure: str) -> None:
    data = docx_bytes(sheet(name), ENCODINGS["content-control"], STRUCTURES[structure])
    assert_reads_back(name, parsed("list.docx", data))


@pytest.mark.parametrize("name", HOUSES)
def test_docx_with_title_and_preamble_as_rows_of_the_table(name: str) -> None:
    rows = compose(gold(name)["catalogues"][0], replace(HOUSES[name], front_rows=True))
    assert_reads_back(name, parsed("list.docx", docx_bytes(rows)))


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All PDFs of this module by name, printed in one run of LibreOffice."""
    if soffice() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    wanted = {f"{name}-{kind}": (name, how) for name in HOUSES for kind, how in PRINTS.items()}
    wanted |= {f"002-{kind}": ("002", how) for kind, how in BOX_PRINTS.items()}
    documents = {key: docx_bytes(sheet(name), ENCODINGS[box], markup) for key, (name, (box, markup)) in wanted.items()}
    return pdf_files(documents, tmp_path_factory.mktemp("prints"))


@pytest.mark.external
@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("kind", PRINTS)
def test_pdf(name: str, kind: str, prints: dict[str, bytes]) -> None:
    assert_reads_back(name, parsed("list.pdf", prints[f"{name}-{kind}"]))


@pytest.mark.external
@pytest.mark.parametrize("kind", BOX_PRINTS)
def test_pdf_of_other_boxes(kind: str, prints: dict[str, bytes]) -> None:
    assert_reads_back("002", parsed("list.pdf", prints[f"002-{kind}"]))


@pytest.mark.external
def test_pdf_by_the_reference_engine(prints: dict[str, bytes]) -> None:
    document = parsed("list.pdf", prints["002-cut"], engine="pdfplumber")
    assert document["source"]["engine"] == "pdfplumber"
    assert_reads_back("002", document)

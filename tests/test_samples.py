"""The project's own samples: each is read as it was defined, and one catalogue gives one result in every format."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from samples.catalogues import culture, subsidies, water
from samples.make import FOLDER, SAMPLES, Sample, expected_path, overlaid, read, stated

from tests.rendering import ENCODINGS, House, compose, docx_bytes, houses, pdf_files, pipe_text, soffice, tab_text
from tests.shared import audit_findings

CATALOGUES: dict[str, tuple[Callable[[], dict[str, Any]], House]] = {
    "water": (water, houses.LIST),
    "culture": (culture, houses.MATTERS),
    "subsidies": (subsidies, houses.STANDARD),
}
NOT_PRINTED = ("places", "printed", "inherited")
"""What differs between formats by nature: places, breaks, and the reason why a value is inherited."""


def without_boxes(document: dict[str, Any]) -> dict[str, Any]:
    """The document without coordinates: engines and their versions agree on them only nearly."""
    text = json.dumps(document, ensure_ascii=False)
    return json.loads(text, object_hook=lambda value: {key: one for key, one in value.items() if key != "bbox"})


@pytest.fixture(scope="module")
def results() -> dict[str, dict[str, Any]]:
    return {name: read(name, (FOLDER / name).read_bytes()) for name in SAMPLES}


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_says_what_its_definition_states(name: str, results: dict[str, dict[str, Any]]) -> None:
    want = stated(SAMPLES[name])
    got = results[name]
    assert len(got["catalogues"]) == 1
    assert [i["name"] for i in got["catalogues"][0]["items"]] == [i["name"] for i in want["catalogues"][0]["items"]]
    assert got["catalogues"] == overlaid(want, got)["catalogues"]
    assert not audit_findings(got)


@pytest.mark.parametrize("name", SAMPLES)
def test_expected_json_is_what_gicat_prints(name: str, results: dict[str, dict[str, Any]]) -> None:
    expected = json.loads(expected_path(name).read_text(encoding="utf-8"))
    assert without_boxes(results[name]) == without_boxes(expected)


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_is_small(name: str) -> None:
    assert (FOLDER / name).stat().st_size < 200_000


def comparable(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The items without what formats may differ in."""
    items = [item for catalogue in document["catalogues"] for item in catalogue["items"]]
    kept = [{key: value for key, value in item.items() if key not in NOT_PRINTED} for item in items]
    for item in kept:
        for options in ("channels", "forms", "audiences", "access_modes", "levels"):
            item[options] = [{k: v for k, v in option.items() if k != "mark"} for option in item[options]]
    return kept


@pytest.fixture(scope="module")
def printed_pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The catalogues as PDF, printed in one run."""
    if soffice() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    documents = {name: docx_bytes(compose(make(), house)) for name, (make, house) in CATALOGUES.items()}
    return pdf_files(documents, tmp_path_factory.mktemp("prints"))


def formats(name: str) -> dict[str, tuple[str, bytes]]:
    """A catalogue in every format that keeps all its columns: file name and bytes."""
    make, house = CATALOGUES[name]
    sheet = compose(make(), house)
    encoded = {f"docx-{kind}": ("list.docx", docx_bytes(sheet, box)) for kind, box in ENCODINGS.items()}
    return {
        "tab": ("list.txt", tab_text(sheet, ("■", "□")).encode()),
        "pipes": ("list.txt", pipe_text(sheet, ("■ ", "□ "), packed=False).encode()),
        "gb18030": ("list.txt", tab_text(sheet, ("■", "□")).encode("gb18030")),
        **encoded,
    }


@pytest.mark.parametrize("name", CATALOGUES)
@pytest.mark.parametrize("kind", formats("water"))
def test_one_catalogue_gives_one_result(name: str, kind: str) -> None:
    make, house = CATALOGUES[name]
    reference = comparable(read("list.docx", docx_bytes(compose(make(), house))))
    document = read(*formats(name)[kind])
    assert len(reference) == len(make()["items"])
    assert comparable(document) == reference
    assert not audit_findings(document)


@pytest.mark.external
@pytest.mark.parametrize("name", CATALOGUES)
@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_one_catalogue_gives_one_result_as_pdf(name: str, engine: str, printed_pdfs: dict[str, bytes]) -> None:
    make, house = CATALOGUES[name]
    reference = comparable(read("list.docx", docx_bytes(compose(make(), house))))
    document = read("list.pdf", printed_pdfs[name], engine=engine)
    assert document["source"]["engine"] == engine
    assert comparable(document) == reference
    assert not audit_findings(document)


def test_a_misreading_shows_against_the_definition() -> None:
    """`overlaid` keeps what is stated, so a wrong value cannot enter the expected JSON."""
    sample = Sample(water, houses.LIST, "square")
    want = stated(sample)
    wrong = json.loads(json.dumps(want))
    wrong["catalogues"][0]["items"][0]["channels"][0]["checked"] = False
    assert overlaid(want, wrong) == want != wrong

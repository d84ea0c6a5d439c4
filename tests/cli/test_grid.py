import json
from pathlib import Path

import pytest

from tests.cli import made
from tests.cli.conftest import Run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.txt"
    path.write_text(made.CATALOGUE, encoding="utf-8")
    return path


def test_json_has_the_recovered_grid(run: Run, file: Path) -> None:
    ran = run("grid", file, "--format", "json")
    assert (ran.exit, ran.err) == (0, "")
    grids = [block for block in json.loads(ran.out)["blocks"] if block["type"] == "grid"]
    assert [(grid["rows"], grid["columns"]) for grid in grids] == [(6, 5)]
    assert set(grids[0]["cells"][0]) == {"row", "column", "row_span", "column_span", "text", "page", "bbox"}
    assert grids[0]["cells"][1]["text"] == "公开事项"


def test_text_on_a_terminal_and_json_elsewhere(run: Run, file: Path) -> None:
    assert run("grid", file).out.startswith(b'{"blocks": [')
    assert "--- grid: 6 rows, 5 columns" in run("grid", file, terminal=True).text
    assert run("grid", file, "--format", "json", terminal=True).out.startswith(b'{"blocks": [')


def test_raw_is_what_the_reader_saw(run: Run, file: Path) -> None:
    assert json.loads(run("grid", file, "--raw").out)["blocks"]


def test_only_the_tables_asked_for(run: Run, file: Path) -> None:
    assert [b["type"] for b in json.loads(run("grid", file, "--table", 0).out)["blocks"]] == ["grid"]
    assert json.loads(run("grid", file, "--table", 7).out) == {"blocks": []}


def test_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    file.write_bytes(b"%PDF-1.4\n")
    ran = run("grid", file)
    assert (ran.exit, json.loads(ran.out)) == (1, {"blocks": []})
    assert "R003 [error]" in ran.err
    ran = run("grid", tmp_path / "none")
    assert (ran.exit, ran.out) == (2, b"")


def test_pdf_has_pages_and_boxes(run: Run) -> None:
    sample = next(iter(sorted((Path(__file__).parents[2] / "samples").glob("*.pdf"))), None)
    if sample is None:
        pytest.skip("no samples")
    blocks = json.loads(run("grid", sample, "--format", "json").out)["blocks"]
    cell = next(block for block in blocks if block["type"] == "grid")["cells"][0]
    assert cell["page"] == 1
    assert len(cell["bbox"]) == 4

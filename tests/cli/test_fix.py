"""`gicat fix`: mends what it may, shows it, touches nothing else, and has nothing to do a second time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from samples.make import FOLDER, SAMPLES

from gicat.rules import registry
from tests.cli import made
from tests.cli.conftest import Run
from tests.shared import SHARED, names, needs_shared
from tests.validate.stubs import RULES


@pytest.fixture
def stubs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "rules", lambda: RULES)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.txt"
    path.write_text(made.CATALOGUE, encoding="utf-8")
    return path


@pytest.mark.usefixtures("stubs")
def test_safe_fixes_only(run: Run, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "list.json"
    ran = run("fix", file, "-o", out)
    assert (ran.exit, ran.out) == (0, b"")
    before = json.loads(run("parse", file).text)
    after = json.loads(out.read_text("utf-8"))
    for item in before["catalogues"][0]["items"]:
        item["content"] = item["content"].replace("电话", "电话号码")
    assert after == before
    assert '- "content": "机构简介的名称、地址、电话",' in ran.err.replace("-  ", "- ")
    assert "电话号码" in ran.err
    assert "5 fix(es) made" in ran.err
    assert "5 more with --unsafe-fixes" in ran.err
    assert file.read_text("utf-8") == made.CATALOGUE


@pytest.mark.usefixtures("stubs")
def test_unsafe_fixes_on_demand(run: Run, file: Path) -> None:
    after = json.loads(run("fix", file, "--unsafe-fixes").text)
    assert all(item["name"].endswith("事项") for item in after["catalogues"][0]["items"])
    only = json.loads(run("fix", file, "--unsafe-fixes", "--select", "V902").text)
    assert not any("电话号码" in item["content"] for item in only["catalogues"][0]["items"])


@pytest.mark.usefixtures("stubs")
def test_quiet(run: Run, file: Path) -> None:
    assert "content" not in run("fix", file, "-q").err


@pytest.mark.usefixtures("stubs")
def test_what_cannot_be_fixed(run: Run, file: Path, tmp_path: Path) -> None:
    ran = run("fix", file, "-o", file)
    assert (ran.exit, file.read_text("utf-8")) == (2, made.CATALOGUE)
    assert run("fix", tmp_path / "none.txt").exit == 2
    assert run("fix", tmp_path).exit == 2
    assert run("fix", file, "--select", "V9O1").exit == 2
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4\n")
    ran = run("fix", bad)
    assert (ran.exit, json.loads(ran.text)["catalogues"]) == (1, [])
    assert "R003" in ran.err
    both = tmp_path / "both.json"
    both.write_bytes(run("parse", file, file).out)
    ran = run("fix", both)
    assert (ran.exit, ran.out) == (2, b"")
    assert "2 documents" in ran.err


def fixed_twice(run: Run, source: Path, folder: Path, *options: str) -> None:
    once, twice = folder / "once.json", folder / "twice.json"
    assert run("fix", source, "-o", once, *options).exit in (0, 1)
    ran = run("fix", once, "-o", twice, *options)
    assert "0 fix(es) made" in ran.err
    assert once.read_bytes() == twice.read_bytes()


@pytest.mark.parametrize("options", [(), ("--unsafe-fixes",)], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", SAMPLES)
def test_fixing_again_changes_nothing(run: Run, name: str, options: tuple[str, ...], tmp_path: Path) -> None:
    fixed_twice(run, FOLDER / name, tmp_path, "--isolated", *options)


@needs_shared
@pytest.mark.parametrize("options", [(), ("--unsafe-fixes",)], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", names("seeds", "*.txt"))
def test_fixing_a_seed_again_changes_nothing(run: Run, name: str, options: tuple[str, ...], tmp_path: Path) -> None:
    fixed_twice(run, SHARED / "seeds" / name, tmp_path, "--isolated", *options)

"""`gicat batch`: what it writes, what it refuses before any work, what it says."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import gicat
from gicat.cli import progress
from gicat.cli.batch import command as batch
from gicat.writers.registry import WRITERS, suffix
from tests.batch import folders, hostile
from tests.batch.folders import catalogue, comparable, manifest, statuses, tree, zipped
from tests.cli import made
from tests.cli.conftest import Run

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a folder `in` of three catalogues."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for number, name in enumerate(("b.txt", "a.md", "deep/c.txt")):
        (tmp_path / "in" / name).write_text(catalogue(number), encoding="utf-8")
    return tmp_path


def test_results_are_those_of_parse(run: Run, place: Path) -> None:
    for sample in (*SAMPLES.glob("*.pdf"), *SAMPLES.glob("*.docx")):
        (place / "in" / sample.name).symlink_to(sample)
    ran = run("batch", "in", "-o", "out", "-j", 2)
    assert (ran.exit, ran.out) == (0, b"")
    written = tree(place / "out")
    assert len(written) == 3 + len([*SAMPLES.glob("*.pdf"), *SAMPLES.glob("*.docx")])
    for name, data in written.items():
        assert data == run("parse", place / "in" / name.removesuffix(".json"), "-q").out


def test_the_manifest_says_what_came_of_each(run: Run, place: Path) -> None:
    (place / "in" / "empty.pdf").write_bytes(b"")
    (place / "in" / "logo.svg").write_bytes(b"<svg/>")
    assert run("batch", "in", "-o", "out").exit == 1
    assert statuses(place / "out") == {
        "a.md": "converted", "b.txt": "converted", "deep/c.txt": "converted", "empty.pdf": "failed",
        "logo.svg": "skipped",
    }  # fmt: skip
    lines = comparable(place / "out")
    assert lines["b.txt"]["items"] == 4
    assert lines["b.txt"]["output"] == "b.txt.json"
    assert lines["b.txt"]["diagnostics"] == {"error": 0, "warning": 0, "info": 0}
    assert lines["empty.pdf"]["message"].startswith("R002 ")
    assert lines["empty.pdf"]["output"] is None
    assert not (place / "out" / ".gicat").exists()


@pytest.mark.parametrize("name", list(WRITERS))
def test_every_format(run: Run, place: Path, name: str) -> None:
    assert run("batch", "in", "-o", "out", "--format", name).exit == 0
    assert set(tree(place / "out")) == {f"{one}{suffix(name)}" for one in ("a.md", "b.txt", "deep/c.txt")}
    written = (place / "out" / f"b.txt{suffix(name)}").read_bytes()
    assert written == gicat.write(gicat.parse("in/b.txt"), name).encode()


def test_the_command_knows_every_format() -> None:
    (option,) = [option for option in batch.params if option.name == "format_name"]
    assert list(option.type.choices) == list(WRITERS)  # type: ignore[attr-defined]


def test_archives(run: Run, place: Path) -> None:
    zipped(
        place / "in" / "z.zip", ("乡镇/甲.txt", catalogue(7)), ("../out.txt", catalogue(8)), ("bomb.txt", "\0" * 10**7)
    )
    assert run("batch", "in", "-o", "out", "--limit", "ratio=500").exit == 1
    lines = comparable(place / "out")
    assert lines["z.zip/乡镇/甲.txt"]["items"] == 4
    assert "leads out" in lines["z.zip/../out.txt"]["message"]
    assert "500 times" in lines["z.zip/bomb.txt"]["message"]
    assert not (place / "out.txt.json").exists()
    assert (place / "out" / "z.zip" / "乡镇" / "甲.txt.json").exists()


def test_one_bad_file_costs_itself_only(run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(hostile.install(place / "packages"))
    inside = place / "in"
    deeds = ("hang", "crash", "killed", "leave", "eat", "fault", "talk")
    for deed in deeds:
        (inside / f"{deed}.bad").write_bytes(hostile.file(deed))
    (inside / "gone.txt").symlink_to(place / "nothing.txt")
    (inside / "b.md").write_text(catalogue(9), encoding="utf-8")  # two of one stem
    unreadable = inside / "shut.txt"
    if Path("/proc/self/mem").exists():
        unreadable.symlink_to("/proc/self/mem")  # opens, and cannot be read, even by root
    else:
        unreadable.touch()
        unreadable.chmod(0)
    ran = run("batch", "in", "-o", "out", "-j", 3, "--timeout", 10, "--memory", 500)
    assert ran.exit == 1
    lines = comparable(place / "out")
    converted = {name for name, line in lines.items() if line["status"] == "converted"}
    assert converted == {"a.md", "b.md", "b.txt", "deep/c.txt"}
    codes = {name: line["message"].split()[0] for name, line in lines.items() if line["status"] == "failed"}
    assert codes == {
        "hang.bad": "R030", "crash.bad": "R033", "killed.bad": "R033", "leave.bad": "R033",
        "eat.bad": "R031", "fault.bad": "R032", "talk.bad": "R002", "gone.txt": "R003", "shut.txt": "R003",
    }  # fmt: skip
    for name, code in codes.items():
        assert any(line.startswith(f"{name}: {code} ") for line in ran.err.splitlines())
    assert "4 converted, 0 in part, 9 failed" in ran.err


def test_a_file_that_vanishes(run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from gicat.batch import local

    def planned_and_gone(self: Any, *arguments: Any) -> Any:
        (place / "in" / "b.txt").unlink(missing_ok=True)
        return inner(self, *arguments)

    inner = local.LocalExecutor.run
    monkeypatch.setattr(local.LocalExecutor, "run", planned_and_gone)
    assert run("batch", "in", "-o", "out").exit == 1
    assert comparable(place / "out")["b.txt"]["message"].startswith("R003 ")
    assert sorted(tree(place / "out")) == ["a.md.json", "deep/c.txt.json"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["in"], "-o"),
        (["none", "-o", "out"], "none: no such file"),
        (["empty", "-o", "out"], "no input"),
        (["in", "-o", "out", "--include", "*.pdf"], "no input"),
        (["in", "-o", "in"], "outside"),
        (["in", "-o", "in/out"], "outside"),
        (["in/deep", "-o", "in"], "outside"),
        (["in", "-o", "in/b.txt"], "not a folder"),
        (["in", "-o", "in/b.txt/out"], "b.txt"),
        (["in", "-o", "/proc/none/out"], "cannot be written"),
        (["in", "twin/in", "-o", "out"], "in/b.txt and in/b.txt"),
        (["in/b.txt", "in/b.txt.json", "-o", "in"], "one of the files to read"),
        (["in", "-o", "out", "--combined", "all.xlsx"], ".csv, .jsonl"),
        (["in", "-o", "out", "--combined", "in/all.csv"], "outside"),
        (["in", "-o", "out", "--combined", "none/all.csv"], "cannot be written"),
        (["in", "-o", "out", "--combined", "out/b.txt.jsonl", "--format", "jsonl"], "same result"),
        (["in", "-o", "out", "--combined", "all.csv", "--wide", "--format", "csv"], "--wide"),
        (["in", "-o", "out", "--combined", "out/manifest.jsonl"], "itself"),
        (["in", "-o", "out", "--combined", "out/.gicat/all.csv"], "itself"),
        (["in", "-o", "out", "--combined", ""], "must end in"),
        (["in", "-o", "out", "--include", ""], "--include"),
        (["in", "-o", "out", "--exclude", ""], "--exclude"),
        (["in", "-o", ""], "empty"),
        (["in", "-o", "out", "--wide"], "--wide needs"),
        (["in", "-o", "out", "--select", "F"], "--select needs --validate"),
        (["in", "-o", "out", "--config", "none.toml"], "none.toml"),
        (["in", "-o", "out", "--shared-path"], "--shared-path needs --cluster"),
        (["in", "-o", "out", "--resume", "--overwrite"], "exclude each other"),
        (["in", "-o", "out", "--encoding", "gbk2000"], "gbk2000"),
        (["in", "-o", "out", "-j", "0"], "jobs"),
        (["in", "-o", "out", "--memory", "10"], "--memory"),
    ],
)
def test_what_is_refused(run: Run, place: Path, arguments: list[str], says: str) -> None:
    (place / "empty").mkdir()
    (place / "twin" / "in").mkdir(parents=True)
    (place / "twin" / "in" / "b.txt").write_text(catalogue(1), encoding="utf-8")
    (place / "in" / "b.txt.json").write_text("{}")
    ran = run("batch", *arguments)
    assert (ran.exit, ran.out) == (2, b"")
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert not (place / "out" / "manifest.jsonl").exists()
    assert not tree(place / "out")


def test_nothing_is_overwritten_unasked(run: Run, place: Path) -> None:
    (place / "out").mkdir()
    (place / "out" / "foreign.json").write_text("mine")
    assert run("batch", "in", "-o", "out").exit == 0
    again = run("batch", "in", "-o", "out")
    assert again.exit == 2
    assert "--resume" in again.err
    (place / "out" / "manifest.jsonl").unlink()
    for option in ([], ["--resume"]):
        ran = run("batch", "in", "-o", "out", *option)
        assert ran.exit == 2
        assert "--overwrite" in ran.err
    assert run("batch", "in", "-o", "out", "--overwrite").exit == 0
    assert (place / "out" / "foreign.json").read_text() == "mine"


def test_the_plan_is_shown_and_nothing_done(run: Run, place: Path) -> None:
    (place / "in" / "换\n行.txt").write_text(catalogue(3), encoding="utf-8")
    (place / "in" / "logo.svg").touch()
    ran = run("batch", "in", "-o", "out", "--dry-run", "--format", "csv")
    assert ran.exit == 0
    assert ran.text.splitlines() == [
        "a.md → out/a.md.csv", "b.txt → out/b.txt.csv", "换\\n行.txt → out/换\\n行.txt.csv",
        "deep/c.txt → out/deep/c.txt.csv",
        "logo.svg: left out: its suffix is none that gicat reads; --include takes it",
    ]  # fmt: skip
    assert not (place / "out").exists()


def test_odd_names(run: Run, place: Path) -> None:
    odd = ["a b.txt", "换行\n名.txt", "-x.txt", "[bold]x.txt", "䶮" * 80 + "1234.txt", "䶮" * 83 + ".txt"]
    for number, name in enumerate(odd):
        (place / "in" / name).write_text(catalogue(number), encoding="utf-8")
    Path(os.fsdecode(b"in/\xc4\xe3.txt")).write_text(catalogue(9), encoding="utf-8")
    ran = run("batch", "in", "-o", "out")
    found = statuses(place / "out")
    assert found[odd[-1]] == "failed"  # with .json the name is longer than the system allows
    assert comparable(place / "out")[odd[-1]]["message"].startswith("R034")
    assert all(found[name] == "converted" for name in (*odd[:-1], "\udcc4\udce3.txt"))
    assert ran.exit == 1
    assert run("batch", "in", "-o", "out", "--resume").exit == 1
    assert statuses(place / "out") == found


def test_a_limit_reached_is_a_partial_result(run: Run, place: Path) -> None:
    (place / "in" / "two.pdf").write_bytes((SAMPLES / "water-list.pdf").read_bytes())
    ran = run("batch", "in", "-o", "out", "--limit", "pages=1", "--include", "*.pdf")
    line = comparable(place / "out")["two.pdf"]
    assert (ran.exit, line["status"], line["message"][:4]) == (0, "partial", "R005")
    assert line["items"] > 0


def test_exit_codes_count_findings_of_reading_only(run: Run, place: Path) -> None:
    (place / "in" / "warned.pdf").write_text(catalogue(5), encoding="utf-8")  # R008, a warning
    assert run("batch", "in", "-o", "out").exit == 0
    assert run("batch", "in", "-o", "out", "--resume", "--fail-on", "warning").exit == 1
    assert run("batch", "in", "-o", "out2", "--validate", "--fail-on", "error", "--exclude", "*.pdf").exit == 0


def test_rules_add_their_counts(run: Run, place: Path) -> None:
    (place / "gicat.toml").write_text('ignore = ["S"]\n[rules.F004]\n', encoding="utf-8")
    assert run("batch", "in", "-o", "out", "--validate", "--select", "F").exit == 0
    assert run("batch", "in", "-o", "plain").exit == 0
    for name, line in comparable(place / "out").items():
        checked = json.loads(run("validate", f"in/{name}", "--select", "F", "--exit-zero", "--format", "json").text)
        codes = [finding["code"] for file in checked["files"] for finding in file["findings"]]
        assert sum(line["findings"]["severities"].values()) == len(codes) > 0
        assert line["findings"]["codes"] == {code: codes.count(code) for code in sorted(set(codes))}
    assert all("findings" not in line for line in manifest(place / "plain"))
    assert tree(place / "out") == tree(place / "plain")


def test_plain_lines(run: Run, place: Path) -> None:
    (place / "in" / "bad.pdf").write_bytes(b"%PDF-1.4\n")
    ran = run("batch", "in", "-o", "out", "-v")
    lines = ran.err.splitlines()
    assert any(line.startswith("b.txt: converted, 4 item(s), ") for line in lines)
    assert lines[-1].startswith("3 converted, 0 in part, 1 failed, 0 left out; 12 items in ")
    quiet = run("batch", "in", "-o", "out", "--resume", "-q").err
    assert len(quiet.splitlines()) == 1
    assert quiet.startswith("bad.pdf: R003 ")
    zh = run("batch", "in", "-o", "out", "--overwrite", "--lang", "zh").err
    assert "已转换 3，部分转换 0，失败 1" in zh


def test_a_line_now_and_then(run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    (place / "in" / "bad.pdf").write_bytes(b"%PDF-1.4\n")
    lines = run("batch", "in", "-o", "out", "-j", 1).err.splitlines()
    assert re.fullmatch(r"1 of 4 files, 4 items, 0 failed, 0:\d\d:\d\d left", lines[0])
    assert lines[3] == "4 of 4 files, 12 items, 1 failed, 0:00:00 left"
    lines = run("batch", "in", "-o", "out", "--resume").err.splitlines()
    assert lines[0].startswith("1 of 4 files, 4 items, 0 failed")


def test_a_caller_without_streams(place: Path) -> None:
    """Standard streams may be closed, and what descriptors get their numbers then is no stream."""
    command = shlex.join([sys.executable, "-m", "gicat", "batch", "in", "-o", "out"])
    assert subprocess.run(f"{command} <&- >&- 2>&-", shell=True, check=False).returncode == 0
    assert len(tree(place / "out")) == 3


def test_a_bar_and_a_table_on_a_terminal(run: Run, place: Path) -> None:
    (place / "in" / "[red]bad.pdf").write_bytes(b"%PDF-1.4\n")
    err = run("batch", "in", "-o", "out", terminal=True, COLUMNS="120").err
    assert "why it failed" in err
    assert "[red]bad.pdf" in err
    assert "12 items" in err


def test_combined_in_the_order_of_the_plan(run: Run, place: Path) -> None:
    (place / "in" / "deep" / "b.txt").write_text(catalogue(5), encoding="utf-8")
    assert run("batch", "in", "-o", "out", "--combined", "all.csv", "-j", 2).exit == 0
    text = (place / "all.csv").read_text("utf-8")
    assert text.startswith("\ufeffsource,")
    rows = [*csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))]
    assert [row["source"] for row in rows] == [
        name for name in ("a.md", "b.txt", "deep/b.txt", "deep/c.txt") for _ in range(4)
    ]
    assert run("batch", "in", "-o", "out", "--resume", "--combined", "all.jsonl", "-j", 1).exit == 0
    lines = [json.loads(line) for line in (place / "all.jsonl").read_text("utf-8").splitlines()]
    assert [line["source"] for line in lines] == [row["source"] for row in rows]
    assert [line["name"] for line in lines] == [row["name"] for row in rows]


def test_combined_parquet(run: Run, place: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    (place / "in" / "p.pdf").symlink_to(SAMPLES / "water-list.pdf")
    assert run("batch", "in", "-o", "out", "--combined", "out/all.parquet").exit == 0
    rows = parquet.read_table(place / "out" / "all.parquet").to_pylist()
    first = gicat.parse("in/p.pdf").catalogues[0].items[0]
    (row,) = [row for row in rows if row["id"] == first.id]
    assert row["source"] == "p.pdf"
    assert row["categories"] == first.categories
    assert [option["checked"] for option in row["channels"]] == [option.checked for option in first.channels]
    assert row["contacts"] == [contact.model_dump() for contact in first.contacts]
    assert first.legal_basis
    assert row["legal_basis"] == first.legal_basis.text
    assert len(rows) == sum(line["items"] for line in manifest(place / "out"))


def test_any_number_of_workers_gives_the_same_bytes(run: Run, place: Path) -> None:
    folders.fill(place / "many", 40)
    for jobs in (1, 3):
        arguments = ["-j", jobs, "--combined", f"{jobs}.jsonl"]
        assert run("batch", "many", "-o", f"out{jobs}", *arguments).exit == 0
    assert tree(place / "out1") == tree(place / "out3")
    assert comparable(place / "out1") == comparable(place / "out3")
    assert (place / "1.jsonl").read_bytes() == (place / "3.jsonl").read_bytes()


def test_results_have_the_usual_rights(run: Run, place: Path) -> None:
    before = os.umask(0o027)
    try:
        assert run("batch", "in", "-o", "out").exit == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE((place / "out" / "b.txt.json").stat().st_mode) == 0o640


def test_encrypted_archives(run: Run, place: Path) -> None:
    plain = made.package(a_dot_txt=catalogue(1))
    flagged = plain.replace(b"PK\x03\x04\x14\0\0", b"PK\x03\x04\x14\0\1")
    flagged = flagged.replace(b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\1")
    (place / "in" / "z.zip").write_bytes(flagged)
    assert run("batch", "in", "-o", "out").exit == 1
    assert comparable(place / "out")["z.zip/a.txt"]["message"].startswith("R001 ")
    assert run("batch", "in", "-o", "out", "--resume", "--password", "wrong").exit == 1
    assert comparable(place / "out")["z.zip/a.txt"]["message"].startswith("R001 ")

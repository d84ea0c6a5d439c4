"""`gicat validate`: what is checked, what is reported where, and with which exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from gicat.rules import registry
from tests.cli import made
from tests.cli.conftest import Ran, Run
from tests.validate.stubs import RULES, Broken


@pytest.fixture(autouse=True)
def _stubs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules of which the outcome is known: V901 warning, V902 error, F901 information, C901 warning."""
    monkeypatch.setattr(registry, "rules", lambda: RULES)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two submissions; the working folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "b.txt").write_text(made.CATALOGUE, encoding="utf-8")
    (tmp_path / "in" / "deep" / "a.txt").write_text(made.CATALOGUE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


def codes(ran: Ran) -> list[tuple[str, str]]:
    """Path and code of every line of the concise report."""
    return [(line.split(":")[0], line.split("[")[0].split()[-1]) for line in ran.text.splitlines() if " [" in line]


def found(run: Run, *arguments: object, **more: Any) -> list[tuple[str, str]]:
    return codes(run("validate", *arguments, "--format", "concise", "-v", **more))


def test_files_of_folders_in_order(run: Run, folder: Path) -> None:
    inside = folder / "in"
    for name in (".hidden.txt", "~$lock.docx", "picture.svg", "notes.json"):
        (inside / name).write_bytes(b"{}")
    (inside / ".git").mkdir()
    (inside / ".git" / "c.txt").write_text(made.CATALOGUE, encoding="utf-8")
    assert run("parse", inside / "b.txt", "-o", inside / "z.json").exit == 0
    ran = run("validate", "in", "in/b.txt", "--select", "F901", "--format", "json")
    paths = [file["path"] for file in json.loads(ran.text)["files"]]
    assert paths == ["in/b.txt", "in/notes.json", "in/z.json", "in/deep/a.txt"]
    assert ran.err.splitlines() == ["left out: 1 file(s) that are no submissions by their names: in/picture.svg"]
    assert json.loads(ran.text)["left_out"] == ["in/picture.svg"]
    lines = [json.loads(line) for line in run("validate", "in", "--format", "jsonl", "-q").text.splitlines()]
    assert lines[-1] == {"path": "in/picture.svg", "code": None, "left_out": True}
    assert all(line["code"] for line in lines[:-1])
    given = run("validate", "in/b.txt", "--format", "json")
    assert json.loads(given.text)["left_out"] == []


def test_nothing_in_a_folder_vanishes(run: Run, folder: Path) -> None:
    inside = folder / "in"
    (inside / "table.csv").write_text("地名,人口\n白鹭县,10\n", encoding="utf-8")
    (inside / "data.json").write_text('{"name": 1}', encoding="utf-8")
    (inside / "book.xlsx").write_bytes(b"\x00\x01\x02" * 50)
    (inside / "gicat.toml").write_text("", encoding="utf-8")
    assert run("validate", "in/b.txt", "--write-baseline", "in/known.json").exit == 0
    for name in "abcdefg":
        (inside / f"{name}.dat").write_bytes(b"")
    ran = run("validate", "in", "--format", "concise", "--exclude", "g.dat", "--select", "F901")
    refused = {path for path, code in codes(ran) if code in {"R003", "R011", "R012"}}
    assert refused == {"in/table.csv", "in/data.json", "in/book.xlsx"}
    assert ran.exit == 1
    (line,) = [line for line in ran.err.splitlines() if line.startswith("left out")]
    assert "7 file(s)" in line
    assert line.endswith("in/a.dat, in/b.dat, in/c.dat, in/d.dat, in/e.dat, …")
    assert "left out" not in run("validate", "in", "-q").err


def test_paths_are_those_of_the_repository(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "in")
    assert {path for path, _ in found(run, ".", folder / "in" / "b.txt")} == {"in/b.txt", "in/deep/a.txt"}


def test_standard_input(run: Run, folder: Path) -> None:
    assert {path for path, _ in found(run, "-", stdin=made.CATALOGUE.encode())} == {"-"}
    assert run("validate", "-", "-").exit == 2


@pytest.mark.parametrize("paths", [["none.txt"], ["in", "none.txt"], ["empty"], ["in", "empty"]])
def test_no_input_is_a_usage_error(run: Run, folder: Path, paths: list[str]) -> None:
    (folder / "empty").mkdir()
    (folder / "empty" / "x.svg").write_text("", encoding="utf-8")
    ran = run("validate", *paths)
    assert (ran.exit, ran.out, len(ran.err.splitlines())) == (2, b"", 1)


def test_everything_excluded(run: Run, folder: Path) -> None:
    assert {path for path, _ in found(run, "in", "--exclude", "deep")} == {"in/b.txt"}
    assert run("validate", "in", "--exclude", "in").exit == 2


@pytest.mark.parametrize(
    ("options", "exit_code"),
    [
        ((), 1), (("--ignore", "V902"), 0), (("--ignore", "V902", "--fail-on", "warning"), 1), (("--exit-zero",), 0),
        (("--select", "F901"), 0), (("--select", "F901", "--fail-on", "info"), 1), (("--select", "C"), 0),
    ],
)  # fmt: skip
def test_exit_codes(run: Run, folder: Path, options: tuple[str, ...], exit_code: int) -> None:
    assert run("validate", "in", *options).exit == exit_code


def test_an_unreadable_submission_is_a_finding_and_the_rest_is_checked(run: Run, folder: Path) -> None:
    (folder / "in" / "bad.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "in" / "none.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (folder / "in" / "old.json").write_text('{"schema_version": "3.0"}', encoding="utf-8")
    ran = run("validate", "in", "--select", "F901", "--format", "concise", "-v")
    assert ran.exit == 1
    assert {(path, code) for path, code in codes(ran) if code[0] == "R"} == {
        ("in/bad.pdf", "R003"), ("in/none.doc", "R011"), ("in/old.json", "R019"),
    }  # fmt: skip
    assert ("in/b.txt", "F901") in codes(ran)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_file_that_may_not_be_opened_is_a_finding(run: Run, folder: Path) -> None:
    (folder / "in" / "b.txt").chmod(0)
    assert ("in/b.txt", "R003") in found(run, "in")


def test_information_is_shown_on_demand(run: Run, folder: Path) -> None:
    usual = run("validate", "in", "--format", "concise")
    assert "F901" not in usual.text
    assert "-v" in usual.err
    assert "F901" in run("validate", "in", "--format", "concise", "--fail-on", "info").text
    assert "V901" not in run("validate", "in", "--format", "concise", "-q").text
    assert "F901" in run("validate", "in", "--format", "json").text


def test_reports_into_files(run: Run, folder: Path) -> None:
    ran = run("validate", "in", "--report", "sarif:out.sarif", "--report", "junit:out.xml", "--format", "concise")
    assert ran.exit == 1
    assert json.loads((folder / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (folder / "out.xml").read_text("utf-8").startswith("<?xml")
    assert "V902" in ran.text
    assert json.loads(run("validate", "in", "--report", "json").text)


def test_a_report_that_cannot_be_written_fails_before_any_work(run: Run, folder: Path, fake: Any) -> None:
    seen = fake()
    ran = run("validate", "in", "--report", "json:none/out.json")
    assert (ran.exit, ran.out, seen) == (2, b"", [])
    assert "none/out.json" in ran.err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--select", "V9O1"), "Did you mean 'V901'?"),
        (("--select", ""), "--select: it names no code"),
        (("--select", ",,"), "--select: it names no code"),
        (("--select", "phone-named"), "Did you mean 'V901'?"),
        (("--select", "phone-name"), "Did you mean 'V901' (phone-named)?"),
        (("--ignore", "row-shorter"), "Did you mean 'P012'?"),
        (("--profile", "area-code=574"), "--profile: '574' is no area code"),
        (("--profile", "government", "--profile", "department"), "'government' and 'department' contradict"),
        (("--profile", "list,family=standard"), "'list' and 'standard' contradict"),
        (("--ignore", "Q"), "--ignore: 'Q' is no code"),
        (("--extend-select", "F9001"), "F901"),
        (("--per-file-ignores", "F901"), "PATTERN:CODES"),
        (("--per-file-ignores", "*.txt:Q1"), "--per-file-ignores"),
        (("--fail-on", "eror"), "Did you mean 'error'?"),
        (("--profile", "goverment"), "Did you mean 'government'?"),
        (("--profile", "famly=list"), "Did you mean 'family'?"),
        (("--format", "jsn"), "Did you mean"),
        (("--report", "serif:x"), "Did you mean 'sarif'?"),
        (("--report", "json", "--format", "full"), "standard output"),
        (("--report", "json:a", "--report", "sarif:a"), "one file"),
        (("--report", "json:in/b.txt"), "in/b.txt"),
        (("--isolated", "--config", "x"), "exclude each other"),
        (("--config", "none.toml"), "none.toml"),
        (("--baseline", "none.json"), "none.json"),
        (("--slect", "F"), "--select"),
    ],
)
def test_mistakes_are_exit_2_with_a_suggestion(run: Run, folder: Path, options: tuple[str, ...], says: str) -> None:
    ran = run("validate", "in", *options)
    assert (ran.exit, ran.out) == (2, b"")
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert (folder / "in" / "b.txt").read_text("utf-8") == made.CATALOGUE


def test_selection_by_options(run: Run, folder: Path) -> None:
    assert {code for _, code in found(run, "in", "--select", "V,F901", "--ignore", "V902")} == {"V901", "F901"}
    assert {code for _, code in found(run, "in", "--select", "F", "--extend-select", "C")} == {"F901", "C901"}
    ignoring = found(run, "in", "--select", "V", "--per-file-ignores", "deep/*:V")
    assert {path for path, _ in ignoring} == {"in/b.txt"}


def test_settings_of_the_project(run: Run, folder: Path) -> None:
    (folder / "gicat.toml").write_text(
        'select = ["V", "C"]\nignore = ["C"]\nfail-on = "warning"\nbaseline = "known.json"\n'
        '[per-file-ignores]\n"deep" = ["V902"]\n[rules.V901]\nword = "地址"\n',
        encoding="utf-8",
    )
    assert run("validate", "in", "--write-baseline", "known.json", "--select", "V902").exit == 0
    ran = run("validate", "in", "--format", "concise")
    assert {code for _, code in codes(ran)} == {"V901"}
    assert ran.exit == 1
    assert {code for _, code in found(run, "in", "--isolated")} == {"V901", "V902", "F901", "C901"}
    assert {code for _, code in found(run, "in", "--select", "F")} == {"F901"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('select = ["V9"]\nignore = ["V8"]\n', "gicat.toml:2: ignore: 'V8' is no code"),
        ("select = []\n", "gicat.toml:1: select: it names no code"),
        ('fail-on = "warn"\n', "Did you mean 'warning'?"),
        ('[profile]\narea-code = "05740"\n', "gicat.toml:2: profile.area-code: '05740' is no area code"),
        ('fail-on = "eror"\n', "gicat.toml:1: fail-on: "),
        ('[profile]\n\nissuer = "dept"\n', "gicat.toml:3: profile.issuer: 'dept' is not one of department"),
        ('[profile]\nlevel = "countty"\n', "gicat.toml:2: profile.level: 'countty' is not one of national"),
        ('[facts."a/*"]\nisuer = "township"\n', "gicat.toml:2: facts.a/*.isuer: 'isuer' is not one of issuer"),
        ('[facts."a/*"]\nissuer = "town"\n', "gicat.toml:2: facts.a/*.issuer: 'town' is not one of department"),
        ('[facts."a/*"]\nlevel = 3\n', "gicat.toml:2: facts.a/*.level: must be a text"),
        ('[facts]\n"a/*" = "township"\n', "gicat.toml:2: facts.a/*: must be a table"),
        ('[facts."a/*"]\ntopics = "budget"\n', "gicat.toml:2: facts.a/*.topics: must be a table"),
        ('[facts."a/*".topics]\n"惠民" = "buget"\n', "Did you mean 'budget'?"),
        ('[facts."a/*".topics]\n"惠民" = [1]\n', "gicat.toml:2: facts.a/*.topics.惠民: must be a text or a list"),
        ('[per-file-ignores]\n"*.txt" = ["Z"]\n', "gicat.toml:2: per-file-ignores.*.txt: 'Z' is no code"),
        ("[rules.V90]\n", "gicat.toml:1: rules.V90: no such rule. Did you mean"),
        ('[rules.V901]\nwrd = "x"\n', "gicat.toml:2: rules.V901.wrd: no such option. Did you mean 'word'?"),
        ("[rules.V901]\nword = 1\n", 'gicat.toml:2: rules.V901.word: must be of the kind of "电话"'),
    ],
)
def test_mistakes_in_settings_name_file_line_and_key(run: Run, folder: Path, text: str, says: str) -> None:
    (folder / "gicat.toml").write_text(text, encoding="utf-8")
    ran = run("validate", "in")
    assert (ran.exit, ran.out) == (2, b"")
    assert says in ran.err


def test_settings_are_shown_as_a_file_of_settings(run: Run, folder: Path) -> None:
    stated = '[facts."towns/*"]\nissuer = "township"\n[facts."towns/*".topics]\n"惠民 直通车" = ["budget"]\n'
    (folder / "gicat.toml").write_text(stated, encoding="utf-8")
    ran = run("validate", "in", "--select", "V,F", "--ignore", "V902", "--show-settings", "--profile",
              "government,standard,county", "--profile", "area-code=0574", "--fail-on", "warning")  # fmt: skip
    assert ran.exit == 0
    (folder / "gicat.toml").write_text(ran.text, encoding="utf-8")
    again = run("validate", "in", "--show-settings")
    assert again.text.splitlines()[1:] == ran.text.splitlines()[1:]
    assert again.text.startswith("# gicat.toml\n")
    assert 'family = "standard"' in ran.text
    assert 'level = "county"' in ran.text
    assert 'topics."惠民直通车" = ["budget"]' in ran.text
    assert "[rules.V901]" in ran.text


def test_baseline(run: Run, folder: Path) -> None:
    assert run("validate", "in", "--write-baseline", "known.json").exit == 0
    ran = run("validate", "in", "--baseline", "known.json", "--format", "json")
    assert (ran.exit, [file["findings"] for file in json.loads(ran.text)["files"]]) == (0, [[], []])
    changed = made.CATALOGUE.replace("财政预算的名称", "新的名称").replace("财政预算", "决算")
    (folder / "in" / "b.txt").write_text(changed, encoding="utf-8")
    ran = run("validate", "in", "--baseline", "known.json", "--format", "concise")
    assert ran.exit == 1
    assert {path for path, _ in codes(ran)} == {"in/b.txt"}
    assert "--write-baseline" in ran.err
    text = (folder / "known.json").read_text("utf-8").replace('"fingerprint": "', '"fingerprint": "x', 1)
    (folder / "known.json").write_text(text, encoding="utf-8")
    ran = run("validate", "in", "--baseline", "known.json")
    assert (ran.exit, "known.json:4: fingerprint" in ran.err) == (2, True)


def test_a_moved_row_stays_in_the_baseline(run: Run, folder: Path) -> None:
    run("validate", "in/b.txt", "--write-baseline", "known.json")
    head, *rows, last = made.CATALOGUE.split("\n\n")
    moved = "\n\n".join([head, *reversed(rows), last])
    assert moved != made.CATALOGUE
    (folder / "in" / "b.txt").write_text(moved, encoding="utf-8")
    assert found(run, "in/b.txt", "--baseline", "known.json") == []


def test_an_unreadable_file_is_never_known(run: Run, folder: Path) -> None:
    (folder / "in" / "bad.pdf").write_bytes(b"%PDF-1.4\n")
    refused = json.loads(run("validate", "in/bad.pdf", "--format", "json").text)["files"][0]["findings"]
    assert run("validate", "in", "--write-baseline", "known.json").exit == 0
    text = (folder / "known.json").read_text("utf-8")
    assert '"R003"' not in text
    ran = run("validate", "in", "--baseline", "known.json", "--format", "concise")
    assert (ran.exit, codes(ran), ran.err) == (1, [("in/bad.pdf", "R003")], "")
    entry = json.dumps({"fingerprint": refused[0]["fingerprint"]})
    (folder / "known.json").write_text(text.replace("[", f"[{entry},", 1), encoding="utf-8")
    assert found(run, "in", "--baseline", "known.json") == [("in/bad.pdf", "R003")]
    assert run("validate", "in", "--baseline", "known.json", "--ignore", "R").exit == 0


def test_a_moved_file_and_its_json_stay_in_the_baseline(run: Run, folder: Path) -> None:
    run("validate", "in/b.txt", "--write-baseline", "known.json")
    assert run("parse", "in/b.txt", "-o", "b.json").exit == 0
    (folder / "later").mkdir()
    (folder / "in" / "b.txt").rename(folder / "later" / "b.txt")
    for path in ("later/b.txt", "b.json", "later"):
        assert found(run, path, "--baseline", "known.json") == []


def test_statistics(run: Run, folder: Path) -> None:
    ran = run("validate", "in", "--statistics")
    assert ran.exit == 1
    lines = ran.text.splitlines()
    assert {line.split()[1] for line in lines} >= {"V901", "V902", "F901", "C901"}
    assert [int(line.split()[0]) for line in lines] == sorted((int(line.split()[0]) for line in lines), reverse=True)
    assert any("[*]  phone-named" in line for line in lines)


def test_github_actions(run: Run, folder: Path) -> None:
    summary = folder / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    ran = run("validate", "in", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert ran.text.startswith("::error ")
    text = summary.read_text("utf-8")
    assert text.startswith("before\n")
    assert "V902" in text
    assert not run("validate", "in", "--format", "concise", GITHUB_ACTIONS="true").text.startswith("::")


def test_a_rule_with_a_fault(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "rules", lambda: (*RULES, Broken()))
    ran = run("validate", "in", "--format", "concise")
    assert ran.exit == 2
    assert "in/b.txt: X901: internal error" in ran.err
    assert "V902" in ran.text


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown"])
def test_every_report_of_everything(run: Run, folder: Path, name: str, language: str) -> None:
    (folder / "in" / "bad.pdf").write_bytes(b"%PDF-1.4\n")
    ran = run("validate", "in", "--format", name, "--lang", language)
    assert ran.exit == 1
    assert "V902" in ran.text
    assert "internal error" not in ran.err

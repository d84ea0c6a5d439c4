import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gicat.parsers.base import Source
from gicat.schema import Diagnostic, Document, Place
from tests.cli import made
from tests.cli.conftest import Run
from tests.writers.documents import full

Fake = Callable[..., list[Any]]


def diagnostic(code: str, severity: str, line: int | None = None) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, message="said", place=Place(line=line))  # type: ignore[arg-type]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.txt"
    path.write_text("x")
    return path


def test_json_on_standard_output_summary_on_standard_error(run: Run, fake: Fake, file: Path) -> None:
    fake()
    ran = run("parse", file)
    assert ran.exit == 0
    assert Document.model_validate_json(ran.out) == full()
    assert ran.err == f"{file}: 1 catalogue(s), 2 item(s)\n"


def test_several_files_are_an_array_in_order(run: Run, fake: Fake, tmp_path: Path) -> None:
    names = ["b.txt", "a.txt"]
    for name in names:
        (tmp_path / name).write_text(name)
    fake(lambda source: full().model_copy(update={"source": full().source.model_copy(update={"name": source.name})}))
    ran = run("parse", *(tmp_path / name for name in names))
    assert [document["source"]["name"] for document in json.loads(ran.out)] == names


def test_options_reach_the_reader(run: Run, fake: Fake, file: Path) -> None:
    seen = fake()
    ran = run("parse", file, "--pages", "1-3,7", "--table", 0, "--table", 2, "--password", "p", "--encoding", "big5",
              "--dialect", "pipes", "--pdf-engine", "pdfplumber", "--limit", "pages=9", "--limit", "seconds=1.5",
              "--audit", "--lang", "zh")  # fmt: skip
    assert ran.exit == 0
    ((source, options),) = seen
    assert source == Source("list.txt", b"x")
    read = options.read
    assert (options.language, options.audit, options.tables) == ("zh", True, {0, 2})
    assert (read.pages, read.password, read.encoding, read.dialect) == ({1, 2, 3, 7}, "p", "big5", "pipes")
    assert (read.pdf_engine, read.limits.pages, read.limits.seconds, read.limits.cells) == (
        "pdfplumber", 9, 1.5, 2_000_000,
    )  # fmt: skip
    assert read.clock() > 0


def test_standard_input(run: Run, fake: Fake) -> None:
    seen = fake()
    assert run("parse", "-", stdin=b"data").exit == 0
    assert seen[0][0] == Source("-", b"data")


@pytest.mark.parametrize(
    ("suffix", "start"), [(".csv", b"\xef\xbb\xbfsource,"), (".jsonl", b'{"source"'), (".x", b"{\n")]
)
def test_the_output_suffix_names_the_format(run: Run, fake: Fake, file: Path, suffix: str, start: bytes) -> None:
    fake()
    target = file.with_suffix(suffix)
    ran = run("parse", file, "-o", target)
    assert (ran.exit, ran.out) == (0, b"")
    assert target.read_bytes().startswith(start)
    assert {path.name for path in file.parent.iterdir()} == {file.name, target.name}


def test_labels_wide_and_long(run: Run, fake: Fake, file: Path) -> None:
    fake()
    assert "公开渠道: 政府网站" in run("parse", file, "--format", "csv", "--labels", "zh", "--wide").text
    assert len(run("parse", file, "--format", "csv", "--long").text.splitlines()) > 5
    assert '"places"' not in run("parse", file, "--no-places").text
    assert '"printed"' not in run("parse", file, "--no-printed").text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Missing argument 'FILE...'"),
        (["FILE", "--format", "jsn"], "Did you mean 'json'?"),
        (["FILE", "--wide"], "--wide needs --format csv"),
        (["FILE", "--no-places", "--format", "csv"], "--no-places needs --format json or jsonl"),
        (["FILE", "--format", "csv", "--wide", "--long"], "exclude each other"),
        (["FILE", "--pages", "3-1"], "not a list of pages"),
        (["FILE", "--pages", "0"], "not a list of pages"),
        (["FILE", "--table", "-1"], "-1"),
        (["FILE", "--limit", "page=1"], "Did you mean 'pages'?"),
        (["FILE", "--limit", "pages=many"], "pages=NUMBER"),
        (["FILE", "--fail-on", "warn"], "Did you mean 'warning'?"),
        (["FILE", "--nonsense"], "--nonsense"),
        (["-", "-"], "once only"),
        (["FILE", "-o", "FILE"], "one of the files to read"),
        (["FILE", "-o", "/no/such/folder/x.json"], "cannot be written"),
        (["FILE", "-o", "FOLDER"], "cannot be written"),
        (["FOLDER/none.pdf"], "no such file"),
        (["FOLDER"], "is a directory"),
        (["FILE/x"], "cannot be opened"),
        (["x" * 999], "cannot be opened"),
    ],
)
def test_mistakes_of_the_user_exit_with_2_before_any_work(
    run: Run, fake: Fake, file: Path, arguments: list[str], says: str
) -> None:
    seen = fake()
    given = [a.replace("FILE", str(file)).replace("FOLDER", str(file.parent)) for a in arguments]
    ran = run("parse", *given)
    assert (ran.exit, ran.out, seen) == (2, b"", [])
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert file.read_text() == "x"


def test_a_file_that_cannot_be_opened_does_not_stop_the_others(run: Run, fake: Fake, file: Path) -> None:
    fake()
    ran = run("parse", file.parent / "none", file)
    assert ran.exit == 2
    assert len(json.loads(ran.out)) == 1


@pytest.mark.parametrize(
    ("severity", "fail_on", "exit_code"),
    [
        ("error", "error", 1), ("warning", "error", 0), ("warning", "warning", 1),
        ("info", "warning", 0), ("info", "info", 1), ("error", "info", 1),
    ],
)  # fmt: skip
def test_findings_at_or_above_fail_on(
    run: Run, fake: Fake, file: Path, *, severity: str, fail_on: str, exit_code: int
) -> None:
    fake(lambda _: full().model_copy(update={"diagnostics": [diagnostic("P001", severity)]}))
    ran = run("parse", file, "--fail-on", fail_on)
    assert ran.exit == exit_code
    assert json.loads(ran.out)["diagnostics"]


def test_findings_of_rules_do_not_count(run: Run, fake: Fake, file: Path) -> None:
    fake(lambda _: full().model_copy(update={"diagnostics": [diagnostic("F001", "error")]}))
    assert run("parse", file).exit == 0


def test_findings_are_lines_with_a_place(run: Run, fake: Fake, file: Path) -> None:
    found = [diagnostic("R010", "error", 12), diagnostic("P002", "warning"), diagnostic("P001", "info")]
    fake(lambda _: full().model_copy(update={"diagnostics": found}))
    error, warning, info = f"{file}:12: R010 [error] said", f"{file}: P002 [warning] said", f"{file}: P001 [info] said"
    assert run("parse", file).err.splitlines()[:-1] == [error, warning]
    assert run("parse", file, "-v").err.splitlines()[:-1] == [error, warning, info]
    assert run("parse", "-q", file).err.splitlines() == [error]
    assert run("--quiet", "parse", file).err.splitlines() == [error]


def test_a_code_found_often_is_one_line(run: Run, fake: Fake, file: Path) -> None:
    fake(lambda _: full().model_copy(update={"diagnostics": [diagnostic("P002", "warning", n) for n in range(1, 90)]}))
    ran = run("parse", file)
    assert ran.err.splitlines()[0] == f"{file}:1: P002 [warning] said (×89, the first is shown; -v shows all)"
    assert len(ran.err.splitlines()) == 2
    assert len(run("parse", file, "-v").err.splitlines()) == 90


def test_an_internal_error_is_one_line_and_does_not_stop_the_others(run: Run, fake: Fake, file: Path) -> None:
    other = file.with_name("other.txt")
    other.write_text("y")

    def broken(source: Source) -> Document:
        if source.name == "list.txt":
            raise KeyError("lost\nline")
        return full()

    fake(broken)
    ran = run("parse", file, other)
    assert ran.exit == 2
    assert len(json.loads(ran.out)) == 1
    assert "internal error: KeyError" in ran.err.splitlines()[0]
    assert "--debug" in ran.err
    assert "Traceback" not in ran.err
    assert "Traceback" in run("parse", file, "--debug").err


def test_an_interrupted_run_leaves_the_old_output(run: Run, fake: Fake, file: Path) -> None:
    target = file.with_suffix(".json")
    target.write_text("old")

    def interrupted(_: Source) -> Document:
        raise KeyboardInterrupt

    fake(interrupted)
    assert run("parse", file, "-o", target).exit == 130
    assert target.read_text() == "old"
    assert len(list(file.parent.iterdir())) == 2


def test_nothing_is_written_if_nothing_was_read(run: Run, fake: Fake, file: Path) -> None:
    fake()
    target = file.with_suffix(".csv")
    assert run("parse", file.parent / "none", "-o", target).exit == 2
    assert not target.exists()


def test_an_output_keeps_its_mode_and_its_symbolic_link(run: Run, fake: Fake, file: Path) -> None:
    fake()
    real, link = file.with_name("real.json"), file.with_name("link.json")
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert run("parse", file, "-o", link).exit == 0
    assert link.is_symlink()
    assert real.read_text().startswith("{")
    assert real.stat().st_mode & 0o777 == 0o640


def test_pages_of_a_format_without_pages_are_said_to_do_nothing(run: Run, fake: Fake, file: Path) -> None:
    fake()
    assert "--pages does nothing" in run("parse", file, "--pages", "1").err


def test_a_read_only_output_is_not_replaced(run: Run, fake: Fake, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = fake()
    target = file.with_suffix(".json")
    target.write_text("old")
    monkeypatch.setattr("os.access", lambda *_: False)  # the superuser may write anything
    ran = run("parse", file, "-o", target)
    assert (ran.exit, seen, target.read_text()) == (2, [], "old")


def test_a_table_is_in_the_language_of_messages(run: Run, fake: Fake, file: Path) -> None:
    fake()
    assert "公开内容" in run("parse", file, "--format", "table", "--lang", "zh").text
    assert "content" in run("parse", file, "--format", "table", "--lang", "en").text


def test_words_of_ones_own_count_where_settings_are_found(run: Run, tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    text = made.CATALOGUE.replace("公开内容", "要点说明")
    (inside / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "gicat.toml").write_text('[lexicon.headers]\ncontent = ["要点说明"]\n', encoding="utf-8")

    def content(*arguments: object) -> str | None:
        ran = run("parse", inside / "a.txt", *arguments)
        assert ran.exit == 0
        return json.loads(ran.text)["catalogues"][0]["items"][0]["content"]

    assert content() == "机构简介的名称、地址、电话"
    assert content("--config", tmp_path / "gicat.toml") == "机构简介的名称、地址、电话"
    assert content("--isolated") is None
    (tmp_path / "gicat.toml").write_text('[lexicon.headers]\ncontents = ["要点说明"]\n', encoding="utf-8")
    for command in ("parse", "grid", "validate", "coverage", "fix", "batch"):
        ran = run(command, inside / "a.txt", *(("-o", tmp_path / "out") if command == "batch" else ()))
        assert (ran.exit, ran.out) == (2, b"")
        assert "gicat.toml:2: lexicon.headers.contents: no such key; did you mean content?" in ran.err

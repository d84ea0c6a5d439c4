"""Consoles, languages, colours and pipes."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gicat.schema import Diagnostic, Document
from tests.cli.conftest import Run
from tests.writers.documents import full

Fake = Callable[..., list[Any]]


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "目录☑.txt"
    path.write_bytes(b"")
    return path


@pytest.mark.parametrize(
    ("env", "arguments", "says"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, [], "文件为空"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.GBK"}, [], "文件为空"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, [], "the file is empty"),
        ({"LC_ALL": "zh_CN.UTF-8"}, ["--lang", "en"], "the file is empty"),
        ({"LC_ALL": "C"}, ["--lang", "zh"], "文件为空"),
    ],
)
def test_the_language_of_messages(run: Run, empty: Path, env: dict[str, str], arguments: list[str], says: str) -> None:
    assert says in run("parse", empty, *arguments, **env).err
    assert says in run(*arguments, "parse", empty, **env).err


@pytest.mark.parametrize(
    ("terminal", "env", "arguments", "colored"),
    [
        (False, {}, [], False), (True, {}, [], True), (True, {"NO_COLOR": "1"}, [], False),
        (True, {"TERM": "dumb"}, [], False), (True, {}, ["--color", "never"], False),
        (False, {"NO_COLOR": "1"}, ["--color", "always"], True),
    ],
)  # fmt: skip
def test_colours(
    run: Run, empty: Path, *, terminal: bool, env: dict[str, str], arguments: list[str], colored: bool
) -> None:
    assert ("\x1b[" in run("parse", empty, *arguments, terminal=terminal, **env).err) is colored


@pytest.mark.parametrize("encoding", ["gbk", "cp936", "latin-1"])
def test_a_console_that_cannot_show_everything(run: Run, fake: Fake, empty: Path, encoding: str) -> None:
    fake(lambda _: full().model_copy(update={"diagnostics": [
        Diagnostic(code="P015", severity="warning", message="the mark 🗹 of 目录")]}))  # fmt: skip
    for language in ("zh", "en"):
        ran = run("parse", empty, "--lang", language, encoding=encoding)
        assert ran.exit == 0
        assert Document.model_validate_json(ran.out).catalogues == full().catalogues  # always UTF-8
        assert "\\U0001f5f9" in ran.err
    assert run("parse", empty, "--format", "table", encoding=encoding, terminal=True).exit == 0
    assert run("parse", "--help", encoding=encoding).exit == 0
    assert run("--help", encoding=encoding).exit == 0


def test_names_that_are_no_unicode(run: Run, tmp_path: Path) -> None:
    import os

    name = os.fsdecode(bytes(tmp_path) + b"/list-\xc4\xcd.txt")
    Path(name).write_bytes(b"")
    ran = run("parse", name)
    assert ran.exit == 1
    assert "R002" in ran.err
    assert Document.model_validate_json(ran.out).source.name == "list-\ufffd\ufffd.txt"


def test_a_message_cannot_drive_the_terminal(run: Run, fake: Fake, empty: Path) -> None:
    fake(lambda _: full().model_copy(update={"diagnostics": [
        Diagnostic(code="P015", severity="warning", message="a\x1b[2Jb\nc")]}))  # fmt: skip
    err = run("parse", empty).err
    assert "\x1b" not in err
    assert "a\\x1b[2Jb c" in err


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "gicat", *arguments], capture_output=True, check=False, **options)


def test_a_closed_pipe_ends_quietly() -> None:
    script = f"{sys.executable} -m gicat schema | head -c 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"{0\n", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_an_output_that_cannot_be_written() -> None:
    with Path("/dev/full").open("wb") as full_disk:
        done = subprocess.run([sys.executable, "-m", "gicat", "schema"], stdout=full_disk, stderr=-1, check=False)
    assert done.returncode == 2
    assert b"standard output: No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_interrupt_exits_with_130() -> None:
    import signal
    import time

    running = subprocess.Popen(
        [sys.executable, "-m", "gicat", "parse", "-"], stdin=subprocess.PIPE, stdout=-1, stderr=subprocess.PIPE
    )
    time.sleep(1.0)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=20)
    assert running.returncode == 130
    assert b"Traceback" not in err


def test_a_gbk_console_in_a_process_of_its_own(empty: Path) -> None:
    import os

    done = process("parse", str(empty), "--lang", "zh", env={**os.environ, "PYTHONIOENCODING": "gbk"})
    assert done.returncode == 1
    assert Document.model_validate_json(done.stdout).diagnostics[0].code == "R002"
    assert "目录\\u2611.txt: R002 [error] 文件为空" in done.stderr.decode("gbk")

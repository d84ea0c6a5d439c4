"""Files that a library never comes to the end of: told in a line, and the command ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import zlib
from pathlib import Path
from threading import Event

import pytest

from gicat.cli import patience
from gicat.cli.patience import EndlessError, busy, patiently
from gicat.parsers.base import Limits, ReadOptions, Source
from gicat.pipeline import Options
from tests.cli import made
from tests.parsers.pdf.writing import Sheet, pdf

FILE = Source("list.pdf", b"x")


def options(seconds: float) -> Options:
    return Options(read=ReadOptions(clock=time.monotonic, limits=Limits(seconds=seconds)))


def test_answers_and_errors_come_through() -> None:
    assert patiently(lambda source, _: source.name, FILE, options(9)) == "list.pdf"
    with pytest.raises(ZeroDivisionError):
        patiently(lambda *_: 1 / 0, FILE, options(9))
    assert not busy()


def test_who_looks_at_the_clock_may_take_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_GRACE", 0.0)

    def work(_: Source, given: Options) -> str:
        for _ in range(8):
            assert given.read.clock is not None
            given.read.clock()
            time.sleep(0.1)
        return "done"

    assert patiently(work, FILE, options(0.5)) == "done"


def test_who_never_looks_again_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_GRACE", 0.0)
    end = Event()
    try:
        with pytest.raises(EndlessError) as first:
            patiently(lambda *_: end.wait(60), FILE, options(0.1))
        assert busy()
        with pytest.raises(EndlessError) as second:
            patiently(lambda *_: None, Source("next.pdf", b""), options(9))
    finally:
        end.set()
    assert first.value.diagnostic.code == "R018"
    assert "seconds=0.1" in first.value.diagnostic.message("en")
    assert second.value.diagnostic.code == "R033"
    assert "list.pdf" in second.value.diagnostic.message("zh")


def endless() -> bytes:
    """A form of ten million blanks, drawn very often: nothing comes of it, after hours."""
    content = zlib.compress(b" " * 10_000_000).decode("latin-1")
    sheet = Sheet().latin(20, 20, "page").draw(*["/X0 Do"] * 100_000)
    return pdf(sheet, forms={"X0": f"/BBox [0 0 9 9] /Filter /FlateDecode|{content}"})


@pytest.mark.parametrize("command", ["parse", "validate", "grid", "fix"])
def test_a_command_ends(tmp_path: Path, command: str) -> None:
    (tmp_path / "endless.pdf").write_bytes(endless())
    (tmp_path / "list.txt").write_bytes(made.CATALOGUE.encode())
    arguments = [command, "endless.pdf", "--limit", "seconds=0.1", "--limit", "drawing=999999999999999"]
    if command in ("parse", "validate"):
        arguments += ["list.txt", "--format", "json"]
    ran = subprocess.run(
        [sys.executable, "-m", "gicat", *arguments],
        cwd=tmp_path, capture_output=True, check=False, timeout=120, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert ran.returncode == 1
    told = ran.stderr.decode() + (ran.stdout.decode() if command == "validate" else "")
    assert "no end of it after" in told
    assert "Traceback" not in told
    if command == "parse":
        first, second = json.loads(ran.stdout)
        assert [d["code"] for d in first["diagnostics"]] == ["R018"]
        assert [d["code"] for d in second["diagnostics"]] == ["R033"]

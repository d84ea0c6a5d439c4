"""Files of JSON lines: whole up to the last line, whatever happens."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from gicat.batch.lines import JsonLines, Locked


def test_lines_are_added_and_read(tmp_path: Path) -> None:
    with JsonLines(tmp_path / "a", fresh=False) as lines:
        assert lines.empty
        lines.append({"名": "一"})
        lines.append({"n": 2})
        assert list(lines) == [{"名": "一"}, {"n": 2}]
    with JsonLines(tmp_path / "a", fresh=False) as lines:
        assert len(list(lines)) == 2
    with JsonLines(tmp_path / "a", fresh=True) as lines:
        assert lines.empty


@pytest.mark.parametrize("rest", [b"", b"{", b'{"n": 3}', b"x" * 200_000])
def test_a_cut_line_goes(tmp_path: Path, rest: bytes) -> None:
    (tmp_path / "a").write_bytes(b'{"n": 1}\n{"n": 2}\n' + rest)
    with JsonLines(tmp_path / "a", fresh=False) as lines:
        lines.append({"n": 3})
        assert [line["n"] for line in lines] == [1, 2, 3]


def test_names_that_are_no_unicode_come_back(tmp_path: Path) -> None:
    with JsonLines(tmp_path / "a", fresh=False) as lines:
        lines.append({"input": "\udcc4名"})
        assert list(lines) == [{"input": "\udcc4名"}]
    assert (tmp_path / "a").read_text("ascii") == '{"input": "\\udcc4\\u540d"}\n'


def test_a_line_that_does_not_fit_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def full(fd: int, data: Any) -> int:
        if len(data) > 10:
            return write(fd, data[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    with JsonLines(tmp_path / "a", fresh=False) as lines:
        lines.append({"n": 1})
        monkeypatch.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space"):
            lines.append({"text": "long enough to be cut"})
        assert list(lines) == [{"n": 1}]


@pytest.mark.skipif(os.name == "nt", reason="no flock")
def test_two_do_not_write_at_once(tmp_path: Path) -> None:
    with JsonLines(tmp_path / "a", fresh=False) as lines:
        lines.append({"n": 1})
        with pytest.raises(Locked):
            JsonLines(tmp_path / "a", fresh=True)
        assert list(lines) == [{"n": 1}]

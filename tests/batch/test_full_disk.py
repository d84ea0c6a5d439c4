"""A disk without room: the run stops, says so, keeps what is done, and goes on when there is room."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.folders import comparable, fill, finished, manifest, tree
from tests.batch.test_resume import is_whole

COUNT = 60


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of 300 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "none", disk], capture_output=True, check=False)
    if mount.returncode:
        pytest.skip(f"a small file system needs root: {mount.stderr.decode().strip()}")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("combined", [False, True])
def test_a_full_disk(tmp_path: Path, small: Path, combined: bool) -> None:
    fill(tmp_path / "in", COUNT)
    more = ["--combined", small / "all.jsonl"] if combined else []
    assert finished("in", "-o", "whole", cwd=tmp_path)[0] == 0
    code, err = finished("in", "-o", small / "out", *more, "-j", 2, cwd=tmp_path)
    assert code == 2
    assert err.splitlines()[-1].endswith("No space left on device; stopped, what is done is kept: "
                                         "--resume goes on with it")  # fmt: skip
    assert "Traceback" not in err
    done = is_whole(small / "out")
    assert 0 < done < COUNT
    assert not (small / "all.jsonl").exists()
    code, err = finished("in", "-o", small / "out", *more, "--resume", cwd=tmp_path)  # still full
    assert code == 2
    assert is_whole(small / "out") >= done
    subprocess.run(["mount", "-o", "remount,size=30m", small], check=True)
    assert finished("in", "-o", small / "out", *more, "--resume", cwd=tmp_path)[0] == 0
    assert tree(small / "out") == tree(tmp_path / "whole")
    assert comparable(small / "out") == comparable(tmp_path / "whole")
    if combined:
        assert len((small / "all.jsonl").read_bytes().splitlines()) == 4 * COUNT


def test_a_manifest_that_cannot_grow(tmp_path: Path) -> None:
    """Without root: no file may be larger than so many bytes, so the manifest is the first that is too large."""
    fill(tmp_path / "in", COUNT)
    most = 20_000
    code, err = finished(
        "in", "-o", "out", cwd=tmp_path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    )
    assert code == 2
    assert err.splitlines()[-1].endswith("File too large; stopped, what is done is kept: --resume goes on with it")
    assert 0 < is_whole(tmp_path / "out") < COUNT
    assert all(line["status"] == "converted" for line in manifest(tmp_path / "out"))
    assert finished("in", "-o", "out", "--resume", cwd=tmp_path)[0] == 0
    assert len(comparable(tmp_path / "out")) == COUNT


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    fill(tmp_path / "in", 1)
    (tmp_path / "out").mkdir(mode=0o500)
    code, err = finished("in", "-o", "out", cwd=tmp_path)
    assert (code, len(err.splitlines())) == (2, 1)

"""A run that was stopped, in whatever way, and taken up again ends as if nothing had been."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.batch import hostile
from tests.batch.folders import SIZE, catalogue, comparable, fill, finished, manifest, started, statuses, tree, zipped

COUNT = SIZE or 300
KILLS = 10
JOBS = ("-j", 2, "-q")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """A folder with `in`, its results in `out`, all items in `all.csv`; and the seconds it took."""
    place = tmp_path_factory.mktemp("undisturbed")
    fill(place / "in", COUNT - 3)
    zipped(place / "in" / "z.zip", ("甲.txt", catalogue(90_001)), ("乙.txt", catalogue(90_002)))
    (place / "in" / "broken.pdf").write_bytes(b"%PDF-1.4\n")
    (place / "in" / "logo.svg").touch()
    start = time.monotonic()
    code, err = finished("in", "-o", "out", "--combined", "all.csv", *JOBS, cwd=place)
    assert code == 1, err
    assert len(manifest(place / "out")) == COUNT + 1
    return place, time.monotonic() - start


def is_whole(folder: Path) -> int:
    """How many results the manifest vouches for; each is there, and no line is cut."""
    lines = manifest(folder) if (folder / "manifest.jsonl").exists() else []
    for line in lines:
        if line["output"]:
            assert hashlib.sha256((folder / line["output"]).read_bytes()).hexdigest() == line["output_sha256"]
    for path in folder.rglob("*.txt.json"):
        json.loads(path.read_bytes())
    return len(lines)


def equal(place: Path, other: Path) -> None:
    assert tree(place / "out") == tree(other / "out")
    assert comparable(place / "out") == comparable(other / "out")
    assert (place / "all.csv").read_bytes() == (other / "all.csv").read_bytes()


def disturbed(place: Path, origin: Path, seconds: float, number: signal.Signals, codes: set[int]) -> None:
    """Sends a signal at random moments until a run gets through, which must end as the undisturbed one."""
    (place / "in").symlink_to(origin / "in")
    arguments = ("in", "-o", "out", "--combined", "all.csv", "--resume", *JOBS)
    stopped = 0
    while stopped < KILLS:
        process = started(*arguments, cwd=place)
        try:
            process.wait(random.uniform(0.0, seconds))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, number)
            _, err = process.communicate(timeout=60)
            assert process.returncode in codes, err
            assert b", in run\n" not in err  # before that Python itself is starting, and has its own way to say so
            is_whole(place / "out")
            stopped += 1
        else:  # it got through: begin anew
            assert process.communicate() and process.returncode == 1
            equal(place, origin)
            shutil.rmtree(place / "out")
            (place / "all.csv").unlink()
    assert finished(*arguments, cwd=place)[0] == 1
    equal(place, origin)


def test_killed_at_ten_random_moments(undisturbed: tuple[Path, float], tmp_path: Path) -> None:
    disturbed(tmp_path, *undisturbed, signal.SIGKILL, {-signal.SIGKILL})


def test_interrupted_at_ten_random_moments(undisturbed: tuple[Path, float], tmp_path: Path) -> None:
    """As Ctrl-C does on a terminal: the whole group of processes gets the signal; it may be at its end already."""
    disturbed(tmp_path, *undisturbed, signal.SIGINT, {130, 1, -signal.SIGINT})


def test_ctrl_c_says_how_to_go_on(tmp_path: Path) -> None:
    fill(tmp_path / "in", 2000)
    process = started("in", "-o", "out", "-j", 2, cwd=tmp_path)
    while not (tmp_path / "out").exists() or not [*(tmp_path / "out").rglob("*.txt.json")]:
        time.sleep(0.02)
    start = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert time.monotonic() - start < 5
    assert err.decode().splitlines()[-1] == "interrupted; --resume goes on"
    assert 0 < is_whole(tmp_path / "out") < 2000
    assert not (tmp_path / "out" / ".gicat").exists()


def children(pid: int) -> set[int]:
    threads = Path(f"/proc/{pid}/task").iterdir()
    return {int(one) for thread in threads for one in (thread / "children").read_text().split()}


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "ended"])
def test_no_worker_outlives_its_parent(tmp_path: Path, number: signal.Signals) -> None:
    fill(tmp_path / "in", 2000)
    process = started("in", "-o", "out", "-j", 2, cwd=tmp_path)
    workers: set[int] = set()
    while not [*tmp_path.rglob("*.txt.json")]:
        time.sleep(0.02)
        workers = children(process.pid)
    assert workers
    process.send_signal(number)
    process.communicate(timeout=60)
    until = time.monotonic() + 10
    while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < until:
        time.sleep(0.05)
    alive = [worker for worker in workers if Path(f"/proc/{worker}").exists()]
    assert not [worker for worker in alive if "State:\tZ" not in Path(f"/proc/{worker}/status").read_text()]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with `in` of six files, done in `out`."""
    fill(tmp_path / "in", 6)
    assert finished("in", "-o", "out", cwd=tmp_path)[0] == 0
    return tmp_path


def done_again(place: Path, *options: object) -> set[str]:
    """What a run that goes on does again: what it writes anew."""
    before = {path: path.stat().st_ino for path in (place / "out").rglob("*.txt.*")}
    code, err = finished("in", "-o", "out", "--resume", *options, cwd=place)
    assert code == 0, err
    after = {path: path.stat().st_ino for path in (place / "out").rglob("*.txt.*")}
    return {path.name.partition(".")[0] for path in after if before.get(path) != after[path]}


def test_what_is_unchanged_is_kept(place: Path) -> None:
    lines = manifest(place / "out")
    for path in (place / "in").rglob("*.txt"):
        os.utime(path, (1, 1))  # the content counts, not the clock
    assert done_again(place) == set()
    assert manifest(place / "out") == lines


def test_changed_and_new_inputs_are_done(place: Path) -> None:
    (place / "in" / "000乡" / "00002.txt").write_text(catalogue(77), encoding="utf-8")
    (place / "in" / "000乡" / "00009.txt").write_text(catalogue(9), encoding="utf-8")
    assert done_again(place) == {"00002", "00009"}
    assert len(comparable(place / "out")) == 7


def test_damaged_and_missing_results_are_made_again(place: Path) -> None:
    inside = place / "out" / "000乡"
    whole = tree(place / "out")
    (inside / "00001.txt.json").write_bytes(b"{")
    (inside / "00003.txt.json").unlink()
    assert done_again(place) == {"00001", "00003"}
    assert tree(place / "out") == whole


@pytest.mark.parametrize("option", [["--no-places"], ["--lang", "zh"], ["--validate"], ["--limit", "pages=9"]])
def test_other_options_do_all_again(place: Path, option: list[str]) -> None:
    assert len(done_again(place, *option)) == 6
    assert done_again(place, *option) == set()


@pytest.mark.parametrize("option", [["--timeout", "99"], ["--memory", "999"], ["-j", "1"], ["--password", "x"]])
def test_options_that_change_no_result_do_nothing(place: Path, option: list[str]) -> None:
    assert done_again(place, *option) == set()


def test_another_version_does_all_again(place: Path) -> None:
    path = place / "out" / "manifest.jsonl"
    path.write_text(path.read_text("utf-8").replace('"gicat": "', '"gicat": "0.0.'), encoding="utf-8")
    assert len(done_again(place)) == 6
    assert len(comparable(place / "out")) == 6


def test_what_failed_is_tried_again_and_an_old_result_goes(place: Path) -> None:
    bad = place / "in" / "000乡" / "00002.txt"
    bad.write_bytes(b"")
    assert finished("in", "-o", "out", "--resume", cwd=place)[0] == 1
    assert statuses(place / "out")["000乡/00002.txt"] == "failed"
    assert not (place / "out" / "000乡" / "00002.txt.json").exists()
    bad.write_text(catalogue(2), encoding="utf-8")
    assert done_again(place) == {"00002"}
    assert set(statuses(place / "out").values()) == {"converted"}


def test_a_combined_file_asked_for_later(place: Path) -> None:
    assert done_again(place, "--combined", "all.jsonl") == set()  # results in JSON hold what it needs
    assert len((place / "all.jsonl").read_bytes().splitlines()) == 24
    assert len(done_again(place, "--combined", "all.jsonl", "--format", "csv")) == 6
    first = (place / "all.jsonl").read_bytes()
    assert len(done_again(place, "--combined", "all.jsonl", "--format", "csv")) == 6  # rows of CSV do not
    assert (place / "all.jsonl").read_bytes() == first


def test_a_line_that_was_cut_is_dropped(place: Path) -> None:
    path = place / "out" / "manifest.jsonl"
    whole = comparable(place / "out")
    path.write_bytes(path.read_bytes()[:-40])
    assert len(done_again(place)) == 1
    assert comparable(place / "out") == whole


def test_a_manifest_that_is_none(place: Path) -> None:
    path = place / "out" / "manifest.jsonl"
    for line, number in ((b"\x00\n", 7), (b"[]\n", 7), (b"{}\n", 7)):
        before = path.read_bytes()
        path.write_bytes(before + line)
        code, err = finished("in", "-o", "out", "--resume", cwd=place)
        assert code == 2
        assert f"manifest.jsonl:{number}: " in err
        assert len(err.splitlines()) == 1
        path.write_bytes(before)


@pytest.mark.skipif(os.name == "nt", reason="no flock")
def test_two_runs_do_not_write_to_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = hostile.install(tmp_path / "packages")
    monkeypatch.setenv("PYTHONPATH", f"{packages}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.bad").write_bytes(hostile.file("hang"))
    first = started("in", "-o", "out", cwd=tmp_path)
    while not (tmp_path / "out" / "manifest.jsonl").exists():
        time.sleep(0.02)
    for option in ("--resume", "--overwrite"):
        code, err = finished("in", "-o", "out", option, cwd=tmp_path)
        assert (code, len(err.splitlines())) == (2, 1)
        assert "another gicat batch" in err
    first.send_signal(signal.SIGINT)
    first.communicate(timeout=60)
    assert first.returncode == 130


def test_a_killed_run_leaves_no_more_than_one_unfinished_file(place: Path) -> None:
    scratch = place / "out" / ".gicat"
    scratch.mkdir()
    (scratch / "result").write_bytes(b"{")
    assert done_again(place) == set()
    assert not scratch.exists()
    shutil.rmtree(place / "out")

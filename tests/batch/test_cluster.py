"""The same run on a Dask cluster: workers that die, schedulers that are not there, files that are hostile."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch import hostile
from tests.batch.folders import SIZE, comparable, fill, finished, started, tree, zipped

pytest.importorskip("distributed", reason="needs the extra cluster")

COUNT = SIZE or 1000


class Cluster:
    """A scheduler and two workers of one thread each, as processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--port", "0")
        until = time.monotonic() + 60
        while not self.file.exists() or not self.file.read_text():
            assert time.monotonic() < until
            time.sleep(0.05)
        self.address: str = json.loads(self.file.read_text())["address"]
        self.workers: list[subprocess.Popen[bytes]] = []

    def add_worker(self) -> None:
        place = self.folder / f"worker{len(self.workers)}"
        place.mkdir()
        more = ("--no-nanny", "--nthreads", "1", "--local-directory", str(place))
        self.workers.append(self._start("worker", *more))

    def _start(self, what: str, *more: str) -> subprocess.Popen[bytes]:
        common = ("--scheduler-file", str(self.file), "--host", "127.0.0.1", "--no-dashboard")
        command = [sys.executable, "-m", "dask", what, *common, *more]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.folder)

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    packages = hostile.install(tmp_path / "packages")
    monkeypatch.setenv("PYTHONPATH", f"{packages}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    (tmp_path / "cluster").mkdir()
    made = Cluster(tmp_path / "cluster")
    made.add_worker()
    made.add_worker()
    yield made
    made.end()


def results(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.txt.json"))


def test_a_worker_killed_half_way(tmp_path: Path, cluster: Cluster) -> None:
    fill(tmp_path / "in", COUNT)
    process = started("in", "-o", "far", "--cluster", cluster.address, "--combined", "far.csv", cwd=tmp_path)
    while results(tmp_path / "far") < COUNT // 2 and process.poll() is None:
        time.sleep(0.02)
    assert process.poll() is None
    cluster.workers[0].send_signal(signal.SIGKILL)
    _, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    assert finished("in", "-o", "near", "--combined", "near.csv", cwd=tmp_path)[0] == 0
    assert tree(tmp_path / "far") == tree(tmp_path / "near")
    assert comparable(tmp_path / "far") == comparable(tmp_path / "near")
    assert (tmp_path / "far.csv").read_bytes() == (tmp_path / "near.csv").read_bytes()


@pytest.mark.parametrize("more", [[], ["--shared-path"]], ids=["bytes", "shared path"])
def test_bad_files_cost_no_worker(tmp_path: Path, cluster: Cluster, more: list[str]) -> None:
    fill(tmp_path / "in", 20)
    zipped(tmp_path / "in" / "z.zip", ("a.txt", (tmp_path / "in" / "000乡" / "00001.txt").read_text("utf-8")))
    for deed in ("hang", "crash", "killed", "eat"):
        (tmp_path / "in" / f"{deed}.bad").write_bytes(hostile.file(deed))
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    bounds = ("--timeout", 8, "--memory", 500)
    code, err = finished("in", "-o", "far", "--cluster", cluster.address, *bounds, *more, cwd=tmp_path)
    assert code == 1, err
    assert all(worker.poll() is None for worker in cluster.workers)
    assert finished("in", "-o", "near", *bounds, cwd=tmp_path)[0] == 1
    assert tree(tmp_path / "far") == tree(tmp_path / "near")
    assert comparable(tmp_path / "far") == comparable(tmp_path / "near")
    assert len(tree(tmp_path / "far")) == 21


def test_a_scheduler_that_goes(tmp_path: Path, cluster: Cluster) -> None:
    fill(tmp_path / "in", 300)
    process = started("in", "-o", "out", "--cluster", cluster.address, cwd=tmp_path)
    while results(tmp_path / "out") < 20 and process.poll() is None:
        time.sleep(0.02)
    cluster.scheduler.kill()
    _, err = process.communicate(timeout=120)
    assert process.returncode == 2
    assert "--resume" in err.decode().splitlines()[-1]
    assert b"Traceback" not in err
    assert finished("in", "-o", "out", "--resume", cwd=tmp_path)[0] == 0
    assert len(comparable(tmp_path / "out")) == 300


def test_ctrl_c_leaves_the_cluster_as_it_was(tmp_path: Path, cluster: Cluster) -> None:
    fill(tmp_path / "in", 300)
    process = started("in", "-o", "out", "--cluster", cluster.address, cwd=tmp_path)
    while results(tmp_path / "out") < 20 and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert 20 <= len(comparable(tmp_path / "out")) < 300
    assert finished("in", "-o", "out", "--resume", "--cluster", cluster.address, cwd=tmp_path)[0] == 0
    assert len(comparable(tmp_path / "out")) == 300


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x:1", "x"])
def test_no_scheduler(tmp_path: Path, address: str) -> None:
    fill(tmp_path / "in", 1)
    code, err = finished("in", "-o", "out", "--cluster", address, cwd=tmp_path)
    assert code == 2
    (line,) = err.splitlines()
    assert address in line
    assert not (tmp_path / "out").exists()


def test_a_cluster_of_this_machine(tmp_path: Path) -> None:
    fill(tmp_path / "in", 200)
    process = started("in", "-o", "out", "--cluster", "local", "-j", 2, "-q", cwd=tmp_path)
    while results(tmp_path / "out") < 20 and process.poll() is None:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.decode()) == (130, "interrupted; --resume goes on\n")
    assert finished("in", "-o", "out", "--cluster", "local", "-j", 2, "-q", "--resume", cwd=tmp_path) == (0, "")
    assert len(tree(tmp_path / "out")) == 200

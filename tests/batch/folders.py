"""Folders of small catalogues, and what a run over them left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

_HEADER = ("序号", "公开事项", "公开内容", "公开时限", "公开主体")
_NAMES = ("机构简介", "部门职能", "财政预算", "行政许可")

SIZE = int(os.environ.get("GICAT_BATCH", "0"))
"""How many files the large tests take; 0 for their own small number."""


def catalogue(number: int) -> str:
    """A text export of four items whose cells each start with a tab; no two numbers give the same."""
    agency = f"青溪县第{number}号局"
    rows = [_HEADER, *(
        (str(n), f"{name}{number}", f"{name}的名称、地址、电话", "自信息形成之日起20个工作日内", agency)
        for n, name in enumerate(_NAMES, 1)
    )]  # fmt: skip
    return f"{agency}政府信息主动公开目录\n" + "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows)


def fill(folder: Path, count: int) -> Path:
    """A folder with so many catalogues, in folders of twenty."""
    for number in range(count):
        place = folder / f"{number // 20:03}乡"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:05}.txt").write_text(catalogue(number), encoding="utf-8")
    return folder


class _Raw(zipfile.ZipInfo):
    """A member whose name is written as bytes, without saying that they are UTF-8."""

    raw = b""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.raw, 0


def zipped(path: Path, *members: tuple[str | bytes, str]) -> Path:
    """A ZIP archive; names given as bytes are written as they are."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members:
            info = _Raw("x") if isinstance(name, bytes) else zipfile.ZipInfo("x")
            if isinstance(info, _Raw) and isinstance(name, bytes):
                info.raw = name
            else:
                info.filename = str(name)
            archive.writestr(info, text, zipfile.ZIP_DEFLATED)
    return path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file but the manifest, by its path."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.jsonl")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def manifest(folder: Path) -> list[dict[str, Any]]:
    """The lines, in their order."""
    return [json.loads(line) for line in (folder / "manifest.jsonl").read_bytes().splitlines()]


def comparable(folder: Path) -> dict[str, dict[str, Any]]:
    """The lines by input, without seconds; fails if an input has two."""
    lines = manifest(folder)
    by_input = {line["input"]: {key: value for key, value in line.items() if key != "seconds"} for line in lines}
    assert len(by_input) == len(lines)
    return by_input


def statuses(folder: Path) -> dict[str, str]:
    return {line["input"]: line["status"] for line in manifest(folder)}


def started(*arguments: object, **more: Any) -> subprocess.Popen[bytes]:
    """`gicat batch` as a process of its own group, so that nothing a test does to it reaches the tests."""
    command = [sys.executable, "-m", "gicat", "batch", *map(str, arguments)]
    more = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "process_group": 0} | more
    return subprocess.Popen(command, **more)


def finished(*arguments: object, **more: Any) -> tuple[int, str]:
    """Exit code and standard error of `gicat batch`."""
    process = started(*arguments, **more)
    _, err = process.communicate(timeout=300)
    return process.returncode, err.decode()
